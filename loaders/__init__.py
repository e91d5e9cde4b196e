"""Files in, validated tables out: the facts, filters, counts, summaries and exports. No Streamlit, no plotly."""

import pandas as pd

from loaders.card import Card, Claim
from loaders.cards import CARDS, card_of
from loaders.citations import evidence
from loaders.documents import corrections, documents
from loaders.events import Events, events
from loaders.events.filters import Choices, Filters, choices, facet_counts, from_query, select
from loaders.export import csv_bytes, event_rows, file_name
from loaders.facts import FactBase, facts
from loaders.faults import Fault, FaultyData

pd.set_option(
    "mode.string_storage", "python"
)  # a selection of rows then points to its texts; Arrow copies them, at a third of a page's time

__all__ = [
    "CARDS",
    "Card",
    "Choices",
    "Claim",
    "Events",
    "FactBase",
    "Fault",
    "FaultyData",
    "Filters",
    "card_of",
    "choices",
    "corrections",
    "csv_bytes",
    "documents",
    "event_rows",
    "events",
    "evidence",
    "facet_counts",
    "facts",
    "file_name",
    "from_query",
    "select",
]
