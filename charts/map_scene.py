"""The map as one scene: a far map with the long ways, and near maps of the areas with most events; what a browser or a picture draws is all in it."""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from charts.ground import GROUND, Region, regions
from charts.look import faded, look, on_paper, text_width
from charts.map_lines import bows, far_ways, single_bow
from charts.mercator import EQUATOR_M, View, fitted
from charts.placing import Box, Place, Wish, placed

NAME_PX, SMALL_NAME_PX = 14.0, 13.0
_MOST_NAMED, _LINE_PX, _LEAST_BOX_PX, _TITLE_PX, _BELOW_PX = 3, 17.0, 16.0, 28.0, 27.0


class Frame(NamedTuple):
    """How large the maps are drawn: width and height in pixels of the near ones (none where they have none) and of the far one, and whether this has a line a way."""

    near: tuple[float, float] | None
    far: tuple[float, float]
    each: bool
    slim: float


FRAMES = {
    "wide": Frame((301, 416), (640, 416), True, 1.0),
    "narrow": Frame((172, 290), (354, 232), False, 0.68),
    "small": Frame(None, (392, 244), False, 0.8),
}
ALONE = {"wide": (1286, 416), "narrow": (354, 240), "small": (392, 244)}  # the far map where no area is drawn nearer


class Direction(NamedTuple):
    """All that leads to one of two countries: how many events, and this in words."""

    to: str
    events: int
    text: str
    said: str


class Drawn(NamedTuple):
    """What a map is drawn of, as `map_scene` describes it."""

    places: Sequence
    sites: Sequence
    ways: Sequence
    areas: Sequence
    directions: Sequence[Direction]
    sectors: Mapping[str, tuple[str, str]]

    def node(self, place: str) -> object:
        """The area in which a place is drawn nearer; the place where there is none."""
        return next((at for at, area in enumerate(self.areas) if place in area.places), place)

    def inside(self, area) -> list:
        """The places of an area, that of most events first."""
        return [place for place in self.places if place.place in area.places]


def map_scene(drawn: Drawn, ground: Mapping[str, Region], far_box: Box, *, frame: str, dark: bool) -> dict:
    """The scene of one frame, in pixels, y downwards: a far map with the ways, and a near map an area.

    `places`: each with `place`, `name`, `latitude`, `longitude` (None: it is not drawn), `events`, `shares` (pairs of sector and number), `said`, that of most events first.
    `sites`: `place`, `label`, `latitude`, `longitude`, `events`, `sector`, `ring_m`, `approximate`, `said`. `ways`: as `far_ways` takes them, with `label`, `said`, `to`. `areas`: what is
    drawn nearer, from west to east: `name`, `box`, `country`, `places`. `directions`: the two countries, and the lines where there is none for each way. `sectors`: names and colours by key.
    """
    how = FRAMES[frame]
    drawn = drawn._replace(places=[place for place in drawn.places if place.latitude is not None])
    width, height = how.far if drawn.areas else ALONE[frame]
    far = fitted(far_box, width=width, height=height, margin=6)
    near = [(area, _below_its_name(area.box, *how.near)) for area in drawn.areas if how.near]
    least, panel = _far(drawn, near, far, how)
    beside = [_near(drawn, area, view, how) for area, view in near]
    west = sum(area.box[0] + area.box[2] < 2 * far.longitude for area, _ in near) if frame == "wide" else 0
    views = [*(view for _, view in near[:west]), far, *(view for _, view in near[west:])]
    panels = [*beside[:west], panel, *beside[west:]]
    return {
        "frame": frame,
        "least": least,
        "panels": [_framed(panel, view, ground) for panel, view in zip(panels, views, strict=True)],
        "sectors": [{"key": key, "name": name, "colour": on_paper(colour, dark=dark)} for key, (name, colour) in drawn.sectors.items()],
        "colours": _colours(dark),
    }


def _below_its_name(box: Box, width: float, height: float) -> View:
    """The closest view that holds a box below the line in which the name of the map stands."""
    view = fitted(box, width=width, height=height - _TITLE_PX, margin=12)
    return View(view.degrees(width / 2, height / 2 - _TITLE_PX)[1], view.longitude, view.zoom, width, height)


def _colours(dark: bool) -> dict[str, str]:
    mode = look(dark)
    tones = {"first": mode.accent, "second": faded(mode.accent, mode, 0.6), "other": mode.quiet}
    return {**GROUND[dark], **tones, "ink": mode.text, "quiet": mode.quiet, "paper": mode.paper, "accent": mode.accent}


def _framed(panel: dict, view: View, ground: Mapping[str, Region]) -> dict:
    """The map with its size, how degrees become its pixels, how long a pixel is, and where its ground is."""
    metres = EQUATOR_M * math.cos(math.radians(view.latitude)) / view.scale
    return panel | {
        "width": view.width,
        "height": view.height,
        "zero": view.pixels(0.0, 0.0),
        "scale": view.scale,
        "metres": metres,
        "regions": regions(ground, view),
        "ground": [ground[name].address for name in regions(ground, view)],
    }


def _near(drawn: Drawn, area, view: View, how: Frame) -> dict:
    order = {key: at for at, key in enumerate(drawn.sectors)}
    return {
        "kind": "near",
        "name": area.name,
        "rings": _rings(drawn.inside(area), view, order, how.slim, how.near[0] > 200, taken=_corners(area.name, view)),
        "sites": _sites(drawn.sites, view, order),
        "lines": [],
    }


def _corners(name: str, view: View) -> list[Box]:
    """Where the name of a near map, its scale and its buttons stand."""
    return [
        (0.0, 0.0, 20 + text_width(name, size=NAME_PX), 23.0),
        (0.0, view.height - 22, 90.0, view.height),
        (view.width - 80, view.height - 44, view.width, view.height),
    ]


def _far(drawn: Drawn, near: Sequence, far: View, how: Frame) -> tuple[int, dict]:
    """The far map, and how many events each of its lines has at least; none where it has not a line a way."""
    boxes, order = [_boxed(far, view) for _, view in near], {key: at for at, key in enumerate(drawn.sectors)}
    tone = {direction.to: name for direction, name in zip(drawn.directions, ("first", "second"), strict=False)}
    ends = {area.country: next(iter(drawn.inside(area)), None) for area in drawn.areas}
    panel = {"kind": "far", "name": "", "boxes": boxes, "nodes": [], "sites": []}
    if how.each or not all(ends.get(direction.to) is not None for direction in drawn.directions) or len(drawn.directions) < 2:
        rows, least = far_ways(drawn.ways, far, drawn.node)
        lone = [place for place in drawn.places if how.each and not any(place.place in area.places for area in drawn.areas)]
        rings = _rings(lone, far, order, 0.75, False, taken=boxes)
        return least, panel | {"lines": bows(rows, far, tone), "rings": rings, "nodes": [] if how.each else _nodes(drawn, far)}
    points = {country: far.pixels(end.longitude, end.latitude) for country, end in ends.items() if end is not None}
    there = {one.to: other.to for one, other in zip(drawn.directions, reversed(drawn.directions), strict=True)}
    lines = [single_bow(points[there[one.to]], points[one.to], one, tone[one.to]) for one in drawn.directions if one.events]
    return 0, panel | {"lines": lines, "rings": [], "nodes": _nodes(drawn, far)}


def _boxed(far: View, view: View) -> Box:
    """What a near map shows, on the far one; never too small to be seen."""
    west, north = view.degrees(0.0, 0.0)
    east, south = view.degrees(view.width, view.height)
    (left, top), (right, bottom) = far.pixels(west, north), far.pixels(east, south)
    across, down = max(right - left, _LEAST_BOX_PX) / 2, max(bottom - top, _LEAST_BOX_PX) / 2
    x, y = (left + right) / 2, (top + bottom) / 2
    return tuple(round(value, 1) for value in (x - across, y - down, x + across, y + down))


def _nodes(drawn: Drawn, far: View) -> list[dict]:
    """The areas as points of the far map, each at its place with most events, with the names of the first few below, as many as have room."""
    found = []
    for area in drawn.areas:
        rows = drawn.inside(area)[:_MOST_NAMED]
        if not rows:
            continue
        x, y = far.pixels(rows[0].longitude, rows[0].latitude)
        rows = rows[: max(1, int((far.height - y - _BELOW_PX - _LINE_PX / 2) // _LINE_PX) + 1)]
        half = max(text_width(f"{row.name} {row.events}", size=SMALL_NAME_PX) for row in rows) / 2 + 4
        names = [{"key": row.place, "name": row.name, "n": row.events, "said": row.said} for row in rows]
        at = min(max(x, half), far.width - half)
        found.append({"x": round(x, 1), "y": round(y, 1), "tx": round(at, 1), "ty": round(y + _BELOW_PX, 1), "names": names})
    return found


def _rings(rows: Sequence, view: View, order: Mapping[str, int], slim: float, large: bool, taken: Sequence[Box]) -> list[dict]:
    """A ring a place, the larger the more events, and where its name stands beside it."""
    size = NAME_PX if large else SMALL_NAME_PX
    wishes = [Wish(*view.pixels(row.longitude, row.latitude), _radius(row.events, slim), row.name, size) for row in rows]
    found = []
    for row, wish, place in zip(rows, wishes, placed(wishes, width=view.width, height=view.height, taken=taken), strict=True):
        ring = {"key": row.place, "name": row.name, "n": row.events, "said": row.said, "r": round(wish.radius, 1), "size": size}
        ring |= {"x": round(wish.x, 1), "y": round(wish.y, 1), "dx": place.dx, "dy": place.dy, **_named(wish, place)}
        found.append(ring | {"shares": [[order[sector], number] for sector, number in row.shares]})
    return found


def _radius(events: int, slim: float) -> float:
    return slim * min(25.0, 9.0 + 2.0 * math.sqrt(events))


def _named(wish: Wish, place: Place) -> dict:
    """Where the name stands, from the middle of its ring; `anchor` is blank where it has no room."""
    if place.name is None:
        return {"tx": 0, "ty": 0, "anchor": ""}
    left, top, right, bottom = place.name
    x = {"start": left, "end": right}.get(place.side, (left + right) / 2)
    anchor = place.side if place.side in ("start", "end") else "middle"
    return {"tx": round(x - wish.x - place.dx, 1), "ty": round((top + bottom) / 2 - wish.y - place.dy, 1), "anchor": anchor}


def _sites(sites: Sequence, view: View, order: Mapping[str, int]) -> list[dict]:
    """The sites that lie in a view, those of most events first; how wide the circle is within which each lies, in pixels."""
    found = []
    for row in sorted(sites, key=lambda row: (-row.events, row.place)):
        x, y = view.pixels(row.longitude, row.latitude)
        if 0 <= x <= view.width and 0 <= y <= view.height:
            site = {"key": row.place, "name": row.label, "n": row.events, "said": row.said, "x": round(x, 2), "y": round(y, 2)}
            doubt = {"ring": round(view.metres_px(row.ring_m, row.latitude), 3), "rough": row.approximate}
            found.append(site | doubt | {"sector": order.get(row.sector, -1)})
    return found
