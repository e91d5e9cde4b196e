"""The comparison's charts: by year, sector, format, direction and confidence, each with what it finds."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from charts.compare import paired
from charts.compare_years import year_panels
from charts.ready import ReadyFigure
from loaders.compare import Shown, by_year
from loaders.compare_findings import year_finding
from loaders.compare_sides import PERIODS
from loaders.compare_words import compare_text, counted_text, shared_text
from loaders.facts import FactBase, stamp
from pages.parts import state
from pages.parts.base import kept_drawing
from pages.parts.compare_clicks import bar_clicked
from pages.parts.compare_kept import Chart, charts_of
from pages.parts.drawn import dark, show_chart
from pages.parts.picture import HALF_WIDTH_PX, Drawing
from pages.parts.screen import screen
from pages.parts.words import md


def draw_comparison(facts: FactBase, pair: Sequence[Shown]) -> None:
    """Everything between the headline and the rows."""
    st.caption(md(f"{counted_text(pair)} {shared_text(pair)}"))
    if all(one.counted.rows.empty for one in pair):
        st.markdown("Nothing of either side is counted here, so nothing is drawn; the events stand in the rows.")
        return
    _years(pair)
    charts = [chart for chart in charts_of(state.current_filters(), pair) if len(chart.table)]
    for column, some in zip(st.columns(2, gap="large"), (charts[::2], charts[1::2]), strict=True):
        with column:
            for chart in some:
                _paired(facts, pair, chart)


def _years(pair: Sequence[Shown]) -> None:
    table, filters = by_year(pair), state.current_filters()
    st.subheader("When")
    st.markdown(md(year_finding(pair, filters)))
    width = screen()
    key = state.anew(f"years-{width}")
    with st.container(key=f"{width}-years-compared"):
        figure = _year_figure(stamp(), filters, tuple(one.side for one in pair), dark(), width == "narrow", table)
        show_chart(figure, key=key, alt=_years_text(pair, table), clicked=lambda: bar_clicked(key, pair, "years"))


def _years_text(pair: Sequence[Shown], table: pd.DataFrame) -> str:
    parts = [
        f"{one.side.name}: " + ", ".join(f"{row.year} {row.held}" for row in table[table["letter"] == one.side.letter].itertuples())
        for one in pair
    ]
    return f"Held events by year of beginning, two panels on one scale. {'. '.join(parts)}."


@kept_drawing
def _year_figure(stamp: str, filters, sides: tuple, dark: bool, narrow: bool, _table: pd.DataFrame) -> ReadyFigure:
    periods = sides[0].kind == PERIODS
    places = (1, max(side.number_of_years for side in sides)) if periods else (int(_table["year"].min()), int(_table["year"].max()))
    lasts = {side.letter: side.number_of_years if periods else places[1] for side in sides}
    firsts = {side.letter: side.years[0] - 1 if periods else 0 for side in sides}
    names = {side.letter: side.name for side in sides}
    return ReadyFigure(year_panels(_table, names, places=places, firsts=firsts, lasts=lasts, dark=dark, narrow=narrow))


def _paired(facts: FactBase, pair: Sequence[Shown], chart: Chart) -> None:
    st.subheader(chart.title)
    st.markdown(md(chart.finding))
    key = state.anew(f"compared-{chart.name}")
    figure = _bar_figure(stamp(), state.current_filters(), tuple(one.side for one in pair), chart.name, dark(), chart.table)
    show_chart(figure, key=key, alt=compare_text(pair, chart.table, chart.title), clicked=lambda: bar_clicked(key, pair, chart.facet))


@kept_drawing
def _bar_figure(stamp: str, filters, sides: tuple, name: str, dark: bool, _table: pd.DataFrame) -> ReadyFigure:
    return ReadyFigure(paired(_table, dark=dark))


def compare_pictures(facts: FactBase, pair: Sequence[Shown]) -> list[Drawing]:
    """The charts as they are saved."""
    filters, named = state.current_filters(), tuple(one.side for one in pair)
    note = f"{counted_text(pair)} {shared_text(pair)}"
    years = Drawing(
        "Events by year",
        lambda: _year_figure(stamp(), filters, named, False, False, by_year(pair)),
        f"{year_finding(pair, filters)} {note}",
        tuple(key for one in pair for key in one.counted.rows["event_id"]),
    )
    keys = tuple(key for one in pair for key in one.counted.rows["event_id"])
    sides = f"A: {named[0].name}; B: {named[1].name}"

    def draw(chart: Chart) -> Callable[[], ReadyFigure]:
        return lambda: _bar_figure(stamp(), filters, named, chart.name, False, chart.table)

    charts = [chart for chart in charts_of(filters, pair) if len(chart.table)]
    return [years, *(Drawing(f"{chart.title} ({sides})", draw(chart), f"{chart.finding} {note}", keys, HALF_WIDTH_PX) for chart in charts)]
