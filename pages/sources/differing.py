"""Where sources disagree, dates on one axis."""

import streamlit as st

from loaders.disagreements import Disagreement, disagreements, place, scale
from loaders.events.selection import Selection, derived
from loaders.text import counted, message, say
from pages.parts import state
from pages.parts.opening import open_card
from pages.parts.words import md
from pages.widgets.table import Column, packed, table

DISPUTED = {"disputed": ("yes",)}


def draw_disagreements(shown: Selection) -> None:
    """What is shown and what others say; a row opens its event."""
    if disagreements(shown):
        table(_disagreements(shown), key="disagreements", open=lambda event: open_card("event", event))
        number = shown.sharing(**DISPUTED).count()
        label = counted("Choose this event", "Choose these {count} events", count=number)
        st.button(md(label), key="disputed-alone", type="tertiary", on_click=state.narrow, kwargs=DISPUTED)


@derived
def _disagreements(shown: Selection) -> bytes:
    found = disagreements(shown)
    ticks, most = scale(found)
    rows = {
        "key": [one.event_id for one in found],
        "title": [one.title for one in found],
        "on": [one.on for one in found],
        "dots": [[["ours", 50.0], *(["theirs", round(place(days, most), 1)] for days in one.apart)] if one.apart else [] for one in found],
        "shown": [one.shown for one in found],
        "others": [_said(one) for one in found],
    }
    columns = (
        Column("title", message("Event"), "title"),
        Column("on", message("On")),
        Column("dots", message("How far apart the dates are"), "scale", ticks=tuple(ticks)),
        Column("shown", message("We show"), "words"),
        Column("others", message("Another source says"), "words"),
    )
    number = len({one.event_id for one in found})
    heading = counted("Where sources disagree: {count} event", "Where sources disagree: {count} events", count=number)
    return packed(rows, columns, caption=heading, heading=heading, parameter="event")


def _said(one: Disagreement) -> str:
    return "; ".join(say("{value} ({who})", value=value.text, who=value.who) for value in one.others)
