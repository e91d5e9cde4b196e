"""Figures that disagree: both drawn, which one is followed, and why."""

import pandas as pd
import streamlit as st

from charts.dots import dots
from charts.ready import ReadyFigure
from loaders.confidence_words import LEGEND
from loaders.conflicts import Conflict
from loaders.facts import FactBase, stamp
from pages.parts.base import all_conflicts, kept_drawing
from pages.parts.cities_said import Said, said_of_figures
from pages.parts.drawn import clickable_chart, dark
from pages.parts.picture import HALF_WIDTH_PX, Drawing
from pages.parts.words import md, number_of


def conflict_list(facts: FactBase, shown: pd.DataFrame) -> None:
    """Every conflict among the shown figures; says so where there is none."""
    found = [conflict.within(shown["observation_id"]) for conflict in all_conflicts()]
    found = [conflict for conflict in found if len(conflict.rows) > 1]
    st.subheader("Figures that disagree", anchor="disagree")
    if not found:
        st.markdown("No two published figures of one city disagree here for about the same time.")
        return
    st.caption(
        "Published figures of one city in one unit, no more than a year apart or undated (areas, elevations and extents whatever their year), that differ by more than rounding. "
        "None is called wrong. Filled: the one that this dashboard follows. The scales do not begin at zero. " + LEGEND
    )
    said = said_of_figures()
    first = [conflict for conflict in found if conflict.preferred]
    for start in range(0, len(first), 2):
        for place, conflict in zip(st.columns(2, gap="large"), first[start : start + 2], strict=False):
            with place:
                _drawn(conflict, said)
    _others([conflict for conflict in found if not conflict.preferred])


def _drawn(conflict: Conflict, said: Said) -> None:
    rows = conflict.rows
    followed = rows.iloc[0]
    st.markdown(f"**{md(conflict.name)}, {number_of(len(rows), 'figure')}**")
    key = f"conflict-{followed['observation_id']}"
    clickable_chart(
        _figure(stamp(), tuple(rows["observation_id"]), dark(), rows),
        key=key,
        alt=f"Dots: {conflict.name}: "
        + "; ".join(f"{row.figure}, {row.as_of_text}, {row.series}, {row.confidence_text}" for row in rows.itertuples())
        + ".",
    )
    st.markdown(f"**{md(followed['figure'])}** is followed: {md(conflict.reason)}")
    st.markdown("\n".join(_line(row, said) for row in rows.itertuples()))


def conflict_pictures(shown: pd.DataFrame) -> list[Drawing]:
    """The charts as they are saved, one a conflict that has a followed figure."""
    found = [conflict.within(shown["observation_id"]) for conflict in all_conflicts()]
    return [_picture(conflict) for conflict in found if len(conflict.rows) > 1 and conflict.preferred]


def _picture(conflict: Conflict) -> Drawing:
    rows, keys = conflict.rows, tuple(conflict.rows["observation_id"])
    followed = f"Filled: the figure that is followed, {rows.iloc[0]['figure']}: {conflict.reason} The scale need not begin at zero."
    drawing = Drawing(f"Figures that disagree: {conflict.name}", lambda: _figure(stamp(), keys, False, rows), followed, keys)
    return drawing._replace(width=HALF_WIDTH_PX)


@kept_drawing
def _figure(stamp: str, keys: tuple[str, ...], dark: bool, _rows: pd.DataFrame) -> ReadyFigure:
    table = pd.DataFrame(
        {
            "label": _rows["figure"],
            "text": _rows["as_of_text"] + " " + _rows["confidence"],
            "sure": _rows["confidence_text"],
            "value": _rows["value"],
            "key": _rows["observation_id"],
            "solid": _rows["preferred"],
        }
    )
    return ReadyFigure(dots(table, dark=dark))


def _line(row, said: Said) -> str:
    why = f" — {md(row.why)}: {md(row.definition)}" if row.why else " — followed"
    return f"- **{md(row.figure)}**, {md(row.as_of_text)}, {md(row.series)}{why} ({said.line(row.observation_id)})"


def _others(found: list[Conflict]) -> None:
    if not found:
        return
    st.markdown("**Other years with two counts or more**, none of which the city is shown with:")
    st.markdown("\n".join(f"- {md(conflict.name)}: {_counts(conflict.rows)}; counted differently." for conflict in found))


def _counts(rows: pd.DataFrame) -> str:
    return " · ".join(f"**{md(row.value_text)}** ({md(row.as_of_text)}, {md(row.series)})" for row in rows.itertuples())
