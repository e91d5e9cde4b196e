"""A whole search: what each kind has."""

from collections.abc import Callable, Mapping

import numpy as np

from loaders.events.narrowing import narrowed
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.hits import Hit, Prepared, found_keys, hits


def searched(selection: Selection, kind: str, passages: Callable[[], Prepared], titles: Callable[[], Mapping[str, str]]) -> list[Hit]:
    """What the selection, its text among its filters, leaves of one kind (`things.KINDS`), the best first.

    Events are exactly those that the filter selects: of the relationships first, then their frame and context, the oldest first. All else must have
    every word in its own texts, and be left by the other choices. `passages`: made ready; `titles`: what `things.titles` gives.
    """
    text = selection.filters.text
    if kind == "events":
        index, mask = selection.store.index(), selection.mask
        places = np.concatenate([np.flatnonzero(mask & ~index.background), np.flatnonzero(mask & index.background)])
        keys = selection.store.events().rows["event_id"].iloc[places].tolist()
    else:
        have = set(found_keys(passages(), text))
        left = zip(_keys(selection.facts, kind), narrowed(selection, kind).tolist(), strict=True)
        keys = [key for key, is_left in left if is_left and key in have]
    return hits(passages(), titles(), text, keys)


@derived
def _keys(facts: FactBase, kind: str) -> list[str]:
    return facts.table(kind)[facts.schema[kind].key].tolist()
