"""The timeline page's charts: lanes with activity above, history on its own strip, and what no axis can hold."""

import pandas as pd
import streamlit as st

from charts.brush import brushable
from charts.history import history_strip
from charts.key import reading_key
from charts.ready import ReadyFigure
from charts.timeline import timeline
from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import FactBase, stamp
from loaders.marks import HISTORY_ENDS, axis_years, by_year, history, marks, recent, unplaced
from loaders.story_clicks import clicks_count_more
from loaders.timeline_words import counting_note, timeline_text
from pages.parts import state
from pages.parts.base import all_events, kept_drawing, names_of_choices
from pages.parts.counting import says_counting
from pages.parts.drawn import YEAR, dark, narrowing_chart, show_chart
from pages.parts.marking import marked_of
from pages.parts.opening import open_card
from pages.parts.picture import Drawing
from pages.parts.screen import KEY_PX, screen
from pages.parts.timeline_eras import background_text, choose_background, list_background, on_background
from pages.parts.timeline_lanes import ALL, LANE_NAMES, choose_lane, choose_lanes, in_lane, only_lane
from pages.parts.words import md

_COLUMNS = "Over a year’s column stands how many were held and, where there is room, +2 for two that are outlined."
_KEY_TEXT = "How to read the marks: a point is one day, a solid bar lasted, a hatched bar is a time within which it happened, a fading bar has no known end, outlined is only announced, crossed and struck was called off. Pips behind a title are independent sources, filled where one of them is primary; ~ is inferred in part."


def draw(facts: FactBase, shown: Events) -> None:
    """Everything between the headline and the rows."""
    says_counting(shown, _COLUMNS)
    covered = {**state.current_filters().to_query(), "view": ["coverage"]}
    st.page_link("sources.py", label="A gap may be a gap in what was read: see what the sources cover", query_params=covered)
    lanes = choose_lanes()
    names = names_of_choices()[lanes]
    lane = choose_lane(shown, lanes, names)
    choose_background()
    if lanes == "city":
        st.caption("An event stands in the lane of each of its cities.")
    _key({} if lanes == "sector" else shown.rows.set_index("sector")["colour"].to_dict())
    _says_what_clicks_do(shown)
    _chart(
        "chart",
        recent(shown),
        (lanes, lane),
        names,
        timeline_text(shown, len(all_events()), filters=state.current_filters()) + background_text(recent(shown)),
    )
    list_background(recent(shown))
    past = history(shown)
    if len(in_lane(past, lanes, lane)):
        st.subheader(f"Before {HISTORY_ENDS}")
        _chart("history", past, (lanes, lane), names, _history_text(past))
    _unplaced(shown)


def timeline_pictures(facts: FactBase, shown: Events) -> list[Drawing]:
    """The charts as they are saved."""
    filters, lanes = state.current_filters(), st.session_state["lanes"]
    names = names_of_choices()[lanes]
    title, note = f"Events by date, a lane for each {LANE_NAMES[lanes].lower()}", counting_note(shown, filters=filters)
    parts = (
        ("chart", title, recent(shown), f"{_KEY_TEXT}{background_text(recent(shown))} {note}"),
        ("history", f"Before {HISTORY_ENDS}", history(shown), _KEY_TEXT),
    )

    def drawing(name: str, some: Events):
        view = stamp(), filters, (lanes, ALL), st.session_state["eras"], False, False, marked_of(some.rows["event_id"])
        return lambda: _figure(name, *view, some, names)

    return [
        Drawing(title, drawing(name, some), note, tuple(some.rows["event_id"]))
        for name, title, some, note in parts
        if len(unplaced(some)) < len(some)
    ]


def _chart(name: str, shown: Events, lanes: tuple[str, str], names: dict[str, str], text: str) -> None:
    """The chart for the reader's screen; `lanes`: what they are of, and which of them is drawn."""
    drawn = in_lane(shown, *lanes)
    if len(unplaced(drawn)) == len(drawn):
        return
    view, marks_of = (stamp(), state.current_filters(), lanes, st.session_state["eras"]), marked_of(shown.rows["event_id"])
    width = screen()
    narrow = width == "narrow"
    figure = _figure(name, *view, dark(), narrow, marks_of, shown, names)
    with st.container(key=f"{width}-{name}"):
        narrowing_chart(figure, key=f"{name}-{width}", alt=text, means=lambda what, key: _means(what, key, lanes[0]), brush=not narrow)


def _means(what: str, key: str, lanes: str) -> dict[str, object]:
    """The choices for a click on a year's column or on a lane's name."""
    return {"years": (int(key), int(key))} if what == YEAR else {lanes: (key,)}


def _says_what_clicks_do(shown: Events) -> None:
    clicks = "a mark for its card, a year’s column or a lane’s name for it alone"
    does = f"Click {clicks}; drag across the chart for a range of years." if screen() == "wide" else f"Tap {clicks}."
    st.caption(md(f"{does} {_count_more(stamp(), state.current_filters(), shown)}".rstrip()))


@kept_drawing
def _count_more(stamp: str, filters: Filters, _shown: Events) -> str:
    return clicks_count_more(_shown, filters)


@kept_drawing
def _figure(
    name: str,
    stamp: str,
    filters: Filters,
    lanes: tuple[str, str],
    eras: str,
    dark: bool,
    narrow: bool,
    marked: tuple[str, ...],
    _shown: Events,
    _names: dict[str, str],
) -> ReadyFigure:
    """A figure, to be brushed where it is wide: a finger's drag scrolls the page.

    What begins with an underscore follows from the rest and is not compared.
    """
    table = only_lane(marks(_shown, lanes=lanes[0], names=pd.Series(_names)), lanes[1])
    if name == "history":
        figure = history_strip(table, dark=dark, narrow=narrow, marked=marked)
    else:
        activity = by_year(_shown, years=filters.years)
        figure = timeline(table, activity, years=axis_years(_shown, filters), dark=dark, narrow=narrow, marked=marked)
        figure = on_background(figure, _shown, dark=dark, narrow=narrow)
    return ReadyFigure(figure if narrow else brushable(figure))


def _key(colours: dict[str, str]) -> None:
    width = screen()
    with st.container(key=f"{width}-key"):
        figure = ReadyFigure(reading_key(dark=dark(), width=KEY_PX[width], colours=colours))
        show_chart(figure, key=f"key-{width}", alt=_KEY_TEXT)


def _history_text(past: Events) -> str:
    rows = past.rows
    return (
        f"Strip of {len(rows)} events before {HISTORY_ENDS}: "
        + "; ".join(f"{row.date_text}, {row.title} ({row.confidence_text})" for row in rows.itertuples())
        + "."
    )


def _unplaced(shown: Events) -> None:
    rows = unplaced(shown)
    if rows.empty:
        return
    st.subheader("Without a place on the axis")
    st.caption("No source dates these, or only a day before or after which they lie.")
    for row in rows.itertuples():
        label = f"{md(row.title)} — {md(row.date_text)}" + ("" if row.status == "held" else f", {md(row.status_text)}")
        st.button(label, key=f"undated-{row.event_id}", type="tertiary", on_click=open_card, args=("event", row.event_id))
