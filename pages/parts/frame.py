"""What the shell draws around every page."""

from pathlib import Path

import streamlit as st

from loaders.faults import FaultyData
from pages.parts import state
from pages.parts.base import all_events, begin_run, fact_base, selection, store
from pages.parts.cards import card_drawer
from pages.parts.faults import page_begins, section
from pages.parts.filter_bar import filter_bar
from pages.parts.marking import read_marked
from pages.parts.notices import notices
from pages.parts.screen import watch_screen
from pages.parts.table_keys import watch_table_keys
from pages.parts.touch import watch_touch
from pages.parts.words import md

_STYLE = Path(__file__).with_name("style.css")
_BRAND = "**City Ties** · what Essen–Koriyama and Düsseldorf–Chiba–Tokyo have done together, when, with whom, and who says so"


def begin(page: str) -> None:
    """Style, filters from the address, notices, the filter bar, the address brought up to date, and the card that it names.

    Where the tables of the filter have faults, a warning stands in its place and the page runs without it; where those of the card
    have, they are named in place of the card.
    """
    page_begins()
    st.html(_STYLE)
    watch_screen()
    watch_touch()
    watch_table_keys()
    st.markdown(_BRAND)
    begin_run()
    try:
        _filter(page)
    except FaultyData as faulty:
        state.read_address(page, None)
        st.warning(f"The filter is switched off, because tables that it needs have {len(faulty.faults)} fault(s).")
    with section("The card that the address names"):
        card_drawer()


def _filter(page: str) -> None:
    allowed = store().choices()
    found = [*notices(state.read_address(page, allowed)), *read_marked(set(all_events().rows["event_id"]))]
    if found:
        st.warning("  \n".join(map(md, found)))
    filter_bar(selection(), allowed)


def end() -> None:
    """The line below every page: how old the data are, and under which terms."""
    try:
        facts = fact_base()
    except FaultyData:
        return
    st.divider()
    st.markdown(
        f"Data as of {facts.as_of}, fingerprint `{facts.fingerprint}`. Compiled data: CC BY 4.0, with GeoNames, UNSD, "
        "© OpenStreetMap contributors (ODbL) and the other providers named in the sources. Code: MIT."
    )
