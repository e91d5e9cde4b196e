"""Who took part together: organisations or cities, and the events that each two of them share."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from loaders.confidence_words import resting_text
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.keeping import Keeper
from loaders.views import pair_key, taking_part, touching

WHO = ("organisations", "cities")
FACET = {"organisations": "organisation", "cities": "city"}
GERMAN, JAPANESE, MISSION, ELSEWHERE, UNKNOWN = "Germany", "Japan", "diplomatic mission", "elsewhere", "seat not recorded"
SIDES = (GERMAN, MISSION, ELSEWHERE, UNKNOWN, JAPANESE)
_COUNTRIES = {"DE": GERMAN, "JP": JAPANESE}
_CHOOSING = {"organisations": ("organisation", "partner"), "cities": ("pair",)}
_OF_EVENT = ["event_id", "title", "date_text", "precision", "sector", "colour", "witnesses", "primary"]
_NODE = ["key", "name", "kind", "side", "events", "partners", "sector", "colour"]
_LINK = [
    "one",
    "other",
    "one_name",
    "other_name",
    "events",
    "sector",
    "colour",
    "sectors",
    "first",
    "latest",
    "resting",
    "titles",
    "event_ids",
]


@dataclass(frozen=True, eq=False)
class Network(Keeper):
    """Who is joined to whom. `nodes`: see `_nodes`; `links`: see `_links`; `members`: one row is one's part in one event (`event_id`, `key`)."""

    nodes: pd.DataFrame
    links: pd.DataFrame
    members: pd.DataFrame


def pair_means(who: str, one: str, other: str) -> dict[str, tuple[str, ...]]:
    """The choices that a click on two makes: their joint events."""
    return {"organisation": (one,), "partner": (other,)} if who == WHO[0] else {"pair": (pair_key(one, other),)}


def node_means(who: str, key: str) -> dict[str, tuple[str, ...]]:
    """The choices that a click on one makes: its events, in the place of those of two."""
    return {**dict.fromkeys(_CHOOSING[who], ()), FACET[who]: (key,)}


def around(selection: Selection, who: str) -> Selection:
    """The selection without what a click on two chooses, so that they stay among all others; every number is then that of its click."""
    return selection.narrowed(**dict.fromkeys(_CHOOSING[who], ()))


def network(selection: Selection, who: str = WHO[0]) -> Network:
    """The network around a selection.

    An organisation takes part itself or through one of its people; who is only mentioned took no part. A city takes part as a venue, a stop,
    the origin of who travelled, or joined by a link; a city that an event is only about does not. Raises KeyError where `who` is not of WHO.
    """
    return _network(around(selection, who), who)


@derived
def _network(selection: Selection, who: str) -> Network:
    told = {row.event_id: (at, row) for at, row in enumerate(selection.events.rows[_OF_EVENT].itertuples(index=False))}
    members = _members(selection.facts, who)
    members = members[members["event_id"].isin(list(told))].reset_index(drop=True)
    known = known_of(selection.facts, who)
    links = _links(members, told, known["name"].to_dict())
    return Network(_nodes(members, links, told, known, selection.counts(FACET[who])), links, members)


@derived
def _members(facts: FactBase, who: str) -> pd.DataFrame:
    found = {"organisations": taking_part, "cities": touching}[who](facts)
    return found.set_axis(["event_id", "key"], axis="columns")


@derived
def known_of(facts: FactBase, who: str) -> pd.DataFrame:
    """Per key `name`, `kind` and `side`, which is read from the seat and never guessed."""
    cities = facts.table("cities").set_index("city_id")
    if who == "cities":
        return pd.DataFrame({"name": cities["name"], "kind": cities["level"], "side": _side(cities["country"])})
    rows = facts.table("organisations").set_index("organisation_id")
    side = _side(rows["city_id"].map(cities["country"]))
    # A mission sits in one country and speaks for the other: it is of neither side.
    return pd.DataFrame({"name": rows["name"], "kind": rows["kind"], "side": side.where(rows["kind"] != MISSION, MISSION)})


def _side(countries: pd.Series) -> pd.Series:
    return pd.Series(
        [UNKNOWN if pd.isna(country) else _COUNTRIES.get(country, ELSEWHERE) for country in countries], index=countries.index, dtype="str"
    )


def _links(members: pd.DataFrame, told: dict[str, tuple], names: dict[str, str]) -> pd.DataFrame:
    """One row is two who took part in at least one event together, the two with most joint events first.

    `told`: per key of an event its row, and its place among all, oldest first.
    Columns: `one`, `other` (keys, the smaller first), `one_name`, `other_name`, `events` (how many), `sector` (the one with most of them, all of
    a tie), `colour` (of the first of these), `sectors` (each with its number), `first`, `latest` (dates in words), `resting` (what of it is thinly
    founded), `titles`, `event_ids` (oldest first, separated by `; `).
    """
    shared: dict[tuple[str, str], list[str]] = {}
    for event, keys in _grouped(members["event_id"], members["key"]).items():
        for pair in combinations(sorted(keys), 2):
            shared.setdefault(pair, []).append(event)
    found = [
        {"one": one, "other": other, "one_name": names[one], "other_name": names[other], **_told(told, keys)}
        for (one, other), keys in shared.items()
    ]
    if not found:
        return pd.DataFrame(columns=_LINK).astype({"events": "int64"})
    table = pd.DataFrame(found, columns=_LINK)
    return table.sort_values(["events", "one_name", "other_name"], ascending=[False, True, True], ignore_index=True)


def _nodes(
    members: pd.DataFrame, links: pd.DataFrame, told: dict[str, tuple], known: pd.DataFrame, numbers: dict[str, int]
) -> pd.DataFrame:
    """One row is one who took part: `key`, `name`, `kind`, `side` (of SIDES), `events` (how many a click on it lists), `partners` (how many
    share one with it), `sector`, `colour` as in `_links`. The one with most events comes first."""
    own = _grouped(members["key"], members["event_id"])
    found = [{"key": key, **_told(told, keys), "events": numbers[key]} for key, keys in own.items()]
    if not found:
        return pd.DataFrame(columns=_NODE).astype({"events": "int64", "partners": "int64"})
    table = pd.DataFrame(found)
    ends = pd.concat([links["one"], links["other"]]).value_counts()
    table["partners"] = table["key"].map(ends).fillna(0).astype("int64")
    table = table.join(known, on="key")[_NODE]
    return table.sort_values(["events", "partners", "name"], ascending=[False, False, True], ignore_index=True)


def _grouped(keys: pd.Series, values: pd.Series) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, value in sorted(zip(keys, values, strict=True)):
        found.setdefault(key, []).append(value)
    return found


def _told(told: dict[str, tuple], keys: list[str]) -> dict[str, object]:
    """What is said of some events."""
    rows = [row for _, row in sorted((told[key] for key in keys), key=lambda some: some[0])]
    numbers = Counter(row.sector for row in rows)
    sectors = sorted(numbers, key=lambda name: (-numbers[name], name))
    leading = [name for name in sectors if numbers[name] == numbers[sectors[0]]]
    dated = [row.date_text for row in rows if row.precision != "undated"] or ["undated"]
    return {
        "events": len(rows),
        "sector": " and ".join(leading),
        "colour": next(row.colour for row in rows if row.sector == leading[0]),
        "sectors": "; ".join(f"{name} {numbers[name]}" for name in sectors),
        "first": dated[0],
        "latest": dated[-1],
        "resting": resting_text(rows),
        "titles": "; ".join(row.title for row in rows),
        "event_ids": "; ".join(row.event_id for row in rows),
    }


def partners_of(net: Network, key: str) -> pd.DataFrame:
    """One row is one partner of `key`: the columns of `links`, `partner` and `partner_name`."""
    links = net.links[(net.links["one"] == key) | (net.links["other"] == key)]
    first = links["one"] == key
    return links.assign(partner=links["other"].where(first, links["one"]), partner_name=links["other_name"].where(first, links["one_name"]))
