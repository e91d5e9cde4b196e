"""The rows of any table that a selection leaves: the filter's rule, and its text in all that is seen of a row."""

from dataclasses import replace

from loaders.events.narrowing import narrowed
from loaders.events.selection import Selection, derived
from loaders.folding import holds_all
from loaders.readable import Readable


@derived
def selected(selection: Selection, name: str) -> Readable:
    """What the selection leaves of a table in words. Raises FaultyData where a table that it needs has faults."""
    whole, keep = selection.store.words(name), narrowed(selection, name)
    if selection.filters.text:
        keep &= holds_all(whole.search, selection.filters.text)
    return replace(whole, rows=whole.rows[keep], search=whole.search[keep])
