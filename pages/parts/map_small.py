"""The map in small, for the overview."""

import streamlit as st

from charts.map import map_deck
from charts.map_marks import HEIGHT_PX
from loaders.events.selection import Selection, derived
from loaders.map_marks import site_marks
from loaders.map_summary import map_headline, map_text
from pages.parts.drawn import dark
from pages.parts.map_deck import Drawn, deck_text, ground_of
from pages.parts.map_tables import cities_of, tables
from pages.parts.screen import screen
from pages.parts.words import md


def draw_small_map(selection: Selection) -> None:
    """Cities with their numbers of events, and the journeys between them; nothing on it moves."""
    facts, shown, filters = selection.facts, selection.events, selection.filters
    where = tables(facts, shown, filters)
    if cities_of(facts, shown, where).empty:
        return
    headline = map_headline(facts, shown)
    st.subheader("Where")
    st.caption(
        f"{md(headline)}. The number in a ring is of the events that name the place; arrows lead from where people came to where the event was."
    )
    width = screen()
    frame = "small" if width == "wide" else width
    with st.container(key=f"{width}-map"):
        drawn = Drawn(*_drawn(selection, dark(), frame))
        st.pydeck_chart(drawn, height=HEIGHT_PX[frame], key=f"map-{frame}", alt=map_text(headline, *where))
    st.page_link("map.py", label="**The whole map**, with sites, and how exact each point is", query_params=filters.to_query())


@derived
def _drawn(selection: Selection, dark: bool, frame: str) -> tuple[str, dict]:
    where = tables(selection.facts, selection.events, selection.filters)
    sites, cities = site_marks(where.sites), cities_of(selection.facts, selection.events, where)
    return deck_text(map_deck(ground_of(), sites, cities, where.journeys, dark=dark, frame=frame))
