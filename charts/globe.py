"""The globe: cities with their numbers of events, and the journeys between them as great circles; what lies behind is hidden."""

import math
from collections.abc import Mapping, Sequence

import pandas as pd
import pydeck as pdk

from charts.globe_lines import Point, even_shares, great_circle, vector
from charts.ground import GROUND, region_layer
from charts.look import look
from charts.map import CONTROLLER, icons, leaders, names, tooltip
from charts.map_layers import bow_width, icon_layer, rgb, spread, strokes, surface, text_layer, tip, way
from charts.map_lines import close_points
from charts.map_marks import CITY_SIZE_PX, Mark, city_discs
from charts.placing import Place, Wish, placed

HEIGHT_PX = {"wide": 600, "beside": 450, "narrow": 380}  # beside: a flat map stands at its left
WIDTH_OF_PX = {"wide": 1100, "beside": 412, "narrow": 336}
DISCS = "narrow"  # a globe has the cities of this frame, and as small
MIDDLE = (76.0, 52.0)  # longitude and latitude that face the reader: both ends of the journeys are then in sight
_ZOOM, _RADIUS_PX = {"wide": 1.45, "beside": 0.82, "narrow": 0.55}, {"wide": 330.0, "beside": 206.0, "narrow": 178.0}
_ALOFT_M = 40_000  # lines lie so high above the ground, whose facets would cut them
_POINTS, _ASIDE, _HEAD = 48, 0.45, 1.5  # of a way: its points; degrees to its right in its middle; how long its arrowhead is
_WATER = ("lake", "river")  # too fine for a globe
_FACET = 5  # degrees: with deck.gl's own 10 the globe has corners
_OVER = {
    "depthCompare": "always",
    "cullMode": "none",
}  # a globe hides what faces away, and signs, which are turned to the reader, it takes for that


def globe_deck(
    ground: Mapping[str, str],
    cities: pd.DataFrame,
    journeys: pd.DataFrame,
    *,
    dark: bool = False,
    frame: str = "wide",
) -> pdk.Deck:
    """The globe, turned so that both ends of the journeys are seen. The tables are those of `map_deck`; of `ground` only the world.

    `frame`: `wide`, `beside` or `narrow`.
    """
    mode, marks = look(dark), globe_marks(cities, journeys, frame)
    layers = [
        _sea(dark=dark),
        region_layer("world", ground["world"], dark=dark, hidden=_WATER),
        *_ways(journeys[journeys["drawn"]], dark=dark),
    ]
    layers.append(icon_layer("leaders", leaders(marks, dark=dark), pickable=False, parameters=_OVER))
    layers.append(icon_layer("cities", icons(marks, "cities", dark=dark), pickable=True, parameters=_OVER))
    layers.append(
        text_layer("city-names", names(marks, ("cities",)), mode, size=CITY_SIZE_PX, weight=600, colour=mode.text, parameters=_OVER)
    )
    view = pdk.ViewState(longitude=MIDDLE[0], latitude=MIDDLE[1], zoom=_ZOOM[frame], min_zoom=0, max_zoom=4, height=HEIGHT_PX[frame])
    return pdk.Deck(
        layers=[layer for layer in layers if layer.data],
        views=[pdk.View("_GlobeView", controller=CONTROLLER, resolution=_FACET)],
        initial_view_state=view,
        map_provider=None,
        tooltip=tooltip(mode),
    )


def globe_marks(cities: pd.DataFrame, journeys: pd.DataFrame, frame: str) -> list[tuple[Mark, Place]]:
    """Each city's mark that is seen, and where it stands on the globe as it is turned at first, so that no mark and no name covers another."""
    marks = [mark for mark in city_discs(cities, DISCS) if _faces(mark.row)]
    size = {"width": WIDTH_OF_PX[frame], "height": HEIGHT_PX[frame]}
    ways = [[_seen(*point, frame) for point in way_points(row)] for row in journeys[journeys["drawn"]].itertuples()]
    lines = [point for way in ways for point in close_points(way, **size)]
    wishes = [Wish(*_seen(mark.row.longitude, mark.row.latitude, frame), mark.radius, mark.row.label, mark.size) for mark in marks]
    places = placed(wishes, **size, farthest=60, true=True, lines=lines)
    return list(zip(marks, places, strict=True))


def _faces(row) -> bool:
    """Whether a place lies on the half of the globe that is turned to the reader at first."""
    return sum(p * q for p, q in zip(vector((row.longitude, row.latitude)), vector(MIDDLE), strict=True)) > 0


def _seen(longitude: float, latitude: float, frame: str) -> Point:
    """A point of the globe in pixels of the frame, near enough to keep signs apart."""
    longitude, latitude = math.radians(longitude - MIDDLE[0]), math.radians(latitude)
    tilt, radius = math.radians(MIDDLE[1]), _RADIUS_PX[frame]
    x = math.cos(latitude) * math.sin(longitude)
    y = math.cos(tilt) * math.sin(latitude) - math.sin(tilt) * math.cos(latitude) * math.cos(longitude)
    return WIDTH_OF_PX[frame] / 2 + radius * x, HEIGHT_PX[frame] / 2 - radius * y


def _sea(*, dark: bool) -> pdk.Layer:
    """The sea all round, below land and borders."""
    world = [[-180.0, -90.0], [0.0, -90.0], [180.0, -90.0], [180.0, 90.0], [0.0, 90.0], [-180.0, 90.0], [-180.0, -90.0]]
    sea = {"type": "Feature", "properties": {"kind": "sea"}, "geometry": {"type": "Polygon", "coordinates": [world]}}
    return surface("sea", [sea], GROUND[dark]["sea"])


def _ways(journeys: pd.DataFrame, *, dark: bool) -> list[pdk.Layer]:
    """A great circle a journey, as thick as its events are many, and its arrowhead beyond its middle."""
    rows, accent = list(journeys.itertuples()), look(dark).accent
    lines = [_feature(row, "LineString", [(*point, _ALOFT_M) for point in way_points(row)]) for row in rows]
    shares = [2 * share - 0.5 for share in spread(len(rows))]  # its points are even, so the heads stand wider apart
    heads = [_feature(row, "Polygon", [head(way_points(row), share)]) for row, share in zip(rows, shares, strict=True)]
    on_top = {"depthWriteEnabled": False}  # else where two lines meet, one hides the other here and there
    return [
        strokes("journeys", lines, rgb(accent, 150), 1.0, pickable=True, parameters=on_top),
        surface("arrowheads", heads, accent, parameters=_OVER),
    ]


def _feature(row, kind: str, points: list) -> dict:
    said = {"place": row.place, "width_px": bow_width(row.events), "name": way(row), "tip": tip(row)}
    return {"type": "Feature", "properties": said, "geometry": {"type": kind, "coordinates": points}}


def way_points(row) -> list[Point]:
    """A journey's great circle, a little to the traveller's right in its middle, so that there and back are two lines."""
    ends = (row.origin_longitude, row.origin_latitude), (row.venue_longitude, row.venue_latitude)
    return [(round(x, 3), round(y, 3)) for x, y in great_circle(*ends, even_shares(_POINTS), aside=_ASIDE)]


def head(points: Sequence[Point], share: float = 0.5) -> list[Point]:
    """An arrowhead that lies on the globe at this share of a way: it points along it however the globe is turned."""
    place = int(len(points) * share)
    before, at = points[place - 1], points[place]
    (x0, y0), (x1, y1) = before, at
    shrunk = math.cos(math.radians(y1))
    length = math.hypot((x1 - x0) * shrunk, y1 - y0) or 1.0
    along, across = (x1 - x0) * shrunk / length, (y1 - y0) / length

    def corner(ahead: float, right: float) -> Point:
        east, north = ahead * along + right * across, ahead * across - right * along
        return round(x1 + _HEAD * east / shrunk, 3), round(y1 + _HEAD * north, 3)

    return [corner(0.6, 0.0), corner(-0.5, 0.55), corner(-0.5, -0.55), corner(0.6, 0.0)]
