"""One event, one brick: in the lane of its relationship or sector, and the column of its year."""

import itertools
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from loaders.events import NO_TIE
from loaders.events.selection import Selection, derived
from loaders.text import message, say

_SIGNS = (
    (lambda brick: brick.status == "planned", message("Outlined: announced only.")),
    (lambda brick: brick.status == "cancelled", message("Struck out: called off.")),
    (lambda brick: brick.doubtful, message("Hatched: year in doubt.")),
)


class Brick(NamedTuple):
    """A dated event: `lane` is the code of its relationship or sector, `short` the label of a landmark (else blank), `bold` whether it is an agreement."""

    event_id: str
    lane: str
    year: int
    colour: str
    status: str
    doubtful: bool
    title: str
    date_text: str
    confidence: str
    short: str
    bold: bool


@derived
def bricks(selection: Selection, lanes: str = "tie") -> list[Brick]:
    """The bricks of the selected events as they are stacked: by lane, year, held first, sector (that of most events first).

    `lanes`: tie or sector, whose code `lane` then is; blank for one lane of all.
    """
    every, at = _all_bricks(selection.store, lanes)
    return list(itertools.compress(every, selection.mask[at].tolist()))


@derived
def _all_bricks(store, lanes: str) -> tuple[list[Brick], np.ndarray]:
    """The bricks of all events, and the place of each one's event among them."""
    rows = store.events().rows
    rows = rows.assign(lane=rows[f"{lanes}_id"].fillna(NO_TIE) if lanes else "", place=range(len(rows)))
    rows = rows[rows["year"].notna()].astype({"year": "int64", "short": "object"})
    often = Counter(store.events().rows["sector_id"])
    order = {
        row.place: (row.lane, row.year, row.status != "held", -often[row.sector_id], row.start, row.event_id) for row in rows.itertuples()
    }
    found = {place: Brick(*row) for place, *row in rows[["place", *Brick._fields]].itertuples(index=False)}
    places = sorted(found, key=order.get)
    return [found[place] for place in places], np.array(places, dtype="int64")


def signs_of(bricks: Iterable[Brick]) -> str:
    """How the signs are read that some of the bricks have; blank where none has any."""
    some = list(bricks)
    return " ".join(say(words) for has, words in _SIGNS if any(map(has, some)))


def bricks_note(bricks: Iterable[Brick]) -> str:
    """What a brick is, and how the signs are read that some of them have."""
    return f"{say('One brick is one event.')} {signs_of(bricks)}".rstrip()
