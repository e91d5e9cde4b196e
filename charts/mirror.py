"""Two sides over the years, mirrored on one axis: a brick an event, those of the one stand on it, those of the other hang from it."""

from collections.abc import Sequence

from charts.bricks import (
    AXIS_PX,
    BRICK_PX,
    NAME_PX,
    NAMES_PX,
    NARROW_PX,
    NUMBER_PX,
    TALLEST_PX,
    WIDE_PX,
    WIDEST_PX,
    Lane,
    Slots,
    Stack,
    landmarks,
    lane_name,
    leader,
    stacked,
    year_names,
)
from charts.drawing import canvas, note
from charts.look import look

_LEAST_PX = 58.0  # room for a side's name in lines


def mirrored(bricks: Sequence, sides: Sequence[Lane], slots: Slots, *, dark: bool, narrow: bool) -> dict:
    """Both sides as a plotly figure (a dict); see `charts.bricks.brick_wall`, `lane` is the code of a side."""
    mode, left = look(dark), 0.0 if narrow else NAMES_PX
    width = (NARROW_PX if narrow else WIDE_PX) - 24.0 - left
    step = min(width / max(len(slots), 1), WIDEST_PX)
    stacks = [Stack([brick for brick in bricks if brick.lane == side.code], slots) for side in sides]
    pitch = min(BRICK_PX, TALLEST_PX / max(1, *(stack.top for stack in stacks)))
    data, shapes, notes, parts = [], [], [], []
    for side, stack in zip(sides, stacks, strict=True):
        labels, high = ([], 0.0) if narrow else landmarks(stack, step, pitch)
        room = max(stack.top * pitch + NUMBER_PX, high, 0.0 if narrow else _LEAST_PX) + NAME_PX * narrow
        parts.append((side, stack, labels, room))
    above, below = (room for *_, room in parts)
    for (side, stack, labels, room), floor, way in zip(parts, (above, above + AXIS_PX), (-1, 1), strict=True):
        data += stacked(stack, side, slots, floor, step, pitch, mode, way)
        line = {"color": mode.quiet, "width": 1}
        shapes.append({"type": "line", "x0": -left, "x1": width, "y0": floor, "y1": floor, "line": line, "layer": "below"})
        notes += [note(text, to - 6, floor + way * y, "right", mode.quiet) for text, to, _, y, _ in labels]
        shapes += [leader(label, floor, way, mode) for label in labels]
        data.append(lane_name(side, -left, floor + way * (room - NAME_PX / 2 if narrow else 28.0), mode, narrow=narrow))
    data.append(year_names(slots, above + AXIS_PX / 2, step, mode, narrow=narrow))
    margin, height = 12.0, above + AXIS_PX + below
    return {"data": data, "layout": {**canvas(mode, -left - margin, width + margin, height), "shapes": shapes, "annotations": notes}}
