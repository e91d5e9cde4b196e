"""The map in small, for the overview."""

import streamlit as st

from charts.map import map_deck
from charts.map_marks import HEIGHT_PX
from loaders.atlas import journeys
from loaders.events.selection import Selection, derived
from loaders.map_marks import city_marks, shown_site_marks
from loaders.map_summary import map_headline, map_text
from pages.parts.drawn import dark
from pages.parts.map_deck import Drawn, ground_addresses
from pages.parts.screen import screen
from pages.parts.words import md


def draw_small_map(selection: Selection) -> None:
    """Cities with their numbers of events, and the journeys between them; nothing on it moves."""
    if city_marks(selection).empty:
        return
    headline = map_headline(selection)
    st.subheader("Where")
    st.caption(f"{md(headline)}.")
    width = screen()
    frame = "small" if width == "wide" else width
    with st.container(key=f"{width}-map"):
        alt = map_text(headline, selection)
        st.pydeck_chart(_drawn(selection, dark(), frame), height=HEIGHT_PX[frame], key=f"map-{frame}", alt=alt)
    st.page_link("map.py", label="**The whole map**, with sites, and how exact each point is", query_params=selection.filters.to_query())


@derived
def _drawn(selection: Selection, dark: bool, frame: str) -> Drawn:
    return Drawn(
        map_deck(ground_addresses(), shown_site_marks(selection), city_marks(selection), journeys(selection), dark=dark, frame=frame)
    )
