"""What the map draws a mark for: places with the events that name them, sites under names that fit, and the ways between places."""

import re

import pandas as pd

from loaders.atlas import RING_M, all_ways, sites_shown
from loaders.events.selection import Selection, derived
from loaders.store import Store
from loaders.text import counted, say
from loaders.trips import country_pairs

_ACRONYM = re.compile(r"\(([A-Z]{3,})\)")
_ASIDE = re.compile(r"\s*\([^)]*\)")
_PLACE = ["place", "name", "latitude", "longitude", "country", "events", "shares", "said"]


def short_name(name: str) -> str:
    """A site's name as short as its sources allow: its acronym where it has one, else without what stands in brackets."""
    found = _ACRONYM.search(name)
    return found.group(1) if found else _ASIDE.sub("", name)


@derived
def site_marks(selection: Selection) -> pd.DataFrame:
    """The sites that the selection shows (`atlas.sites_shown`) and that have a point: `place`, `name`, `label` (a short name), `latitude`, `longitude`, `events`,
    `sector` (its key, blank where it has none), `ring_m` (metres within which it lies), `approximate`, and `said` in words."""
    table = sites_shown(selection)
    table = table[table["latitude"].notna()].copy()
    said = [_said(row.name, row.events, row.precision) for row in table.itertuples()]
    table = table.assign(
        label=table["name"].map(short_name),
        ring_m=table["coordinate_precision"].map(RING_M).fillna(0),
        approximate=table["approximate"].fillna(False).astype("bool"),
        sector=table["sector_id"].astype("object").where(table["sector_id"].notna(), ""),
        said=said,
    )
    return table[["place", "name", "label", "latitude", "longitude", "events", "sector", "ring_m", "approximate", "said"]]


@derived
def place_marks(selection: Selection) -> pd.DataFrame:
    """One row is a place that selected events name, that of most events first: `place` (its key), `name`, `latitude`, `longitude` (its own, missing where nobody recorded them),
    `country`, `events` (those that a click on it lists), `shares` (pairs of sector and number, the largest first), and `said` in words."""
    known, numbers, shares = _cities(selection.store), selection.counts("city"), _shares(selection)
    rows = [
        (city.city_id, city.name, city.latitude, city.longitude, city.country, numbers[city.city_id], shares.get(city.city_id, []))
        for city in (known[key] for key in selection.had("city"))
    ]
    rows = [(*row, _said(row[1], row[5], known[row[0]].precision)) for row in rows]
    return pd.DataFrame(sorted(rows, key=lambda row: (-row[5], row[0])), columns=_PLACE)


@derived
def way_marks(selection: Selection) -> pd.DataFrame:
    """One row is a way that people of selected events took, that of most events first: the columns of `atlas.all_ways`, `events` (those that a click on it lists),
    `to` (the country, of the two with most trips; blank for other ways), `label` (the western place first) and `said` in words."""
    table, numbers, pair = _ways(selection.store), selection.counts("journey"), country_pairs(selection)
    table = table[table["place"].isin(selection.had("journey"))]
    across = table["from_country"].isin(pair) & table["to_country"].isin(pair) & (table["from_country"] != table["to_country"])
    table = table.assign(events=table["place"].map(numbers).astype("int64"), to=table["to_country"].where(across, ""))
    said = [
        counted(
            "{origin} → {venue}: {count} event", "{origin} → {venue}: {count} events", count=row.events, origin=row.origin, venue=row.venue
        )
        for row in table.itertuples()
    ]
    return table.assign(said=said).sort_values(["events", "place"], ascending=[False, True], ignore_index=True)


@derived
def off_map(selection: Selection) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys and the names of the places that selected events name and that have no point."""
    table = place_marks(selection)
    lost = table[table["latitude"].isna()]
    return tuple(sorted(lost["place"])), tuple(lost["name"])


def _said(name: str, number: int, precision: str) -> str:
    return f"{name}: {_events(number)}, {precision}"


def _events(number: int) -> str:
    return counted("{count} event", "{count} events", count=number) if number else say("no event")


@derived
def _cities(store: Store) -> dict[str, object]:
    table = store.facts.table("cities")
    words = [say("one point for the whole {level}", level=level) for level in table["level"]]
    return {row.city_id: row for row in table.assign(precision=words).itertuples()}


@derived
def _ways(store: Store) -> pd.DataFrame:
    table, country = all_ways(store), store.facts.table("cities").set_index("city_id")["country"]
    table = table.assign(from_country=table["origin_id"].map(country), to_country=table["venue_id"].map(country))
    table["label"] = [
        say("{west} ← {east}", west=row.venue, east=row.origin)
        if row.origin_longitude > row.venue_longitude
        else say("{west} → {east}", west=row.origin, east=row.venue)
        for row in table.itertuples()
    ]
    return table


@derived
def _shares(selection: Selection) -> dict[str, list[tuple[str, int]]]:
    """Per place, the numbers of the events that a click on it lists by sector, the largest first."""
    numbers = selection.narrowed(city=()).by("city", "sector")
    found: dict[str, list[tuple[str, int]]] = {}
    for city, sector, number in zip(*(numbers[name].tolist() for name in ("city", "sector", "events")), strict=True):
        found.setdefault(city, []).append((sector, number))
    return {city: sorted(some, key=lambda share: (-share[1], share[0])) for city, some in found.items()}


@derived
def point_notices(store: Store) -> list[str]:
    """What the licences of the sources ask to be said that the points on the map come from."""
    said, sources = store.facts.table("evidence"), store.facts.table("sources")
    keys = said.loc[said["table"].isin(("sites", "cities")) & said["column"].isin(("latitude", "longitude")), "source_id"]
    return sorted(set(sources.loc[sources["source_id"].isin(keys), "notice"].dropna()))
