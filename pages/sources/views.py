"""The views of the page, in the address."""

import streamlit as st

from loaders.text import message, say
from pages.parts import state

VIEWS = {
    "rests": message("What rests on what"),
    "documents": message("Documents"),
    "corrections": message("Corrections"),
    "coverage": message("Where sources are silent"),
}


def chosen_view() -> str:
    """The view that the address or the reader chooses."""
    return state.choice("view", tuple(VIEWS))


def view_switch() -> None:
    """The switch between them."""
    names = {code: say(name) for code, name in VIEWS.items()}
    st.segmented_control(
        say("View"), list(VIEWS), format_func=names.get, required=True, label_visibility="collapsed", **state.chosen("view", tuple(VIEWS))
    )


def to_view(view: str) -> None:
    """Shows another view of the page."""
    state.choose("view", view, tuple(VIEWS))
