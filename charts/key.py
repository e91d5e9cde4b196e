"""How to read the marks: one of each, drawn by the same code as on the charts."""

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from charts.columns import Columns
from charts.drawing import BAR_PX, labels, traces
from charts.look import SMALL_SIZE_PX, layout, look, on_paper, text_width

_INK = "#59626C"
_INK_DARK = "#A3ACB5"
_MARK_PX, _GAP_PX, _ROW_PX = 30.0, 22.0, 22.0
_MEANINGS = (
    ("one day", {"day": True}),
    ("lasted from – to", {"core": True}),
    ("at some time within", {}),
    ("since then, no end known", {"core": True, "open_end": True}),
    ("outlined: only announced", {"day": True, "status": "planned"}),
    ("crossed, struck: called off", {"day": True, "status": "cancelled"}),
)
_SIGNS = (
    "● one independent source, primary",
    "●● two, at least one primary",
    "●●● three or more",
    "○ none of them primary",
    "~ it or its date inferred",
)


def reading_key(*, dark: bool, width: float, colours: Mapping[str, str] = MappingProxyType({})) -> dict:
    """The key as a plotly figure (a dict) for a place of `width` pixels; wraps into as many lines as it needs.

    `colours`: names and colours that the chart does not name in its lanes, such as the sectors where lanes are cities.
    """
    mode, ink = look(dark), _INK_DARK if dark else _INK
    drawn = [_row(words, traits, ink) for words, traits in _MEANINGS]
    drawn += [_row(words, {"sign": True}, ink) for words in _SIGNS]
    drawn += [_row(name, {"day": True}, on_paper(colour, dark=dark)) for name, colour in colours.items()]
    rows = pd.DataFrame(drawn)
    left, y = _places([text_width(words, size=SMALL_SIZE_PX) for words in rows["words"]], width)
    rows = rows.assign(y=y)
    for edge in ("left", "right", "core_left", "core_right"):
        rows[edge] += left
    words = labels(
        rows["right"].where(~rows["day"], rows["right"] + 2) + 5,
        rows["y"],
        rows["words"],
        ["middle right"] * len(rows),
        [mode.text] * len(rows),
        size=SMALL_SIZE_PX,
    )
    height = _ROW_PX * (1 + max(y) // _ROW_PX)
    bare = {"fixedrange": True, "visible": False}
    axes = {"xaxis": {**bare, "range": [0, width]}, "yaxis": {**bare, "range": [height, 0]}}
    return {
        "data": [*traces(Columns.of(rows[~rows["sign"]]), mode), words],
        "layout": {**layout(mode, height=int(height), margin={"l": 2, "r": 2, "t": 0, "b": 0}), **axes},
    }


def _row(words: str, traits: dict, ink: str) -> dict:
    point = traits.get("day", False)
    sign = traits.get("sign", False)
    edges = {"left": 0.0, "right": -5.0 if sign else BAR_PX if point else _MARK_PX}
    core = (
        {"core_left": 0.0, "core_right": 10.0 if "open_end" in traits else _MARK_PX}
        if "core" in traits
        else {"core_left": None, "core_right": None}
    )
    core = {name: float("nan") if value is None else value for name, value in core.items()}
    return {
        "words": words,
        "colour": ink,
        "status": traits.get("status", "held"),
        "day": point,
        "sign": sign,
        "open_end": "open_end" in traits,
        "lasted": "core" in traits,
        **edges,
        **core,
    }


def _places(widths: list[float], room: float) -> tuple[list[float], list[float]]:
    left, y, at, line = [], [], 0.0, _ROW_PX / 2
    for width in widths:
        need = _MARK_PX + 5 + width
        if at and at + need > room:
            at, line = 0.0, line + _ROW_PX
        left.append(at)
        y.append(line)
        at += need + _GAP_PX
    return left, y
