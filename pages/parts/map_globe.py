"""The globe, alone or beside the flat map: the cities with most events and all journeys, without the stretch that a flat map gives to the north."""

from collections.abc import Callable

import streamlit as st

from charts.globe import HEIGHT_PX, globe_deck
from loaders.atlas import journeys
from loaders.events.selection import Selection, derived
from loaders.map_marks import city_marks
from pages.parts import state
from pages.parts.drawn import dark
from pages.parts.map_deck import Drawn, ground_addresses
from pages.parts.screen import screen

_HOW = "Drag to turn the globe; **+** and **−** on the keyboard bring it nearer. Lines are great circles, the shortest ways over the globe, each with an arrowhead beyond its middle; there and back stand side by side. Turned to the far side, a city’s sign shines through. The flat map draws the same lines: they bend north there because it stretches the north."


def draw_globe(selection: Selection, text: str, clicked: Callable[[str], None]) -> None:
    """The globe alone, and how to read it."""
    globe_chart(selection, text, clicked, frame=screen())
    st.caption(_HOW)


def globe_chart(selection: Selection, text: str, clicked: Callable[[str], None], *, frame: str) -> None:
    """The globe in a frame. `text`: the map in a sentence; `clicked`: takes the key of the chart that was clicked."""
    drawn = _drawn(selection, dark(), frame)
    key = state.anew(f"globe-{frame}")
    with st.container(key=f"{screen()}-globe"):
        alt = f"Globe. {text.removeprefix('Map. ')}"
        st.pydeck_chart(drawn, height=HEIGHT_PX[frame], key=key, alt=alt, on_select=lambda: clicked(key))


@derived
def _drawn(selection: Selection, dark: bool, frame: str) -> Drawn:
    """The globe, written out."""
    return Drawn(globe_deck(ground_addresses(), city_marks(selection), journeys(selection), dark=dark, frame=frame))
