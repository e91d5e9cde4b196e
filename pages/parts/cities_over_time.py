"""Over the years: a panel for each city, a line for each series, and what no axis can hold in words."""

import streamlit as st

from charts.lines import Point, lines
from charts.ready import ReadyFigure
from loaders.confidence_words import LEGEND
from loaders.events.selection import Selection, derived
from loaders.figures import figure_list
from loaders.over_time import over_time, unplaced_figures
from pages.parts.drawn import clickable_chart, dark
from pages.parts.picture import Drawing
from pages.parts.screen import screen
from pages.parts.words import md

_NOTE = (
    "Each line is one series; no line runs from one series to another or across a break. A series with one figure is a point. "
    "Blue and bold: the series of the preferred figure, which is the large mark. A figure of a year stands in its middle. "
    "Each panel has its own scales, and they do not begin at zero. Behind a series’ name stand its latest figure and how well that is founded."
)


def time_panels(shown: Selection, indicator: str) -> None:
    """A chart for each city with more than one dated figure in a series; nothing where no city has."""
    tables = _tables(shown, indicator)
    if not tables:
        return
    st.subheader("Over the years", anchor="over-the-years")
    st.caption(f"{_NOTE} {LEGEND}")
    width = screen()
    for place in range(len(tables)):
        _panel(shown, indicator, place, width)


@derived
def _tables(shown: Selection, indicator: str) -> list[list]:
    return over_time(figure_list(shown, indicator))


def _panel(shown: Selection, indicator: str, at: int, width: str) -> None:
    city, heading, alt, unplaced = _words(shown, indicator)[at]
    st.markdown(heading)
    with st.container(key=f"{width}-years-{city}"):
        figure = _figure(shown, indicator, at, dark=dark(), narrow=width == "narrow")
        clickable_chart(figure, key=f"years-{city}-{width}", alt=alt)
    if unplaced:
        st.markdown(f"Not on the axis, because undated: {unplaced}.")


@derived
def _words(shown: Selection, indicator: str) -> list[tuple[str, str, str, str]]:
    """Of each panel the key of its city, a heading, the panel in words, and the figures that it cannot hold."""
    found = []
    for rows in _tables(shown, indicator):
        first = rows[0]
        unplaced = unplaced_figures(figure_list(shown, indicator), first.city_id)
        texts = "; ".join(f"{row.figure} ({row.as_of_text}, {row.series})" for row in unplaced)
        heading = f"**{md(first.place)}** · {md(first.indicator)}, {md(first.unit_text)}"
        found.append((first.city_id, heading, _alt(rows), md(texts)))
    return found


def time_pictures(shown: Selection, indicator: str) -> list[Drawing]:
    """The panels as they are saved, one a city."""
    return [_picture(shown, indicator, at) for at in range(len(_tables(shown, indicator)))]


def _picture(shown: Selection, indicator: str, at: int) -> Drawing:
    rows = _tables(shown, indicator)[at]
    first, keys = rows[0], tuple(row.observation_id for row in rows)
    title = f"Over the years: {first.place}, {first.indicator.lower()}, {first.unit_text}"
    return Drawing(title, lambda: _figure(shown, indicator, at, dark=False, narrow=False), _NOTE, keys)


@derived
def _figure(shown: Selection, indicator: str, at: int, *, dark: bool, narrow: bool) -> ReadyFigure:
    table = [
        Point(
            series=row.series,
            x=row.x,
            value=row.value,
            value_text=f"{row.value_text} {row.confidence}",
            key=row.observation_id,
            card=f"{row.figure}, {row.as_of_text}, {row.series}",
            sure=f"{row.confidence} {row.confidence_text}",
            preferred=row.preferred,
        )
        for row in _tables(shown, indicator)[at]
    ]
    return ReadyFigure(lines(table, dark=dark, narrow=narrow))


def _alt(rows: list) -> str:
    """The panel in words: each series with its first and last figure."""
    series: dict[str, list] = {}
    for row in rows:
        series.setdefault(row.series, []).append(row)
    parts = []
    for name, some in series.items():
        texts = [f"{row.value_text} ({row.as_of_text})" for row in (some[0], *some[1:][-1:])]
        parts.append(f"{name}: {' to '.join(texts)}")
    return f"Figures over the years, {rows[0].place}, {rows[0].indicator}: {'; '.join(parts)}."
