"""The parts of the map: the whole of it, and the areas with most events, which are drawn nearer; the same whatever is chosen."""

from typing import NamedTuple

import pandas as pd

from loaders.events.selection import derived
from loaders.store import Store

_MOST_NEAR, _ROOM = 2, 0.08  # of areas; about the places where no area holds them all, as a share


class Area(NamedTuple):
    """A box of degrees with its name. `country`: that of most of its events (ISO 3166); `places`: the keys of those with a point in it."""

    area_id: str
    name: str
    west: float
    south: float
    east: float
    north: float
    country: str = ""
    places: tuple[str, ...] = ()

    @property
    def box(self) -> tuple[float, float, float, float]:
        return self.west, self.south, self.east, self.north

    @property
    def size(self) -> float:
        return (self.east - self.west) * (self.north - self.south)

    def holds(self, other: "Area") -> bool:
        return self.west <= other.west and self.south <= other.south and other.east <= self.east and other.north <= self.north

    def meets(self, other: "Area") -> bool:
        return self.west < other.east and other.west < self.east and self.south < other.north and other.south < self.north


@derived
def near_areas(store: Store) -> tuple[Area, ...]:
    """The areas with most events, none within another, from west to east; of as many events the smaller one. An area that holds all others is none of them."""
    areas, numbers = _areas(store), {}
    whole = far_box(store)
    for area in areas:
        if area.places and area.box != whole:
            numbers[area] = store.selection().count(city=area.places)
    found: list[Area] = []
    for area in sorted(numbers, key=lambda area: (-numbers[area], area.size, area.area_id)):
        if numbers[area] and len(found) < _MOST_NEAR and not any(area.meets(other) for other in found):
            found.append(area)
    return tuple(sorted(found, key=lambda area: area.west))


@derived
def far_box(store: Store) -> tuple[float, float, float, float]:
    """West, south, east and north of the whole map: of the area that holds all others, else of all places with a point."""
    areas = _areas(store)
    whole = next((area for area in areas if len(areas) > 1 and all(area.holds(other) for other in areas)), None)
    if whole:
        return whole.box
    points = _points(store)
    if points.empty:
        return -170.0, -50.0, 170.0, 70.0
    (west, south), (east, north) = points[["longitude", "latitude"]].min(), points[["longitude", "latitude"]].max()
    room = max(_ROOM * max(east - west, north - south), 0.1)
    return west - room, south - room, east + room, north + room


@derived
def _areas(store: Store) -> list[Area]:
    points, found = _points(store), []
    had = store.selection().had("city")
    for row in store.facts.table("areas").itertuples():
        inside = points[points["longitude"].between(row.west, row.east) & points["latitude"].between(row.south, row.north)]
        numbers = inside.assign(events=inside["city_id"].map(had).fillna(0)).groupby("country")["events"].sum()
        country = numbers.idxmax() if len(numbers) else ""
        found.append(Area(row.area_id, row.name, row.west, row.south, row.east, row.north, country, tuple(sorted(inside["city_id"]))))
    return found


@derived
def _points(store: Store) -> pd.DataFrame:
    table = store.facts.table("cities")
    return table.loc[table["latitude"].notna() & table["longitude"].notna(), ["city_id", "country", "latitude", "longitude"]]
