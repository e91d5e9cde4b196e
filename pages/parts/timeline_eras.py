"""The background of the timeline: eras as bands behind the marks, on or off, and in words below."""

import pandas as pd
import streamlit as st

from loaders.eras import era_lines, era_text, eras, eras_within
from loaders.events.selection import Selection, derived
from loaders.faults import FaultyData
from loaders.marks import axis
from pages.parts import state
from pages.parts.faults import section
from pages.parts.words import md

_HELP = "Disasters, the pandemic and EU programmes as bands behind the marks, as wide as the events that sources put into them."
NAME, CHOICES = "eras", ("on", "off")


@derived
def _eras(store) -> pd.DataFrame:
    return eras(store.facts)


def choose_background() -> None:
    """The choice of the background, which the address says as `eras`."""
    st.segmented_control("Eras", CHOICES, format_func=str.capitalize, required=True, help=_HELP, **state.chosen(NAME, CHOICES))


@derived
def eras_of(selection: Selection) -> pd.DataFrame:
    """The eras that reach into the axis of these events. Raises FaultyData where a table of theirs has faults."""
    table, years = _eras(selection.store), axis(selection)
    return eras_within(table, years) if years else table.iloc[:0]


def has_bands(selection: Selection) -> bool:
    """Whether the chart has bands behind it; none where their tables have faults, which `list_background` names: it is drawn without them."""
    try:
        return state.choice(NAME, CHOICES) == "on" and len(eras_of(selection)) > 0
    except FaultyData:
        return False


def background_text(selection: Selection) -> str:
    """What the bands say, for the chart's text and for the foot of its picture; blank where there are none."""
    return f" {era_text(eras_of(selection))}" if has_bands(selection) else ""


def list_background(selection: Selection) -> None:
    """The bands in words, each with who says so."""
    lines = []
    with section("The background of the timeline"):
        lines = era_lines(eras_of(selection)) if state.choice(NAME, CHOICES) == "on" else []
    if lines:
        st.caption(
            "**Eras**, as far as the sources here tell: a band spans the events that they put into it, and fades where a date is vague and where "
            "no source states the whole period. " + md("; ".join(lines)) + "\\."
        )
