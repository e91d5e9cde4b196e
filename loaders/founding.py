"""How many independent sources each event has."""

import itertools
from typing import NamedTuple

import numpy as np

from loaders.events.selection import Selection, derived
from loaders.text import message

NAMES = {
    "1": message("one source"),
    "2": message("two"),
    "3": message("three or more"),
    "0": message("none that confirms it"),
}


class Founded(NamedTuple):
    """An event: `group` is its word of the facet `witnesses`, `primary` whether it has a primary source."""

    event_id: str
    group: str
    primary: bool
    title: str
    date_text: str
    confidence: str


@derived
def founding(selection: Selection) -> list[Founded]:
    """The selected events, those with a primary source first, then the oldest."""
    every, at = _all(selection.store)
    return list(itertools.compress(every, selection.mask[at].tolist()))


@derived
def _all(store) -> tuple[list[Founded], np.ndarray]:
    rows = store.events().rows
    rows = rows.assign(group=rows["witnesses"].clip(upper=3).astype("str"), place=range(len(rows)), later=~rows["primary"])
    rows = rows.sort_values(["later", "start", "event_id"])
    return [Founded(*row) for row in rows[[*Founded._fields]].itertuples(index=False, name=None)], rows["place"].to_numpy()


@derived
def founding_rows(selection: Selection) -> list[tuple[str, int]]:
    """Per word of the facet that an event has, how many have it, in the order in which they are drawn."""
    numbers = selection.had("witnesses")
    return [(code, numbers[code]) for code in NAMES if code in numbers]
