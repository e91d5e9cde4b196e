"""Figures that disagree: both drawn, which one is followed, and why."""

import streamlit as st

from charts.bars import Bar
from charts.dots import dots
from charts.ready import ReadyFigure
from loaders.confidence_words import LEGEND
from loaders.conflicts import Conflict
from loaders.events.selection import Selection, derived
from loaders.figures import figure_list
from pages.parts.cities_said import Said, said_of_figures
from pages.parts.drawn import clickable_chart, dark
from pages.parts.picture import HALF_WIDTH_PX, Drawing
from pages.parts.words import md, number_of


@derived
def conflicts_shown(shown: Selection, indicator: str) -> list[Conflict]:
    """The conflicts among the selected figures, those around a followed figure first."""
    keys = {row.observation_id for row in figure_list(shown, indicator)}
    found = [conflict.within(keys) for conflict in shown.store.conflicts()]
    return [conflict for conflict in found if len(conflict.rows) > 1]


def conflict_list(shown: Selection, indicator: str) -> None:
    """Every conflict among the shown figures; says so where there is none."""
    found = conflicts_shown(shown, indicator)
    st.subheader("Figures that disagree", anchor="disagree")
    if not found:
        st.markdown("No two published figures of one city disagree here for about the same time.")
        return
    st.caption(
        "Published figures of one city in one unit, no more than a year apart or undated (areas, elevations and extents whatever their year), that differ by more than rounding. "
        "None is called wrong. Filled: the one that this dashboard follows. The scales do not begin at zero. " + LEGEND
    )
    first = _followed(shown, indicator)
    for start in range(0, len(first), 2):
        for column, place in zip(st.columns(2, gap="large"), first[start : start + 2], strict=False):
            with column:
                _drawn(shown, indicator, place)
    if others := _others(shown, indicator):
        st.markdown(f"**Other years with two counts or more**, none of which the city is shown with:\n\n{others}")


def _followed(shown: Selection, indicator: str) -> list[int]:
    """The places of the conflicts that have a followed figure: these are drawn."""
    return [place for place, conflict in enumerate(conflicts_shown(shown, indicator)) if conflict.preferred]


def _drawn(shown: Selection, indicator: str, place: int) -> None:
    key, heading, alt, below = _words(shown, indicator, place)
    st.markdown(heading)
    clickable_chart(_figure(shown, indicator, place, dark=dark()), key=f"conflict-{key}", alt=alt)
    st.markdown(below)


@derived
def _words(shown: Selection, indicator: str, place: int) -> tuple[str, str, str, str]:
    """Of one conflict the key of the figure that is followed, a heading, the chart in words, why that figure is followed, and all of its figures."""
    conflict, said = conflicts_shown(shown, indicator)[place], said_of_figures(shown.store)
    rows, first = conflict.rows, conflict.rows[0]
    words = "; ".join(f"{row.figure}, {row.as_of_text}, {row.series}, {row.confidence_text}" for row in rows)
    return (
        first.observation_id,
        f"**{md(conflict.name)}, {number_of(len(rows), 'figure')}**",
        f"Dots: {conflict.name}: {words}.",
        "\n".join([f"**{md(first.figure)}** is followed: {md(conflict.reason)}\n", *(_line(row, said) for row in rows)]),
    )


def conflict_pictures(shown: Selection, indicator: str) -> list[Drawing]:
    """The charts as they are saved, one a conflict that has a followed figure."""
    return [_picture(shown, indicator, place) for place in _followed(shown, indicator)]


def _picture(shown: Selection, indicator: str, place: int) -> Drawing:
    conflict = conflicts_shown(shown, indicator)[place]
    keys = tuple(row.observation_id for row in conflict.rows)
    followed = f"Filled: the figure that is followed, {conflict.rows[0].figure}: {conflict.reason} The scale need not begin at zero."
    title = f"Figures that disagree: {conflict.name}"
    return Drawing(title, lambda: _figure(shown, indicator, place, dark=False), followed, keys, HALF_WIDTH_PX)


@derived
def _figure(shown: Selection, indicator: str, place: int, *, dark: bool) -> ReadyFigure:
    rows = conflicts_shown(shown, indicator)[place].rows
    table = [
        Bar(row.figure, f"{row.as_of_text} {row.confidence}", row.value, row.observation_id, row.preferred, row.confidence_text)
        for row in rows
    ]
    return ReadyFigure(dots(table, dark=dark))


def _line(row, said: Said) -> str:
    why = f" — {md(row.why)}: {md(row.definition)}" if row.why else " — followed"
    return f"- **{md(row.figure)}**, {md(row.as_of_text)}, {md(row.series)}{why} ({said.line(row.observation_id)})"


@derived
def _others(shown: Selection, indicator: str) -> str:
    """The conflicts without a followed figure, a line each."""
    found = [conflict for conflict in conflicts_shown(shown, indicator) if not conflict.preferred]
    return "\n".join(f"- {md(conflict.name)}: {_counts(conflict.rows)}; {_whys(conflict.rows)}." for conflict in found)


def _whys(rows: tuple) -> str:
    return md("; ".join(dict.fromkeys(row.why for row in rows if row.why)))


def _counts(rows: tuple) -> str:
    return " · ".join(f"**{md(row.value_text)}** ({md(row.as_of_text)}, {md(row.series)})" for row in rows)
