"""Of how many events each publisher tells, and how many of these rest on one source: a click on a part lists them."""

import pandas as pd
import streamlit as st

from charts.publishers import publisher_bars
from charts.ready import ReadyFigure
from loaders.documents import left_number
from loaders.events.selection import Selection, derived
from loaders.publishers import publisher_means, publishers
from loaders.text import counted, say
from pages.parts.drawn import dark, narrowing_chart
from pages.parts.picture import Drawing
from pages.parts.screen import screen
from pages.parts.words import md
from pages.sources.views import to_view

MOST = {"wide": 10, "narrow": 7}


def draw_publishers(shown: Selection) -> None:
    """The bars, and the way to every document."""
    width, table = screen(), publishers(shown)
    st.subheader(say("Who tells of the events"), anchor=False)
    if table.empty:
        return
    narrowing_chart(
        _bars(shown, width, dark=dark()), key=f"publishers-{width}", alt=_text(shown), means=lambda what, key: means(shown, what, key)
    )
    number = left_number(shown, "sources")
    label = counted("The document", "All {count} documents", count=number)
    st.button(md(label), key="to-documents", type="tertiary", on_click=to_view, args=("documents",))


def means(shown: Selection, what: str, key: str) -> dict[str, object]:
    """The choices for a click on a publisher, or on what rests on one source."""
    return publisher_means(shown, int(key), alone=what == "alone")


@derived
def _table(shown: Selection, most: int) -> pd.DataFrame:
    """The rows that are drawn, their parts in words."""
    table = publishers(shown).head(most)
    words = [counted("{name}: {count} event", "{name}: {count} events", count=row.events, name=row.publisher) for row in table.itertuples()]
    alone = [
        counted("{name}: {count} event with one source", "{name}: {count} events with one source", count=row.alone, name=row.publisher)
        for row in table.itertuples()
    ]
    return table.assign(hover=words, hover_alone=alone)


@derived
def _bars(shown: Selection, width: str, *, dark: bool) -> ReadyFigure:
    table = _table(shown, MOST[width])
    heads = (say("documents"), say("a single source"), say("several sources"))
    return ReadyFigure(publisher_bars(table, heads, dark=dark, narrow=width == "narrow"))


@derived
def _text(shown: Selection) -> str:
    parts = "; ".join(_table(shown, MOST["wide"])["hover"])
    return say("Events by publisher: {parts}.", parts=parts)


def publisher_pictures(shown: Selection) -> list[Drawing]:
    """The bars as they are saved."""
    return [Drawing(say("Who tells of the events"), lambda: _bars(shown, "wide", dark=False))]
