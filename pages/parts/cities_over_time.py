"""Over the years: a panel for each city, a line for each series, and what no axis can hold in words."""

import pandas as pd
import streamlit as st

from charts.lines import lines
from charts.ready import ReadyFigure
from loaders.confidence_words import LEGEND
from loaders.facts import stamp
from loaders.over_time import over_time, unplaced_figures
from pages.parts.base import kept_drawing
from pages.parts.drawn import clickable_chart, dark
from pages.parts.picture import Drawing
from pages.parts.screen import screen
from pages.parts.words import md

_NOTE = (
    "Each line is one series; no line runs from one series to another or across a break. A series with one figure is a point. "
    "Blue and bold: the series of the preferred figure, which is the large mark. A figure of a year stands in its middle. "
    "Each panel has its own scales, and they do not begin at zero. Behind a series’ name stand its latest figure and how well that is founded."
)


def time_panels(shown: pd.DataFrame) -> None:
    """A chart for each city with more than one dated figure in a series; nothing where no city has."""
    tables = over_time(shown)
    if not tables:
        return
    st.subheader("Over the years", anchor="over-the-years")
    st.caption(f"{_NOTE} {LEGEND}")
    for rows in tables:
        _panel(rows, unplaced_figures(shown, rows["city_id"].iloc[0]))


def _panel(rows: pd.DataFrame, unplaced: pd.DataFrame) -> None:
    place, city = rows["place"].iloc[0], rows["city_id"].iloc[0]
    st.markdown(f"**{md(place)}** · {md(rows['indicator'].iloc[0])}, {md(rows['unit_text'].iloc[0])}")
    width = screen()
    figure = _figure(stamp(), tuple(rows["observation_id"]), dark(), width == "narrow", rows)
    with st.container(key=f"{width}-years-{city}"):
        clickable_chart(figure, key=f"years-{city}-{width}", alt=_alt(rows))
    if len(unplaced):
        texts = "; ".join(f"{row.figure} ({row.as_of_text}, {row.series})" for row in unplaced.itertuples())
        st.markdown(f"Not on the axis, because undated: {md(texts)}.")


def time_pictures(shown: pd.DataFrame) -> list[Drawing]:
    """The panels as they are saved, one a city."""
    return [_picture(rows) for rows in over_time(shown)]


def _picture(rows: pd.DataFrame) -> Drawing:
    first, keys = rows.iloc[0], tuple(rows["observation_id"])
    title = f"Over the years: {first['place']}, {first['indicator'].lower()}, {first['unit_text']}"
    return Drawing(title, lambda: _figure(stamp(), keys, False, False, rows), _NOTE, keys)


@kept_drawing
def _figure(stamp: str, keys: tuple[str, ...], dark: bool, narrow: bool, _rows: pd.DataFrame) -> ReadyFigure:
    columns = ["series", "x", "value", "value_text", "preferred"]
    table = _rows[columns].assign(
        key=_rows["observation_id"],
        card=_rows["figure"] + ", " + _rows["as_of_text"] + ", " + _rows["series"],
        value_text=_rows["value_text"] + " " + _rows["confidence"],
        sure=_rows["confidence"] + " " + _rows["confidence_text"],
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
