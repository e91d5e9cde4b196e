"""Files in, validated tables out: the facts, filters, counts, summaries and exports. No Streamlit, no plotly."""

from loaders.card import EventCard, event_card
from loaders.citations import evidence
from loaders.documents import corrections, documents
from loaders.events import Events, events
from loaders.export import csv_bytes, event_rows, file_name
from loaders.facts import FactBase, facts
from loaders.faults import Fault, FaultyData
from loaders.filters import Choices, Filters, choices, facet_counts, from_query, select

__all__ = [
    "Choices",
    "EventCard",
    "Events",
    "FactBase",
    "Fault",
    "FaultyData",
    "Filters",
    "choices",
    "corrections",
    "csv_bytes",
    "documents",
    "event_card",
    "event_rows",
    "events",
    "evidence",
    "facet_counts",
    "facts",
    "file_name",
    "from_query",
    "select",
]
