"""Two compared at a glance: a short table of facts, whose numbers list their events."""

import streamlit as st

from loaders.compare import Said, glance
from loaders.compare_sides import sides
from loaders.events.selection import Selection
from loaders.text import say
from pages.cities.views import part
from pages.parts import state
from pages.parts.words import md

_WIDTHS = [1, 2, 2]


def draw_glance(shown: Selection) -> None:
    """A row a fact, a column a side."""
    with part("glance", say("At a glance")):
        _row("", [[Said(side.name)] for side in sides(shown)], "head")
        for place, (label, parts) in enumerate(glance(shown)):
            _row(label, parts, str(place))


def _row(label: str, parts: list[list[Said]], name: str) -> None:
    head, *columns = st.columns(_WIDTHS)
    head.markdown(md(label))
    for number, (column, said) in enumerate(zip(columns, parts, strict=True)):
        with column, st.container(horizontal=True, gap="small", key=f"glance-{name}-{number}"):
            for place, part in enumerate(said):
                if part.choices is None:
                    st.markdown(f"**{md(part.text)}**" if name == "head" else md(part.text), width="content")
                else:
                    key = f"glance-{name}-{number}-{place}"
                    st.button(md(part.text), key=key, type="tertiary", on_click=state.narrow, kwargs=dict(part.choices))
