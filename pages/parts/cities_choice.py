"""The cities page's own choices, in the address: which view, and which indicator."""

import pandas as pd
import streamlit as st

from pages.parts import state

VIEWS = {"figures": "Figures of the cities", "activity": "What they did together", "evenings": "Düsseldorf Evenings in Tokyo"}
ALL = "all"


def chosen_view() -> str:
    """The view that the address or the reader chooses."""
    names = tuple(VIEWS)
    state.view_choice("view", names)
    st.segmented_control(
        "View", names, format_func=VIEWS.get, key="view", required=True, label_visibility="collapsed", on_change=_say("view", names)
    )
    state.write_choice("view", names)
    return st.session_state["view"]


def chosen_indicator(indicators: pd.Series) -> str:
    """The indicator chosen, or ALL. `indicators`: names by key, in the order in which they are offered."""
    names = {**indicators, ALL: "All indicators at once"}
    state.view_choice("indicator", tuple(names))
    st.selectbox("Indicator", names, format_func=names.get, key="indicator", width=420, on_change=_say("indicator", tuple(names)))
    state.write_choice("indicator", tuple(names))
    return st.session_state["indicator"]


def _say(name: str, allowed: tuple[str, ...]):
    """Says the choice in the address as soon as it is made, so that the bar above already copies it."""
    return lambda: state.write_choice(name, allowed)
