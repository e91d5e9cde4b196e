"""The map page's own choices, in the address: its view (maps, the globe alone, the years played) and the flat map's area."""

import streamlit as st

from charts.map_marks import AREAS
from pages.parts import state
from pages.parts.screen import screen
from pages.parts.view_switch import switched

AREA_NAMES = {"whole": "Whole", "rhine-ruhr": "Rhine–Ruhr", "fukushima-koriyama": "Fukushima–Koriyama", "tokyo-chiba": "Tokyo–Chiba"}
VIEWS = {"flat": "Flat map", "globe": "Globe", "play": "Play the years"}


def chosen_view() -> str:
    """The view that the address or the reader chooses. Its names never change: Streamlit knows what is chosen by its name."""
    return switched(VIEWS)


def globe_beside() -> bool:
    """Whether the first view has a globe beside the flat map: where there is room, and for the whole map."""
    return screen() == "wide" and state.choice("area", tuple(AREAS)) == "whole"


def chosen_area() -> str:
    """The area that the address or the reader chooses."""
    names = {"format_func": AREA_NAMES.get, "label_visibility": "collapsed"}
    st.segmented_control("Area", tuple(AREAS), required=True, **names, **state.chosen("area", tuple(AREAS)))
    return state.choice("area", tuple(AREAS))
