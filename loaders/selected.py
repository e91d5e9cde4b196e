"""The rows of any table that a selection leaves: the filter's rule, and its text in all that is seen of a row."""

from dataclasses import replace

import pandas as pd

from loaders.dates import date_table
from loaders.events.narrowing import narrowed
from loaders.events.selection import Selection, derived
from loaders.keeping import derived_table
from loaders.readable import Readable
from loaders.store import Store
from loaders.words import Words

DOWN = "-"
"""Before the name of a column by which rows are sorted downwards."""


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


@derived
def ordered(selection: Selection, name: str, by: str) -> Readable:
    """The same, all its rows sorted by this column, downwards where a minus stands before it; in the order of the file where it is blank.

    Days and words for them by the first possible day, other words whatever their case; what is missing comes last.
    """
    shown = selected(selection, name)
    if not by:
        return shown
    column = by.removeprefix(DOWN)
    order = _sortable(shown, column).sort_values(ascending=by == column, kind="stable", na_position="last").index
    return replace(shown, rows=shown.rows.loc[order], search=shown.search.loc[order])


def _sortable(shown: Readable, name: str) -> pd.Series:
    dated = next((column.name for column in shown.table.columns if column.edtf and name in (column.name, f"{column.name}_text")), "")
    if dated:
        days = date_table(shown.rows[dated])
        return days["start"].fillna(days["end"])
    values = shown.rows[name]
    return values.str.casefold() if pd.api.types.is_string_dtype(values) else values
