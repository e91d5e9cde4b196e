"""The layers of the map over its ground: rings of doubt, journeys, marks and names."""

import math
from collections.abc import Iterable
from functools import lru_cache

import pandas as pd
import pydeck as pdk

from charts.globe_lines import Point, great_circle, shares_of_a_way
from charts.look import Look, look
from charts.mercator import View, ring

_GROUND_OF_NAMES = {"background": True, "background_padding": [2, -1], "background_border_radius": 3}  # dims the lines behind them
DASHES, _ASIDE_PX, _LEAVING_PX = 24, 1.2, 24.0
CHARACTERS = "".join(map(chr, range(32, 127))) + "äöüÄÖÜßéèêáāēīōūŌŪ–—’·…（）ー・"  # and what the names at hand have besides


def rgb(colour: str, alpha: int = 255) -> list[int]:
    """`#1F5A8C` as deck.gl takes it."""
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)] + [alpha]


def _geo(name: str, features: list[dict], **how) -> pdk.Layer:
    """A GeoJSON layer. Colours go to its inner layers, where a selection elsewhere does not turn them grey."""
    return pdk.Layer("GeoJsonLayer", data={"type": "FeatureCollection", "features": features}, id=name, **how)


def surface(name: str, features: list[dict], colour: str, **how) -> pdk.Layer:
    """Polygons of one colour."""
    fill = {"polygons-fill": {"getFillColor": rgb(colour)}}
    return _geo(name, features, stroked=False, filled=True, pickable=False, _sub_layer_props=fill, **how)


def strokes(name: str, features: list[dict], colour: list[int], width: float, *, pickable: bool = False, **how) -> pdk.Layer:
    """Lines so many pixels wide; those that can be pointed at say their own width, `width_px`."""
    return _geo(
        name,
        features,
        stroked=True,
        filled=False,
        pickable=pickable,
        line_width_units=pdk.types.String("pixels"),
        get_line_width="properties.width_px" if pickable else width,
        line_joint_rounded=True,
        _sub_layer_props={"linestrings": {"getColor": colour}},
        **how,
    )


def ring_layers(sites: pd.DataFrame, *, dark: bool) -> list[pdk.Layer]:
    """About each site's point, the circle within which it lies; dashed where the point is approximate. Radius in metres."""
    ink = rgb(look(dark).text, 190)
    found = []
    for name, doubtful in (("rings", False), ("rings-approximate", True)):
        rows = sites[(sites["approximate"].fillna(False).astype(bool) == doubtful) & sites["ring_m"].notna()]
        features = [_ring(row, dashed=doubtful) for row in rows.itertuples()]
        found.append(strokes(name, features, ink, 1.2))
    return found


def _ring(row, *, dashed: bool) -> dict:
    points = ring(row.longitude, row.latitude, row.ring_m, points=2 * DASHES)
    pieces = [points[at : at + 2] for at in range(0, 2 * DASHES, 2)] if dashed else [points]
    return {
        "type": "Feature",
        "properties": {"place": row.place, "metres": row.ring_m},
        "geometry": {"type": "MultiLineString", "coordinates": pieces},
    }


def curve(journey, view: View) -> tuple[tuple[float, float], ...]:
    """A journey's way in degrees: the great circle, a few pixels to the traveller's right, so that there and back are two lines.

    The line leaves its city's point and comes to its own side within `_LEAVING_PX` pixels of the view.
    """
    ends = (journey.origin_longitude, journey.origin_latitude), (journey.venue_longitude, journey.venue_latitude)
    return _beside(*ends, _ASIDE_PX + bow_width(journey.events) / 2, view)


@lru_cache(maxsize=4096)
def _beside(start: Point, end: Point, side: float, view: View) -> tuple[Point, ...]:
    flat = [view.pixels(*point) for point in great_circle(start, end, shares_of_a_way())]
    return tuple(view.degrees(*point) for point in _aside(flat, side))


def _aside(flat: list[tuple[float, float]], side: float) -> list[tuple[float, float]]:
    """The line of pixels moved to its right, its ends where they are."""
    found = []
    for at, (x, y) in enumerate(flat):
        (x0, y0), (x1, y1) = flat[max(0, at - 1)], flat[min(len(flat) - 1, at + 1)]
        length = math.hypot(x1 - x0, y1 - y0) or 1.0
        far = min(math.dist(flat[at], flat[0]), math.dist(flat[at], flat[-1]))
        by = side * min(1.0, far / _LEAVING_PX) / length
        found.append((x - by * (y1 - y0), y + by * (x1 - x0)))
    return found


def bow_width(events: int) -> float:
    """How many pixels thick a journey of so many events is."""
    return round(1 + 0.9 * math.sqrt(events), 1)


def journey_layers(journeys: pd.DataFrame, view: View, arrow: dict, *, dark: bool) -> list[pdk.Layer]:
    """A bow a journey, as thick as its events are many, with an arrowhead where the view shows it best."""
    rows = list(journeys[journeys["drawn"]].itertuples())
    bows = {row.place: curve(row, view) for row in rows}
    features = [
        {
            "type": "Feature",
            "properties": {"place": row.place, "width_px": bow_width(row.events), "name": way(row), "tip": tip(row)},
            "geometry": {"type": "LineString", "coordinates": [(round(x, 4), round(y, 4)) for x, y in bows[row.place]]},
        }
        for row in rows
    ]
    arrows = [head | arrow for row, share in zip(rows, spread(len(rows)), strict=True) for head in heads(bows[row.place], view, share)]
    return [
        strokes("journeys", features, rgb(look(dark).accent, 140), 1.0, pickable=True),
        icon_layer("arrowheads", arrows, pickable=False, get_angle="angle"),
    ]


def way(row) -> str:
    """A journey's name."""
    return f"{row.origin} → {row.venue}"


def tip(row) -> str:
    """What is said of a journey where it is pointed at."""
    return f"{row.events} event{'' if row.events == 1 else 's'} in {row.venue} with people from {row.origin}\nOf these, {row.resting}"


def spread(number: int) -> list[float]:
    """How far along their ways the heads of so many arrows stand: beyond the middle, each a little farther than the one before."""
    return [0.5 + 0.14 * at / max(1, number - 1) for at in range(number)]


def heads(points: tuple[Point, ...], view: View, share: float = 0.5) -> list[dict]:
    """The arrowhead on a bow, at this share of its points in view; none where it is not in view."""
    flat, seen = _in_view(points, view)
    if not seen or len(flat) < 3:
        return []
    at = max(1, min(len(flat) - 2, seen[int(len(seen) * share)]))
    (x0, y0), (x1, y1) = flat[at - 1], flat[at + 1]
    return [{"position": list(points[at]), "angle": round(math.degrees(math.atan2(y0 - y1, x1 - x0)), 1)}]


@lru_cache(maxsize=4096)
def _in_view(points: tuple[Point, ...], view: View) -> tuple[list[Point], list[int]]:
    """The points in pixels of the view, and the places of those that it shows."""
    flat = [view.pixels(*point) for point in points]
    return flat, [at for at, (x, y) in enumerate(flat) if 0 <= x <= view.width and 0 <= y <= view.height]


def icon_layer(name: str, rows: list[dict], *, pickable: bool, **how) -> pdk.Layer:
    """Pictures at their points: each row has `position`, `icon` and `height_px`."""
    return pdk.Layer(
        "IconLayer", data=rows, id=name, pickable=pickable, get_icon="icon", get_position="position", get_size="height_px", **how
    )


def _characters(texts: Iterable[str]) -> str:
    return "".join(sorted({*CHARACTERS, *"".join(texts)}))


def text_layer(name: str, rows: Iterable[dict], mode: Look, *, size: float, weight: int, colour: str, **how) -> pdk.Layer:
    """Names beside their marks: each row has `position`, `text`, `offset` in pixels and `anchor`."""
    rows = list(rows)
    return pdk.Layer(
        "TextLayer",
        data=rows,
        id=name,
        pickable=False,
        get_position="position",
        get_text="text",
        get_size=size,
        get_text_anchor="anchor",
        get_alignment_baseline=pdk.types.String("center"),
        get_pixel_offset="offset",
        font_family=pdk.types.String("Source Sans, Source Sans Pro, Noto Sans, Noto Sans CJK JP, sans-serif"),
        font_weight=weight,
        character_set=pdk.types.String(_characters(row["text"] for row in rows)),
        **_GROUND_OF_NAMES | {"get_background_color": rgb(mode.paper, 205)},
        outline_width=1,  # of what the letters' fields of distance reach: a fifth of the letters' size
        outline_color=rgb(mode.paper, 235),
        font_settings={"sdf": True, "fontSize": 28, "buffer": 7, "radius": 9, "smoothing": 0.15},
        _sub_layer_props={"characters": {"getColor": rgb(colour)}},
        **how,
    )
