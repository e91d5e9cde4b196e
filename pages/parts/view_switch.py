"""A page's switch between its views, in the address."""

from collections.abc import Mapping

import streamlit as st

from pages.parts import state


def switched(views: Mapping[str, str], name: str = "view", *, label: str = "") -> str:
    """The view that the address or the reader chooses. `views`: their names by code, the first the one where the address says none.

    `name`: the parameter of the address. `label`: what stands above the switch, nothing where blank.
    """
    names = tuple(views)
    st.segmented_control(
        label or "View",
        names,
        format_func=views.get,
        required=True,
        label_visibility="visible" if label else "collapsed",
        **state.chosen(name, names),
    )
    return state.choice(name, names)
