"""Side by side: one small chart for each series that holds for two or more cities, with all that a number needs under it."""

import pandas as pd
import streamlit as st

from charts.bars import bars
from charts.ready import ReadyFigure
from loaders.compared import compared, same_day
from loaders.confidence_words import LEGEND
from loaders.facts import FactBase, stamp
from pages.parts.base import kept_drawing
from pages.parts.cities_said import Said, said_of_figures
from pages.parts.drawn import clickable_chart, dark
from pages.parts.picture import HALF_WIDTH_PX, Drawing
from pages.parts.words import md

_RANK = "rank, 1 is the largest"
_OUTLINED = " Outlined: no member of the relationships, shown because the same series has it."


def comparison(facts: FactBase, shown: pd.DataFrame) -> None:
    """The charts of one indicator's figures; says so where no series holds for two cities."""
    st.subheader("Side by side, within one series", anchor="side-by-side")
    tables = compared(shown)
    if not tables:
        st.markdown(
            "No two cities have a figure in one series here, so nothing is drawn side by side: the figures stand apart, each with its definition."
        )
        return
    st.caption(LEGEND)
    said = said_of_figures()
    for first in range(0, len(tables), 2):
        for place, rows in zip(st.columns(2, gap="large"), tables[first : first + 2], strict=False):
            with place:
                _series(rows, said)


def comparison_pictures(shown: pd.DataFrame) -> list[Drawing]:
    """The charts as they are saved, one a series."""
    return [_picture(rows) for rows in compared(shown)]


def _picture(rows: pd.DataFrame) -> Drawing:
    first, keys = rows.iloc[0], tuple(rows["observation_id"])
    outlined = "" if rows["principal"].all() else _OUTLINED
    note = f"Unit: {first['unit_text'] or _RANK}. Publisher: {first['publisher']}. {first['definition']}{outlined}"
    return Drawing(f"Side by side: {first['series']}", lambda: _figure(stamp(), keys, False, rows), note, keys, HALF_WIDTH_PX)


def _series(rows: pd.DataFrame, said: Said) -> None:
    first = rows.iloc[0]
    st.markdown(f"**{md(first['series'])}**")
    key = f"series-{first['series_id']}"
    clickable_chart(
        _figure(stamp(), tuple(rows["observation_id"]), dark(), rows),
        key=key,
        alt=_alt(rows),
    )
    unit = first["unit_text"] or _RANK
    st.caption(f"Unit: {md(unit)}. {_days(rows)} Publisher: {md(first['publisher'])}. {md(first['definition'])}{_outlined(rows)}")
    st.caption("Sources: " + " · ".join(dict.fromkeys(said.line(found) for found in rows["observation_id"])))


@kept_drawing
def _figure(stamp: str, keys: tuple[str, ...], dark: bool, _rows: pd.DataFrame) -> ReadyFigure:
    table = pd.DataFrame(
        {
            "label": _rows["place"],
            "text": _rows["figure"] + " · " + _rows["as_of_text"] + " " + _rows["confidence"],
            "sure": _rows["confidence_text"],
            "value": _rows["value"],
            "key": _rows["observation_id"],
            "solid": _rows["principal"],
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
