"""Where marks and their labels go so that nothing overlaps: greedy first fit into sub-rows of a lane."""

from collections.abc import Callable
from dataclasses import dataclass

GAP_PX = 7
BETWEEN_PX = 14


@dataclass(frozen=True)
class Box:
    """A mark and the width of its label, in pixels from the chart's left edge."""

    left: float
    right: float
    label: float


@dataclass(frozen=True)
class Place:
    """Where one box went: its sub-row, the side of its label, and the label's outer edge."""

    row: int
    side: str
    label_from: float
    label_to: float


def pack(boxes: list[Box], width: float) -> list[Place]:
    """A place for each box, in order, in the first row that is free there, with as few rows as the tried habits give.

    A label stands right of its mark or left of it. Where marks crowd, a left label and a right one share a row back to
    back; so three habits are tried (right first, left first, left and right in turn) and the one with fewest rows wins.
    """
    habits = (lambda number: True, lambda number: False, lambda number: number % 2 == 1)
    return min((_packed(boxes, width, habit) for habit in habits), key=lambda places: max((place.row for place in places), default=0))


def _packed(boxes: list[Box], width: float, right_first: Callable[[int], bool]) -> list[Place]:
    rows: list[list[tuple[float, float]]] = []
    return [_first_fit(box, rows, _sides(box, width, right_first(number))) for number, box in enumerate(boxes)]


def _first_fit(box: Box, rows: list[list[tuple[float, float]]], sides: list[tuple[str, float, float]]) -> Place:
    for number in range(len(rows) + 1):
        if number == len(rows):
            rows.append([])
        for side, start, end in sides:
            left, right = min(box.left, start), max(box.right, end)
            if all(right + BETWEEN_PX <= taken[0] or left - BETWEEN_PX >= taken[1] for taken in rows[number]):
                rows[number].append((left, right))
                return Place(number, side, start, end)
    raise AssertionError("a new row is always free")


def _sides(box: Box, width: float, right_first: bool) -> list[tuple[str, float, float]]:
    after, before = box.right + GAP_PX, box.left - GAP_PX
    sides = [("right", after, after + box.label)] if after + box.label <= width else []
    sides += [("left", before - box.label, before)] if before - box.label >= 0 else []
    if not sides:
        start = max(0.0, min(box.left, width - box.label))
        return [("inside", start, start + box.label)]
    return sides if right_first else sides[::-1]
