"""The switch between the views, and the row below the headline in which it stands."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from loaders.text import message, say
from pages.parts import state
from pages.parts.view_switch import switched

VIEWS = {
    "side": message("Side by side"),
    "time": message("Over time"),
    "city": message("One city"),
    "two": message("Two compared"),
}


def chosen_view() -> str:
    """The view that the address or the reader chooses."""
    return state.choice("view", tuple(VIEWS))


@contextmanager
def views_row() -> Iterator[None]:
    """The switch, and beside it what the view lets choose itself."""
    with st.container(key="cities-views", horizontal=True, vertical_alignment="center", gap="small"):
        switched({name: say(words) for name, words in VIEWS.items()})
        yield
