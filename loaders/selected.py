"""The rows of any table that a selection leaves: the filter's rule, and its text in all that is seen of a row."""

from dataclasses import replace

import pandas as pd

from loaders.events.narrowing import narrowed
from loaders.events.selection import Selection, derived
from loaders.keeping import derived_table
from loaders.readable import Readable
from loaders.store import Store
from loaders.words import Words


@derived_table
def left(selection: Selection, name: str) -> pd.Series:
    """Which rows of one table the selection leaves, aligned with `facts.table(name)`. Raises FaultyData where a table that it needs has faults."""
    keep = narrowed(selection, name)
    return keep & _words(selection.store, name).holding(selection.filters.text) if selection.filters.text else keep


@derived
def _words(store: Store, name: str) -> Words:
    return Words(store.words(name).search)


@derived
def selected(selection: Selection, name: str) -> Readable:
    """What the selection leaves of a table in words. Raises FaultyData where a table that it needs has faults."""
    whole, keep = selection.store.words(name), left(selection, name)
    return replace(whole, rows=whole.rows[keep], search=whole.search[keep])
