"""The chosen row: its name, its card, and where it is shown."""

from pathlib import Path

import streamlit as st

from loaders.events.filters import harmless
from loaders.facts import FactBase
from loaders.leads import Lead
from loaders.subjects import card_of, subjects
from loaders.text import say
from pages.parts import state
from pages.parts.base import row_leads
from pages.parts.opening import open_card
from pages.parts.words import md
from pages.shell.pages_list import FILES

ROW = "row"
_PAGES = Path(__file__).parent.parent


def chosen_row(facts: FactBase, name: str) -> None:
    """Below the rows: the one that the address names, the way to its card, and links to the views that show it."""
    key = next(iter(state.said(ROW)), None)
    if key is None:
        return
    if key not in set(facts.table(name)[facts.schema[name].key]):
        st.warning(md(say("row: “{value}” is not in this table and was ignored.", value=harmless(key))))
        state.write_address(**{ROW: ""})
        return
    st.subheader(md(subjects(facts, name)[key]), anchor=False)
    with st.container(key="leads", horizontal=True, vertical_alignment="center", gap="small"):
        card = card_of(facts, name, key)
        if card:
            st.button(say("Open its card"), key="open-card", on_click=open_card, args=card)
        for lead in row_leads(name, key):
            _link(lead)


def _link(lead: Lead) -> None:
    """A link to a page by its address: one by its file would lead to the home page, where that has the same file."""
    file = _PAGES / FILES[lead.page]
    if file.exists():
        st.page_link(st.Page(file, url_path=lead.page), label=md(lead.words), query_params=dict(lead.query), icon="")
