"""Two compared at a glance: a short table of facts, whose numbers list their events; of two cities their key figures, each of which opens its card."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from loaders.compare import Said, glance
from loaders.compare_sides import sides
from loaders.events.selection import Selection
from loaders.profile import KeyFigure, key_figures
from loaders.text import say
from pages.cities.views import part
from pages.parts import state
from pages.parts.opening import open_card
from pages.parts.words import md

_WIDTHS = [1, 2, 2]
Words = tuple[str, Callable[[], None] | None]
"""A text, and what a click on it does."""


def draw_glance(shown: Selection) -> None:
    """A row a fact, a column a side."""
    with part("glance", say("At a glance")):
        _head(shown, "glance")
        for place, (label, parts) in enumerate(glance(shown)):
            _row(label, [[_listing(said) for said in some] for some in parts], f"glance-{place}")


def draw_figures(shown: Selection) -> None:
    """A row an indicator of which one of two cities has a figure, a column a city."""
    known = [key_figures(shown.store, side.code) for side in sides(shown)]
    rows = [some for some in zip(*known, strict=True) if any(figure.key for figure in some)]
    if rows:
        with part("glance-figures", say("Figures")):
            _head(shown, "figures")
            for place, some in enumerate(rows):
                _row(some[0].indicator, [[_opening(figure)] for figure in some], f"figures-{place}")


def _listing(said: Said) -> Words:
    return said.text, None if said.choices is None else partial(state.narrow, **said.choices)


def _opening(figure: KeyFigure) -> Words:
    if not figure.key:
        return say("no figure found"), None
    return say("{value} ({when})", value=figure.value, when=figure.when), partial(open_card, "figure", figure.key)


def _head(shown: Selection, name: str) -> None:
    _row("", [[(side.name, None)] for side in sides(shown)], f"{name}-head", look="**{}**")


def _row(label: str, cells: Sequence[Sequence[Words]], name: str, look: str = "{}") -> None:
    head, *columns = st.columns(_WIDTHS)
    head.markdown(md(label))
    for number, (column, words) in enumerate(zip(columns, cells, strict=True)):
        with column, st.container(horizontal=True, gap="small", key=f"{name}-{number}"):
            for place, (text, press) in enumerate(words):
                if press is None:
                    st.markdown(look.format(md(text)), width="content")
                else:
                    st.button(md(text), key=f"{name}-{number}-{place}", type="tertiary", on_click=press)
