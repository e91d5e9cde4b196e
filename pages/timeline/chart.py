"""The timeline page's chart: a row for each kind of event under columns of years, and counts where there are too many marks."""

import streamlit as st

from charts.grid import lane_tiles
from charts.ready import ReadyFigure
from charts.timeline import timeline
from loaders.activity import lane_years
from loaders.events.selection import Selection, derived
from loaders.marks import LANES, axis, by_year, lane_marks, lane_rows, means
from loaders.text import message, say
from loaders.timeline_words import timeline_text
from pages.parts import state
from pages.parts.drawn import dark, narrowing_chart, undated_link
from pages.parts.picture import Drawing
from pages.parts.screen import screen
from pages.timeline.eras import eras_behind
from pages.timeline.key import sign_key

MOST_MARKS = 2000
"""Of more events than these, the timeline draws how many there are and no mark for each."""
LANE_NAMES = {"tie": message("Relationship"), "sector": message("Sector"), "city": message("City")}
_KEY_TEXT = message(
    "A point is one day, a solid bar lasted, a hatched bar is a time within which it happened, a fading bar has no known end, outlined is only announced, struck was called off."
)
_TILES_TEXT = message(
    "A filled tile was held, in part where it has an outline; an outlined one was only announced or called off; hatched at its foot is the part that may lie in other years."
)


def draw(selection: Selection) -> None:
    """Everything between the headline and the rows."""
    width, many = screen(), len(selection) > MOST_MARKS
    with st.container(key="timeline-choices", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        names = {"format_func": lambda lane: say(LANE_NAMES[lane]), "label_visibility": "collapsed"}
        st.segmented_control(say("Rows by"), LANES, required=True, **names, **state.chosen("lanes", LANES))
        if width == "wide" and not many:
            sign_key(_sectors(selection))
    if many:
        st.caption(say("More than {count} events: the picture shows how many there are of each row and year.", count=MOST_MARKS))
    with st.container(key=f"picture-timeline-{width}"):
        _chart(selection, state.choice("lanes", LANES), many=many)
    if width == "narrow" and not many:
        sign_key(_sectors(selection))
    undated_link(selection)


def _sectors(selection: Selection) -> dict[str, str]:
    """The sectors' names and colours, where no row names them."""
    if state.choice("lanes", LANES) != "city":
        return {}
    names = selection.store.names()["sector"]
    return {names[sector]: colour for sector, colour in selection.by("sector", "colour")}


def _chart(selection: Selection, lanes: str, *, many: bool) -> None:
    """The chart for the reader's screen, where anything is dated."""
    look = {"dark": dark(), "narrow": screen() == "narrow"}
    if many and len(lane_years(selection, lanes)):
        _show("counts", _counts(selection, lanes, **look), f"{timeline_text(selection)} {say(_TILES_TEXT)}", lanes)
    elif not many and axis(selection):
        eras, said = eras_behind(selection)
        _show("chart", _timeline(selection, lanes, eras is not None, **look), f"{timeline_text(selection)}{said}", lanes)


def _show(name: str, figure: ReadyFigure, text: str, lanes: str) -> None:
    narrowing_chart(figure, key=f"{name}-{screen()}", alt=text, means=lambda what, key: means(what, key, lanes))


@derived
def _timeline(selection: Selection, lanes: str, bands: bool, *, dark: bool, narrow: bool) -> ReadyFigure:
    """The rows with the columns above them and, where there are any, the bands behind."""
    rows, marks, activity = lane_rows(selection, lanes), lane_marks(selection, lanes), by_year(selection)
    eras = eras_behind(selection)[0] if bands else None
    return ReadyFigure(timeline(rows, marks, activity, years=axis(selection), dark=dark, narrow=narrow, eras=eras))


@derived
def _counts(selection: Selection, lanes: str, *, dark: bool, narrow: bool) -> ReadyFigure:
    return ReadyFigure(lane_tiles(lane_years(selection, lanes), dark=dark, narrow=narrow))


def timeline_pictures(selection: Selection) -> list[Drawing]:
    """The chart as it is saved."""
    lanes, light = state.choice("lanes", LANES), {"dark": False, "narrow": False}
    each = say(LANE_NAMES[lanes]).lower()
    if len(selection) > MOST_MARKS:
        title = say("Events by year, a row for each {each}", each=each)
        return [Drawing(title, lambda: _counts(selection, lanes, **light), say(_TILES_TEXT))] if len(lane_years(selection, lanes)) else []
    if not axis(selection):
        return []
    eras, said = eras_behind(selection)
    return [
        Drawing(
            say("Events by date and {each}", each=each),
            lambda: _timeline(selection, lanes, eras is not None, **light),
            f"{say(_KEY_TEXT)}{said}",
        )
    ]
