"""What the shell draws around every page."""

import streamlit as st

from loaders.filters import choices, select
from pages.parts import state
from pages.parts.base import all_events, fact_base
from pages.parts.filter_bar import filter_bar

_STYLE = """
<style>
[data-testid="stMainBlockContainer"] { padding: 3.6rem 2rem 3rem; max-width: 1500px; }
[class*="st-key-narrow-"] { display: none; }
@media (max-width: 1199px) {
  [class*="st-key-wide-"] { display: none; }
  [class*="st-key-narrow-"] { display: flex; }
}
@media (max-width: 640px) { [data-testid="stMainBlockContainer"] { padding: 3.6rem 1rem 2rem; } }
h1 { font-size: 1.75rem !important; line-height: 1.25 !important; padding: 0.4rem 0 0.2rem !important; text-wrap: balance; }
</style>
"""


def begin(page: str) -> None:
    """Style, filters from the address, notices, the filter bar, and the address brought up to date."""
    st.html(_STYLE)
    facts, events = fact_base(), all_events()
    allowed = choices(events)
    for notice in state.read_filters(page, allowed):
        st.warning(notice, icon=None)
    filter_bar(facts, events, select(events, state.current_filters()), allowed)
    state.write_address()
