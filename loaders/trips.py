"""Events for which people came from one country to another, by relationship and direction."""

import pandas as pd

from loaders.events import NO_TIE
from loaders.events.selection import Selection, derived
from loaders.views import crossings


@derived
def country_pairs(selection: Selection) -> tuple[str, ...]:
    """The two countries between which most of the trips lead, in the order of their codes; fewer where there are no two."""
    numbers = {}
    for row in crossings(selection.facts).itertuples():
        here = selection.had("journey").get(row.place, 0)
        pair = tuple(sorted((row.origin, row.to)))
        numbers[pair] = numbers.get(pair, 0) + here
    most = max(numbers, key=lambda pair: (numbers[pair], pair), default=())
    return most if most and numbers[most] else ()


def country_ways(selection: Selection, to: str) -> tuple[str, ...]:
    """The keys of all ways to one of the two countries from the other."""
    ways = crossings(selection.facts)
    pair = country_pairs(selection)
    return tuple(sorted(ways.loc[(ways["to"] == to) & ways["origin"].isin(pair) & ways["to"].isin(pair), "place"]))


@derived
def trips(selection: Selection) -> pd.DataFrame:
    """One row is one relationship and one of the two countries with events to which people came from the other: `tie`, `name`, `to` (ISO 3166), `events`,
    `ways` (the keys of the ways). Relationships with most trips first."""
    pair, ways = country_pairs(selection), crossings(selection.facts)
    ways = ways[ways["to"].isin(pair) & ways["origin"].isin(pair)]
    names, found = selection.store.names()["tie"], []
    for tie in selection.by("tie")["tie"]:
        for to, some in ways.groupby("to"):
            codes = tuple(sorted(some["place"]))
            if number := selection.count(tie=(tie,), journey=codes):
                found.append((tie, names[tie], to, number, codes))
    table = pd.DataFrame(found, columns=["tie", "name", "to", "events", "ways"])
    most = table.groupby("tie")["events"].transform("sum")
    order = table.assign(most=-most, last=table["tie"] == NO_TIE).sort_values(["last", "most", "tie", "to"])
    return order.drop(columns=["most", "last"]).reset_index(drop=True)
