"""A page's switch between its views, in the address."""

from collections.abc import Mapping

import streamlit as st

from pages.parts import state


def switched(views: Mapping[str, str]) -> str:
    """The view that the address or the reader chooses. `views`: their names by code, the first the one where the address says none."""
    names = tuple(views)
    state.view_choice("view", names)
    st.segmented_control(
        "View",
        names,
        format_func=views.get,
        key="view",
        required=True,
        label_visibility="collapsed",
        on_change=lambda: state.write_choice("view", names),
    )
    state.write_choice("view", names)
    return st.session_state["view"]
