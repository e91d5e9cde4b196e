"""The cities page's own choices, in the address: which view, and which indicator."""

import pandas as pd
import streamlit as st

from pages.parts import state
from pages.parts.view_switch import switched

VIEWS = {"figures": "Figures of the cities", "activity": "What they did together", "evenings": "Düsseldorf Evenings in Tokyo"}
ALL = "all"


def chosen_view() -> str:
    """The view that the address or the reader chooses."""
    return switched(VIEWS)


def chosen_indicator(indicators: pd.Series) -> str:
    """The indicator chosen, or ALL. `indicators`: names by key, in the order in which they are offered."""
    names = {**indicators, ALL: "All indicators at once"}
    state.view_choice("indicator", tuple(names))
    st.selectbox("Indicator", names, format_func=names.get, key="indicator", width=420, on_change=_say(tuple(names)))
    state.write_choice("indicator", tuple(names))
    return st.session_state["indicator"]


def _say(allowed: tuple[str, ...]):
    """Says the choice in the address as soon as it is made, so that the bar above already copies it."""
    return lambda: state.write_choice("indicator", allowed)
