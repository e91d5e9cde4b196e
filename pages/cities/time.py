"""Over time: a panel for each place, a line for each way of counting."""

from html import escape

import streamlit as st

from charts.lines import Place, Point, lines
from charts.ready import ReadyFigure
from loaders.events.selection import Selection, derived
from loaders.figure_words import brief_value, card_lines, when_text
from loaders.over_time import indicator_over_time, lines_of, undated
from loaders.side_by_side import indicators_known
from loaders.text import counted, listed, message, say
from pages.cities.rows import draw_rows
from pages.parts.drawn import clickable_chart, dark
from pages.parts.picture import Drawing
from pages.parts.screen import screen

_TIMES = 20
"""Of places of which one has more than so many times as much as another, each has a scale of its own."""
_SIGNS = {
    "line": message("latest series"),
    "thin": message("other series"),
    "full": message("published figure"),
    "hollow": message("computed by us"),
}


def draw_time(shown: Selection) -> None:
    """The panels and the rows."""
    width = screen()
    if lines_of(shown):
        with st.container(key=f"picture-years-{width}"):
            clickable_chart(years_figure(shown, dark=dark(), narrow=width == "narrow"), key=f"years-{width}", alt=_text(shown))
        behind = {"behind": message("other places")} if _together(shown) and len(lines_of(shown)) > 1 else {}
        signs = "".join(f'<li><i class="{sign}"></i>{escape(say(words))}</li>' for sign, words in {**_SIGNS, **behind}.items())
        st.html(f'<ul class="figure-signs">{signs}</ul>')
    if number := undated(shown):
        st.caption(
            counted(
                "{count} figure has no date and stands in the table.", "{count} figures have no date and stand in the table.", count=number
            )
        )
    draw_rows(shown, "time")


@derived
def years_figure(shown: Selection, *, dark: bool, narrow: bool) -> ReadyFigure:
    """The panels."""
    return ReadyFigure(lines(_places(shown), together=_together(shown), dark=dark, narrow=narrow))


@derived
def _together(shown: Selection) -> bool:
    """Whether one scale holds all: of one unit, and of shares, or of a size."""
    units = {row.unit_text for rows in lines_of(shown) for row in rows}
    most = [max(row.value for row in rows) for rows in lines_of(shown)]
    known = indicators_known(shown.store).set_index("indicator_id")["quantity"]
    share = known[indicator_over_time(shown)] == "share"
    return len(units) == 1 and (share or max(most) <= _TIMES * max(min(most), 0))


def _places(shown: Selection) -> list[Place]:
    found = []
    for rows in lines_of(shown):
        leading = _leading(rows)
        units = list(dict.fromkeys(row.unit_text for row in rows))
        points = [
            Point(row.series_id, row.x, row.value, row.observation_id, "<br>".join(map(escape, card_lines(row))), row.derived, row.series_id == leading,
                  say("{value} in {year}", value=brief_value(row), year=when_text(row)))
            for row in rows if row.unit_text == units[0]
        ]  # fmt: skip
        found.append(Place(rows[0].city, units[0], points))
    return found


def _leading(rows: list) -> str:
    """The series that stands out: of those with several figures the one that goes on longest, of as long the one with most figures."""
    series: dict[str, list] = {}
    for row in rows:
        series.setdefault(row.series_id, []).append(row)
    return max(series, key=lambda name: (len(series[name]) > 1, series[name][-1].end, len(series[name])))


@derived
def _text(shown: Selection) -> str:
    return say(
        "{indicator} over the years: {places}.",
        indicator=lines_of(shown)[0][0].indicator,
        places=listed([rows[0].city for rows in lines_of(shown)]),
    )


def time_pictures(shown: Selection) -> list[Drawing]:
    """The panels as they are saved."""
    return [Drawing(say("Over time"), lambda: years_figure(shown, dark=False, narrow=False))] if lines_of(shown) else []
