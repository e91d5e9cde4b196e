"""Files in, validated tables out: the facts, filters, counts, summaries and exports. No Streamlit, no plotly."""

from loaders.events import Events, events
from loaders.facts import FactBase, facts
from loaders.faults import Fault, FaultyData
from loaders.filters import Choices, Filters, choices, facet_counts, from_query, select

__all__ = [
    "Choices",
    "Events",
    "FactBase",
    "Fault",
    "FaultyData",
    "Filters",
    "choices",
    "events",
    "facet_counts",
    "facts",
    "from_query",
    "select",
]
