"""Joined views: the tables with names beside their keys, one function each."""

import pandas as pd

from loaders.facts import FactBase
from loaders.keeping import derived_table

HONOURED = "awarded"
_THERE = ("venue", "stop", "origin", "connected")  # the parts of a place that an event is at, not only about
MENTIONED = "mentioned"  # the part of who is named with an event and took no part in it


@derived_table
def places(facts: FactBase) -> pd.DataFrame:
    """One row is the part of one place in one event: `event_places` with `city`, `site` and the event's `title`."""
    return _named(facts, facts.table("event_places"), city="cities", site="sites", event="events")


@derived_table
def participants(facts: FactBase) -> pd.DataFrame:
    """One row is one organisation's or person's part in one event: `participants` with `organisation`, `person` and `title`."""
    return _named(facts, facts.table("participants"), organisation="organisations", person="people", event="events")


@derived_table
def taking_part(facts: FactBase) -> pd.DataFrame:
    """One row is an organisation that took part in an event, itself or through one of its people: `event_id`, `organisation_id`.

    Who is only mentioned took no part; nor did the organisation of a person who was honoured.
    """
    parts = facts.table("participants")
    parts = parts[(parts["role"] != MENTIONED) & ~(parts["person_id"].notna() & (parts["role"] == HONOURED))]
    of_person = parts["person_id"].map(facts.table("people").set_index("person_id")["organisation_id"])
    parts = parts.assign(organisation_id=parts["organisation_id"].fillna(of_person))
    return parts[["event_id", "organisation_id"]].dropna().drop_duplicates(ignore_index=True)


@derived_table
def people_there(facts: FactBase) -> pd.DataFrame:
    """One row is a person in a public role who took part in an event: `event_id`, `person_id`. Who is only mentioned took no part."""
    parts = facts.table("participants")
    return parts.loc[parts["role"] != MENTIONED, ["event_id", "person_id"]].dropna().drop_duplicates(ignore_index=True)


@derived_table
def ways(facts: FactBase) -> pd.DataFrame:
    """One row is one event's way from a city to another: `event_id`, `origin_id`, `venue_id`, and `place`, the key of the way.

    Nothing but an event's places of the parts origin, and venue or stop, makes a way.
    """
    where = facts.table("event_places")
    ends = [
        where.loc[where["role"].isin(roles), ["event_id", "city_id"]].rename(columns={"city_id": f"{end}_id"})
        for end, roles in (("origin", ("origin",)), ("venue", ("venue", "stop")))
    ]
    pairs = ends[0].merge(ends[1], on="event_id").drop_duplicates()
    pairs = pairs[pairs["origin_id"] != pairs["venue_id"]]
    return pairs.assign(place=pairs["origin_id"] + ">" + pairs["venue_id"])


@derived_table
def crossings(facts: FactBase) -> pd.DataFrame:
    """One row is a way between cities of two countries: `place` (its key, see `ways`), `origin` and `to` (the countries, ISO 3166)."""
    country = facts.table("cities").set_index("city_id")["country"]
    table = ways(facts).drop_duplicates("place")
    table = table.assign(origin=table["origin_id"].map(country), to=table["venue_id"].map(country)).dropna(subset=["origin", "to"])
    return table.loc[table["origin"] != table["to"], ["place", "origin", "to"]].reset_index(drop=True)


@derived_table
def touching(facts: FactBase) -> pd.DataFrame:
    """One row is a city that took part in an event: as a venue, a stop, the origin of who travelled, or joined by a link. `event_id`, `city_id`."""
    where = facts.table("event_places")
    return where.loc[where["role"].isin(_THERE), ["event_id", "city_id"]].dropna().drop_duplicates(ignore_index=True)


@derived_table
def held_in(facts: FactBase) -> pd.DataFrame:
    """One row is a city in which an event was held, or was to be: a venue, or a stop of a visit. `event_id`, `city_id`."""
    where = facts.table("event_places")
    return where.loc[where["role"].isin(("venue", "stop")), ["event_id", "city_id"]].dropna().drop_duplicates(ignore_index=True)


@derived_table
def city_pairs(facts: FactBase) -> pd.DataFrame:
    """One row is two cities that took part in one event together: `event_id`, `one`, `other` (keys, the smaller first), and `pair`, the key of the two."""
    where = touching(facts)
    pairs = where.merge(where, on="event_id", suffixes=("", "_other"))
    pairs = pairs[pairs["city_id"] < pairs["city_id_other"]].set_axis(["event_id", "one", "other"], axis="columns")
    return pairs.assign(pair=[pair_key(*ends) for ends in zip(pairs["one"], pairs["other"], strict=True)])


def pair_key(one: str, other: str) -> str:
    """The key of two cities, whichever is named first."""
    return "~".join(sorted((one, other)))


@derived_table
def measures(facts: FactBase) -> pd.DataFrame:
    """One row is one figure of one event, `value` in its `unit`: `measures` with the event's `title` and `date` (EDTF)."""
    table = _named(facts, facts.table("measures"), event="events")
    table["date"] = table["event_id"].map(facts.table("events").set_index("event_id")["date"])
    return table


@derived_table
def figures(facts: FactBase) -> pd.DataFrame:
    """One row is one figure of one city, `value` in the series' `unit` as of `as_of` (EDTF, missing where not stated).

    Columns: those of `observations`, `city`, and of its series `series`, `indicator_id`, `indicator`, `unit`, `definition`,
    `publisher`, `derived`. Figures of two series are never joined into one line.
    """
    series = facts.table("series").rename(columns={"name": "series"})
    keep = ["series_id", "indicator_id", "series", "unit", "definition", "publisher", "derived"]
    table = facts.table("observations").merge(series[keep], on="series_id", how="left", validate="many_to_one")
    return _named(facts, table, city="cities", indicator="indicators")


@derived_table
def sites(facts: FactBase) -> pd.DataFrame:
    """One row is one place on the map, `latitude` and `longitude` in degrees (WGS 84): `sites` with `city`, `sector`, `organisation`."""
    return _named(facts, facts.table("sites"), city="cities", sector="sectors", organisation="organisations")


@derived_table
def members(facts: FactBase) -> pd.DataFrame:
    """One row is one member of one tie: `tie_cities` with `tie`, its `kind`, `level` and `scope`, and `member` by name."""
    table = _named(facts, facts.table("tie_cities"), tie="ties", city="cities")
    ties = facts.table("ties").set_index("tie_id")
    for column in ("kind", "level", "scope"):
        table[column] = table["tie_id"].map(ties[column])
    return table.assign(member=table["city"].fillna(table["partner"])).drop(columns="city")


def _named(facts: FactBase, table: pd.DataFrame, **tables: str) -> pd.DataFrame:
    """The table with a column of names for each key: `city="cities"` adds `city` for `city_id`, an event adds `title`."""
    for one, many in tables.items():
        name = "title" if many == "events" else "name"
        names = facts.table(many).set_index(f"{one}_id")[name]
        table["title" if many == "events" else one] = table[f"{one}_id"].map(names).astype("str")
    return table
