"""The timeline page's charts: lanes with activity above, history on its own strip, counts where there are too many marks, and what no axis can hold."""

import streamlit as st

from charts.brush import brushable
from charts.eras import behind
from charts.grid import lane_tiles
from charts.history import history_strip
from charts.key import reading_key
from charts.ready import ReadyFigure
from charts.timeline import timeline
from loaders.activity import lane_years
from loaders.events.selection import Selection, derived
from loaders.marks import HISTORY_ENDS, LANES, axis, by_year, history, lane_marks, means, recent, without_mark
from loaders.numbers import number_text
from loaders.store import Store
from loaders.timeline_words import timeline_text
from pages.parts import state
from pages.parts.base import store
from pages.parts.drawn import dark, narrowing_chart, show_chart, undated_link
from pages.parts.marking import marked_of
from pages.parts.opening import open_card
from pages.parts.picture import Drawing
from pages.parts.screen import KEY_PX, screen
from pages.parts.timeline_eras import background_text, choose_background, eras_of, has_bands, list_background
from pages.parts.timeline_lanes import ALL, LANE_NAMES, choose_lane, choose_lanes, only_lane
from pages.parts.words import md

MOST_MARKS = 2000
"""Of more events than these, the timeline draws how many there are and no mark for each."""
_MOST_LISTED = 30
_KEY_TEXT = "How to read the marks: a point is one day, a solid bar lasted, a hatched bar is a time within which it happened, a fading bar has no known end, outlined is only announced, crossed and struck was called off. Pips behind a title are independent sources, filled where one of them is primary; ~ is inferred in part."
_TILES_TEXT = "A filled tile was held, in part where it has an outline; an outlined one was only announced or called off; hatched at its foot is the part that may lie in other years."


def draw(selection: Selection) -> None:
    """Everything between the headline and the rows."""
    covered = {**selection.filters.to_query(), "view": ["coverage"]}
    st.page_link("sources.py", label="A gap may be a gap in what was read: see what the sources cover", query_params=covered)
    lanes = choose_lanes()
    if len(selection) > MOST_MARKS:
        _draw_counts(selection, lanes)
        undated_link(selection)
    else:
        _draw_marks(selection, lanes)
        _unplaced(selection)


def _draw_counts(selection: Selection, lanes: str) -> None:
    st.caption(
        f"More than {number_text(MOST_MARKS)} events: the picture shows how many there are of each {LANE_NAMES[lanes].lower()} and year."
    )
    if len(lane_years(selection, lanes)):
        width = screen()
        figure = _counts(selection, lanes, dark=dark(), narrow=width == "narrow")
        _show("counts", figure, lanes, f"{timeline_text(selection)} {_TILES_TEXT}", brush=False)


def _draw_marks(selection: Selection, lanes: str) -> None:
    lane = choose_lane(selection, lanes)
    choose_background()
    _key({} if lanes == "sector" else _sector_colours(selection))
    _says_what_clicks_do()
    beside = len(without_mark(selection))
    _chart(selection, (lanes, lane), timeline_text(selection, unplaced=beside) + background_text(selection), past=False)
    list_background(selection)
    if len(only_lane(lane_marks(selection, lanes, past=True), lane)):
        st.subheader(f"Before {HISTORY_ENDS}")
        _chart(selection, (lanes, lane), _history_text(selection), past=True)


def _chart(selection: Selection, lanes: tuple[str, str], text: str, *, past: bool) -> None:
    """The chart for the reader's screen; `lanes`: what they are of, and which of them is drawn."""
    if only_lane(lane_marks(selection, lanes[0], past=past), lanes[1]).empty:
        return
    marked, narrow = marked_of(selection), screen() == "narrow"
    if past:
        _show("history", _strip(selection, *lanes, marked, dark=dark(), narrow=narrow), lanes[0], text)
    else:
        _show("chart", _timeline(selection, *lanes, marked, has_bands(selection), dark=dark(), narrow=narrow), lanes[0], text)


def _show(name: str, figure: ReadyFigure, lanes: str, text: str, *, brush: bool = True) -> None:
    width = screen()
    brush = brush and width == "wide"  # a finger's drag scrolls the page
    with st.container(key=f"{width}-{name}"):
        narrowing_chart(figure, key=f"{name}-{width}", alt=text, means=lambda what, key: means(what, key, lanes), brush=brush)


@derived
def _timeline(
    selection: Selection, lanes: str, lane: str, marked: tuple[str, ...], bands: bool, *, dark: bool, narrow: bool
) -> ReadyFigure:
    """The lanes with the columns above them and, where there are any, the bands behind."""
    table, years = only_lane(lane_marks(selection, lanes, past=False), lane), axis(selection)
    figure = timeline(table, by_year(selection), years=years, dark=dark, narrow=narrow, marked=marked)
    figure = behind(figure, eras_of(selection), years=years, dark=dark, narrow=narrow) if bands else figure
    return _to_brush(figure, narrow)


def _to_brush(figure: dict, narrow: bool) -> ReadyFigure:
    """Where it is wide a drag chooses years; a finger's drag scrolls the page."""
    return ReadyFigure(figure if narrow else brushable(figure))


@derived
def _strip(selection: Selection, lanes: str, lane: str, marked: tuple[str, ...], *, dark: bool, narrow: bool) -> ReadyFigure:
    table = only_lane(lane_marks(selection, lanes, past=True), lane)
    return _to_brush(history_strip(table, dark=dark, narrow=narrow, marked=marked), narrow)


@derived
def _counts(selection: Selection, lanes: str, *, dark: bool, narrow: bool) -> ReadyFigure:
    return ReadyFigure(lane_tiles(lane_years(selection, lanes), dark=dark, narrow=narrow))


def timeline_pictures(selection: Selection) -> list[Drawing]:
    """The charts as they are saved."""
    lanes, light = state.choice("lanes", LANES), {"dark": False, "narrow": False}
    each = LANE_NAMES[lanes].lower()
    if len(selection) > MOST_MARKS:
        title = f"Events by year, a row for each {each}"
        return [Drawing(title, lambda: _counts(selection, lanes, **light), _TILES_TEXT)] if len(lane_years(selection, lanes)) else []
    events = selection.events
    marked, found = marked_of(selection), []
    if len(lane_marks(selection, lanes, past=False)):
        bands, note = has_bands(selection), f"{_KEY_TEXT}{background_text(selection)}"
        keys = tuple(recent(events).rows["event_id"])
        found.append(
            Drawing(f"Events by date, a lane for each {each}", lambda: _timeline(selection, lanes, ALL, marked, bands, **light), note, keys)
        )
    if len(lane_marks(selection, lanes, past=True)):
        keys = tuple(history(events).rows["event_id"])
        found.append(Drawing(f"Before {HISTORY_ENDS}", lambda: _strip(selection, lanes, ALL, marked, **light), _KEY_TEXT, keys))
    return found


def _says_what_clicks_do() -> None:
    clicks = "a mark for its card, a year’s column or a lane’s name for it alone"
    does = f"Click {clicks}; drag across the chart for a range of years." if screen() == "wide" else f"Tap {clicks}."
    st.caption(md(does))


def _sector_colours(selection: Selection) -> dict[str, str]:
    names = store().names()["sector"]
    return {names[row.sector]: row.colour for row in selection.by("sector", "colour").itertuples()}


def _key(colours: dict[str, str]) -> None:
    width = screen()
    with st.container(key=f"{width}-key"):
        show_chart(_reading_key(store(), width, tuple(sorted(colours.items())), dark=dark()), key=f"key-{width}", alt=_KEY_TEXT)


@derived
def _reading_key(_store: Store, width: str, colours: tuple[tuple[str, str], ...], *, dark: bool) -> ReadyFigure:
    return ReadyFigure(reading_key(dark=dark, width=KEY_PX[width], colours=dict(colours)))


def _history_text(selection: Selection) -> str:
    rows = history(selection.events).rows
    told = "; ".join(f"{row.date_text}, {row.title} ({row.confidence_text})" for row in rows.itertuples())
    return f"Strip of what was over before {HISTORY_ENDS}: {told}."


def _unplaced(selection: Selection) -> None:
    """What has no mark: each leads to its card, and what has no date can be chosen alone."""
    rows = without_mark(selection)
    if len(rows):
        st.subheader("Without a place on the axis")
        more = f" Here are the first {_MOST_LISTED}; all are among the rows below." if len(rows) > _MOST_LISTED else ""
        st.caption(f"No source dates these, or only a day before or after which they lie.{more}")
    undated_link(selection)
    for row in rows.head(_MOST_LISTED).itertuples():
        label = f"{md(row.title)} — {md(row.date_text)}" + ("" if row.status == "held" else f", {md(row.status_text)}")
        st.button(label, key=f"undated-{row.event_id}", type="tertiary", on_click=open_card, args=("event", row.event_id))
