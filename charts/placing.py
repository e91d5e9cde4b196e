"""Marks and names on a map set so that none covers another: moved off their point as little as that needs."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from charts.look import text_width

GAP_PX, NAME_GAP_PX, EDGE_PX, LINE_PX = 3.0, 8.0, 4.0, 1.35
_STEPS_PX = (0, 10, 16, 22, 28, 36, 44, 52, 62, 72, 84, 96, 110, 126, 144, 164, 190, 220)
_DIRECTIONS, _NEAR_PX, _ONE_POINT_PX = 24, 60.0, 1.0
_CELL_PX = 4.0  # as fine as lines and names are compared

Box = tuple[float, float, float, float]
Move = tuple[float, float]


@dataclass(frozen=True)
class Wish:
    """A mark that wants to stand at `x`, `y`: a disc of `radius` pixels, and its `name` set at `size` pixels (none where blank).

    `clear`: how far about that point, in pixels, something is drawn that the name should not begin in.
    """

    x: float
    y: float
    radius: float
    name: str
    size: float
    clear: float = 0.0


@dataclass(frozen=True)
class Place:
    """Where a mark stands: how many pixels it was moved, and its name's box (none where there was no room for it)."""

    dx: float
    dy: float
    side: str
    disc: Box
    name: Box | None


def placed(
    wishes: Sequence[Wish],
    *,
    width: float,
    height: float,
    farthest: float,
    true: bool = False,
    lines: Iterable[tuple[float, float]] = (),
) -> list[Place]:
    """A place for every wish, the first of them first; a name is given up rather than a mark.

    No two boxes, of marks or of names, overlap. A mark is moved at most `farthest` pixels for the sake of its name;
    without a name it goes as far as it must. It goes to the side on which its point lies from those placed before.
    Of its left and its right a name prefers the one that none of `lines`, close points of what runs on the map, crosses.
    `true`: as long as there is room it stays on that side of each, name or not: what lies south of another is not drawn north of it.
    """
    found: list[Place] = []
    room = _Room([], None, _counted(lines, width, height))
    inside = room.within((width, height))
    for number, wish in enumerate(wishes):
        toward, before = _toward(wish, wishes[:number]), list(zip(wishes, found, strict=False)) if true else []
        near = [step for step in _STEPS_PX if step <= farthest * (1 + true)] if wish.name else []
        place = inside.first(wish, _true(wish, before, _moves(near, toward)), named=True)
        place = place or inside.first(wish, _true(wish, before, _moves(_STEPS_PX, toward))) or inside.first(wish, _moves(_STEPS_PX, toward))
        place = place or room.first(wish, _moves(range(0, 4000, 20), toward))
        room.taken.extend(_boxes(place))
        found.append(place)
    return found


def _boxes(place: Place) -> list[Box]:
    return [place.disc] + ([place.name] if place.name else [])


@dataclass(frozen=True)
class _Room:
    """The boxes that are taken, the frame in which a place must be (none: anywhere), and where lines run."""

    taken: list[Box]
    frame: tuple[float, float] | None
    crossed: np.ndarray | None

    def within(self, frame: tuple[float, float]) -> "_Room":
        return _Room(self.taken, frame, self.crossed)

    def has(self, box: Box) -> bool:
        """Whether the box is free and inside the frame."""
        left, top, right, bottom = box
        if self.frame and not _within(box, self.frame):
            return False
        return not any(left < other[2] and other[0] < right and top < other[3] and other[1] < bottom for other in self.taken)

    def first(self, wish: Wish, moves: Iterable[Move], *, named: bool = False) -> Place | None:
        """The first of these moves after which there is room for the mark, and where it is to be `named` for its name on one of its sides."""
        for dx, dy in moves:
            disc = _disc(wish, dx, dy)
            if self.has(disc):
                if not named:
                    return Place(dx, dy, "", disc, None)
                for side, box in _clear_first(_sides(wish, dx, dy), self.crossed):
                    if self.has(box):
                        return Place(dx, dy, side, disc, box)
        return None


def _moves(steps: Iterable[float], toward: float) -> Iterator[Move]:
    return (move for step in steps for move in _around(step, toward))


def _true(wish: Wish, before: Sequence[tuple[Wish, Place]], moves: Iterable[Move]) -> Iterator[Move]:
    """The moves after which the mark lies to each of the marks `before` as its point lies to theirs, less than a right angle off."""
    return (move for move in moves if all(_same_side(wish, *move, *other) for other in before))


def _same_side(wish: Wish, dx: float, dy: float, other: Wish, there: Place) -> bool:
    across, down = wish.x - other.x, wish.y - other.y
    if math.hypot(across, down) < _ONE_POINT_PX:
        return True
    return across * (across + dx - there.dx) + down * (down + dy - there.dy) > 0


def _clear_first(sides: list[tuple[str, Box]], crossed: np.ndarray | None) -> list[tuple[str, Box]]:
    """Left and right, what no line crosses first; above and below stay last: there a name takes the room of the next mark."""
    return sorted(sides[:2], key=lambda side: _crosses(side[1], crossed)) + sides[2:]


def _counted(lines: Iterable[tuple[float, float]], width: float, height: float) -> np.ndarray | None:
    """How many points of lines lie in the cells before each corner of a grid over the frame; None where there are none."""
    cells = np.array(list(lines)) // _CELL_PX
    if not len(cells):
        return None
    across, down = int(width // _CELL_PX) + 1, int(height // _CELL_PX) + 1
    inside = cells[(cells >= 0).all(axis=1) & (cells < (across, down)).all(axis=1)].astype("int64")
    grid = np.zeros((across + 1, down + 1), dtype="int64")
    np.add.at(grid, (inside[:, 0] + 1, inside[:, 1] + 1), 1)
    return grid.cumsum(axis=0).cumsum(axis=1)


def _crosses(box: Box, crossed: np.ndarray | None) -> bool:
    """Whether a line runs through a name's box."""
    if crossed is None:
        return False
    across, down = crossed.shape
    left, right = (min(max(int(place // _CELL_PX), 0), across - 1) for place in (box[0], box[2] + _CELL_PX))
    top, bottom = (min(max(int(place // _CELL_PX), 0), down - 1) for place in (box[1], box[3] + _CELL_PX))
    return bool(crossed[right, bottom] - crossed[left, bottom] - crossed[right, top] + crossed[left, top])


def _toward(wish: Wish, before: Sequence[Wish]) -> float:
    """The direction, as an angle, in which the wish lies from the middle of those near it."""
    near = [other for other in before if math.hypot(other.x - wish.x, other.y - wish.y) < _NEAR_PX]
    if not near:
        return 0.0
    return math.atan2(wish.y - sum(other.y for other in near) / len(near), wish.x - sum(other.x for other in near) / len(near))


@lru_cache(maxsize=4096)
def _around(distance: float, toward: float) -> list[Move]:
    """Moves of one length, those in the wanted direction first."""
    if not distance:
        return [(0.0, 0.0)]
    turns = sorted((2 * math.pi * at / _DIRECTIONS for at in range(_DIRECTIONS)), key=lambda turn: -math.cos(turn - toward))
    return [(round(distance * math.cos(turn), 1), round(distance * math.sin(turn), 1)) for turn in turns]


def _disc(wish: Wish, dx: float, dy: float) -> Box:
    reach = wish.radius + GAP_PX / 2
    return (wish.x + dx - reach, wish.y + dy - reach, wish.x + dx + reach, wish.y + dy + reach)


def _sides(wish: Wish, dx: float, dy: float) -> list[tuple[str, Box]]:
    """The name's box to the right, left, above or below; the side away from the true point comes first."""
    across, tall = text_width(wish.name, size=wish.size) + 2, wish.size * LINE_PX
    reach = wish.radius if dx or dy else max(wish.radius, wish.clear)
    x, y, off = wish.x + dx, wish.y + dy, reach + NAME_GAP_PX
    boxes = {
        "start": (x + off, y - tall / 2, x + off + across, y + tall / 2),
        "end": (x - off - across, y - tall / 2, x - off, y + tall / 2),
        "above": (x - across / 2, y - off - tall + 3, x + across / 2, y - off + 3),
        "below": (x - across / 2, y + off - 3, x + across / 2, y + off + tall - 3),
    }
    order = ["end", "start"] if dx < 0 else ["start", "end"]
    return [(side, boxes[side]) for side in [*order, "above", "below"]]


def _within(box: Box, frame: tuple[float, float]) -> bool:
    return box[0] >= EDGE_PX and box[1] >= EDGE_PX and box[2] <= frame[0] - EDGE_PX and box[3] <= frame[1] - EDGE_PX
