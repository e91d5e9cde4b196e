"""Over the years: a panel for each city, a line for each series, and what no axis can hold in words."""

import pandas as pd
import streamlit as st

from charts.lines import lines
from charts.ready import ReadyFigure
from loaders.confidence_words import LEGEND
from loaders.events.selection import Selection, derived
from loaders.figures import select_figures
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
    for place in range(len(tables)):
        _panel(shown, indicator, place)


@derived
def _tables(shown: Selection, indicator: str) -> list[pd.DataFrame]:
    return over_time(select_figures(shown, indicator))


def _panel(shown: Selection, indicator: str, at: int) -> None:
    rows = _tables(shown, indicator)[at]
    place, city = rows["place"].iloc[0], rows["city_id"].iloc[0]
    st.markdown(f"**{md(place)}** · {md(rows['indicator'].iloc[0])}, {md(rows['unit_text'].iloc[0])}")
    width = screen()
    with st.container(key=f"{width}-years-{city}"):
        figure = _figure(shown, indicator, at, dark=dark(), narrow=width == "narrow")
        clickable_chart(figure, key=f"years-{city}-{width}", alt=_alt(rows))
    unplaced = unplaced_figures(select_figures(shown, indicator), city)
    if len(unplaced):
        texts = "; ".join(f"{row.figure} ({row.as_of_text}, {row.series})" for row in unplaced.itertuples())
        st.markdown(f"Not on the axis, because undated: {md(texts)}.")


def time_pictures(shown: Selection, indicator: str) -> list[Drawing]:
    """The panels as they are saved, one a city."""
    return [_picture(shown, indicator, at) for at in range(len(_tables(shown, indicator)))]


def _picture(shown: Selection, indicator: str, at: int) -> Drawing:
    rows = _tables(shown, indicator)[at]
    first, keys = rows.iloc[0], tuple(rows["observation_id"])
    title = f"Over the years: {first['place']}, {first['indicator'].lower()}, {first['unit_text']}"
    return Drawing(title, lambda: _figure(shown, indicator, at, dark=False, narrow=False), _NOTE, keys)


@derived
def _figure(shown: Selection, indicator: str, at: int, *, dark: bool, narrow: bool) -> ReadyFigure:
    rows = _tables(shown, indicator)[at]
    columns = ["series", "x", "value", "value_text", "preferred"]
    table = rows[columns].assign(
        key=rows["observation_id"],
        card=rows["figure"] + ", " + rows["as_of_text"] + ", " + rows["series"],
        value_text=rows["value_text"] + " " + rows["confidence"],
        sure=rows["confidence"] + " " + rows["confidence_text"],
    )
    return ReadyFigure(lines(table, dark=dark, narrow=narrow))


def _alt(rows: pd.DataFrame) -> str:
    """The panel in words: each series with its first and last figure."""
    parts = []
    for series, some in rows.groupby("series", sort=False):
        first, last = some.iloc[0], some.iloc[-1]
        text = f"{first['value_text']} ({first['as_of_text']})"
        text += f" to {last['value_text']} ({last['as_of_text']})" if len(some) > 1 else ""
        parts.append(f"{series}: {text}")
    return f"Figures over the years, {rows['place'].iloc[0]}, {rows['indicator'].iloc[0]}: {'; '.join(parts)}."
