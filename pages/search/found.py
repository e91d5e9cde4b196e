"""What a search finds, made once: per kind its hits, and the names that are near to the words."""

from collections.abc import Mapping
from contextlib import suppress

import pandas as pd

from loaders.events.selection import Selection, derived
from loaders.faults import FaultyData
from loaders.hits import Hit, Prepared
from loaders.searched import searched
from loaders.store import Store
from loaders.suggestions import known_words, nearest
from loaders.text import say
from loaders.things import KINDS, passages_of, titles
from pages.parts.faults import section


def all_hits(shown: Selection) -> dict[str, list[Hit]]:
    """Per kind, what the selection's filters find; a kind that cannot be searched for faults in its table is named and left out."""
    found = {}
    for kind, name in KINDS.items():
        with section(say(name)):
            found[kind] = hits_of(shown, kind)
    return found


@derived
def hits_of(shown: Selection, kind: str) -> list[Hit]:
    """The hits of one kind, the best first."""
    return searched(shown, kind, lambda: _passages(shown.store, kind), lambda: _titles(shown.store, kind))


@derived
def nearest_names(shown: Selection) -> list[str]:
    """The names that are nearest to the selection's text; see `suggestions.nearest`."""
    return nearest(_known(shown.store), shown.filters.text)


@derived
def _passages(store: Store, kind: str) -> Prepared:
    return Prepared(passages_of(store.facts, kind))


@derived
def _titles(store: Store, kind: str) -> dict[str, str]:
    return titles(store.facts, kind).to_dict()


@derived
def _known(store: Store) -> Mapping[str, str]:
    """The words of the names of every kind; kinds with faulty tables left out."""
    parts = []
    for kind in KINDS:
        with suppress(FaultyData):
            parts.append(_passages(store, kind).table)
    return known_words(pd.concat(parts, ignore_index=True))
