"""Side by side: one small chart for each series that holds for two or more cities, with all that a number needs under it."""

from collections.abc import Sequence

import streamlit as st

from charts.bars import Bar, bars
from charts.ready import ReadyFigure
from loaders.compared import compared, same_day
from loaders.confidence_words import LEGEND
from loaders.events.selection import Selection, derived
from loaders.figures import figure_list
from pages.parts.cities_said import said_of_figures
from pages.parts.drawn import clickable_chart, dark
from pages.parts.picture import HALF_WIDTH_PX, Drawing
from pages.parts.words import md

_RANK = "rank, 1 is the largest"
_OUTLINED = " Outlined: no member of the relationships, shown because the same series has it."


def comparison(shown: Selection, indicator: str) -> None:
    """The charts of one indicator's figures; says so where no series holds for two cities."""
    st.subheader("Side by side, within one series", anchor="side-by-side")
    tables = _tables(shown, indicator)
    if not tables:
        st.markdown(
            "No two cities have a figure in one series here, so nothing is drawn side by side: the figures stand apart, each with its definition."
        )
        return
    st.caption(LEGEND)
    for first in range(0, len(tables), 2):
        for column, place in zip(st.columns(2, gap="large"), range(first, min(first + 2, len(tables))), strict=False):
            with column:
                _series(shown, indicator, place)


@derived
def _tables(shown: Selection, indicator: str) -> list[list]:
    return compared(figure_list(shown, indicator))


def comparison_pictures(shown: Selection, indicator: str) -> list[Drawing]:
    """The charts as they are saved, one a series."""
    return [_picture(shown, indicator, place) for place in range(len(_tables(shown, indicator)))]


def _picture(shown: Selection, indicator: str, place: int) -> Drawing:
    rows = _tables(shown, indicator)[place]
    first, keys = rows[0], tuple(row.observation_id for row in rows)
    note = f"Unit: {first.unit_text or _RANK}. Publisher: {first.publisher}. {first.definition}{_outlined(rows)}"
    return Drawing(f"Side by side: {first.series}", lambda: _figure(shown, indicator, place, dark=False), note, keys, HALF_WIDTH_PX)


def _series(shown: Selection, indicator: str, place: int) -> None:
    name, key, alt, caption = _words(shown, indicator)[place]
    st.markdown(f"**{md(name)}**")
    clickable_chart(_figure(shown, indicator, place, dark=dark()), key=f"series-{key}", alt=alt)
    st.caption(caption)


@derived
def _words(shown: Selection, indicator: str) -> list[tuple[str, str, str, str]]:
    """Of each chart its series' name and key, the chart in words, and what stands below it."""
    said = said_of_figures(shown.store)
    found = []
    for rows in _tables(shown, indicator):
        first = rows[0]
        about = (
            f"Unit: {md(first.unit_text or _RANK)}. {_days(rows)} Publisher: {md(first.publisher)}. {md(first.definition)}{_outlined(rows)}"
        )
        sources = "Sources: " + " · ".join(dict.fromkeys(said.line(row.observation_id) for row in rows))
        found.append((first.series, first.series_id, _alt(rows), f"{about}\n\n{sources}"))
    return found


@derived
def _figure(shown: Selection, indicator: str, place: int, *, dark: bool) -> ReadyFigure:
    return ReadyFigure(bars([_bar(row) for row in _tables(shown, indicator)[place]], dark=dark))


def _bar(row) -> Bar:
    text = f"{row.figure} · {row.as_of_text} {row.confidence}"
    return Bar(row.place, text, row.value, row.observation_id, row.principal, row.confidence_text)


def _days(rows: Sequence) -> str:
    if same_day(rows):
        return f"As of {md(rows[0].as_of_text)}."
    if not any(isinstance(row.as_of, str) for row in rows):
        return "No date is stated."
    return "The days differ: each stands beside its value."


def _outlined(rows: Sequence) -> str:
    return "" if all(row.principal for row in rows) else _OUTLINED


def _alt(rows: Sequence) -> str:
    return (
        f"Bars of the series {rows[0].series}: "
        + "; ".join(f"{row.place} {row.figure}, {row.as_of_text}, {row.confidence_text}" for row in rows)
        + "."
    )
