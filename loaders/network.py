"""Who took part together: organisations, the side on which each stands, and the events that two of them share."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

import numpy as np
import pandas as pd

from loaders.citations import row_citations
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.text import say

MOST_ROWS, MOST_COLUMNS, MOST_PARTNERS = 14, 11, 14
_FEWEST = 2
_COLUMNS = ["one", "other", "one_name", "other_name", "events", "sectors", "titles", "first", "latest", "event_ids"]


class Line(NamedTuple):
    """A row or column of the matrix, or a partner: its organisations (several where they are folded), its name, and how many events a click on it lists."""

    keys: tuple[str, ...]
    name: str
    events: int


class Matrix(NamedTuple):
    """Two sides against each other. `sides`: their codes; `cells`: events with both, by the places of row and column; `joint`: events with both sides."""

    sides: tuple[str, str]
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    cells: Mapping[tuple[int, int], int]
    joint: int


class Pair(NamedTuple):
    """Two organisations and how many events they share."""

    one: str
    other: str
    events: int


@derived
def organisations(facts: FactBase) -> pd.DataFrame:
    """Per key `name`, `short` (the name where there is no shorter one), `kind` and `side`: for which it stands, else where it sits; blank where neither
    is on record. An organisation may sit on one side and stand for the other, so that such a kind (`_STANDS_FOR`) is of no side by its seat."""
    table = facts.table("organisations").set_index("organisation_id")
    side = table["city_id"].map(facts.table("cities").set_index("city_id")["side"]).where(table["kind"] != _STANDS_FOR)
    said = table["side"] if "side" in table else pd.Series(pd.NA, index=table.index, dtype="str")
    found = {
        "name": table["name"],
        "short": table["short"].fillna(table["name"]),
        "kind": table["kind"],
        "side": said.fillna(side).fillna(""),
    }
    return pd.DataFrame(found)


_STANDS_FOR = "diplomatic mission"


@derived
def short_names(facts: FactBase) -> dict[str, str]:
    """Per key, the organisation's short name."""
    return organisations(facts)["short"].to_dict()


def name_of(facts: FactBase, key: str) -> str:
    """The organisation's short name."""
    return short_names(facts)[key]


@derived
def _sides(facts: FactBase) -> dict[str, str]:
    return organisations(facts)["side"].to_dict()


@derived
def side_names(facts: FactBase) -> dict[str, str]:
    """Per code of a side, its name."""
    words = facts.table("vocabulary")
    return words[words["field"] == "cities.side"].set_index("code")["name"].to_dict()


def around(selection: Selection) -> Selection:
    """The selection without what a click on two chooses, so that they stay among all others; every number is then that of its click."""
    return selection.narrowed(organisation=(), partner=())


def means(one: Iterable[str], other: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The choices that list the events of one of the first with one of the others."""
    return {"organisation": tuple(sorted(one)), "partner": tuple(sorted(other))}


@derived
def taking_part_in(selection: Selection) -> dict[str, np.ndarray]:
    """Per organisation that took part in one of the selected events, the places of these among all events, in their order."""
    return selection.store.index().facets["organisation"].having(selection.mask)


@derived
def _by_side(selection: Selection) -> dict[str, list[str]]:
    """The organisations of each side."""
    found: dict[str, list[str]] = {}
    sides = _sides(selection.facts)
    for key in taking_part_in(selection):
        if side := sides[key]:
            found.setdefault(side, []).append(key)
    return found


def _with_any(selection: Selection, keys: Iterable[str]) -> np.ndarray:
    """Which of all events one of these took part in, as far as they are selected."""
    mask, parts = np.zeros(len(selection.mask), dtype="bool"), taking_part_in(selection)
    for key in keys:
        mask[parts[key]] = True
    return mask


@derived
def two_sides(selection: Selection) -> tuple[str, str] | None:
    """The two sides with most events in which both took part, in the order of their codes; None where no two met."""
    found = {side: _with_any(selection, keys) for side, keys in _by_side(selection).items()}
    numbers = {pair: int((found[pair[0]] & found[pair[1]]).sum()) for pair in combinations(sorted(found), 2)}
    most = max(numbers, key=numbers.get, default=None)
    return most if most and numbers[most] else None


@derived
def members(selection: Selection) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The organisations of the two sides that have an event with the other; none where no two sides met."""
    if not (sides := two_sides(selection)):
        return (), ()
    parts, (one, other) = taking_part_in(selection), (_by_side(selection)[side] for side in sides)
    met = _with_any(selection, other), _with_any(selection, one)
    return tuple(tuple(sorted(key for key in keys if there[parts[key]].any())) for keys, there in zip((one, other), met, strict=True))


def joint(selection: Selection) -> Selection:
    """The events in which both sides took part."""
    return selection.narrowed(**means(*members(selection)))


@derived
def matrix(selection: Selection) -> Matrix | None:
    """Who of one side took part with whom of the other, those with most such events first; None where no two sides met."""
    if not (sides := two_sides(selection)):
        return None
    one, other = members(selection)
    rows = _lines(selection, one, _with_any(selection, other), MOST_ROWS)
    columns = _lines(selection, other, _with_any(selection, one), MOST_COLUMNS)
    down, across = ([_with_any(selection, line.keys) for line in lines] for lines in (rows, columns))
    numbers = {(row, column): int((here & there).sum()) for row, here in enumerate(down) for column, there in enumerate(across)}
    both = _with_any(selection, one) & _with_any(selection, other)
    return Matrix(sides, rows, columns, {place: number for place, number in numbers.items() if number}, int(both.sum()))


def _lines(selection: Selection, keys: Iterable[str], met: np.ndarray, most: int) -> tuple[Line, ...]:
    """These organisations with their events in `met`, those with most first; where they are more than `most`, those with one event are folded into one line."""
    parts, names = taking_part_in(selection), short_names(selection.facts)
    numbers = {key: int(met[parts[key]].sum()) for key in keys}
    lines = sorted(
        (Line((key,), names[key], number) for key, number in numbers.items() if number), key=lambda line: (-line.events, line.name)
    )
    if len(lines) <= most:
        return tuple(lines)
    kept = [line for line in lines if line.events >= _FEWEST][: most - 1]
    rest = lines[len(kept) :]
    more = {"count": len(rest)}
    name = say("{count} more, one each", **more) if rest[0].events == 1 else say("{count} more", **more)
    folded = tuple(key for line in rest for key in line.keys)
    return (*kept, Line(folded, name, int((_with_any(selection, folded) & met).sum())))


@derived
def pairs(selection: Selection) -> list[Pair]:
    """Every two that share an event, of the two sides that met most; of any where no two sides met. Those with most events first."""
    parts, names = taking_part_in(selection), short_names(selection.facts)
    one, other = members(selection)
    ends = [(a, b) for a in one for b in other] if one else list(combinations(sorted(parts), 2))
    found = [Pair(a, b, len(np.intersect1d(parts[a], parts[b], assume_unique=True))) for a, b in ends]
    return sorted((pair for pair in found if pair.events), key=lambda pair: (-pair.events, names[pair.one], names[pair.other]))


def together(selection: Selection, some: Iterable[Pair]) -> int:
    """How many events one of these pairs shares."""
    mask = np.zeros(len(selection.mask), dtype="bool")
    for pair in some:
        mask |= _with_any(selection, [pair.one]) & _with_any(selection, [pair.other])
    return int(mask.sum())


@derived
def companions(selection: Selection) -> list[str]:
    """The organisations that share an event with another, those with most events first."""
    parts, names = taking_part_in(selection), short_names(selection.facts)
    number = np.zeros(len(selection.mask), dtype="int32")
    for places in parts.values():
        number[places] += 1
    return sorted((key for key, places in parts.items() if (number[places] > 1).any()), key=lambda key: (-len(parts[key]), names[key]))


@derived
def partners(selection: Selection, key: str) -> tuple[Line, ...]:
    """With whom an organisation took part, those with most events first."""
    there = _with_any(selection, [key] if key in taking_part_in(selection) else [])
    return _lines(selection, [other for other in taking_part_in(selection) if other != key], there, MOST_PARTNERS)


@derived
def partner_years(selection: Selection, key: str) -> list[dict[int, int]]:
    """Per line of `partners`, its events by year."""
    years, own = selection.store.index().years, _with_any(selection, [key])
    found = []
    for line in partners(selection, key):
        at, numbers = np.unique(years[own & _with_any(selection, line.keys)], return_counts=True)
        found.append({int(year): int(number) for year, number in zip(at, numbers, strict=True) if year})
    return found


@derived
def without_side(selection: Selection) -> list[str]:
    """The organisations whose side is not on record, those with most events first."""
    parts, side = taking_part_in(selection), _sides(selection.facts)
    return sorted((key for key in parts if not side[key]), key=lambda key: (-len(parts[key]), key))


@derived
def links(selection: Selection) -> pd.DataFrame:
    """One row is two organisations and the events that they share: `one`, `other` (keys, the smaller first), `one_name`, `other_name`, `events`, `sectors`
    (each with its number), `titles`, `first`, `latest` (dates in words), `event_ids` (oldest first). The two with most joint events come first.

    The selection's organisation and partner select the pairs: one end is of the first, the other of the second, any where none is chosen.
    """
    told, whole, filters = _told(selection.store), around(selection), selection.filters
    shared: dict[tuple[str, str], list[int]] = {}
    present: dict[int, list[str]] = {}
    for key, places in taking_part_in(whole).items():
        for place in places.tolist():
            present.setdefault(place, []).append(key)
    for place in sorted(present):
        for pair in combinations(sorted(present[place]), 2):
            if _chosen(pair, filters.organisation, filters.partner):
                shared.setdefault(pair, []).append(place)
    names = organisations(selection.facts)["name"].to_dict()
    found = [(*pair, *(names[key] for key in pair), *_said([told[place] for place in places])) for pair, places in shared.items()]
    found.sort(key=lambda row: (-row[4], row[2], row[3]))
    return pd.DataFrame(found, columns=_COLUMNS).astype(dict.fromkeys(_COLUMNS, "str") | {"events": "int64"})


def _chosen(pair: tuple[str, str], one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return any((not one or a in one) and (not other or b in other) for a, b in (pair, pair[::-1]))


def _said(rows: list) -> tuple:
    """Of some events, oldest first: their number, sectors, titles, first and latest date, and keys."""
    numbers = sorted(Counter(row.sector for row in rows).items(), key=lambda pair: (-pair[1], pair[0]))
    dated = [row.date_text for row in rows if row.precision != "undated"] or ["undated"]
    sectors = "; ".join(f"{name} {number}" for name, number in numbers)
    return len(rows), sectors, "; ".join(row.title for row in rows), dated[0], dated[-1], "; ".join(row.event_id for row in rows)


@derived
def _told(store) -> list:
    """What is said of every event, oldest first."""
    return list(store.events().rows[["event_id", "title", "date_text", "precision", "sector"]].itertuples(index=False))


def link_rows(selection: Selection) -> pd.DataFrame:
    """The rows of `links` with `citations`, the sources of these events in words."""
    found, texts = links(selection), row_citations(selection.facts, "events")
    cited = [" | ".join(dict.fromkeys(texts.get(key, "") for key in keys.split("; "))) for keys in found["event_ids"]]
    return found.assign(citations=pd.Series(cited, index=found.index, dtype="str"))
