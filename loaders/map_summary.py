"""Sentences about the map, generated from what it shows."""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from loaders.atlas import cities_shown, journeys, sites_shown, without_place
from loaders.events.selection import Selection, derived
from loaders.store import Store
from loaders.timeline_words import joined

_COUNTRIES = {"DE": "Germany", "JP": "Japan", "BE": "Belgium", "FR": "France", "GB": "the United Kingdom"}


@derived
def map_headline(selection: Selection) -> str:
    """One sentence: where the held events took place: in the cities that are chosen as the places, else by country, and which city leads.

    An event counts once in every city in which it was held or which it visited; a city's sites count as the city.
    """
    cities, chosen = _cities(selection.store), selection.filters.venue
    places = selection.store.index().facets["venue"].having(selection.mask & _held(selection.store))
    if not places:
        return _nowhere(selection)
    total = _different(places.values())
    if total == 1:
        title = selection.store.events().rows["title"].iloc[next(iter(places.values()))[0]]
        return f"One event has a place on the map: {title}, in {joined([cities[city]['name'] for city in places])}"
    if chosen:
        return f"{total} events took place in {any_of([cities[city]['name'] for city in chosen])}"
    countries: dict[str, list[np.ndarray]] = {}
    for city, events in places.items():
        countries.setdefault(cities[city]["country"], []).append(events)
    numbers = {country: _different(events) for country, events in countries.items()}
    several = " (some in two countries)" * (sum(numbers.values()) > total)
    leader = _leader({cities[city]["name"]: len(events) for city, events in places.items()}, total)
    return f"{total} events took place in {_countries(numbers)}{several}; {leader}"


@derived
def _cities(store: Store) -> dict[str, dict[str, str]]:
    """Per city, its `name` and `country`."""
    return store.facts.table("cities").set_index("city_id")[["name", "country"]].to_dict("index")


@derived
def _held(store: Store) -> np.ndarray:
    return (store.events().rows["status"] == "held").to_numpy("bool")


def _different(events: Iterable[np.ndarray]) -> int:
    """How many different events these are together."""
    return len(np.unique(np.concatenate(list(events))))


def any_of(names: list[str]) -> str:
    """`a, b or c`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def sites_headline(sites: pd.DataFrame) -> str:
    """One sentence where no event is left: the sites that fit by themselves (`atlas.sites_shown`), or that none does."""
    if sites.empty:
        return "No event and no site fits this selection"
    if len(sites) == 1:
        return f"One site fits this selection, but no event: {sites['name'].iloc[0]}, in {sites['city'].iloc[0]}"
    return f"{len(sites)} sites fit this selection, but no event"


def _nowhere(selection: Selection) -> str:
    if len(selection) == 1:
        return f"No source says where this took place: {selection.page(0, 1)['title'].iloc[0]}"
    return f"{len(selection)} events, of which none is known to have been held in a place"


def _countries(numbers: Mapping[str, int]) -> str:
    names = sorted(numbers, key=lambda country: (-numbers[country], country))
    if len(names) == 1:
        return _COUNTRIES.get(names[0], names[0])
    return joined([f"{_COUNTRIES.get(country, country)} ({numbers[country]})" for country in names])


def _leader(numbers: Mapping[str, int], total: int) -> str:
    most = max(numbers.values())
    first = sorted(city for city, number in numbers.items() if number == most)
    if len(first) == 1 and most == total:
        return f"all of them in {first[0]}" + ("" if len(numbers) == 1 else ", some elsewhere as well")
    if len(first) > 3:
        return f"no place has more than {most}"
    verb = "leads" if len(first) == 1 else "lead"
    return f"{joined(first)} {verb} with {most}{' each' if len(first) > 1 else ''}"


@derived
def unplaced_note(selection: Selection) -> str:
    """What the map cannot show, with numbers; blank where it shows all."""
    sites, cities, ways, without = sites_shown(selection), cities_shown(selection), journeys(selection), len(without_place(selection))
    by_site = cities["city_id"].isin(sites.loc[sites["latitude"].notna(), "city_id"])  # drawn in the middle of its sites
    lost = sites[sites["latitude"].isna()], cities[cities["latitude"].isna() & ~by_site], ways[~ways["drawn"]]
    parts = [
        _part(len(lost[0]), "site has no point", "sites have no point", lost[0]["name"]),
        _part(len(lost[1]), "city, town or state has none", "cities, towns or states have none", lost[1]["name"]),
        _part(len(lost[2]), "journey is not drawn", "journeys are not drawn", lost[2]["origin"] + " to " + lost[2]["venue"]),
        f"{without} event{' has' if without == 1 else 's have'} no place in any source" if without else "",
    ]
    return "; ".join(filter(None, parts))


def _part(number: int, one: str, many: str, names: pd.Series) -> str:
    return f"{number} {one if number == 1 else many} ({', '.join(names)})" if number else ""


def map_text(headline: str, selection: Selection) -> str:
    """The map in words, for those who do not see it."""
    sites, cities, ways = sites_shown(selection), cities_shown(selection), journeys(selection)
    return (
        f"Map. {headline}. It shows {int(sites['latitude'].notna().sum())} of {len(sites)} sites, "
        f"{int(cities['latitude'].notna().sum())} of {len(cities)} cities, towns and states, and "
        f"{int(ways['drawn'].sum())} of {len(ways)} journeys. The same places stand in the table below."
    )
