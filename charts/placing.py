"""Discs and their names on a map set so that none covers another: moved off their point as little as that needs."""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from charts.look import text_width

GAP_PX, NAME_GAP_PX, EDGE_PX, LINE_PX = 3.0, 5.0, 3.0, 1.3
_STEPS_PX = (0, 4, 8, 12, 18, 25, 33, 42, 52, 64, 78, 94, 112, 134, 160)
_DIRECTIONS = 16

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
    """A place for every wish: discs first, each off its point only where another stands there, then their names, those of the first wishes first.

    No two boxes, of discs or of names, overlap, nor do they what is `taken`; a name without room is left out.
    """
    room, moves = _Room(width, height, list(taken)), []
    for wish in wishes:
        tried = (move for step in _STEPS_PX for move in _around(step))
        move = next((move for move in tried if room.free(_disc(wish, *move))), (0.0, 0.0))
        room.taken.append(_disc(wish, *move))
        moves.append(move)
    found = []
    for wish, move in zip(wishes, moves, strict=True):
        side, box = next(((side, box) for side, box in _sides(wish, *move) if room.free(box)), ("", None))
        room.taken.extend([box] if box else [])
        found.append(Place(*move, side, box))
    return found


class _Room(NamedTuple):
    """A frame and the boxes in it that are taken."""

    width: float
    height: float
    taken: list[Box]

    def free(self, box: Box) -> bool:
        left, top, right, bottom = box
        if left < EDGE_PX or top < EDGE_PX or right > self.width - EDGE_PX or bottom > self.height - EDGE_PX:
            return False
        return not any(left < other[2] and other[0] < right and top < other[3] and other[1] < bottom for other in self.taken)


def _around(distance: float) -> list[tuple[float, float]]:
    if not distance:
        return [(0.0, 0.0)]
    turns = (2 * math.pi * at / _DIRECTIONS for at in range(_DIRECTIONS))
    return [(round(distance * math.cos(turn), 1), round(distance * math.sin(turn), 1)) for turn in turns]


def _disc(wish: Wish, dx: float, dy: float) -> Box:
    reach = wish.radius + GAP_PX / 2
    return wish.x + dx - reach, wish.y + dy - reach, wish.x + dx + reach, wish.y + dy + reach


def _sides(wish: Wish, dx: float, dy: float) -> list[tuple[str, Box]]:
    """The name's box to the right, left, below and above, there also a little to the left or right."""
    across, tall = text_width(wish.name, size=wish.size) + 2, wish.size * LINE_PX
    x, y, off = wish.x + dx, wish.y + dy, wish.radius + NAME_GAP_PX
    return [
        ("start", (x + off, y - tall / 2, x + off + across, y + tall / 2)),
        ("end", (x - off - across, y - tall / 2, x - off, y + tall / 2)),
        *(
            (side, (x - across / 2 + aside, top, x + across / 2 + aside, top + tall))
            for aside in (0.0, -across / 4, across / 4)
            for side, top in (("below", y + off - 2), ("above", y - off - tall + 2))
        ),
    ]
