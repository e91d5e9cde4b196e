"""Side by side: one small chart for each series that holds for two or more cities, with all that a number needs under it."""

import pandas as pd
import streamlit as st

from charts.bars import bars
from charts.ready import ReadyFigure
from loaders.compared import compared, same_day
from loaders.confidence_words import LEGEND
from loaders.events.selection import Selection, derived
from loaders.figures import select_figures
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
def _tables(shown: Selection, indicator: str) -> list[pd.DataFrame]:
    return compared(select_figures(shown, indicator))


def comparison_pictures(shown: Selection, indicator: str) -> list[Drawing]:
    """The charts as they are saved, one a series."""
    return [_picture(shown, indicator, place) for place in range(len(_tables(shown, indicator)))]


def _picture(shown: Selection, indicator: str, place: int) -> Drawing:
    rows = _tables(shown, indicator)[place]
    first, keys = rows.iloc[0], tuple(rows["observation_id"])
    note = f"Unit: {first['unit_text'] or _RANK}. Publisher: {first['publisher']}. {first['definition']}{_outlined(rows)}"
    return Drawing(f"Side by side: {first['series']}", lambda: _figure(shown, indicator, place, dark=False), note, keys, HALF_WIDTH_PX)


def _series(shown: Selection, indicator: str, place: int) -> None:
    rows, said = _tables(shown, indicator)[place], said_of_figures(shown.store)
    first = rows.iloc[0]
    st.markdown(f"**{md(first['series'])}**")
    clickable_chart(_figure(shown, indicator, place, dark=dark()), key=f"series-{first['series_id']}", alt=_alt(rows))
    unit = first["unit_text"] or _RANK
    st.caption(f"Unit: {md(unit)}. {_days(rows)} Publisher: {md(first['publisher'])}. {md(first['definition'])}{_outlined(rows)}")
    st.caption("Sources: " + " · ".join(dict.fromkeys(said.line(found) for found in rows["observation_id"])))


@derived
def _figure(shown: Selection, indicator: str, place: int, *, dark: bool) -> ReadyFigure:
    rows = _tables(shown, indicator)[place]
    table = pd.DataFrame(
        {
            "label": rows["place"],
            "text": rows["figure"] + " · " + rows["as_of_text"] + " " + rows["confidence"],
            "sure": rows["confidence_text"],
            "value": rows["value"],
            "key": rows["observation_id"],
            "solid": rows["principal"],
        }
    )
    return ReadyFigure(bars(table, dark=dark))


def _days(rows: pd.DataFrame) -> str:
    if same_day(rows):
        return f"As of {md(rows['as_of_text'].iloc[0])}."
    if rows["as_of"].isna().all():
        return "No date is stated."
    return "The days differ: each stands beside its value."


def _outlined(rows: pd.DataFrame) -> str:
    return "" if rows["principal"].all() else _OUTLINED


def _alt(rows: pd.DataFrame) -> str:
    return (
        f"Bars of the series {rows['series'].iloc[0]}: "
        + "; ".join(f"{row.place} {row.figure}, {row.as_of_text}, {row.confidence_text}" for row in rows.itertuples())
        + "."
    )
