"""The selected events as rows of a table: in which order they stand, and what each says in words."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from loaders.citations import evidence, together
from loaders.events.selection import Selection, derived
from loaders.text import message

KEY_TO_PIPS = message(
    "● one independent source, ●● two, ●●● three or more. ○ none of them a primary source. ~ the event or its date is worked out by us."
)
NO_TIE_TEXT = "no relationship"
_OWN = {"key": "event_id", "date": "date_text", "title": "title"}
_SHARED = {"sector": "sector", "colour": "colour", "tie": "tie", "pips": "confidence", "pips_text": "confidence_text"}
_NAMED = 2  # so many publishers are named, the others counted
_BESIDE = ("contradicts", "context")  # the stances of a source that does not say what is shown


class _Order(NamedTuple):
    """Per event, by its place among all: the day that it is sorted by (days since 1970, NaN without a date), its rank, newest first, and the place of its whole, its own where it is no part."""

    day: np.ndarray
    rank: np.ndarray
    whole: np.ndarray


def event_rows(selection: Selection, first: int = 0, number: int | None = None) -> dict[str, list]:
    """The columns of a table; one row is one selected event, after the first so many of them, and so many (all that follow, where no number is given).

    Newest first, the undated last, and a part behind its whole where that is selected too. `key`; `level` (0, or how deep it lies in wholes that
    stand above it); `date` and `day` (by which dates are sorted: days since 1970); `title` and `beside_title` (that it was announced or called
    off, that it may be the same as another); `sector` and `colour`; `tie`; `pips`, `pips_text` (the same in words) and `pips_rank`; `publishers` (who
    says so: the first two, and how many others).
    """
    places, levels = _listed(selection)
    end = None if number is None else first + number
    at, store = places[first:end], selection.store
    rows, beside = store.events().rows, _beside(store)
    return {
        "level": levels[first:end].tolist(),
        "day": _order(store).day[at].tolist(),
        **{name: rows[column].array.take(at).tolist() for name, column in _OWN.items()},
        **{name: [names[code] for code in codes[at]] for name, (codes, names) in _shared(store).items()},
        "beside_title": [beside.get(place, "") for place in at.tolist()],
        "pips_rank": _pips_rank(store)[at].tolist(),
        "publishers": _tellers(store, at),
    }


@derived
def _order(store) -> _Order:
    rows = store.events().rows
    day = rows["start"].fillna(rows["end"]).to_numpy("datetime64[D]")
    days = np.where(np.isnat(day), np.nan, day.astype("float64"))
    rank = np.empty(len(rows), dtype="int64")
    rank[np.argsort(-days, kind="stable")] = np.arange(len(rows))  # NaN last
    whole = pd.Index(rows["event_id"]).get_indexer(rows["part_of"].fillna(""))
    return _Order(days, rank, np.where(whole < 0, np.arange(len(rows)), whole))


@derived
def _listed(selection: Selection) -> tuple[np.ndarray, np.ndarray]:
    """The places of the selected events in the order of the table, and for each how deep it lies."""
    _, rank, whole = _order(selection.store)
    above = np.where(selection.mask[whole], whole, np.arange(len(whole)))
    way = [np.flatnonzero(selection.mask)]  # from each event up, until nothing is above it: the facts have no circles
    depth = np.zeros(len(way[0]), dtype="int64")
    while (parts := above[way[-1]] != way[-1]).any():
        depth += parts
        way.append(above[way[-1]])
    up, here = np.stack(way), np.arange(len(way[0]))
    steps = [np.where(depth >= deep, rank[up[np.maximum(depth - deep, 0), here]], -1) for deep in range(len(way))]
    order = np.lexsort(steps[::-1])
    return way[0][order], depth[order]


@derived
def _shared(store) -> dict[str, tuple[np.ndarray, list[str]]]:
    """The columns whose words many events have: a code for each event, and the words."""
    rows = store.events().rows[list(_SHARED.values())].fillna({"tie": NO_TIE_TEXT}).fillna("")
    found = {name: pd.factorize(rows[column]) for name, column in _SHARED.items()}
    return {name: (codes, list(words)) for name, (codes, words) in found.items()}


@derived
def _pips_rank(store) -> np.ndarray:
    """The better an event is founded, the higher: by its independent sources, then by whether one is primary, then by whether all is stated."""
    rows = store.events().rows
    return (4 * rows["witnesses"] + 2 * rows["primary"] + (rows["basis"] == "stated")).to_numpy("int64")


@derived
def _beside(store) -> dict[int, str]:
    """What stands quietly behind the titles, by the places of the events of which anything is to be said."""
    rows = store.events().rows
    rows = rows[(rows["status"] != "held") | rows["maybe_same_as"].notna()]
    titles = store.events().rows.set_index("event_id")["title"].reindex(rows["maybe_same_as"])
    found = zip(rows.index, rows["status"], rows["status_text"], rows["maybe_same_as"].notna(), titles, strict=True)
    return {
        place: ". ".join([text] * (status != "held") + [f"may be the same as “{other}”"] * bool(named))
        for place, status, text, named, other in found
    }


@derived
def _told(store) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Who tells of each event: where its publishers begin, the publishers as codes, those that say what is shown before those that do not, and their names."""
    rows, said = store.events().rows, evidence(store.facts)
    said = said[said["table"] == "events"]
    publishers, names = pd.factorize(said["publisher"])
    links = pd.DataFrame(
        {"at": pd.Index(rows["event_id"]).get_indexer(said["key"]), "beside": said["stance"].isin(_BESIDE), "by": publishers}
    )
    links = links.sort_values(["at", "beside"], kind="stable").drop_duplicates(["at", "by"])
    return np.searchsorted(links["at"], np.arange(len(rows) + 1)), links["by"].to_numpy(), list(names)


def _tellers(store, at: np.ndarray) -> list[str]:
    first, codes, names = _told(store)
    return [_publishers([names[code] for code in codes[begin:end]]) for begin, end in zip(first[at], first[at + 1], strict=True)]


def _publishers(names: list[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(map(together, names[:_NAMED])) + (f" +{more}" if more > 0 else "")
