"""What the map has to click in each of its areas, and where each of these marks stands."""

import math
from dataclasses import dataclass

import pandas as pd

from charts.map_lines import line_points, ring_points
from charts.mercator import View, fitted
from charts.placing import Place, Wish, placed

AREAS = {
    "whole": (-7.5, 24.0, 148.0, 69.5),
    "rhine-ruhr": (6.02, 50.76, 7.22, 51.51),
    "fukushima-koriyama": (139.95, 37.22, 141.1, 37.79),
    "tokyo-chiba": (139.56, 35.5, 140.2, 35.73),
}
HEIGHT_PX = {"wide": 600, "beside": 450, "narrow": 420, "small": 262}  # beside: a globe stands at its right
WIDTH_PX = {"wide": 1100, "beside": 690, "narrow": 336, "small": 392}
_MARGIN_PX = {"wide": 46, "beside": 56, "narrow": 26, "small": 22}
_FARTHEST_PX = {"wide": 190, "beside": 150, "narrow": 44, "small": 60}
_SLIM = {"wide": 1.0, "beside": 0.77, "narrow": 0.7, "small": 0.7}
CITY_SIZE_PX, SITE_SIZE_PX = 15, 13
_PRINCIPAL = 5
_WIDE_RING_PX = 60.0  # a name stands outside a ring, as long as that is not far from its mark
_FEW = ("narrow", "small")  # little room: only the principal cities, the others stand in the areas


@dataclass(frozen=True)
class Mark:
    """One thing to click: its row, the kind of its layer, its radius in pixels, and its name as it is set."""

    row: object
    kind: str
    radius: float
    size: float


def map_view(area: str, frame: str = "wide") -> View:
    """What an area's jump shows in a frame: `wide`, `beside` (another drawing), `narrow` or `small`."""
    return fitted(AREAS[area], width=WIDTH_PX[frame], height=HEIGHT_PX[frame], margin=_MARGIN_PX[frame])


def map_marks(
    sites: pd.DataFrame, cities: pd.DataFrame, journeys: pd.DataFrame, *, area: str, frame: str = "wide"
) -> list[tuple[Mark, Place]]:
    """Every mark of one jump and where it stands: by city on the whole map, by site and city in the others.

    `sites`: one row is a site with a point: `place`, `label`, `latitude`, `longitude`, `events`, `ring_m`. `cities`: one row is a city:
    the same, `own` (whether the point is its own) and `anchor` (whether it is placed before others). `journeys`: as `map_deck` takes them; names keep clear of them where they can.
    """
    view = map_view(area, frame)
    marks = city_discs(cities, frame) if area == "whole" else _of_places(sites, cities)
    wishes = [_wish(mark, view, frame, number) for number, mark in enumerate(marks)]
    frame_of = {"width": view.width, "height": view.height, "farthest": _FARTHEST_PX[frame]}
    lines = line_points(journeys, view) + ([] if area == "whole" else ring_points(sites, view))
    places = placed(wishes, **frame_of, true=area == "whole", lines=lines)
    return list(zip(marks, places, strict=True))


def city_discs(cities: pd.DataFrame, frame: str) -> list[Mark]:
    """A disc a city, the larger the more events; where there is little room, only for the cities with most. The anchors come first."""
    cities = cities.head(_PRINCIPAL) if frame in _FEW else cities
    order = cities.sort_values("anchor", ascending=False, kind="stable")
    return [
        Mark(row, "cities", _city_radius(row.events, frame), CITY_SIZE_PX - (not row.events or frame == "beside") * 2)
        for row in order.itertuples()
    ]


def _city_radius(events: int, frame: str) -> float:
    return _SLIM[frame] * (min(30.0, 7 + 2.1 * math.sqrt(events)) if events else 5.0)


def _of_places(sites: pd.DataFrame, cities: pd.DataFrame) -> list[Mark]:
    towns = [
        Mark(row, "towns", min(22.0, 7 + 1.6 * math.sqrt(row.events)) if row.events else 4.0, CITY_SIZE_PX)
        for row in cities[cities["own"]].itertuples()
    ]
    order = sites.sort_values(["events", "place"], ascending=[False, True])
    return towns + [Mark(row, "sites", _site_radius(row.events), SITE_SIZE_PX) for row in order.itertuples()]


def _site_radius(events: int) -> float:
    return min(18.0, 5.5 + 2.2 * math.sqrt(events)) if events else 5.0


def _wish(mark: Mark, view: View, frame: str, number: int) -> Wish:
    x, y = view.pixels(mark.row.longitude, mark.row.latitude)
    named = 0 <= x <= view.width and 0 <= y <= view.height and (frame != "small" or number < _PRINCIPAL)
    ring_px = view.metres_px(mark.row.ring_m, mark.row.latitude) if mark.kind == "sites" and mark.row.ring_m > 0 else 0.0
    return Wish(x, y, mark.radius, mark.row.label if named else "", mark.size, clear=ring_px if ring_px < _WIDE_RING_PX else 0.0)
