"""Two sides in numbers: bars back to back, the names of what is counted between them."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from charts.drawing import canvas, note
from charts.look import LABEL_SIZE_PX, Look, cut, look, on_paper, text_width

WIDTH_PX = {False: 392.0, True: 354.0}  # by whether the screen is narrow
_ROW_PX, _BAR_PX, _HEAD_PX, _NUMBER_PX, _NAME_PX = 27.0, 15.0, 24.0, 30.0, 150.0


class Pair(NamedTuple):
    """One row: its code and name, how many events each side has, and its colour (that of no sector where blank)."""

    code: str
    name: str
    numbers: tuple[int, int]
    colour: str = ""


def opposite(rows: Sequence[Pair], heads: tuple[str, str], what: str, *, dark: bool, narrow: bool) -> dict:
    """Both sides as a plotly figure (a dict), on one scale. `heads`: their names. A bar and its number hand on `a|code` or `b|code`, of `what`."""
    mode, wide = look(dark), WIDTH_PX[narrow]
    between = min(max(text_width(row.name) for row in rows) + 20, _NAME_PX)
    room = (wide - between) / 2
    scale = (room - _NUMBER_PX) / max(1, *(number for row in rows for number in row.numbers))
    y = [_HEAD_PX + (place + 0.5) * _ROW_PX for place in range(len(rows))]
    data, shapes, notes = [], [], [note(escape(cut(row.name, between - 12)), wide / 2, at, "center", mode.text, size=LABEL_SIZE_PX) for row, at in zip(rows, y, strict=True)]  # fmt: skip
    height = _HEAD_PX + len(rows) * _ROW_PX + 4
    for place, (side, head, edge, way) in enumerate(zip("ab", heads, (room, wide - room), (-1, 1), strict=True)):
        data += _side(rows, y, place, side, head, edge, way * scale, what, mode)
        line = {"color": mode.quiet, "width": 1}
        shapes.append({"type": "line", "x0": edge, "x1": edge, "y0": _HEAD_PX, "y1": height - 4, "line": line})
        text = f"<b>{escape(cut(head, wide / 2 - 8))}</b>"
        notes.append(note(text, edge, _HEAD_PX / 2, "left" if place else "right", mode.text, size=LABEL_SIZE_PX))
    return {"data": data, "layout": {**canvas(mode, 0, wide, height), "shapes": shapes, "annotations": notes}}


def _side(rows: Sequence[Pair], y: list[float], place: int, side: str, head: str, edge: float, scale: float, what: str, mode: Look) -> list:
    """The bars of one side and their numbers. `scale`: pixels an event, below zero to the left."""
    dark, numbers = mode is look(True), [row.numbers[place] for row in rows]
    some = [at for at, number in enumerate(numbers) if number]
    said = [[f"{side}|{rows[at].code}", f"{escape(head)}, {escape(rows[at].name)}: {numbers[at]}", what] for at in some]
    hover = {"hovertemplate": "%{customdata[1]}<extra></extra>", "name": what}
    bars = {
        "type": "bar",
        "orientation": "h",
        "base": [round(edge, 1)] * len(some),
        "x": [round(scale * numbers[at], 1) for at in some],
        "y": [y[at] for at in some],
        "width": _BAR_PX,
        "marker": {"color": [on_paper(rows[at].colour, dark=dark) if rows[at].colour else mode.quiet for at in some]},
        "customdata": said,
        "unselected": {"marker": {"opacity": 1}},
        **hover,
    }
    texts = {
        "type": "scatter",
        "mode": "text",
        "textposition": "middle right" if scale > 0 else "middle left",
        "textfont": {"size": LABEL_SIZE_PX, "color": mode.text},
        "unselected": {"textfont": {"color": mode.text}},
    }
    end = 3 if scale > 0 else -3
    shown = {"x": [round(edge + scale * numbers[at] + end, 1) for at in some], "y": [y[at] for at in some]}
    none = [at for at, number in enumerate(numbers) if not number]
    empty = {"x": [edge + end] * len(none), "y": [y[at] for at in none], "text": ["0"] * len(none), "hoverinfo": "skip"}
    found = [bars, {**texts, **shown, "text": [f"<b>{numbers[at]}</b>" for at in some], "customdata": said, **hover}]
    return [*found, {**texts, **empty}] if none else found
