"""The cities page's own choices, in the address: which view, and which indicator."""

from collections.abc import Mapping

import streamlit as st

from loaders.figures import ALL
from pages.parts import state
from pages.parts.view_switch import switched

VIEWS = {"figures": "Figures of the cities", "activity": "What they did together", "evenings": "Düsseldorf Evenings in Tokyo"}


def chosen_view() -> str:
    """The view that the address or the reader chooses."""
    return switched(VIEWS)


def chosen_indicator(indicators: Mapping[str, str]) -> str:
    """The indicator chosen, or ALL. `indicators`: names by key, in the order in which they are offered."""
    names = {**indicators, ALL: "All indicators at once"}
    st.selectbox("Indicator", names, format_func=names.get, width=420, **state.chosen("indicator", tuple(names)))
    return state.choice("indicator", tuple(names))
