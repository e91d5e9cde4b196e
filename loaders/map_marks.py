"""What the map draws a mark for: places with the events that name them, sites under names that fit, and the ways between places."""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from loaders.atlas import RING_M, all_sites, all_ways, sites_had, sites_left
from loaders.events.selection import Selection, derived
from loaders.store import Store
from loaders.text import counted, say
from loaders.trips import country_pairs, country_ways

_ACRONYM = re.compile(r"\(([A-Z]{3,})\)")
_ASIDE = re.compile(r"\s*\([^)]*\)")


def short_name(name: str) -> str:
    """A site's name as short as its sources allow: its acronym where it has one, else without what stands in brackets."""
    found = _ACRONYM.search(name)
    return found.group(1) if found else _ASIDE.sub("", name)


class SiteMark(NamedTuple):
    """A site: its key, name and short name, its degrees (None where nobody recorded them), how many events were there, its sector (blank where it has none),
    the metres within which it lies, whether its point is approximate, and all this in words."""

    place: str
    name: str
    label: str
    latitude: float | None
    longitude: float | None
    events: int
    sector: str
    ring_m: int
    approximate: bool
    said: str

    def having(self, events: int) -> "SiteMark":
        """The site with so many events. `said` of one without a number is how far to trust its point."""
        return self._replace(events=events, said=_said(self.name, events, self.said))


class PlaceMark(NamedTuple):
    """A place that selected events name: its key and name, its degrees (None where nobody recorded them), its country, the events that a
    click on it lists, these by sector (the largest first), all in words, and the facet and word that a click on it chooses."""

    place: str
    name: str
    latitude: float | None
    longitude: float | None
    country: str
    events: int
    shares: list[tuple[str, int]]
    said: str
    chosen: tuple[str, str] = ("city", "")


class WayMark(NamedTuple):
    """A way that people of selected events took: its key, its ends by key and name and in degrees (None where nobody recorded them), the country
    to which it leads (of the two with most trips; blank for other ways), its ends in words from west to east, the events that a click on it
    lists, and these in words."""

    place: str
    origin_id: str
    venue_id: str
    origin: str
    venue: str
    start: tuple[float, float] | None
    end: tuple[float, float] | None
    to: str
    label: str
    events: int
    said: str


@derived
def site_marks(selection: Selection) -> list[SiteMark]:
    """The sites that the selection shows and that have a point."""
    numbers = sites_had(selection)
    return [mark.having(numbers.get(mark.place, 0)) for mark in sites_of(selection) if mark.latitude is not None]


@derived
def sites_of(selection: Selection) -> list[SiteMark]:
    """The sites that the selection shows (`atlas.sites_shown`), each still without a number of events."""
    return list(itertools.compress(_all_sites(selection.store), sites_left(selection)))


@derived
def _all_sites(store: Store) -> list[SiteMark]:
    found = []
    for row in all_sites(store).itertuples():
        point, within = _point(row.latitude, row.longitude) or (None, None), RING_M.get(row.coordinate_precision, 0)
        doubt = pd.notna(row.approximate) and bool(row.approximate)
        found.append(SiteMark(row.site_id, row.name, short_name(row.name), *point, 0, _text(row.sector_id), within, doubt, row.precision))
    return found


@derived
def place_marks(selection: Selection) -> list[PlaceMark]:
    """The places that selected events name, that of most events first. Where one city is chosen, the others with the events in which both took
    part; of several that are chosen, these alone."""
    known, names = _cities(selection.store), selection.store.names()["city"]
    found = []
    for place, (facet, word), number, shares in [*_named(selection), *_together(selection)]:
        mark = known[place]
        name = mark.name if facet == "city" else say("{one} and {other}", one=names[selection.filters.city[0]], other=mark.name)
        found.append(mark._replace(events=number, shares=shares, chosen=(facet, word), said=_said(name, number, mark.said)))
    return sorted(found, key=lambda mark: (-mark.events, mark.place))


def _named(selection: Selection) -> Iterator[tuple]:
    """Per place that events name: its key, what a click on it chooses (a facet and a word), and how many events it has, in all and by sector."""
    shares = _shares(selection, "city")
    for city, number in selection.by("city").items():
        yield city, ("city", city), number, shares[city]


def _together(selection: Selection) -> Iterator[tuple]:
    """The same per place that took part together with the one city that is chosen."""
    if len(selection.filters.city) != 1:
        return
    shares = _shares(selection, "pair")
    for pair, number in selection.by("pair").items():
        ends = set(pair.split("~"))
        if selection.filters.city[0] in ends:
            (other,) = ends - set(selection.filters.city)
            yield other, ("pair", pair), number, shares[pair]


@derived
def way_marks(selection: Selection) -> list[WayMark]:
    """The ways that people of selected events took, that of most events first."""
    known, numbers = _ways(selection.store), selection.counts("journey")
    across = {way: to for to in country_pairs(selection) for way in country_ways(selection, to)}
    found = [known[key]._replace(to=across.get(key, ""), events=numbers[key]) for key in selection.had("journey")]
    return sorted((mark._replace(said=_trip(mark)) for mark in found), key=lambda mark: (-mark.events, mark.place))


def _trip(way: WayMark) -> str:
    return counted(
        "{origin} → {venue}: {count} event", "{origin} → {venue}: {count} events", count=way.events, origin=way.origin, venue=way.venue
    )


@derived
def off_map(selection: Selection) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys and the names of the places that selected events name and that have no point."""
    lost = [mark for mark in place_marks(selection) if mark.latitude is None and mark.chosen[0] == "city"]
    return tuple(sorted(mark.place for mark in lost)), tuple(mark.name for mark in lost)


def _said(name: str, number: int, precision: str) -> str:
    return f"{name}: {_events(number)}, {precision}"


def _events(number: int) -> str:
    return counted("{count} event", "{count} events", count=number) if number else say("no event")


@derived
def _cities(store: Store) -> dict[str, PlaceMark]:
    """Per place what does not depend on what is chosen, how far to trust its point as `said`."""
    known = {}
    for row in store.facts.table("cities").itertuples():
        point, trust = _point(row.latitude, row.longitude) or (None, None), say("one point for the whole {level}", level=row.level)
        known[row.city_id] = PlaceMark(row.city_id, row.name, *point, _text(row.country), 0, [], trust)
    return known


@derived
def _ways(store: Store) -> dict[str, WayMark]:
    """Per way what does not depend on what is chosen."""
    found = {}
    for row in all_ways(store).itertuples():
        start, end = _point(row.origin_longitude, row.origin_latitude), _point(row.venue_longitude, row.venue_latitude)
        if start and end and start[0] > end[0]:
            label = say("{west} ← {east}", west=row.venue, east=row.origin)
        else:
            label = say("{west} → {east}", west=row.origin, east=row.venue)
        found[row.place] = WayMark(row.place, row.origin_id, row.venue_id, row.origin, row.venue, start, end, "", label, 0, "")
    return found


def _point(*degrees: float) -> tuple[float, ...] | None:
    return tuple(float(degree) for degree in degrees) if all(map(pd.notna, degrees)) else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _shares(selection: Selection, facet: str) -> dict[str, list[tuple[str, int]]]:
    """Per word of a facet the numbers of its events by sector, the largest first."""
    found: dict[str, list[tuple[str, int]]] = {}
    for (word, sector), number in selection.by(facet, "sector").items():
        found.setdefault(word, []).append((sector, number))
    return {word: sorted(some, key=lambda share: (-share[1], share[0])) for word, some in found.items()}


@derived
def point_notices(store: Store) -> list[str]:
    """What the licences of the sources ask to be said that the points on the map come from."""
    said, sources = store.facts.table("evidence"), store.facts.table("sources")
    keys = said.loc[said["table"].isin(("sites", "cities")) & said["column"].isin(("latitude", "longitude")), "source_id"]
    return sorted(set(sources.loc[sources["source_id"].isin(keys), "notice"].dropna()))
