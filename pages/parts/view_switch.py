"""A page's switch between its views, in the address."""

from collections.abc import Mapping

import streamlit as st

from loaders.text import say
from pages.parts import state


def view_switch(views: Mapping[str, str]) -> None:
    """The switch. `views`: messages that name them, by code; the first is the view where the address says none."""
    look = {"format_func": lambda code: say(views[code]), "label_visibility": "collapsed"}
    st.segmented_control(say("View"), tuple(views), required=True, **look, **state.chosen("view", tuple(views)))


def chosen_view(views: Mapping[str, str]) -> str:
    """The view that the address or the reader chooses."""
    return state.choice("view", tuple(views))
