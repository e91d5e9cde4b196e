"""Where a map's journeys and rings run, in pixels, so that names can keep clear of them."""

import itertools
import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

import pandas as pd

from charts.map_layers import curve, heads, spread
from charts.mercator import View, ring

_STEP_PX, _HEAD_PX = 3.0, 7.0
Point = tuple[float, float]


def line_points(journeys: pd.DataFrame, view: View) -> list[Point]:
    """Points of the drawn journeys and of their arrowheads in a view's frame, no two of a line farther apart than names need to know."""
    rows = list(journeys[journeys["drawn"]].itertuples())
    found = []
    for row, share in zip(rows, spread(len(rows)), strict=True):
        bow = curve(row, view)
        found += _in_frame(bow, view)
        found += [point for head in heads(bow, view, share) for point in _about(*view.pixels(*head["position"]))]
    return found


@lru_cache(maxsize=1024)
def _in_frame(line: tuple[Point, ...], view: View) -> list[Point]:
    return close_points([view.pixels(*point) for point in line], width=view.width, height=view.height)


def ring_points(sites: pd.DataFrame, view: View) -> list[Point]:
    """Points of the rings within which the sites lie."""
    rows = sites[sites["ring_m"].notna()].itertuples()
    rings = (tuple(ring(row.longitude, row.latitude, row.ring_m)) for row in rows)
    return [point for line in rings for point in _in_frame(line, view)]


def close_points(line: Sequence[Point], *, width: float, height: float) -> list[Point]:
    """Points along a line of pixels, close to one another, inside the frame."""
    points = (point for start, end in itertools.pairwise(line) for point in _between(start, end))
    return [(x, y) for x, y in points if 0 <= x <= width and 0 <= y <= height]


def _between(start: Point, end: Point) -> Iterable[Point]:
    number = min(2000, max(1, math.ceil(math.dist(start, end) / _STEP_PX)))
    return ((start[0] + (end[0] - start[0]) * at / number, start[1] + (end[1] - start[1]) * at / number) for at in range(number))


def _about(x: float, y: float) -> list[Point]:
    return [(x + dx, y + dy) for dx in (-_HEAD_PX, 0.0, _HEAD_PX) for dy in (-_HEAD_PX, 0.0, _HEAD_PX)]
