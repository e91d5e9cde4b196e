"""Who took part together: organisations or cities, and the events that each two of them share."""

from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from loaders.confidence_words import resting_by
from loaders.events import Events
from loaders.facts import FactBase
from loaders.views import taking_part

WHO = ("organisations", "cities")
GERMAN, JAPANESE, MISSION, ELSEWHERE, UNKNOWN = "Germany", "Japan", "diplomatic mission", "elsewhere", "seat not recorded"
SIDES = (GERMAN, MISSION, ELSEWHERE, UNKNOWN, JAPANESE)
_COUNTRIES = {"DE": GERMAN, "JP": JAPANESE}
_THERE = ("venue", "stop", "origin", "connected")
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
    where = facts.table("event_places")
    where = where.loc[where["role"].isin(_THERE), ["event_id", "city_id"]]
    return where.rename(columns={"city_id": "key"}).drop_duplicates(ignore_index=True)


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
    pairs = [
        (one, other, event)
        for event, keys in members.groupby("event_id")["key"]
        for one, other in combinations(sorted(keys), 2)
    ]  # fmt: skip
    table = pd.DataFrame(pairs, columns=["one", "other", "event_id"]).merge(_oldest_first(rows), on="event_id").sort_values("at")
    if table.empty:
        return pd.DataFrame(columns=_LINK).astype({"events": "int64"})
    found = pd.DataFrame([_told({"one": one, "other": other}, some) for (one, other), some in table.groupby(["one", "other"])])
    resting = resting_by(table, ["one", "other"])
    found["resting"] = [resting[pair] for pair in zip(found["one"], found["other"], strict=True)]
    found = found.assign(one_name=found["one"].map(names), other_name=found["other"].map(names))
    return found.sort_values(["events", "one_name", "other_name"], ascending=[False, True, True], ignore_index=True)[_LINK]


def nodes_of(members: pd.DataFrame, links: pd.DataFrame, rows: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """One row is one who took part, the one with most events first: `key`, `name`, `kind`, `side` (of SIDES), `events` (how many, shared or not),
    `partners` (how many others in them), `sector`, `colour`, `first`, `latest` as in `links_of`."""
    table = members.merge(_oldest_first(rows), on="event_id").sort_values("at")
    if table.empty:
        return pd.DataFrame(columns=_NODE).astype({"events": "int64", "partners": "int64"})
    found = pd.DataFrame([_told({"key": key}, some) for key, some in table.groupby("key")])
    ends = pd.concat([links["one"], links["other"]]).value_counts()
    found["partners"] = found["key"].map(ends).fillna(0).astype("int64")
    found = found.join(known, on="key")
    return found.sort_values(["events", "partners", "name"], ascending=[False, False, True], ignore_index=True)[_NODE]


def _oldest_first(rows: pd.DataFrame) -> pd.DataFrame:
    columns = ["event_id", "title", "date_text", "precision", "sector", "colour", "witnesses", "primary"]
    return rows[columns].assign(at=range(len(rows)))


def _told(who: dict[str, str], some: pd.DataFrame) -> dict[str, object]:
    """What is said of some events, which stand oldest first."""
    numbers = (
        some["sector"].value_counts().rename_axis("sector").reset_index(name="n").sort_values(["n", "sector"], ascending=[False, True])
    )
    leading = list(numbers.loc[numbers["n"] == numbers["n"].max(), "sector"])
    dated = some.loc[some["precision"] != "undated", "date_text"]
    return {
        **who,
        "events": len(some),
        "sector": " and ".join(leading),
        "colour": some.set_index("sector")["colour"].loc[[leading[0]]].iloc[0],
        "sectors": "; ".join(f"{row.sector} {row.n}" for row in numbers.itertuples()),
        "first": dated.iloc[0] if len(dated) else "undated",
        "latest": dated.iloc[-1] if len(dated) else "undated",
        "titles": "; ".join(some["title"]),
        "event_ids": "; ".join(some["event_id"]),
    }


def partners_of(net: Network, key: str) -> pd.DataFrame:
    """One row is one partner of `key`: the columns of `links_of`, `partner` and `partner_name`."""
    links = net.links[(net.links["one"] == key) | (net.links["other"] == key)]
    first = links["one"] == key
    return links.assign(partner=links["other"].where(first, links["one"]), partner_name=links["other_name"].where(first, links["one_name"]))
