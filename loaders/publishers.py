"""Who tells of the events: a publisher with all its documents."""

import pandas as pd

from loaders.citations import publisher_of
from loaders.events.selection import Selection, derived

ALONE = {"witnesses": ("1",)}


@derived
def publishers(selection: Selection) -> pd.DataFrame:
    """One row is one publisher that tells of an event, under all choices but those of a source; one that is chosen first, then the one that tells of most.

    Columns: `publisher`, `events` (of how many it tells), `alone` (how many of these rest on one independent source), `codes` (its documents that tell of one of
    them, as the facet `source` names them), `chosen` (whether one of them is chosen, or none of any publisher is).
    """
    free, of = selection.narrowed(source=()), publisher_of(selection.facts)
    alone = free.sharing(**ALONE).had("source", of)
    codes: dict[str, list[str]] = {}
    for source in sorted(free.had("source")):
        codes.setdefault(of[source], []).append(source)
    chosen = {of[source] for source in selection.filters.source if source in of}
    rows = [
        (name, number, alone.get(name, 0), tuple(codes[name]), name in chosen or not chosen)
        for name, number in sorted(free.had("source", of).items(), key=lambda pair: (pair[0] not in chosen, -pair[1], pair[0]))
    ]
    return pd.DataFrame(rows, columns=["publisher", "events", "alone", "codes", "chosen"])


def publisher_means(selection: Selection, place: int, *, alone: bool) -> dict[str, object]:
    """The choices for a click on a publisher, or on what of its events rests on one independent source."""
    codes = publishers(selection)["codes"].iloc[place]
    return {"source": codes, **({"witnesses": selection.filters.sharing(**ALONE).witnesses} if alone else {})}
