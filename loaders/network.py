"""Who took part together: organisations or cities, and the events that each two of them share."""

from collections import Counter, namedtuple
from collections.abc import Iterable
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
    told, members = _told_events(selection.store), _members(selection.store, who)
    members = members[selection.mask[members["at"]]]
    parts = sorted(zip(members["at"], members["key"], strict=True))
    members = members[["event_id", "key"]].reset_index(drop=True)
    known = _known_rows(selection.facts, who)
    links = _links(parts, told, known)
    return Network(_nodes(parts, links, told, known, selection.counts(FACET[who])), links, members)


@derived
def _told_events(store) -> list:
    """What is said of every event, oldest first."""
    return list(store.events().rows[_OF_EVENT].itertuples(index=False))


@derived
def _members(store, who: str) -> pd.DataFrame:
    """One row is one's part in one event: `event_id`, `key`, and `at`, the place of the event among all."""
    found = {"organisations": taking_part, "cities": touching}[who](store.facts).set_axis(["event_id", "key"], axis="columns")
    place = {key: at for at, key in enumerate(store.events().rows["event_id"])}
    return found.assign(at=found["event_id"].map(place))


@derived
def near(net: Network) -> dict[str, dict[str, int]]:
    """Per key its partners, each with the number of joint events."""
    found: dict[str, dict[str, int]] = {key: {} for key in net.nodes["key"]}
    for one, other, number in zip(net.links["one"], net.links["other"], net.links["events"], strict=True):
        found[one][other] = found[other][one] = int(number)
    return found


@derived
def nodes_of(net: Network) -> list:
    """The rows of `nodes`."""
    return _rows(net.nodes)


@derived
def links_of(net: Network) -> list:
    """The rows of `links`."""
    return _rows(net.links)


def _rows(table: pd.DataFrame) -> list:
    return list(map(namedtuple("Row", list(table))._make, zip(*(table[name].tolist() for name in table), strict=True)))


@derived
def _known_rows(facts: FactBase, who: str) -> dict[str, tuple]:
    return {row.Index: row for row in known_of(facts, who).itertuples()}


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


def _links(parts: list[tuple[int, str]], told: list, known: dict[str, tuple]) -> pd.DataFrame:
    """One row is two who took part in at least one event together, the two with most joint events first.

    `parts`: places of events among `told`, the rows of all of them, oldest first, each with a key of who took part, sorted.
    Columns: `one`, `other` (keys, the smaller first), `one_name`, `other_name`, `events` (how many), `sector` (the one with most of them, all of
    a tie), `colour` (of the first of these), `sectors` (each with its number), `first`, `latest` (dates in words), `resting` (what of it is thinly
    founded), `titles`, `event_ids` (oldest first, separated by `; `).
    """
    shared: dict[tuple[str, str], list[int]] = {}
    for at, keys in _grouped(parts).items():
        for pair in combinations(keys, 2):
            shared.setdefault(pair, []).append(at)
    found = [
        {"one": one, "other": other, "one_name": known[one].name, "other_name": known[other].name, **_told(told, places)}
        for (one, other), places in shared.items()
    ]
    found.sort(key=lambda row: (-row["events"], row["one_name"], row["other_name"]))
    return _table(found, _LINK, ["events"])


def _nodes(parts: list[tuple[int, str]], links: pd.DataFrame, told: list, known: dict[str, tuple], numbers: dict[str, int]) -> pd.DataFrame:
    """One row is one who took part: `key`, `name`, `kind`, `side` (GERMAN to UNKNOWN), `events` (how many a click on it lists), `partners` (how many
    share one with it), `sector`, `colour` as in `_links`. The one with most events comes first."""
    own = _grouped((key, at) for at, key in parts)
    ends = Counter([*links["one"], *links["other"]])
    found = [
        {"key": key, **_told(told, places), **known[key]._asdict(), "events": numbers[key], "partners": ends[key]}
        for key, places in own.items()
    ]
    found.sort(key=lambda row: (-row["events"], -row["partners"], row["name"]))
    return _table(found, _NODE, ["events", "partners"])


def _table(found: list[dict], columns: list[str], numbers: list[str]) -> pd.DataFrame:
    table = {name: [row[name] for row in found] for name in columns}
    return pd.DataFrame({name: pd.array(values, dtype="int64" if name in numbers else "str") for name, values in table.items()})


def _grouped(pairs: Iterable[tuple]) -> dict:
    found: dict = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _told(told: list, places: list[int]) -> dict[str, object]:
    """What is said of some events, which are oldest first."""
    rows = [told[at] for at in places]
    numbers: dict[str, int] = {}
    for row in rows:
        numbers[row.sector] = numbers.get(row.sector, 0) + 1
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
