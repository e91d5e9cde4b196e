"""The addresses under which a script gets the same rows: examples made of these data, each to copy."""

import streamlit as st

from loaders.events.filters import Filters
from loaders.keeping import derived
from loaders.store import Store
from loaders.text import say
from pages.parts.base import selection, store
from pages.parts.words import linked, md
from pages.widgets.take import host


def draw_addresses(name: str) -> None:
    """What each gives, and the address."""
    st.subheader(say("By address"), anchor=False)
    this = (say("This table, as chosen"), selection().address(f"/api/{name}.csv"))
    for words, address in (this, *([] if store().facts.faults else examples(store()))):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"address-{address}"):
            st.markdown(md(words), width=220)
            st.code(host() + address, language=None, wrap_lines=True)
    st.markdown(linked(say("All tables, parameters and words"), f"{host()}/api"))


@derived
def examples(store: Store) -> list[tuple[str, str]]:
    """What an address gives, and the address: of the sector and the relationship that have most events, in the year that has most."""
    shown, names = store.selection(), store.names()
    found = [(say("All events as JSON"), _address(store, "events.json", Filters()))]
    sectors, ties, years = (shown.most(facet) for facet in ("sector", "tie", "year"))
    if sectors and years:
        sector, year = sectors[0][0], years[0][0]
        words = say("{sector} in {year}, for Excel", sector=names["sector"][sector], year=str(year))
        found.append((words, _address(store, "events.xlsx", Filters(sector=(sector,), years=(year, year)))))
    if ties:
        tie = ties[0][0]
        found.append((say("{tie} as JSON", tie=names["tie"][tie]), _address(store, "events.json", Filters(tie=(tie,)))))
    found.append((say("Days for a calendar"), _address(store, "events.ics", Filters())))
    found.append((say("Points for a map"), _address(store, "sites.geojson", Filters())))
    found.append((say("Everything, with its sources"), _address(store, "package.zip", Filters(background=True))))
    return found


def _address(store: Store, file: str, filters: Filters) -> str:
    return store.selection(filters).address(f"/api/{file}")
