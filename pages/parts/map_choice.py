"""The map page's own choice of a view, in the address: the flat map, the globe, or the years played."""

import streamlit as st

from pages.parts import state

VIEWS = {"flat": "Flat map", "globe": "Globe", "play": "Play the years"}


def chosen_view() -> str:
    """The view that the address or the reader chooses."""
    names = tuple(VIEWS)
    state.view_choice("view", names)
    st.segmented_control(
        "View",
        names,
        format_func=VIEWS.get,
        key="view",
        required=True,
        label_visibility="collapsed",
        on_change=lambda: state.write_choice("view", names),
    )
    state.write_choice("view", names)
    return st.session_state["view"]
