"""The globe, alone or beside the flat map: the cities with most events and all journeys, without the stretch that a flat map gives to the north."""

from collections.abc import Callable

import streamlit as st

from charts.globe import DISCS, HEIGHT_PX, globe_deck
from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import FactBase, stamp
from pages.parts import state
from pages.parts.base import kept_map
from pages.parts.drawn import dark
from pages.parts.map_deck import Drawn, ground_of
from pages.parts.map_ringed import ringed_places
from pages.parts.map_tables import Where, cities_of
from pages.parts.screen import screen

_HOW = "Drag to turn the globe; **+** and **−** on the keyboard bring it nearer. Lines are great circles, the shortest ways over the globe, each with an arrowhead beyond its middle; there and back stand side by side. Turned to the far side, a city’s sign shines through. The flat map draws the same lines: they bend north there because it stretches the north."


def draw_globe(facts: FactBase, shown: Events, where: Where, text: str, clicked: Callable[[str], None]) -> None:
    """The globe alone, and how to read it."""
    globe_chart(facts, shown, where, text, clicked, frame=screen())
    st.caption(_HOW)


def globe_chart(facts: FactBase, shown: Events, where: Where, text: str, clicked: Callable[[str], None], *, frame: str) -> None:
    """The globe in a frame. `text`: the map in a sentence; `clicked`: takes the key of the chart that was clicked."""
    cities = cities_of(facts, shown, where)
    rings = ringed_places(facts, shown, where, frame=DISCS)
    drawn = _drawn(stamp(), state.current_filters(), dark(), frame, rings.marked, cities, where.journeys, rings.keys.get("cities", ()))
    key = state.anew(f"globe-{frame}")
    with st.container(key=f"{screen()}-globe"):
        alt = f"Globe. {text.removeprefix('Map. ')}"
        st.pydeck_chart(drawn, height=HEIGHT_PX[frame], key=key, alt=alt, on_select=lambda: clicked(key))


@kept_map
def _drawn(stamp: str, filters: Filters, dark: bool, frame: str, marked: tuple[str, ...], _cities, _journeys, _ringed) -> Drawn:
    """The globe; what begins with an underscore follows from the rest and is not compared."""
    return Drawn(globe_deck(ground_of(), _cities, _journeys, dark=dark, frame=frame, ringed=_ringed))
