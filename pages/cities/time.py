"""Over time: a panel for each place, a line for each way of counting."""

from html import escape

import streamlit as st

from charts.lines import Place, Point, lines
from charts.ready import ReadyFigure
from loaders.events.selection import Selection, derived
from loaders.figure_words import brief_value, card_lines, when_text
from loaders.over_time import followed, in_other_units, indicator_over_time, lines_of, undated
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
    if number := in_other_units(shown):
        st.caption(
            counted(
                "{count} figure has another unit and stands in the table.",
                "{count} figures have another unit and stand in the table.",
                count=number,
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
    units = {place.unit for place in followed(shown)}
    most = [max(value for _, value in place.figures) for place in followed(shown)]
    known = indicators_known(shown.store).set_index("indicator_id")["quantity"]
    share = known[indicator_over_time(shown)] == "share"
    return len(units) == 1 and (share or max(most) <= _TIMES * max(min(most), 0))


def _places(shown: Selection) -> list[Place]:
    return [
        Place(place.city, place.unit, [_point(row, value, leading=row.series_id == place.leading) for row, value in place.figures])
        for place in followed(shown)
    ]


def _point(row, value: float, *, leading: bool) -> Point:
    text = say("{value} in {year}", value=brief_value(row), year=when_text(row))
    return Point(row.series_id, row.x, value, row.observation_id, "<br>".join(map(escape, card_lines(row))), row.derived, leading, text)


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
