"""The map in small, for the overview."""

import streamlit as st

from charts.map import map_deck
from charts.map_marks import HEIGHT_PX
from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import FactBase, stamp
from loaders.map_marks import site_marks
from loaders.map_summary import map_headline, map_text
from pages.parts import state
from pages.parts.base import kept_map
from pages.parts.drawn import dark
from pages.parts.map_deck import Drawn, ground_of
from pages.parts.map_tables import cities_of, tables
from pages.parts.screen import screen
from pages.parts.words import md


def draw_small_map(facts: FactBase, shown: Events) -> None:
    """Cities with their numbers of events, and the journeys between them; nothing on it moves."""
    filters = state.current_filters()
    where = tables(facts, shown, filters)
    sites, cities = site_marks(where.sites), cities_of(facts, shown, where)
    if cities.empty:
        return
    headline = map_headline(facts, shown, years=filters.years)
    st.subheader("Where")
    st.caption(
        f"{md(headline)}. The number in a ring counts the events that touch a place, of the five with most; arrows lead from where people came to where the event was. A mark that had to move aside is tied to its place by a line."
    )
    width = screen()
    frame = "small" if width == "wide" else width
    drawn = _drawn(stamp(), filters, dark(), frame, sites, cities, where.journeys)
    with st.container(key=f"{width}-map"):
        st.pydeck_chart(drawn, height=HEIGHT_PX[frame], key=f"map-{frame}", alt=map_text(headline, *where))
    st.page_link("map.py", label="**The whole map**, with sites, and how exact each point is", query_params=filters.to_query())


@kept_map
def _drawn(stamp: str, filters: Filters, dark: bool, frame: str, _sites, _cities, _journeys) -> Drawn:
    return Drawn(map_deck(ground_of(), _sites, _cities, _journeys, dark=dark, frame=frame))
