"""Where it happened: sites, cities and journeys of a selection of events, with what is known of their points."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from loaders.confidence_words import marked, resting_words
from loaders.events.filters import Filters
from loaders.events.index import Facet
from loaders.events.narrowing import narrowed, with_parts
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.folding import holds_all
from loaders.store import Store
from loaders.views import places, sites, ways

RING_M = {"building": 150, "district": 1000, "city": 5000}  # data/README.md; the last is drawn for "somewhere in the city"
_WIDE = ("prefecture", "metropolis", "state", "district", "ward area", "metropolitan area")  # a point cannot say where in them
_WORDS = {"building": "within about 150 m", "district": "within about 1 km", "city": "somewhere in the city"}
HAPPENED = ("venue", "stop")  # the parts of a place that say that the event was there
_LINK = ["event_id", "code"]
_NONE = np.empty(0, dtype="int64")


@derived
def sites_shown(selection: Selection) -> pd.DataFrame:
    """One row is a site that the selection shows: columns of `views.sites`, `place` (its key), `level` "site", `colour`, and those of `_happened` and of `confidence_words.marked`.

    By the rule of `narrowing` for sites: where cities are chosen, a site
    must lie in one of them or in a part of one. Then it is shown where an event that fits the choices names it; and where
    nothing is chosen that only an event can fit (years, relationship, status), also where its sector and a source that speaks
    of it fit. Of these, a text finds those that have it in their own words or in those of the events that name them.
    """
    return _happened(selection, all_sites(selection.store)[sites_left(selection)], "site_id")


def sites_left(selection: Selection) -> np.ndarray:
    """Which of `all_sites` the selection shows."""
    keep = narrowed(selection, "sites").to_numpy()
    return keep & holds_all(selection.store.words("sites").search, selection.filters.text) if selection.filters.text else keep


def sites_had(selection: Selection) -> dict[str, int]:
    """Per site at which selected events were, how many."""
    return {site: len(events) for site, events in _links(selection.store, "site_id")[0].having(selection.mask).items()}


@derived
def cities_shown(selection: Selection) -> pd.DataFrame:
    """One row is a city (or town, prefecture, state) that selected events name without naming a site in it.

    Columns of `cities`, `place` (its key), `city` (its name), and those of `_happened` and of `confidence_words.marked`. Chosen cities cut it as they cut the sites.
    """
    return _happened(selection, _all_cities(selection.store)[_cities_left(selection)], "city_id")


def _cities_left(selection: Selection) -> pd.Series:
    """Which of all cities the selection shows."""
    keys, mask = _all_cities(selection.store)["city_id"], selection.mask
    named = {place for links in _links(selection.store, "city_id") for place in links.having(mask)}
    return keys.isin(named) & _in_cities(selection.facts, keys, selection.filters)


@derived
def places_shown(selection: Selection) -> int:
    """How many rows the table of places has: sites, cities, and one for the events for which no source names a place."""
    placeless = (selection.mask & _placeless(selection.store)).any()
    return int(sites_left(selection).sum()) + int(_cities_left(selection).sum()) + int(placeless)


@derived
def journeys(selection: Selection) -> pd.DataFrame:
    """One row is a way from one city to another: some took part in an event in `venue` who came from `origin`.

    Nothing but an event's places of the parts origin and venue makes a journey. Columns: `place` (its key), `origin_id`,
    `venue_id`, `origin`, `venue` (names), `origin_latitude`, `origin_longitude`, `venue_latitude`, `venue_longitude`
    (degrees, missing where nobody recorded them), `drawn` (whether all four are known), and those of `_happened`.
    """
    table, links = all_ways(selection.store), selection.store.index().facets["journey"]
    found = links.having(selection.mask)
    table = _told(selection, table[table["place"].isin(found)], found)
    return table.sort_values(["events", "place"], ascending=[False, True], ignore_index=True)


@derived
def all_sites(store: Store) -> pd.DataFrame:
    """One row is a site, whatever is chosen: see `sites_shown`."""
    colours = store.facts.table("sectors").set_index("sector_id")["colour"]
    table = sites(store.facts)
    table = table.assign(place=table["site_id"], level="site", colour=table["sector_id"].map(colours).astype("str"))
    return _sourced(store.facts, table, "sites")


@derived
def _all_cities(store: Store) -> pd.DataFrame:
    table = store.facts.table("cities")
    table = table.assign(place=table["city_id"], city=table["name"], coordinate_precision="city", approximate=False)
    return _sourced(store.facts, table, "cities")


@derived
def all_ways(store: Store) -> pd.DataFrame:
    """One row is a way that some event has, whatever is chosen: see `journeys`."""
    table = ways(store.facts).drop_duplicates("place").drop(columns="event_id").sort_values("place", ignore_index=True)
    cities = store.facts.table("cities").set_index("city_id")
    for end in ("origin", "venue"):
        table[end] = table[f"{end}_id"].map(cities["name"])
        for axis in ("latitude", "longitude"):
            table[f"{end}_{axis}"] = table[f"{end}_id"].map(cities[axis])
    return table.assign(drawn=table.filter(regex="_l(atitude|ongitude)$").notna().all(axis="columns"))


def without_place(selection: Selection) -> pd.DataFrame:
    """The rows of the selected events for which no source names a place."""
    return selection.store.events().rows[selection.mask & _placeless(selection.store)]


@derived
def _placeless(store: Store) -> np.ndarray:
    return (~store.events().rows["event_id"].isin(store.facts.table("event_places")["event_id"])).to_numpy()


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


@derived
def _links(store: Store, column: str) -> tuple[Facet, Facet]:
    """The places of the events, sites (`site_id`) or cities where no site is named (`city_id`): those where they were, and those that they only name."""
    where = places(store.facts)
    where = where[where["site_id"].notna() == (column == "site_id")].rename(columns={column: "code"})
    there = where.loc[where["role"].isin(HAPPENED), _LINK].drop_duplicates()
    named = where[_LINK].drop_duplicates()
    also = named[~pd.MultiIndex.from_frame(named).isin(pd.MultiIndex.from_frame(there))]
    return store.index().facet(there), store.index().facet(also)


def _happened(selection: Selection, table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Adds the columns of `_told` for events that were there, and `also`: titles of those that only name the place."""
    there, also = (links.having(selection.mask) for links in _links(selection.store, column))
    titles = _texts(selection.store).titles
    return _told(selection, table, there).assign(also=_strings(_joined(titles, also.get(place, _NONE)) for place in table["place"]))


def _told(selection: Selection, table: pd.DataFrame, found: Mapping[str, np.ndarray]) -> pd.DataFrame:
    """Adds what happened at each `place`, of `found` (the places of its events in their order): `events` (how many), `event_ids` and `titles`
    (oldest first, the undated last, separated by `; `), `first` and `latest` (dates in words, blank where none is dated), `resting` (what of them is thinly founded, in words)."""
    texts = _texts(selection.store)
    there = [found.get(place, _NONE) for place in table["place"]]
    dated = [events[texts.dated[events]] for events in there]
    return table.assign(
        events=np.array([len(events) for events in there], dtype="int64"),
        event_ids=_strings(_joined(texts.keys, events) for events in there),
        titles=_strings(_joined(texts.titles, events) for events in there),
        first=_strings(texts.dates[events[0]] if len(events) else "" for events in dated),
        latest=_strings(texts.dates[events[-1]] if len(events) else "" for events in dated),
        resting=_strings(resting_words(texts.alone[events], texts.secondary[events]) if len(events) else "" for events in there),
    ).reset_index(drop=True)


class _Texts(NamedTuple):
    """What is said of every event, in the order of the events."""

    keys: np.ndarray
    titles: np.ndarray
    dates: np.ndarray
    dated: np.ndarray
    alone: np.ndarray
    secondary: np.ndarray


@derived
def _texts(store: Store) -> _Texts:
    rows = store.events().rows
    titles = rows["title"].where(rows["status"] == "held", rows["title"] + " (" + rows["status_text"] + ")")
    texts = (column.to_numpy("object") for column in (rows["event_id"], titles, rows["date_text"]))
    alone, secondary = rows["witnesses"].to_numpy() <= 1, ~rows["primary"].to_numpy("bool")
    return _Texts(*texts, (rows["precision"] != "undated").to_numpy("bool"), alone, secondary)


def _joined(texts: np.ndarray, events: np.ndarray) -> str:
    return "; ".join(texts[events])


def _strings(texts: Iterable[str]) -> pd.array:
    return pd.array(list(texts), dtype="str")


def _sourced(facts: FactBase, table: pd.DataFrame, name: str) -> pd.DataFrame:
    table["precision"] = point_texts(table)
    return table.join(marked(facts, name, table["place"]))


def _in_cities(facts: FactBase, keys: pd.Series, filters: Filters) -> pd.Series:
    """Whether each city is chosen, or part of one that is, or none is chosen."""
    return keys.isin(with_parts(facts, filters.city)) | (not filters.city)
