"""Who tells of the events: a publisher with all its documents."""

from collections import Counter

import pandas as pd

from loaders.citations import publisher_of
from loaders.events.selection import Selection, derived

ALONE = {"witnesses": ("1",)}


@derived
def publishers(selection: Selection) -> pd.DataFrame:
    """One row is one publisher that tells of an event, under all choices but those of a source; one that is chosen first, then the one that tells of most.

    Columns: `publisher`, `documents` (how many of its documents tell of one of them), `events` (of how many it tells), `alone` (how many of these rest on one
    independent source), `codes` (all its documents, as the facet `source` names them), `chosen` (whether one of them is chosen, or none of any publisher is).
    """
    free, of = selection.narrowed(source=()), publisher_of(selection.facts)
    alone = free.sharing(**ALONE).had("source", of)
    documents = Counter(of[source] for source in free.had("source"))
    codes = _codes(selection.store)
    chosen = {of[source] for source in selection.filters.source if source in of}
    rows = [
        (name, documents[name], number, alone.get(name, 0), codes[name], name in chosen or not chosen)
        for name, number in sorted(free.had("source", of).items(), key=lambda pair: (pair[0] not in chosen, -pair[1], pair[0]))
    ]
    return pd.DataFrame(rows, columns=["publisher", "documents", "events", "alone", "codes", "chosen"])


@derived
def _codes(store) -> dict[str, tuple[str, ...]]:
    of, found = publisher_of(store.facts), {}
    for code in store.index().facets["source"].names:
        found.setdefault(of[code], []).append(code)
    return {name: tuple(sorted(codes)) for name, codes in found.items()}


def publisher_means(selection: Selection, place: int, *, alone: bool) -> dict[str, object]:
    """The choices for a click on a publisher, or on what of its events rests on one independent source."""
    codes = publishers(selection)["codes"].iloc[place]
    return {"source": codes, **({"witnesses": selection.filters.sharing(**ALONE).witnesses} if alone else {})}
