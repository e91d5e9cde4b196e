"""Where it happened: sites, cities and journeys of a selection of events, with what is known of their points."""

import pandas as pd

from loaders.confidence_words import marked, resting_by
from loaders.events import Events
from loaders.events.filters import Filters, select
from loaders.events.narrowing import narrowed, with_parts
from loaders.facts import FactBase
from loaders.folding import holds_all
from loaders.readable import readable
from loaders.views import places, sites, ways

RING_M = {"building": 150, "district": 1000, "city": 5000}  # data/README.md; the last is drawn for "somewhere in the city"
_WIDE = ("prefecture", "metropolis", "state", "district", "ward area", "metropolitan area")  # a point cannot say where in them
_WORDS = {"building": "within about 150 m", "district": "within about 1 km", "city": "somewhere in the city"}
HAPPENED = ("venue", "stop")  # the parts of a place that say that the event was there


def sites_shown(facts: FactBase, events: Events, filters: Filters) -> pd.DataFrame:
    """One row is a site that the selection shows: columns of `views.sites`, `place` (its key), `level` "site", `colour`, and those of `_happened` and of `confidence_words.marked`.

    `events`: all of them, from which the filters select. By the rule of `narrowing` for sites: where cities are chosen, a site
    must lie in one of them or in a part of one. Then it is shown where an event that fits the choices names it; and where
    nothing is chosen that only an event can fit (years, relationship, status), also where its sector and a source that speaks
    of it fit. Of these, a text finds those that have it in their own words or in those of the events that name them.
    """
    table, selected = sites(facts), select(events, filters)
    named = places(facts).dropna(subset="site_id")
    named = named[named["event_id"].isin(selected.rows["event_id"])]
    keep = narrowed(facts, events, "sites", filters)
    if filters.text:
        keep &= holds_all(readable(facts, events, "sites").search, filters.text)
    table = table[keep]
    colours = facts.table("sectors").set_index("sector_id")["colour"]
    table = table.assign(place=table["site_id"], level="site", colour=table["sector_id"].map(colours).astype("str"))
    table = _there_and_also(table, named.rename(columns={"site_id": "place"}), selected)
    return _sourced(facts, table, "sites")


def cities_shown(facts: FactBase, events: Events, filters: Filters) -> pd.DataFrame:
    """One row is a city (or town, prefecture, state) that selected events name without naming a site in it.

    Columns of `cities`, `place` (its key), `city` (its name), and those of `_happened` and of `confidence_words.marked`. Chosen cities cut it as they cut the sites.
    """
    named = places(facts)
    named = named[named["site_id"].isna() & named["event_id"].isin(events.rows["event_id"])]
    table = facts.table("cities")
    table = table[table["city_id"].isin(named["city_id"])]
    table = table[_in_cities(facts, table["city_id"], filters)]
    table = table.assign(place=table["city_id"], city=table["name"], coordinate_precision="city", approximate=False)
    table = _there_and_also(table, named.rename(columns={"city_id": "place"}), events)
    return _sourced(facts, table, "cities")


def journeys(facts: FactBase, events: Events) -> pd.DataFrame:
    """One row is a way from one city to another: some took part in an event in `venue` who came from `origin`.

    Nothing but an event's places of the parts origin and venue makes a journey. Columns: `place` (its key), `origin_id`,
    `venue_id`, `origin`, `venue` (names), `origin_latitude`, `origin_longitude`, `venue_latitude`, `venue_longitude`
    (degrees, missing where nobody recorded them), `drawn` (whether all four are known), and those of `_happened`.
    """
    pairs = ways(facts)
    pairs = pairs[pairs["event_id"].isin(events.rows["event_id"])]
    table = pairs.drop_duplicates("place").drop(columns="event_id").sort_values("place", ignore_index=True)
    cities = facts.table("cities").set_index("city_id")
    for end in ("origin", "venue"):
        table[end] = table[f"{end}_id"].map(cities["name"])
        for axis in ("latitude", "longitude"):
            table[f"{end}_{axis}"] = table[f"{end}_id"].map(cities[axis])
    table["drawn"] = table.filter(regex="_l(atitude|ongitude)$").notna().all(axis="columns")
    table = _happened(table, pairs, events)
    return table.sort_values(["events", "place"], ascending=[False, True], ignore_index=True)


def without_place(facts: FactBase, events: Events) -> pd.DataFrame:
    """The rows of `events` for which no source names a place."""
    return events.rows[~events.rows["event_id"].isin(facts.table("event_places")["event_id"])]


def precision_text(precision: object, approximate: object) -> str:
    """How far to trust a point, in words; that there is none where no precision is recorded."""
    if pd.isna(precision):
        return "no point recorded"
    return _WORDS[precision] + (", point approximate" if pd.notna(approximate) and approximate else "")


def point_texts(table: pd.DataFrame) -> pd.Series:
    """Per place (`level`, `coordinate_precision`, `approximate`, `latitude`), how far to trust its point, in words."""
    words = [precision_text(*row) for row in table[["coordinate_precision", "approximate"]].itertuples(index=False)]
    wide = table["level"].isin(_WIDE)
    words = [f"one point for the whole {level}" if whole else word for word, level, whole in zip(words, table["level"], wide, strict=True)]
    return pd.Series(words, index=table.index, dtype="str").where(table["latitude"].notna(), "no point recorded")


def _there_and_also(table: pd.DataFrame, named: pd.DataFrame, events: Events) -> pd.DataFrame:
    """Adds the columns of `_happened` for events that were there, and `also`: titles of those that only name the place."""
    there = named["role"].isin(HAPPENED)
    pairs = set(zip(named["place"][there], named["event_id"][there], strict=True))
    only = [pair not in pairs for pair in zip(named["place"], named["event_id"], strict=True)]
    only = named[pd.Series(only, index=named.index, dtype=bool)]
    also = _happened(table, only, events)["titles"]
    return _happened(table, named[there], events).assign(also=also)


def _happened(table: pd.DataFrame, named: pd.DataFrame, events: Events) -> pd.DataFrame:
    """Adds what happened there, of `named` (`place`, `event_id`): `events` (how many), `event_ids` and `titles` (oldest first, the
    undated last, separated by `; `), `first` and `latest` (dates in words, blank where none is dated), `resting` (what of them is thinly founded, in words)."""
    rows = events.rows[["event_id", "title", "date_text", "start", "precision", "status", "status_text", "witnesses", "primary"]]
    rows["title"] = rows["title"].where(rows["status"] == "held", rows["title"] + " (" + rows["status_text"] + ")")
    pairs = named[["place", "event_id"]].drop_duplicates().merge(rows, on="event_id")
    pairs["order"] = pairs["event_id"].map({key: at for at, key in enumerate(rows["event_id"])})
    groups = pairs.sort_values("order").groupby("place")
    dated = pairs[pairs["precision"] != "undated"].sort_values("order").groupby("place")["date_text"]
    table = table.assign(events=table["place"].map(groups.size()).fillna(0).astype("int64"))
    for column, values in (
        ("event_ids", groups["event_id"].agg("; ".join)),
        ("titles", groups["title"].agg("; ".join)),
        ("first", dated.first()),
        ("latest", dated.last()),
        ("resting", resting_by(pairs, ["place"])),
    ):
        table[column] = table["place"].map(values).astype("str").fillna("")
    return table.reset_index(drop=True)


def _sourced(facts: FactBase, table: pd.DataFrame, name: str) -> pd.DataFrame:
    table["precision"] = point_texts(table)
    return table.join(marked(facts, name, table["place"]))


def _in_cities(facts: FactBase, keys: pd.Series, filters: Filters) -> pd.Series:
    """Whether each city is chosen, or part of one that is, or none is chosen."""
    return keys.isin(with_parts(facts, filters.city)) | (not filters.city)
