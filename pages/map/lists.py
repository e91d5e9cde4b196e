"""Below the map: the events of each place by sector, the trips, and what of both can be taken away."""

import pandas as pd
import streamlit as st

from charts.look import faded, look, on_paper
from charts.ready import ReadyFigure
from charts.share_bars import Bar, Part, share_bars
from loaders.atlas import places_shown
from loaders.events.selection import Selection, derived
from loaders.map_marks import PlaceMark, WayMark, place_marks, way_marks
from loaders.text import counted, message, number, say
from loaders.trips import country_pairs
from pages.parts import state
from pages.parts.drawn import dark, narrowing_chart
from pages.parts.screen import screen
from pages.parts.words import md
from pages.widgets.map import meant
from pages.widgets.sectors import sectors
from pages.widgets.table import Column, packed, table
from pages.widgets.take import take

_MOST = 8  # bars
_LEAST_OF_MOST = 0.05  # what has less than so much of the longest bar stands in a line below the bars
_COLUMNS = (
    Column("origin", message("From"), "title"),
    Column("venue", message("To")),
    Column("events", message("Events"), "number"),
    Column("drawn", message("On the map")),
)


def draw_lists(shown: Selection) -> None:
    """Places beside trips where there is room."""
    left, right = st.columns([846, 392], gap="large") if screen() == "wide" else (st.container(), st.container())
    with left:
        _places(shown)
    with right:
        _trips(shown)


def _places(shown: Selection) -> None:
    marks = place_marks(shown)
    if not marks:
        return
    st.subheader(say("Events that name each place, by sector"), anchor=False)
    bars = _barred(marks)
    width = screen()
    narrowing_chart(
        place_bars(shown, width == "narrow", dark=dark()),
        key=f"place-bars-{width}",
        alt=_text(marks),
        means=lambda what, key: means(shown, what, key),
    )
    if len(marks) > len(bars):
        with st.container(key="more-places", horizontal=True, gap="small"):
            for row in marks[len(bars) :]:
                st.button(
                    f"{md(row.name)} {number(row.events)}",
                    key=f"place-{row.place}",
                    type="tertiary",
                    on_click=state.narrow,
                    kwargs=meant(shown, "place", row.place),
                )
    take("places", places_shown(shown))


def _barred(marks: list[PlaceMark]) -> list[PlaceMark]:
    """The places that have a bar."""
    return [mark for mark in marks if mark.events >= _LEAST_OF_MOST * marks[0].events][:_MOST]


@derived
def place_bars(shown: Selection, narrow: bool, *, dark: bool) -> ReadyFigure:
    known = shown.facts.table("sectors").set_index("sector_id")
    rank = {code: place for place, (code, *_) in enumerate(sectors(shown))}
    bars = []
    for row in _barred(place_marks(shown)):
        parts = [
            Part(
                f"{row.place}|{sector}",
                events,
                on_paper(known["colour"][sector], dark=dark),
                _said(f"{row.name}, {known['name'][sector]}", events),
            )
            for sector, events in sorted(row.shares, key=lambda share: rank.get(share[0], len(rank)))
        ]
        bars.append(Bar(row.place, row.name, row.events, row.said, parts))
    return ReadyFigure(share_bars(bars, what="place", width=354.0 if narrow else 846.0, names=112.0 if narrow else 160.0, dark=dark))


def _said(name: str, events: int) -> str:
    return counted("{name}: {count} event", "{name}: {count} events", name=name, count=events)


def _text(marks: list[PlaceMark]) -> str:
    return say("Events that name each place: {places}.", places=", ".join(f"{row.name} {row.events}" for row in marks))


def means(shown: Selection, what: str, key: str) -> dict[str, object]:
    """The choices for a click on a bar, or on one sector of it."""
    if what == "trip" or what == "trip-part":
        return meant(shown, "journey", key)
    place, _, sector = key.partition("|")
    return meant(shown, "place", place) | ({"sector": (sector,)} if sector else {})


def _trips(shown: Selection) -> None:
    ways = way_marks(shown)
    if not ways:
        return
    st.subheader(say("Events that people travelled to"), anchor=False)
    width = screen()
    narrowing_chart(
        trip_bars(shown, width == "narrow", dark=dark()),
        key=f"trip-bars-{width}",
        alt=_trip_text(ways),
        means=lambda what, key: means(shown, what, key),
    )
    fold = st.expander(counted("{count} route", "All {count} routes", count=len(ways)), key="all-routes", on_change=state.write_address)
    if fold.open:
        with fold:
            table(_routes(shown), key="routes", open=lambda key: state.narrow(journey=(key,)))
    take("journeys", len(ways))


@derived
def trip_bars(shown: Selection, narrow: bool, *, dark: bool) -> ReadyFigure:
    mode = look(dark)
    tones = dict(zip(country_pairs(shown), (mode.accent, faded(mode.accent, mode, 0.6)), strict=False))
    bars = [
        Bar(
            row.place,
            f"{row.origin} → {row.venue}",
            row.events,
            row.said,
            [Part(row.place, row.events, tones.get(row.to, mode.quiet), row.said)],
        )
        for row in way_marks(shown)[:_MOST]
    ]
    return ReadyFigure(share_bars(bars, what="trip", width=354.0 if narrow else 392.0, names=215.0, dark=dark))


def _trip_text(ways: list[WayMark]) -> str:
    return say("Events that people travelled to: {ways}.", ways="; ".join(way.said for way in ways[:_MOST]))


@derived
def _routes(shown: Selection) -> bytes:
    rows = [
        (row.place, row.origin, row.venue, row.events, say("yes") if row.start and row.end else say("no: a point is missing"))
        for row in way_marks(shown)
    ]
    table = pd.DataFrame(rows, columns=["key", *(column.name for column in _COLUMNS)])
    return packed(table, _COLUMNS, caption=_trip_text(way_marks(shown)), sorted_by=(say("Events"), True))
