"""Who took part together: organisations or cities, and the events that each two of them share."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from loaders.events import Events
from loaders.facts import FactBase
from loaders.views import taking_part, touching

WHO = ("organisations", "cities")
GERMAN, JAPANESE, MISSION, ELSEWHERE, UNKNOWN = "Germany", "Japan", "diplomatic mission", "elsewhere", "seat not recorded"
SIDES = (GERMAN, MISSION, ELSEWHERE, UNKNOWN, JAPANESE)
_COUNTRIES = {"DE": GERMAN, "JP": JAPANESE}
_OF_EVENT = ["event_id", "title", "date_text", "precision", "sector", "colour", "witnesses", "primary"]
_NODE = ["key", "name", "kind", "side", "events", "partners", "sector", "colour", "first", "latest"]
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
class Network:
    """Who is joined to whom. `nodes`: see `nodes_of`; `links`: see `links_of`; `members`: one row is one's part in one event (`event_id`, `key`)."""

    nodes: pd.DataFrame
    links: pd.DataFrame
    members: pd.DataFrame


def network(facts: FactBase, events: Events, who: str = WHO[0]) -> Network:
    """The network of these events: every row counts, whatever its status, as in the filter.

    An organisation takes part itself or through one of its people; who is only mentioned took no part. A city takes part as a venue, a stop,
    the origin of who travelled, or joined by a link; a city that an event is only about does not. Raises KeyError where `who` is not of WHO.
    """
    members = {"organisations": _organisations, "cities": _cities}[who](facts)
    members = members[members["event_id"].isin(events.rows["event_id"])].reset_index(drop=True)
    known = _known(facts, who)
    links = links_of(members, events.rows, known["name"])
    return Network(nodes_of(members, links, events.rows, known), links, members)


def _organisations(facts: FactBase) -> pd.DataFrame:
    return taking_part(facts).rename(columns={"organisation_id": "key"})


def _cities(facts: FactBase) -> pd.DataFrame:
    return touching(facts).rename(columns={"city_id": "key"})


def _known(facts: FactBase, who: str) -> pd.DataFrame:
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


def links_of(members: pd.DataFrame, rows: pd.DataFrame, names: pd.Series) -> pd.DataFrame:
    """One row is two who took part in at least one event together, the two with most joint events first.

    Columns: `one`, `other` (keys, the smaller first), `one_name`, `other_name`, `events` (how many), `sector` (the one with most of them, all of
    a tie), `colour` (of the first of these), `sectors` (each with its number), `first`, `latest` (dates in words), `resting` (what of it is thinly
    founded), `titles`, `event_ids` (oldest first, separated by `; `).
    """
    told = _told_events(rows)
    shared: dict[tuple[str, str], list[str]] = {}
    for event, keys in members.groupby("event_id")["key"]:
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


def nodes_of(members: pd.DataFrame, links: pd.DataFrame, rows: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """One row is one who took part, the one with most events first: `key`, `name`, `kind`, `side` (of SIDES), `events` (how many, shared or not),
    `partners` (how many others in them), `sector`, `colour`, `first`, `latest` as in `links_of`."""
    told = _told_events(rows)
    found = [{"key": key, **_told(told, list(keys))} for key, keys in members.groupby("key")["event_id"]]
    if not found:
        return pd.DataFrame(columns=_NODE).astype({"events": "int64", "partners": "int64"})
    found = pd.DataFrame(found)
    ends = pd.concat([links["one"], links["other"]]).value_counts()
    found["partners"] = found["key"].map(ends).fillna(0).astype("int64")
    found = found.join(known, on="key")
    return found.sort_values(["events", "partners", "name"], ascending=[False, False, True], ignore_index=True)[_NODE]


def _told_events(rows: pd.DataFrame) -> dict[str, tuple]:
    """Per key of an event its row, and its place among all, oldest first."""
    return {row.event_id: (at, row) for at, row in enumerate(rows[_OF_EVENT].itertuples(index=False))}


def _told(told: dict[str, tuple], keys: list[str]) -> dict[str, object]:
    """What is said of some events."""
    rows = [row for _, row in sorted((told[key] for key in keys), key=lambda some: some[0])]
    numbers = Counter(row.sector for row in rows)
    sectors = sorted(numbers, key=lambda name: (-numbers[name], name))
    leading = [name for name in sectors if numbers[name] == numbers[sectors[0]]]
    dated = [row.date_text for row in rows if row.precision != "undated"] or ["undated"]
    alone, secondary = sum(row.witnesses <= 1 for row in rows), sum(not row.primary for row in rows)
    return {
        "events": len(rows),
        "sector": " and ".join(leading),
        "colour": next(row.colour for row in rows if row.sector == leading[0]),
        "sectors": "; ".join(f"{name} {numbers[name]}" for name in sectors),
        "first": dated[0],
        "latest": dated[-1],
        "resting": f"{alone} on one independent source, {secondary} on none that is primary",
        "titles": "; ".join(row.title for row in rows),
        "event_ids": "; ".join(row.event_id for row in rows),
    }


def partners_of(net: Network, key: str) -> pd.DataFrame:
    """One row is one partner of `key`: the columns of `links_of`, `partner` and `partner_name`."""
    links = net.links[(net.links["one"] == key) | (net.links["other"] == key)]
    first = links["one"] == key
    return links.assign(partner=links["other"].where(first, links["one"]), partner_name=links["other_name"].where(first, links["one_name"]))
