"""The one place where facts and drawings are cached, and where a page asks for them."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

import loaders
from loaders.chosen import facet_names
from loaders.conflicts import Conflict, conflicts
from loaders.events import Events
from loaders.events.filters import Filters, facet_counts, select
from loaders.export import cells, csv_bytes
from loaders.exports import Selection, Store
from loaders.facts import FactBase, stamp
from loaders.figures import city_figures
from loaders.formats import FORMATS
from loaders.leads import Lead, leads
from loaders.offers import export
from loaders.readable import Readable, readable
from pages.parts.state import current_filters

_OF_EVENTS, _NO_EVENTS = ("events", "sites"), Events(pd.DataFrame(), pd.DataFrame(), {})  # the others are worded while events are faulty
kept_drawing = st.cache_resource(show_spinner=False, max_entries=256)
kept_map = st.cache_resource(show_spinner=False, max_entries=32)  # each holds its ground, about half a megabyte
kept_table = st.cache_resource(show_spinner=False, max_entries=64)


@st.cache_resource(show_spinner="Reading the facts …", max_entries=1)
def _facts(stamp: str) -> FactBase:
    return loaders.facts()


@st.cache_resource(show_spinner=False, max_entries=2)
def _events(fingerprint: str, _facts: FactBase) -> Events:
    return loaders.events(_facts)


@st.cache_resource(show_spinner=False, max_entries=2)
def _figures(fingerprint: str, _facts: FactBase) -> pd.DataFrame:
    return city_figures(_facts)


@st.cache_resource(show_spinner=False, max_entries=1)
def _conflicts(stamp: str) -> list[Conflict]:
    return conflicts(fact_base(), all_figures())


def fact_base() -> FactBase:
    """The read-only fact base; read anew when a file of `data/` has changed."""
    return _facts(stamp())


def all_events() -> Events:
    """Every event. Raises FaultyData where a table that it needs has faults."""
    return store().events()


@st.cache_resource(show_spinner=False, max_entries=64)
def _selected(stamp: str, filters: Filters) -> Events:
    return select(all_events(), filters)


def shown_events() -> Events:
    """The events that the session's filters select, found once for each selection."""
    return _selected(stamp(), current_filters())


@st.cache_data(show_spinner=False, max_entries=64)
def _counts(stamp: str, filters: Filters) -> dict[str, dict[str, int]]:
    return facet_counts(all_events(), filters)


def counts_of_choices() -> dict[str, dict[str, int]]:
    """Per facet and code, how many events that choice would show; see `loaders.events.filters.facet_counts`."""
    return _counts(stamp(), current_filters())


@kept_table
def _names(stamp: str) -> dict[str, Mapping[str, str]]:
    return facet_names(fact_base(), all_events())


def names_of_choices() -> dict[str, Mapping[str, str]]:
    """Per facet, the readers' names of its codes; see `loaders.chosen.facet_names`."""
    return _names(stamp())


@st.cache_resource(show_spinner=False, max_entries=64)
def _readable(fingerprint: str, name: str, _facts: FactBase) -> Readable:
    return readable(_facts, _events(fingerprint, _facts) if name in _OF_EVENTS else _NO_EVENTS, name)


def table_in_words(name: str) -> Readable:
    """One table with names beside its keys, made once. Raises FaultyData where a table that it needs has faults."""
    return store().words(name)


@st.cache_data(show_spinner=False, max_entries=256)
def _leads(stamp: str, name: str, key: str) -> list[Lead]:
    return leads(fact_base(), all_events(), name, key)


def row_leads(name: str, key: str) -> list[Lead]:
    """Where one row of a table is shown, found once. KeyError where there is no such row."""
    return _leads(stamp(), name, key)


def all_figures() -> pd.DataFrame:
    """Every figure of a city. Raises FaultyData where a table that it needs has faults."""
    return store().figures()


def all_conflicts() -> list[Conflict]:
    """Every conflict between figures of one city. Raises FaultyData where a table that it needs has faults."""
    return _conflicts(stamp())


@st.cache_data(show_spinner=False, max_entries=64)
def _a_row(stamp: str, name: str) -> tuple[float, float]:
    rows = export(store(), name, Selection())
    number = max(len(rows), 1)
    return len(csv_bytes(cells(rows))) / number, len(rows.sources) / number


def size_of(name: str, number: int) -> tuple[int, int]:
    """Roughly how many bytes so many rows of an offer take as CSV, and on how many sources they rest: as all of its rows do, measured once."""
    return tuple(round(number * each) for each in _a_row(stamp(), name))


@st.cache_data(show_spinner=False, max_entries=64)
def _note(stamp: str, code: str, name: str, filters: Filters, choices: tuple[tuple[str, str], ...]) -> str:
    return FORMATS[code].note(export(store(), name, Selection(filters, dict(choices))))


def format_note(code: str, name: str, selection: Selection) -> str:
    """What a reader must know before taking this selection in this format; blank where the format has nothing to say."""
    return _note(stamp(), code, name, selection.filters, tuple(selection.choices.items())) if FORMATS[code].noted else ""


def store() -> Store:
    """What every download and data route is made of: tables of one state of the data, kept here."""
    facts = fact_base()
    key = facts.fingerprint
    return Store(
        facts,
        lambda: _events(key, facts),
        lambda name: _readable(key, name, facts),
        lambda: _figures(key, facts).copy(deep=False),
    )
