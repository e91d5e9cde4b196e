"""The chosen row: its name, its card, and where it is shown."""

from pathlib import Path

import streamlit as st

from loaders.events.filters import harmless
from loaders.facts import FactBase
from loaders.leads import Lead
from loaders.readable import Readable
from loaders.subjects import card_of, subjects
from pages.parts import state
from pages.parts.base import row_leads
from pages.parts.opening import open_card
from pages.parts.words import md
from pages.shell.pages_list import FILES

ROW = "row"
_PAGES = Path(__file__).parent.parent


def chosen_row(facts: FactBase, whole: Readable) -> None:
    """Below the rows: the one that the address names, the way to its card, and links to the views that show it."""
    name, key = whole.table.name, next(iter(state.said(ROW)), None)
    if key is None:
        return
    if key not in set(whole.rows[whole.table.key]):
        st.warning(md(f"row: “{harmless(key)}” is not in this table and was ignored."))
        state.say(**{ROW: ""})
        return
    st.subheader(md(subjects(facts, name)[key]))
    found = row_leads(name, key)
    with st.container(key="leads", horizontal=True, vertical_alignment="center", gap="small"):
        card = card_of(facts, name, key)
        if card:
            st.button(f"Open its card ({card[0]})", key="open-card", on_click=open_card, args=card)
        st.markdown("Shown in" if any(lead.page != "data" for lead in found) else "Shown in this table only.", width="content")
        for lead in found:
            _link(lead)


def _link(lead: Lead) -> None:
    """A link to a page by its address: one by its file would lead to the home page, where that has the same file."""
    file = _PAGES / FILES[lead.page]
    if file.exists():
        st.page_link(st.Page(file, url_path=lead.page), label=md(lead.words), query_params=dict(lead.query), icon="")
