"""Bars that lie, each parted into shares with their numbers; what is clicked is a part, or the whole at its end or by its name."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from charts.drawing import lying
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, cut, layout, look, text_width

_ROW_PX, _BAR_PX = 25.0, 17.0


class Part(NamedTuple):
    """A share of a bar: its key, number, colour and what is said of it."""

    key: str
    events: int
    colour: str
    said: str


class Bar(NamedTuple):
    """A bar: its key and name, the number of its whole, what is said of it, and its shares."""

    key: str
    name: str
    events: int
    said: str
    parts: Sequence[Part]


def share_bars(bars: Sequence[Bar], *, what: str, width: float, names: float, dark: bool) -> dict:
    """The bars as a plotly figure (a dict), the first on top. `what`: the kind of thing that a key of a bar is of; a key of a part is of `what`-part. `width`, `names`: pixels of all, and of the names at most."""
    mode = look(dark)
    left = min(names, max(text_width(bar.name) * 1.08 for bar in bars)) + 12
    scale = (width - left - 44) / max(bar.events for bar in bars)
    y = [(at + 0.5) * _ROW_PX for at in range(len(bars))]
    data, numbers = [], []
    for bar, middle in zip(bars, y, strict=True):
        at = left
        for part in bar.parts:
            end = at + part.events * scale
            data.append((at, end, middle, part))
            if end - at > text_width(str(part.events), size=SMALL_SIZE_PX) + 6 and len(bar.parts) > 1:
                numbers.append(((at + end) / 2, middle, str(part.events), _ink(part.colour)))
            at = end
    ends = [left + sum(part.events for part in bar.parts) * scale + 6 for bar in bars]
    height = len(bars) * _ROW_PX + 4
    axis = {"fixedrange": True, "showgrid": False, "zeroline": False, "showticklabels": False}
    axes = {"xaxis": {**axis, "range": [0, width]}, "yaxis": {**axis, "range": [height, 0]}}
    texts = [
        _texts([0.0] * len(bars), y, [f"<b>{escape(cut(bar.name, names))}</b>" for bar in bars], bars, what, mode),
        _texts(ends, y, [f"<b>{bar.events}</b>" for bar in bars], bars, what, mode),
    ]
    whole = {**layout(mode, height=int(height), margin={"l": 0, "r": 0, "t": 0, "b": 0}), **axes}
    return {"data": [_parts(data, what, mode), *_numbers(numbers), *texts], "layout": whole}


def _parts(data: list, what: str, mode: Look) -> dict:
    lefts, rights, y, parts = zip(*data, strict=True)
    marker = {"color": [part.colour for part in parts], "line": {"width": 1.2, "color": mode.paper}}
    return {
        **lying(lefts, rights, y, _BAR_PX, marker),
        "customdata": [[part.key, escape(part.said), f"{what}-part"] for part in parts],
        "hoverinfo": "all",
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": "parts",
        "selected": {"marker": {"opacity": 1}},
    }


def _numbers(numbers: list) -> list[dict]:
    if not numbers:
        return []
    x, y, text, colours = zip(*numbers, strict=True)
    font = {"size": SMALL_SIZE_PX, "color": list(colours)}
    return [
        {
            "type": "scatter",
            "mode": "text",
            "x": [round(at, 1) for at in x],
            "y": list(y),
            "text": list(text),
            "textfont": font,
            "hoverinfo": "skip",
        }
    ]


def _texts(x: Sequence[float], y: Sequence[float], texts: Sequence[str], bars: Sequence[Bar], what: str, mode: Look) -> dict:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [round(at, 1) for at in x],
        "y": list(y),
        "text": list(texts),
        "textposition": "middle right",
        "textfont": {"size": LABEL_SIZE_PX, "color": mode.text},
        "customdata": [[bar.key, escape(bar.said), what] for bar in bars],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": "wholes",
        "unselected": {"textfont": {"color": mode.text}},
    }


def _ink(colour: str) -> str:
    """Black or white, whichever is read better on a colour."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    bright = sum(
        weight * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
        for weight, part in ((0.2126, red), (0.7152, green), (0.0722, blue))
    )
    return "#FFFFFF" if bright < 0.18 else "#16191D"
