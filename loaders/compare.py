"""Two sides of a comparison in numbers: how many events each has of what, the facts of each, and its rows."""

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd
from babel import Locale

from loaders.compare_sides import CHOOSES, PERIODS, TIES, Side, sides
from loaders.datetext import date_text
from loaders.events import Events
from loaders.events.selection import Selection, derived
from loaders.export import EVENT_COLUMNS, event_rows
from loaders.story.findings import ahead
from loaders.text import LANGUAGE, message, say
from loaders.trips import crossing_ways

JOURNEY = "journey"
_NAMED = 2  # so many of those who took part are named
_SOURCES = {"0": message("none"), "1": message("one"), "2": message("two"), "3": message("three or more")}
ADDED = ["comparison_id", "compared_as", "compared_name", "on_both"]


class Both(NamedTuple):
    """What either side has of one word: its code and name, and how many events each side has."""

    code: str
    name: str
    numbers: tuple[int, int]


class Said(NamedTuple):
    """What a side has of one fact, in words, and what a click on it chooses (nothing where None)."""

    text: str
    choices: Mapping[str, object] | None = None


@derived
def by_word(selection: Selection, facet: str) -> list[Both]:
    """Each word of a facet that either side has; of sectors that of most events first, else in the order of the words."""
    names = {code: say(name) for code, name in _SOURCES.items()} if facet == "witnesses" else selection.store.names()[facet]
    numbers = [side.selection.by(facet) for side in sides(selection)]
    rows = [Both(code, names[code], tuple(own.get(code, 0) for own in numbers)) for code in names]
    rows = [row for row in rows if any(row.numbers)]
    return sorted(rows, key=lambda row: -sum(row.numbers)) if facet == "sector" else rows


@derived
def by_direction(selection: Selection) -> list[Both]:
    """Each country to which people came from another for an event of either side; an event with ways in two directions stands in both."""
    names, pair = Locale(LANGUAGE).territories, sides(selection)
    found = [
        Both(to, say("to {country}", country=names[to]), tuple(_travelled(side, to) for side in pair))
        for to in sorted({to for *_, to in crossing_ways(selection.store)})
    ]
    return sorted((row for row in found if any(row.numbers)), key=lambda row: (-sum(row.numbers), row.code))


def _travelled(side: Side, to: str) -> int:
    ways = _ways(side, to)
    return side.selection.count(journey=ways) if ways else 0


def _ways(side: Side, to: str) -> tuple[str, ...]:
    """The ways to a country from others, of those that the filter leaves."""
    ways, chosen = crossing_ways(side.selection.store), side.selection.filters.journey
    return tuple(sorted(way for way, _, end in ways if end == to and (not chosen or way in chosen)))


def own(side: Side) -> dict[str, object]:
    """What a click on a side chooses."""
    return {CHOOSES[side.kind]: getattr(side.selection.filters, CHOOSES[side.kind])}


def means(side: Side, facet: str, code: str) -> dict[str, object]:
    """What a bar of one side chooses. `facet`: that of which the code is a word; JOURNEY: the code is a country."""
    return own(side) | {facet: _ways(side, code) if facet == JOURNEY else (code,)}


@derived
def glance(selection: Selection) -> list[tuple[str, list[list[Said]]]]:
    """The facts of both sides: what it is, and what each has of it, in parts."""
    rows = (
        (message("Kind"), _kind),
        (message("Since"), _since),
        (message("First event"), _first),
        (message("Busiest year"), _busiest),
        (message("Events a year"), _rate),
        (message("Took part most"), _took_part),
    )
    found = [(say(label), [of(side) for side in sides(selection)]) for label, of in rows]
    return [(label, parts) for label, parts in found if any(parts)]


def _kind(side: Side) -> list[Said]:
    facts = side.selection.facts
    if side.kind == PERIODS:
        return []
    if side.kind == TIES:
        return [Said(facts.table("ties").set_index("tie_id")["kind"][side.code])]
    row = facts.table("cities").set_index("city_id").loc[side.code]
    return [Said(say("{level} in {country}", level=row["level"], country=Locale(LANGUAGE).territories.get(row["country"], row["country"])))]


def _since(side: Side) -> list[Said]:
    if side.kind != TIES:
        return []
    since = side.selection.facts.table("ties").set_index("tie_id")["since"][side.code]
    return [Said(date_text(since) if isinstance(since, str) else say("not stated"))]


def _first(side: Side) -> list[Said]:
    years = side.selection.by("year")
    return [_in_year(side, min(years), "{year}")] if years else []


def _in_year(side: Side, year: int, text: str, **places: int) -> Said:
    return Said(say(text, year=str(year), **places), own(side) | {"years": (year, year)})


def _busiest(side: Side) -> list[Said]:
    """The year of most events; nothing where several have as many."""
    most = ahead(side.selection.most("year"))
    return [_in_year(side, most[0], message("{year}, with {count} events"), count=most[1])] if most else []


def _rate(side: Side) -> list[Said]:
    """Of a period, which may be longer than the other."""
    if side.kind != PERIODS:
        return []
    first, last = side.selection.filters.years
    return [Said(f"{len(side) / max(last - first + 1, 1):.1f}")]


def _took_part(side: Side) -> list[Said]:
    names, most = side.selection.store.names()["organisation"], side.selection.most("organisation")[:_NAMED]
    return [Said(f"{names[code]} {number}", own(side) | {"organisation": (code,)}) for code, number in most]


@derived
def conflict(selection: Selection) -> str:
    """What the filter takes from the sides where it chooses the same thing itself; blank where it takes nothing."""
    name = CHOOSES[selection.choices["compare"]]
    cut = [side for side in sides(selection) if getattr(side.selection.filters, name) != side.chosen[name]]
    if not cut:
        return ""
    if any(map(len, cut)):
        return say("The filter leaves a part of {side}.", side=cut[0].name) if len(cut) == 1 else say("The filter leaves a part of both.")
    return say("The filter leaves no event of {side}.", side=cut[0].name) if len(cut) == 1 else say("The filter leaves no event of either.")


@derived
def listed_sides(selection: Selection) -> list[Selection]:
    """The selections whose rows are those of both sides: one where one can say them, else each side's own; none without events."""
    pair = sides(selection)
    name, (one, other) = CHOOSES[pair[0].kind], (side.chosen[CHOOSES[side.kind]] for side in pair)
    if pair[0].kind != PERIODS:
        return [some for some in [selection.sharing(**{name: (*one, *other)})] if len(some)]
    if max(one[0], other[0]) <= min(one[1], other[1]) + 1:
        return [some for some in [selection.sharing(years=(min(one[0], other[0]), max(one[1], other[1])))] if len(some)]
    return [side.selection for side in pair if len(side)]


def left_out(selection: Selection) -> int:
    """How many of the selected events belong to neither side."""
    return len(set(selection.keys) - {key for side in sides(selection) for key in side.selection.keys})


@derived
def comparison_table(selection: Selection) -> pd.DataFrame:
    """One row is one event on one side, oldest first, the undated last: `rows` of the events with `comparison_id`, `compared_as` (A or B),
    `compared_name` and `on_both` (shown on the other side too)."""
    pair = sides(selection)
    tables = [_side_rows(one, other) for one, other in zip(pair, reversed(pair), strict=True)]
    return pd.concat(tables).sort_values(["start", "end", "event_id", "compared_as"], na_position="last", ignore_index=True)


def _side_rows(one: Side, other: Side) -> pd.DataFrame:
    rows = one.rows
    return rows.assign(
        comparison_id=one.letter.lower() + "." + rows["event_id"],
        compared_as=pd.Series(one.letter, index=rows.index, dtype="str"),
        compared_name=pd.Series(one.name, index=rows.index, dtype="str"),
        on_both=rows["event_id"].isin(other.rows["event_id"]),
    )


def comparison_rows(selection: Selection) -> pd.DataFrame:
    """One row is one event on one side, as it is downloaded: ADDED, then the columns of `export.event_rows`."""
    table = comparison_table(selection)
    rows = event_rows(Events(table, pd.DataFrame(), {}))
    return pd.concat([table[ADDED], rows[EVENT_COLUMNS]], axis="columns")
