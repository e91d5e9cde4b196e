"""What the map draws a mark for: cities with all that happened in them, and sites under names that fit on a map."""

import math
import re
from typing import NamedTuple

import pandas as pd

from loaders.atlas import RING_M, cities_shown, journeys, resting_at, sites_shown
from loaders.confidence_words import marked
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.store import Store

_ACRONYM = re.compile(r"\(([A-Z]{3,})\)")
_COLUMNS = ["place", "label", "latitude", "longitude", "own", "events", "shares", "sites", "anchor", "resting", "sure"]
_ASIDE = re.compile(r"\s*\([^)]*\)")


def short_name(name: str) -> str:
    """A site's name as short as its sources allow: its acronym where it has one, else without what stands in brackets."""
    found = _ACRONYM.search(name)
    return found.group(1) if found else _ASIDE.sub("", name)


def site_marks(sites: pd.DataFrame) -> pd.DataFrame:
    """The rows of `atlas.sites_shown` that have a point, with `label` (a short name and the mark of confidence), `ring_m` (metres), `sector` in words and `sure` (the mark of confidence with its words)."""
    table = sites[sites["latitude"].notna()]
    sector = table["sector"].fillna("no sector")
    sure = table["confidence"] + " " + table["confidence_text"]
    return table.assign(
        sure=sure,
        label=table["name"].map(short_name) + " " + table["confidence"],
        ring_m=table["coordinate_precision"].map(RING_M),
        sector=sector,
    )


@derived
def shown_site_marks(selection: Selection) -> pd.DataFrame:
    """`site_marks` of the sites that the selection shows."""
    return site_marks(sites_shown(selection))


@derived
def city_marks(selection: Selection) -> pd.DataFrame:
    """One row is a city of the shown places (`atlas.sites_shown`, `atlas.cities_shown`), or at an end of a drawn journey, that can be put on the map.

    Columns: `place` (its key), `label` (its name), `latitude`, `longitude` (its own, else the middle of its sites; `own` says which),
    `events` (those that a click on it lists: all that name it, in any part), `shares` (pairs of sector colour and number), `sites` (how many of them are shown in it), `anchor` (a city that is a member of a relationship that this data set is about),
    `resting` (what of its events is thinly founded), `sure` (how well its own row is founded).
    """
    sites, cities, ways = sites_shown(selection), cities_shown(selection), journeys(selection)
    ends, inside = ways[ways["drawn"]], _points(sites)
    counts, shares = selection.counts("city"), _shares(selection)
    resting, known = resting_at(selection, "city"), _cities(selection.store)
    rows = []
    for key in dict.fromkeys([*cities["city_id"], *sites["city_id"], *ends["origin_id"], *ends["venue_id"]]):
        city, points = known[key], inside.get(key, [])
        own = not math.isnan(city.latitude)
        within = [point for point in points if not math.isnan(point[0])]
        if own or within:
            place = (city.latitude, city.longitude) if own else (sum(axis) / len(within) for axis in zip(*within, strict=True))
            numbers = counts.get(key, 0), shares.get(key, []), len(points)
            rows.append((key, city.name, *place, own, *numbers, city.anchor, resting.get(key, ""), city.sure))
    rows.sort(key=lambda row: (-row[5], row[0]))
    return pd.DataFrame(rows, columns=_COLUMNS)


class _City(NamedTuple):
    """What is the same of a city whatever is chosen: see `city_marks`."""

    name: str
    latitude: float
    longitude: float
    anchor: bool
    sure: str


@derived
def _cities(store: Store) -> dict[str, _City]:
    table, anchors = store.facts.table("cities"), _anchors(store.facts)
    sure = marked(store.facts, "cities", table["city_id"])["confidence_text"]
    columns = (table[name].tolist() for name in ("city_id", "name", "latitude", "longitude"))
    return {key: _City(*place, key in anchors, words) for key, *place, words in zip(*columns, sure.tolist(), strict=True)}


def _points(sites: pd.DataFrame) -> dict[str, list[tuple[float, float]]]:
    """Per city, the points of its sites; NaN where one has none."""
    found: dict[str, list[tuple[float, float]]] = {}
    for city, *point in zip(*(sites[name].tolist() for name in ("city_id", "latitude", "longitude")), strict=True):
        found.setdefault(city, []).append(tuple(point))
    return found


def _anchors(facts: FactBase) -> set[str]:
    """The cities of the relationships of the subject; a prefecture is wider than a point."""
    ties, cities = facts.table("ties"), facts.table("cities")
    members = facts.table("tie_cities")
    members = members[members["tie_id"].isin(ties.loc[ties["scope"] == "subject", "tie_id"])]
    return set(members["city_id"]) & set(cities.loc[cities["level"].isin(["city", "metropolis"]), "city_id"])


def _shares(selection: Selection) -> dict[str, list[tuple[str, int]]]:
    """Per city, the numbers of the events that a click on it lists by sector's colour, the largest first."""
    numbers = selection.narrowed(city=()).by("city", "colour")
    found: dict[str, list[tuple[str, int]]] = {}
    for city, colour, number in zip(*(numbers[name].tolist() for name in ("city", "colour", "events")), strict=True):
        found.setdefault(city, []).append((colour, number))
    return {city: sorted(shares, key=lambda share: (-share[1], share[0])) for city, shares in found.items()}
