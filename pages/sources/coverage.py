"""What the sources cover: each relationship year by year, and the kinds of silence between."""

from html import escape

import pandas as pd
import streamlit as st

from charts.coverage import SIGNS, coverage
from charts.ready import ReadyFigure
from loaders.coverage import BEGUN, EVENTS, NONE_KNOWN, NOT_FOUND, NOT_STATED, cell_means, coverage_rows
from loaders.coverage_years import BEFORE, year_columns
from loaders.events.selection import Selection, derived
from loaders.text import counted, listed, message, say
from pages.parts.drawn import dark, narrowing_chart
from pages.parts.faults import section
from pages.parts.picture import Drawing
from pages.parts.rows import event_sources, stop_if_empty
from pages.parts.screen import screen
from pages.parts.words import md
from pages.sources.searches import draw_searches
from pages.widgets.take import take

_STATES = {
    BEGUN: ("begun", message("begun earlier")),
    NOT_STATED: ("vague", message("date too vague to place")),
    NOT_FOUND: ("sought", message("looked for and not found")),
    NONE_KNOWN: ("none", message("nothing known")),
}


def draw(shown: Selection) -> None:
    """The picture, how its signs are read, and what was looked for."""
    with section(say("Where sources are silent")):
        stop_if_empty(shown)
        rows, width = coverage_rows(shown), screen()
        with st.container(key=f"picture-{width}-coverage"):
            if len(rows):
                narrowing_chart(
                    _figure(shown, dark=dark(), narrow=width == "narrow"),
                    key=f"coverage-{width}",
                    alt=_text(shown),
                    means=lambda what, key: means(shown, what, key),
                )
            st.caption(md(key_text(shown)))
        if len(rows):
            take("coverage", len(rows))
    with section(say("What was looked for")):
        draw_searches(shown)
    with section(say("The list of sources")):
        event_sources(shown)


def means(shown: Selection, what: str, key: str) -> dict[str, object]:
    """The choices for a click on a relationship, or on its number in a year."""
    row, _, column = key.partition("|")
    return {"tie": (row,)} if what == "row" else cell_means(shown, row, int(column))


@derived
def key_text(shown: Selection) -> str:
    """What the signs mean that are drawn."""
    states = set(coverage_rows(shown)["state"])
    parts = [f"{SIGNS[sign]} {say(words)}" for state, (sign, words) in _STATES.items() if state in states]
    return "\u2003".join([say("Numbers are events, hatched where a year is in doubt."), *parts])


@derived
def _cells(shown: Selection) -> pd.DataFrame:
    rows = coverage_rows(shown)
    return pd.DataFrame(
        {
            "row": rows["tie_id"],
            "column": rows["year"].fillna(BEFORE).astype("int64"),
            "label": ["≤" + str(BEFORE) if year is pd.NA else str(year) for year in rows["year"]],
            "events": rows["events"],
            "sign": [_STATES[state][0] if state != EVENTS else "" for state in rows["state"]],
            "doubtful": rows["doubtful"] > 0,
            "hover": [_hover(row) for row in rows.itertuples()],
        }
    )


def _hover(row) -> str:
    """The relationship, the year, and what is known of it."""
    told = row.state == EVENTS
    what = counted("{count} event", "{count} events", count=row.events) if told else say(_STATES[row.state][1])
    sought = [say("looked for in vain: {subjects}", subjects=_short(row.searches))] if row.searches else []
    return "<br>".join(map(escape, [say("{tie}, {year}: {what}", tie=row.tie, year=row.years, what=what), *sought]))


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:89] + "…"


@derived
def _figure(shown: Selection, *, dark: bool, narrow: bool) -> ReadyFigure:
    numbers = shown.counts("tie")
    names = [
        (tie, f"{name} {numbers[tie]}")
        for tie, name in coverage_rows(shown)[["tie_id", "tie"]].drop_duplicates().itertuples(index=False, name=None)
    ]
    return ReadyFigure(coverage(_cells(shown), names, dark=dark, narrow=narrow))


@derived
def _text(shown: Selection) -> str:
    rows = coverage_rows(shown)
    parts = []
    for tie, some in rows.groupby("tie", sort=False):
        quiet = [row.years for row in some.itertuples() if row.state in (NONE_KNOWN, NOT_FOUND)]
        parts.append(say("{tie}: nothing known of {years}", tie=tie, years=listed(quiet) if quiet else say("no year")))
    return f"{say('Events by relationship and year.')} {'; '.join(parts)}."


def pictures(shown: Selection) -> list[Drawing]:
    """The picture as it is saved."""
    if not len(shown) or not year_columns(shown) or coverage_rows(shown).empty:
        return []
    return [Drawing(say("Events by relationship and year"), lambda: _figure(shown, dark=False, narrow=False), key_text(shown))]
