"""Lines and rings cut to a frame of pixels, so that a picture holds only what it shows."""

import itertools
from collections.abc import Iterable, Sequence

from charts.mercator import View

Point = tuple[float, float]
_BEYOND_PX = 4.0  # edges made by cutting lie outside the frame


def ring_path(rings: Iterable[Sequence[Point]], view: View) -> str:
    """Closed rings of degrees as one path of the pixels that the view shows; blank where it shows none."""
    cut = (_ring_within(_seen(ring, view), view) for ring in rings)
    return " ".join(f"{_path(points)} Z" for points in map(_rounded, cut) if len(points) > 2)


def line_path(lines: Iterable[Sequence[Point]], view: View) -> str:
    """Lines of degrees as one path; pieces that lie outside the view are left out."""
    pieces = (piece for line in lines for piece in _pieces(_seen(line, view), view))
    return " ".join(_path(points) for points in map(_rounded, pieces) if len(points) > 1)


def _seen(points: Sequence[Point], view: View) -> list[Point]:
    """The points in pixels; none where their box lies beside the frame."""
    flat = [view.pixels(longitude, max(-85.0, min(85.0, latitude))) for longitude, latitude in points]
    beside = any(
        all(sign * point[axis] > limit for point in flat)
        for axis, size in ((0, view.width), (1, view.height))
        for sign, limit in ((1, size + _BEYOND_PX), (-1, _BEYOND_PX))
    )
    return [] if beside else flat


def _pieces(points: list[Point], view: View) -> list[list[Point]]:
    """Runs of points of which no step lies beside the frame."""
    found: list[list[Point]] = []
    joined = False
    for start, end in itertools.pairwise(points):
        crosses = all(
            max(start[axis], end[axis]) >= -_BEYOND_PX and min(start[axis], end[axis]) <= size + _BEYOND_PX
            for axis, size in ((0, view.width), (1, view.height))
        )
        if crosses and joined:
            found[-1].append(end)
        elif crosses:
            found.append([start, end])
        joined = crosses
    return found


def _ring_within(points: list[Point], view: View) -> list[Point]:
    """The ring cut at each of the frame's four edges in turn."""
    edges = ((0, -_BEYOND_PX, 1), (0, view.width + _BEYOND_PX, -1), (1, -_BEYOND_PX, 1), (1, view.height + _BEYOND_PX, -1))
    for axis, edge, sign in edges:
        points = _cut(points, axis, edge, sign)
    return points


def _cut(points: list[Point], axis: int, edge: float, sign: int) -> list[Point]:
    kept: list[Point] = []
    for before, point in zip([*points[-1:], *points[:-1]], points, strict=True):
        inside, was_inside = sign * (point[axis] - edge) >= 0, sign * (before[axis] - edge) >= 0
        if inside != was_inside:
            share = (edge - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if inside:
            kept.append(point)
    return kept


def _rounded(points: list[Point]) -> list[Point]:
    """Tenths of a pixel, each once in a row."""
    tenths = [(round(x, 1), round(y, 1)) for x, y in points]
    return [point for place, point in enumerate(tenths) if not place or point != tenths[place - 1]]


def _path(points: list[Point]) -> str:
    return "M" + " L".join(f"{x},{y}" for x, y in points)
