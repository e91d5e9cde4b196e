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
    """Where one box went: its mark's sub-row, its label's sub-row, the label's side of the mark and its edges."""

    row: int
    side: str
    label_from: float
    label_to: float
    label_row: int


def pack(boxes: list[Box], width: float) -> list[Place]:
    """A place for each box, in order, in the first row that is free there, with as few rows as the tried habits give.

    A label stands right of its mark or left of it, or in a row of its own above it where there is room on neither side. Where marks crowd, a left label and a right one share a row back to
    back; so three habits are tried (right first, left first, left and right in turn) and the one with fewest rows wins.
    """
    habits = (lambda number: True, lambda number: False, lambda number: number % 2 == 1)
    return min((_packed(boxes, width, habit) for habit in habits), key=lambda places: max((place.row for place in places), default=0))


def _packed(boxes: list[Box], width: float, right_first: Callable[[int], bool]) -> list[Place]:
    rows: list[list[tuple[float, float]]] = []
    return [_first_fit(box, rows, _sides(box, width, right_first(number))) for number, box in enumerate(boxes)]


def _first_fit(box: Box, rows: list[list[tuple[float, float]]], sides: list[tuple[str, float, float]]) -> Place:
    for number in range(len(rows) + 1):
        for side, start, end in sides:
            needed = 2 if side == "above" else 1
            left, right = min(box.left, start), max(box.right, end)
            if all(_free(taken, left, right) for taken in rows[number : number + needed]):
                rows.extend([] for _ in range(number + needed - len(rows)))
                for taken in rows[number : number + needed]:
                    taken.append((left, right))
                return Place(number + needed - 1, side, start, end, number)
    raise RuntimeError("a new row is always free")


def _free(taken: list[tuple[float, float]], left: float, right: float) -> bool:
    return all(right + BETWEEN_PX <= start or left - BETWEEN_PX >= end for start, end in taken)


def _sides(box: Box, width: float, right_first: bool) -> list[tuple[str, float, float]]:
    after, before = box.right + GAP_PX, box.left - GAP_PX
    sides = [("right", after, after + box.label)] if after + box.label <= width else []
    sides += [("left", before - box.label, before)] if before - box.label >= 0 else []
    if not sides:
        start = max(0.0, min(box.left, width - box.label))
        return [("above", start, start + box.label)]
    return sides if right_first else sides[::-1]
