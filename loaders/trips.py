"""Events for which people came from one country to another, by relationship and direction."""

from typing import NamedTuple

from loaders.events import NO_TIE
from loaders.events.selection import Selection, derived
from loaders.views import crossings


class Trip(NamedTuple):
    """A relationship and one of the two countries with events to which people came from the other: its code and name, the country (ISO 3166),
    how many events, and the keys of the ways."""

    tie: str
    name: str
    to: str
    events: int
    ways: tuple[str, ...]


@derived
def country_pairs(selection: Selection) -> tuple[str, ...]:
    """The two countries between which most of the trips lead, in the order of their codes; fewer where there are no two."""
    numbers, had = {}, selection.had("journey")
    for way, origin, to in crossing_ways(selection.store):
        pair = tuple(sorted((origin, to)))
        numbers[pair] = numbers.get(pair, 0) + had.get(way, 0)
    most = max(numbers, key=lambda pair: (numbers[pair], pair), default=())
    return most if most and numbers[most] else ()


@derived
def country_ways(selection: Selection, to: str) -> tuple[str, ...]:
    """The keys of all ways to one of the two countries from the other."""
    pair = country_pairs(selection)
    return tuple(sorted(way for way, origin, end in crossing_ways(selection.store) if end == to and end in pair and origin in pair))


@derived
def trips(selection: Selection) -> list[Trip]:
    """What trips there are between the two countries; relationships with most of them first, what belongs to none last."""
    names, found = selection.store.names()["tie"], {}
    for tie in selection.by("tie"):
        ways = [(to, country_ways(selection, to)) for to in country_pairs(selection)]
        some = [Trip(tie, names[tie], to, selection.count(tie=(tie,), journey=codes), codes) for to, codes in ways]
        found[tie] = [trip for trip in some if trip.events]
    order = sorted(found, key=lambda tie: (tie == NO_TIE, -sum(trip.events for trip in found[tie]), tie))
    return [trip for tie in order for trip in found[tie]]


@derived
def crossing_ways(store) -> list[tuple[str, str, str]]:
    """All ways between cities of two countries: their keys, and the countries from which and to which they lead (ISO 3166)."""
    return list(crossings(store.facts).itertuples(index=False, name=None))
