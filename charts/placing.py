"""Discs and their names on a map set so that none covers another: moved off their point as little as that needs."""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from charts.look import text_width

GAP_PX, NAME_GAP_PX, EDGE_PX, LINE_PX = 3.0, 5.0, 3.0, 1.3
_STEPS_PX = (0, 4, 8, 12, 18, 25, 33, 42, 52, 64, 78, 94, 112, 134, 160)
_DIRECTIONS, _FOR_A_NAME_PX = 16, 33

Box = tuple[float, float, float, float]


class Wish(NamedTuple):
    """A disc of `radius` pixels that wants to stand at `x`, `y`, and its `name` set at `size` pixels."""

    x: float
    y: float
    radius: float
    name: str
    size: float


class Place(NamedTuple):
    """Where a disc stands: how many pixels it was moved; on which side of it its name stands (blank: there is no room for it), and the box of the name."""

    dx: float
    dy: float
    side: str
    name: Box | None


def placed(wishes: Sequence[Wish], *, width: float, height: float, taken: Iterable[Box] = ()) -> list[Place]:
    """A place for every wish, the first of them first; a name is given up rather than a disc. No two boxes, of discs or of names, overlap, nor do they what is `taken`."""
    boxes, found = list(taken), []
    for wish in wishes:
        near = [move for step in _STEPS_PX if step <= _FOR_A_NAME_PX for move in _around(step)]
        place = _first(wish, near, boxes, width, height, named=True)
        place = place or _first(wish, [move for step in _STEPS_PX for move in _around(step)], boxes, width, height, named=False)
        place = place or Place(0.0, 0.0, "", None)
        boxes += [_disc(wish, place.dx, place.dy), *([place.name] if place.name else [])]
        found.append(place)
    return found


def _first(wish: Wish, moves: Iterable[tuple[float, float]], boxes: list[Box], width: float, height: float, *, named: bool) -> Place | None:
    def free(box: Box) -> bool:
        inside = box[0] >= EDGE_PX and box[1] >= EDGE_PX and box[2] <= width - EDGE_PX and box[3] <= height - EDGE_PX
        return inside and not any(box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in boxes)

    for dx, dy in moves:
        if not free(_disc(wish, dx, dy)):
            continue
        if not named:
            return Place(dx, dy, "", None)
        for side, box in _sides(wish, dx, dy):
            if free(box):
                return Place(dx, dy, side, box)
    return None


def _around(distance: float) -> list[tuple[float, float]]:
    if not distance:
        return [(0.0, 0.0)]
    turns = (2 * math.pi * at / _DIRECTIONS for at in range(_DIRECTIONS))
    return [(round(distance * math.cos(turn), 1), round(distance * math.sin(turn), 1)) for turn in turns]


def _disc(wish: Wish, dx: float, dy: float) -> Box:
    reach = wish.radius + GAP_PX / 2
    return wish.x + dx - reach, wish.y + dy - reach, wish.x + dx + reach, wish.y + dy + reach


def _sides(wish: Wish, dx: float, dy: float) -> list[tuple[str, Box]]:
    """The name's box to the right, left, below and above."""
    across, tall = text_width(wish.name, size=wish.size) + 2, wish.size * LINE_PX
    x, y, off = wish.x + dx, wish.y + dy, wish.radius + NAME_GAP_PX
    return [
        ("start", (x + off, y - tall / 2, x + off + across, y + tall / 2)),
        ("end", (x - off - across, y - tall / 2, x - off, y + tall / 2)),
        ("below", (x - across / 2, y + off - 2, x + across / 2, y + off + tall - 2)),
        ("above", (x - across / 2, y - off - tall + 2, x + across / 2, y - off + 2)),
    ]
