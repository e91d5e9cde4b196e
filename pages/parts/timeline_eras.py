"""The background of the timeline: eras as bands behind the marks, on or off, and in words below."""

import pandas as pd
import streamlit as st

from charts.eras import behind
from loaders.eras import era_lines, era_text, eras, eras_within
from loaders.events import Events
from loaders.facts import stamp
from loaders.faults import FaultyData
from loaders.marks import axis_years, unplaced
from pages.parts import state
from pages.parts.base import fact_base, kept_table
from pages.parts.faults import section
from pages.parts.words import md

_HELP = "Disasters, the pandemic and EU programmes as bands behind the marks, as wide as the events that sources put into them."
NAME, CHOICES = "eras", ("on", "off")


@kept_table
def _eras(stamp: str) -> pd.DataFrame:
    return eras(fact_base())


def choose_background() -> None:
    """The choice of the background, which the address says as `eras`."""
    st.segmented_control("Background", CHOICES, format_func=str.capitalize, required=True, help=_HELP, **state.chosen(NAME, CHOICES))


def _shown(recent: Events) -> pd.DataFrame:
    """The eras that the chart of these events shows; none where the background is off, or where nothing has a place on the axis."""
    table = _eras(stamp())
    on = state.choice(NAME, CHOICES) == "on" and len(unplaced(recent)) < len(recent)
    return eras_within(table, axis_years(recent, state.current_filters())) if on else table.iloc[:0]


def _sound(recent: Events) -> pd.DataFrame:
    """The same; none where their tables have faults, which `list_background` names: the chart is drawn without them."""
    try:
        return _shown(recent)
    except FaultyData:
        return pd.DataFrame()


def on_background(figure: dict, recent: Events, *, dark: bool, narrow: bool) -> dict:
    """The chart of these events with the bands behind it, where they are on."""
    table = _sound(recent)
    years = axis_years(recent, state.current_filters()) if len(table) else (0, 0)
    return behind(figure, table, years=years, dark=dark, narrow=narrow) if len(table) else figure


def background_text(recent: Events) -> str:
    """What the bands say, for the chart's text and for the foot of its picture; blank where they are off."""
    return f" {era_text(_sound(recent))}".rstrip()


def list_background(recent: Events) -> None:
    """The bands in words, each with who says so."""
    lines = []
    with section("The background of the timeline"):
        lines = era_lines(_shown(recent))
    if lines:
        st.caption(
            "**Background**, as far as the sources here tell: a band spans the events that they put into it, and fades where a date is vague and where "
            "no source states the whole period. " + md("; ".join(lines)) + "\\."
        )
