"""The comparison's charts: by year, sector, form, direction and confidence, each with what it finds."""

from collections.abc import Callable

import streamlit as st

from charts.compare import paired
from charts.compare_years import year_panels
from charts.ready import ReadyFigure
from loaders.compare import YEARS, by_year, means
from loaders.compare_findings import Chart, charts, year_finding
from loaders.compare_sides import PERIODS, sides
from loaders.compare_words import compare_text
from loaders.events.selection import Selection, derived
from pages.parts.drawn import dark, narrowing_chart
from pages.parts.picture import HALF_WIDTH_PX, Drawing
from pages.parts.screen import screen
from pages.parts.words import md

_SIGNS = "Solid: held. Outlined: only announced or called off. Hatched: perhaps of another year. Both sides have one scale."


def draw_comparison(shown: Selection) -> None:
    """Everything between the headline and the rows."""
    st.caption(f"{_SIGNS} Click a bar for its side and what it is of alone.")
    if len(by_year(shown)):
        _draw_years(shown)
    for column, first in zip(st.columns(2, gap="large"), (0, 1), strict=True):
        with column:
            for place, chart in list(enumerate(charts(shown)))[first::2]:
                _draw(shown, place, chart)


def _draw_years(shown: Selection) -> None:
    finding, said = _years_in_words(shown)
    st.subheader("When")
    st.markdown(md(finding))
    width = screen()
    with st.container(key=f"{width}-years-compared"):
        narrowing_chart(
            years_figure(shown, dark=dark(), narrow=width == "narrow"),
            key=f"years-{width}",
            alt=said,
            means=meaning(shown, YEARS),
        )


@derived
def _years_in_words(shown: Selection) -> tuple[str, str]:
    """What the years find, and the chart of them for those who do not see it."""
    pair, table = sides(shown), by_year(shown)
    said = [
        f"{side.name}: " + ", ".join(f"{row.year} {row.events}" for row in table[table["letter"] == side.letter].itertuples())
        for side in pair
    ]
    return year_finding(pair), f"Events by year, two panels on one scale. {'. '.join(said)}."


def _draw(shown: Selection, place: int, chart: Chart) -> None:
    st.subheader(chart.title)
    st.markdown(md(chart.finding))
    narrowing_chart(
        bars_figure(shown, place, dark=dark()),
        key=f"compared-{chart.name}",
        alt=compare_text(sides(shown), chart.table, chart.title),
        means=meaning(shown, chart.facet),
    )


def meaning(shown: Selection, facet: str) -> Callable[[str, str], dict[str, object]]:
    """What the bars of one chart choose, by their keys: `A|energy`."""
    pair = {side.letter: side for side in sides(shown)}

    def of(_: str, key: str) -> dict[str, object]:
        letter, _, code = key.partition("|")
        return means(pair[letter], facet, code)

    return of


@derived
def years_figure(shown: Selection, *, dark: bool, narrow: bool) -> ReadyFigure:
    """Both sides by year."""
    pair, table = sides(shown), by_year(shown)
    periods = pair[0].kind == PERIODS
    places = (1, max(side.number_of_years for side in pair)) if periods else (int(table["year"].min()), int(table["year"].max()))
    lasts = {side.letter: side.number_of_years if periods else places[1] for side in pair}
    firsts = {side.letter: side.years[0] - 1 if periods else 0 for side in pair}
    names = {side.letter: side.name for side in pair}
    return ReadyFigure(year_panels(table, names, places=places, firsts=firsts, lasts=lasts, dark=dark, narrow=narrow))


@derived
def bars_figure(shown: Selection, place: int, *, dark: bool) -> ReadyFigure:
    """One of `charts`."""
    return ReadyFigure(paired(charts(shown)[place].table, dark=dark))


def compare_pictures(shown: Selection) -> list[Drawing]:
    """The charts as they are saved."""
    pair = sides(shown)
    keys = tuple(key for side in pair for key in side.rows["event_id"])
    years = Drawing("Events by year", lambda: years_figure(shown, dark=False, narrow=False), f"{year_finding(pair)} {_SIGNS}", keys)
    return [years] * bool(len(by_year(shown))) + [_picture(shown, place, chart, keys) for place, chart in enumerate(charts(shown))]


def _picture(shown: Selection, place: int, chart: Chart, keys: tuple[str, ...]) -> Drawing:
    first, second = sides(shown)
    title = f"{chart.title} (A: {first.name}; B: {second.name})"
    return Drawing(title, lambda: bars_figure(shown, place, dark=False), f"{chart.finding} {_SIGNS}", keys, HALF_WIDTH_PX)
