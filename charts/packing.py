"""Where marks and their labels go so that nothing overlaps: first fit into a few lines of a row, then labels where there is room."""

from collections.abc import Sequence
from typing import NamedTuple

BESIDE_PX = 4.0  # between a mark and its label
Piece = tuple[float, float]


class Label(NamedTuple):
    """Where the label of a mark stands: on which side of it, and its edges."""

    side: str
    left: float
    right: float


def packed(marks: Sequence[Piece], *, most: int, gap: float) -> list[int]:
    """Per mark, given from left to right, its line: the first that is free there; where none of the `most` lines is, the one that is free soonest."""
    ends: list[float] = []
    found = []
    for left, right in marks:
        line = next((number for number, end in enumerate(ends) if end + gap <= left), len(ends))
        if line == most:
            line = ends.index(min(ends))
        if line == len(ends):
            ends.append(right)
        ends[line] = max(ends[line], right)
        found.append(line)
    return found


def labelled(
    marks: Sequence[Piece],
    lines: Sequence[int],
    wishes: Sequence[tuple[int, float, bool]],
    *,
    width: float,
    wall: float,
    most: int,
    gap: float,
) -> tuple[list[int], dict[int, Label]]:
    """The marks' lines after some have got labels, and these by their marks; those without room are left out.

    `lines`: of the marks, as `packed` gives them. `wishes`: places of marks, the widths of their labels, and whether they are worth a line of
    their own; the first of them first. A mark may go to another line for its label's sake, and where it is worth it to a new one, as
    long as there are fewer than `most`. No label stands over `wall`.
    """
    lines, found = list(lines), {}
    taken = [[mark for mark, other in zip(marks, lines, strict=True) if other == line] for line in range(max(lines, default=-1) + 1)]
    for place, wide, worth in wishes:
        left, right = mark = marks[place]
        sides = [Label("right", right + BESIDE_PX, right + BESIDE_PX + wide), Label("left", left - BESIDE_PX - wide, left - BESIDE_PX)]
        sides = [label for label in sides if label.left >= 0 and label.right <= width and not label.left < wall < label.right]
        taken[lines[place]].remove(mark)
        others = [lines[place], *range(len(taken)), *[len(taken)] * (worth and len(taken) < most)]
        room = ((line, label, (min(left, label.left), max(right, label.right))) for line in others for label in sides)
        line, label, whole = next((each for each in room if _free(each[2], taken[each[0] : each[0] + 1], gap)), (lines[place], None, mark))
        taken[line:] = taken[line:] or [[]]
        taken[line].append(whole)
        lines[place] = line
        found |= {place: label} if label else {}
    return _raised(marks, lines, found, taken, gap), found


def _raised(marks: Sequence[Piece], lines: list[int], found: dict[int, Label], taken: list[list[Piece]], gap: float) -> list[int]:
    """The lines after marks without a label have gone up into the gaps that others left, and no line is empty."""
    for place, mark in enumerate(marks):
        line = lines[place]
        if place not in found and (free := [upper for upper in range(line) if _free(mark, taken[upper : upper + 1], gap)]):
            taken[line].remove(mark)
            taken[free[0]].append(mark)
            lines[place] = free[0]
    used = sorted(set(lines))
    return [used.index(line) for line in lines]


def _free(piece: Piece, taken: Sequence[Sequence[Piece]], gap: float) -> bool:
    return all(piece[1] + gap <= left or right + gap <= piece[0] for line in taken for left, right in line)
