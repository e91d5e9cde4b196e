"""Sentences about the map, generated from what it shows."""

import pandas as pd

from loaders.atlas import cities_shown, journeys, sites_shown, without_place
from loaders.events import Events
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.timeline_words import joined
from loaders.views import places

_COUNTRIES = {"DE": "Germany", "JP": "Japan", "BE": "Belgium", "FR": "France", "GB": "the United Kingdom"}
_HAPPENED = ("venue", "stop")


@derived
def map_headline(selection: Selection) -> str:
    """One sentence: where the held events took place: in the cities that are chosen as the places, else by country, and which city leads.

    An event counts once in every city in which it was held or which it visited; a city's sites count as the city.
    """
    facts, events, chosen = selection.facts, selection.events, selection.filters.venue
    rows = events.rows
    held = rows[rows["status"] == "held"]
    where = _venues(facts, held["event_id"])
    if where.empty:
        return _nowhere(events)
    total = where["event_id"].nunique()
    if total == 1:
        title = held.set_index("event_id")["title"][where["event_id"].iloc[0]]
        return f"One event has a place on the map: {title}, in {joined(list(where['city'].unique()))}"
    if chosen:
        names = facts.table("cities").set_index("city_id")["name"]
        return f"{total} events took place in {any_of([names[city] for city in chosen])}"
    several = " (some in two countries)" * int(where.groupby("event_id")["country"].nunique().max() > 1)
    return f"{total} events took place in {_countries(where)}{several}; {_leader(where)}"


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


def _venues(facts: FactBase, keys: pd.Series) -> pd.DataFrame:
    where = places(facts)
    where = where[where["role"].isin(_HAPPENED) & where["event_id"].isin(keys)]
    countries = facts.table("cities").set_index("city_id")["country"]
    return where.assign(country=where["city_id"].map(countries)).drop_duplicates(["event_id", "city_id"])


def _nowhere(events: Events) -> str:
    if len(events) == 1:
        return f"No source says where this took place: {events.rows.iloc[0]['title']}"
    return f"{len(events)} events, of which none is known to have been held in a place"


def _countries(where: pd.DataFrame) -> str:
    numbers = where.groupby("country")["event_id"].nunique().sort_values(ascending=False, kind="stable")
    named = [f"{_COUNTRIES.get(country, country)} ({number})" for country, number in numbers.items()]
    if len(named) == 1:
        return named[0].rpartition(" (")[0]
    return joined(named)


def _leader(where: pd.DataFrame) -> str:
    numbers = where["city"].value_counts()
    first = sorted(numbers.index[numbers == numbers.max()])
    if len(first) == 1 and numbers.max() == where["event_id"].nunique():
        return f"all of them in {first[0]}" + ("" if len(numbers) == 1 else ", some elsewhere as well")
    if len(first) > 3:
        return f"no place has more than {numbers.max()}"
    verb = "leads" if len(first) == 1 else "lead"
    return f"{joined(first)} {verb} with {numbers.max()}{' each' if len(first) > 1 else ''}"


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
