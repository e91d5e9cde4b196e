"""The lines of the far map: schematic bows from place to place, side by side so that each can be read."""

import math
from collections.abc import Callable, Mapping, Sequence

from charts.look import text_width
from charts.mercator import View

Point = tuple[float, float]
LABEL_PX = 13.0
_MOST, _SHORTEST_PX, _TOGETHER_PX = 8, 40.0, 50.0
_FIRST_PX, _BETWEEN_PX = {1: 14.0, -1: 32.0}, 31.0  # from the straight line, above and below: names stand on their lines
_HEAD_AT, _ALONE, _ALONE_PX = (
    0.7,
    {1: 0.17, -1: 0.08},
    4.0,
)  # of a way; how far a single bow swings out above and below, as a share of its length; how thick it is


def bow_width(events: int) -> float:
    """How many pixels thick a line of so many events is."""
    return round(min(9.0, 1.2 + 0.9 * math.sqrt(events)), 1)


def far_ways(ways: Sequence, view: View, node: Callable[[str], object]) -> tuple[list, int]:
    """The ways that the far map draws, and how many events each of them has at least: all that have so many, as far as lines have room.

    `ways`: each with `place`, `origin_id`, `venue_id`, `start` and `end` in degrees (longitude first; None: it is not drawn), `events`, that of most events first.
    `node`: the area in which a place lies, else the place.
    """
    far = [
        way
        for way in ways
        if way.start and way.end
        if node(way.origin_id) != node(way.venue_id) and math.dist(view.pixels(*way.start), view.pixels(*way.end)) >= _SHORTEST_PX
    ]
    least = next((number for number in sorted({way.events for way in far}) if sum(way.events >= number for way in far) <= _MOST), 0)
    return [way for way in far if way.events >= least][:_MOST], least


def bows(ways: Sequence, view: View, tone: Mapping[str, str]) -> list[dict]:
    """A line a way; those that run side by side swing out one beyond the other. `tone`: by the country to which it leads."""
    ends: list[Point] = []
    groups: dict[tuple, list] = {}
    for way in sorted(ways, key=lambda way: way.events):
        start, end = view.pixels(*way.start), view.pixels(*way.end)
        back = start[0] > end[0]
        west, east = (end, start) if back else (start, end)
        groups.setdefault((_end(west, ends), _end(east, ends), back), []).append((way, west, east))
    found = []
    for (*_, back), group in groups.items():
        side = -1 if back else 1
        for at, (way, west, east) in enumerate(group):
            line = _bow(west, east, side * (_FIRST_PX[side] + at * _BETWEEN_PX), back=back)
            text = way.label if text_width(way.label, size=LABEL_PX) + 40 < math.dist(west, east) else ""
            found.append(line | _said("journey", way.place, way.events, text, way.said, tone.get(way.to, "other")))
    return found


def _end(point: Point, ends: list[Point]) -> int:
    """Which of the ends known so far a point is near to; it becomes a new one where it is near to none."""
    at = next((at for at, end in enumerate(ends) if math.dist(point, end) < _TOGETHER_PX), len(ends))
    ends += [point] if at == len(ends) else []
    return at


def single_bow(start: Point, end: Point, direction, tone: str) -> dict:
    """The line for all that leads to one country."""
    back = start[0] > end[0]
    west, east = (end, start) if back else (start, end)
    side = -1 if back else 1
    line = _bow(west, east, side * _ALONE[side] * math.dist(west, east), back=back)
    return line | _said("to", direction.to, direction.events, direction.text, direction.said, tone) | {"width": _ALONE_PX}


def _said(kind: str, key: str, events: int, text: str, said: str, tone: str) -> dict:
    return {"kind": kind, "key": key, "n": events, "text": text, "said": said, "tone": tone, "width": bow_width(events)}


def _bow(west: Point, east: Point, out: float, *, back: bool) -> dict:
    """A curve from west to east that swings out by so many pixels, above where that is positive, and its arrowhead; `angle`: of the straight line, in degrees clockwise."""
    across, down = east[0] - west[0], east[1] - west[1]
    length = math.hypot(across, down) or 1.0
    bend = ((west[0] + east[0]) / 2 + 2 * out * down / length, (west[1] + east[1]) / 2 - 2 * out * across / length)
    share = 1 - _HEAD_AT if back else _HEAD_AT
    (x, y), (dx, dy) = _on(west, bend, east, share)
    turn = math.degrees(math.atan2(dy, dx)) + 180 * back
    points = [round(value, 1) for point in (west, bend, east) for value in point]
    middle = [round(value, 1) for value in _on(west, bend, east, 0.5)[0]]
    return {
        "points": points,
        "head": [round(x, 1), round(y, 1), round(turn, 1)],
        "middle": middle,
        "angle": round(math.degrees(math.atan2(down, across)), 1),
    }


def _on(start: Sequence[float], bend: Sequence[float], end: Sequence[float], share: float) -> tuple[Point, Point]:
    """A point of the curve and the direction in which it runs there."""
    rest = 1 - share
    point = tuple(rest * rest * a + 2 * rest * share * b + share * share * c for a, b, c in zip(start, bend, end, strict=True))
    along = tuple(rest * (b - a) + share * (c - b) for a, b, c in zip(start, bend, end, strict=True))
    return point, along
