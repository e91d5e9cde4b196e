"""A whole search: what each kind has, and the sentences about it."""

from collections.abc import Callable, Mapping

import numpy as np

from loaders.events.filters import Filters
from loaders.events.narrowing import narrowed
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.hits import Hit, Prepared, found_keys, grouped_text, hits
from loaders.things import KINDS

_NOUNS = {
    "events": ("event", "events"),
    "organisations": ("organisation", "organisations"),
    "people": ("person", "people"),
    "sites": ("site", "sites"),
    "cities": ("city or region", "cities and regions"),
    "programmes": ("programme", "programmes"),
    "ties": ("relationship", "relationships"),
    "observations": ("figure of a city", "figures of cities"),
    "measures": ("figure of an event", "figures of events"),
    "sources": ("document", "documents"),
    "evidence": ("note on a source’s word", "notes on sources’ words"),
    "corrections": ("correction", "corrections"),
    "searches": ("note on what was looked for", "notes on what was looked for"),
}
_NAMED = 3


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


def search_headline(filters: Filters, found: Mapping[str, list[Hit]]) -> str:
    """One sentence: how much of which kinds was found. `found`: per kind, its hits."""
    if not filters.text:
        return "Search every title, name, place and note, in any script"
    asked, numbers = grouped_text(filters.text), {kind: len(hits) for kind, hits in found.items() if hits}
    if not numbers:
        return f"Nothing has {asked}"
    events = numbers.pop("events", 0)
    begun = f"{asked} is in {counted('events', events)}" if events else f"{asked} is in no event"
    others = sorted(numbers, key=numbers.get, reverse=True)
    words = [counted(kind, numbers[kind]) for kind in sorted(others[:_NAMED], key=list(KINDS).index)]
    rest = sum(numbers[kind] for kind in others[_NAMED:])
    words += [f"{rest} more"] if rest else []
    if not words:
        return begun
    joined = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
    return f"{begun}, and in {joined}" if events else f"{begun}, but in {joined}"


def counted(kind: str, number: int) -> str:
    """`1 event`, `5 events`: a number of things of one kind."""
    return f"{number} {_NOUNS[kind][number != 1]}"


def alone_text(alone: list[tuple[str, int]]) -> str:
    """How many events each word finds by itself: `hydrogen: 14, Grenoble: 3, together: 0`; blank for a single word."""
    return ", ".join(f"{word}: {number}" for word, number in [*alone, ("together", 0)]) if alone else ""
