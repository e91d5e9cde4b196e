"""The one place where facts are cached, and where a page asks for them."""

import streamlit as st

import loaders
from loaders.events import Events
from loaders.facts import FactBase, fingerprint


@st.cache_resource(show_spinner="Reading the facts …", max_entries=1)
def _facts(_fingerprint: str) -> FactBase:
    return loaders.facts()


@st.cache_resource(show_spinner=False, max_entries=1)
def _events(_fingerprint: str) -> Events:
    return loaders.events(fact_base())


def fact_base() -> FactBase:
    """The read-only fact base; read anew when a file of `data/` has changed."""
    return _facts(_stamp())


def all_events() -> Events:
    """Every event. Raises FaultyData where a table that it needs has faults."""
    return _events(_stamp())


@st.cache_data(ttl=2, show_spinner=False)
def _stamp() -> str:
    return fingerprint()
