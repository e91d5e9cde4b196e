"""Events, the filter that selects among them, and what a selection is asked: counts, rows, figures."""

from loaders.events.table import FACETS, NO_TIE, OUTCOME_UNKNOWN, SUBJECT, Events, events

__all__ = ["FACETS", "NO_TIE", "OUTCOME_UNKNOWN", "SUBJECT", "Events", "events"]
