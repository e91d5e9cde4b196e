"""Where a page gets its data: the one store of all readers, and the selection of this session."""

import threading

import streamlit as st

import loaders
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase, stamp
from loaders.faults import FaultyData
from loaders.formats import FORMATS
from loaders.leads import Lead, leads
from loaders.offers import export
from loaders.readable import Readable
from loaders.store import Store
from pages.parts.state import current_filters


@st.cache_resource(show_spinner="Reading the facts …", max_entries=1)
def _store(stamp: str) -> Store:
    return Store(loaders.facts())


_RUN = threading.local()


def begin_run() -> None:
    """Looks once, for the whole run of a page, whether a file of `data/` has changed."""
    _RUN.store = None
    _RUN.store = store()


def store() -> Store:
    """All that pages, downloads and data routes are made of; another one when a file of `data/` has changed."""
    return getattr(_RUN, "store", None) or _store(stamp())


def selection(**choices: str) -> Selection:
    """What the session's filters, and these choices of a page, select."""
    return store().selection(current_filters(), choices)


def fact_base() -> FactBase:
    """The read-only fact base."""
    return store().facts


def names_of_choices():
    """Per facet, the readers' names of its codes; see `loaders.chosen.facet_names`."""
    return store().names()


def table_in_words(name: str) -> Readable:
    """One table with names beside its keys. Raises FaultyData where a table that it needs has faults."""
    return store().words(name)


@derived
def _leads(store: Store, name: str, key: str) -> list[Lead]:
    return leads(store, name, key)


def row_leads(name: str, key: str) -> list[Lead]:
    """Where one row of a table is shown, found once. KeyError where there is no such row."""
    return _leads(store(), name, key)


@derived
def _whole(store: Store, name: str) -> bool:
    try:
        export(store.selection(), name)
    except FaultyData:
        return False
    return True


def can_take(name: str) -> bool:
    """Whether no table that an offer needs has faults."""
    return not fact_base().faults or _whole(store(), name)


@derived
def format_note(selection: Selection, code: str, name: str) -> str:
    """What a reader must know before taking this selection in this format; blank where the format has nothing to say."""
    return FORMATS[code].note(export(selection, name)) if FORMATS[code].noted else ""
