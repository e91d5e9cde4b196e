"""The views, the row below the headline in which the switch between them stands, and a part of a view."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from loaders.text import message
from pages.parts import view_switch
from pages.parts.words import md

VIEWS = {
    "side": message("Side by side"),
    "time": message("Over time"),
    "city": message("One city"),
    "two": message("Two compared"),
}


def chosen_view() -> str:
    """The view that the address or the reader chooses."""
    return view_switch.chosen_view(VIEWS)


@contextmanager
def views_row() -> Iterator[None]:
    """The switch, and beside it what the view lets choose itself."""
    with st.container(key="cities-views", horizontal=True, vertical_alignment="center", gap="small"):
        view_switch.view_switch(VIEWS)
        yield


@contextmanager
def part(name: str, title: str) -> Iterator[None]:
    """Draws into one part of a view, below its heading."""
    with st.container(key=f"part-{name}", gap="xsmall"):
        st.subheader(md(title), anchor=False)
        yield
