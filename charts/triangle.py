"""A matrix of pairs as a triangle: a row and a column for each, its name once, where both meet."""

import html

import pandas as pd

from charts.drawing import labels, tint
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, layout, look, on_paper, wrapped

WIDE, NARROW = {"cell": 40.0, "row": 27.0, "side": 84.0, "name": 320.0}, {"cell": 19.5, "row": 30.0, "side": 0.0, "name": 140.0}
_SMALLEST_PX = 11


def triangle(order: pd.DataFrame, cells: pd.DataFrame, *, dark: bool, narrow: bool, focus: str = "") -> dict:
    """The matrix as a plotly figure (a dict).

    `order`: one row is one row and column, in order: `key`, `name`, `group_name` (the block it stands in), `events`, `partners`. `cells`: one row is one pair with its number of joint
    `events`, its places `row` and `column` in `order`, `colour` and `short` (the leading sector's), and for the pointer `one`, `other`, `one_name`,
    `other_name`, `sectors`, `first`, `latest`, `resting`. `focus`: the key whose pairs keep their strength while others fade (none where blank).
    """
    mode, size = look(dark), NARROW if narrow else WIDE
    number = len(order)
    width, height = size["side"] + number * size["cell"] + size["name"], number * size["row"]
    rows = list(cells.itertuples(index=False))
    x = [size["side"] + (row.column + 0.5) * size["cell"] for row in rows]
    y = [(row.row + 0.5) * size["row"] for row in rows]
    near = [not focus or focus in (row.one, row.other) for row in rows]
    names = _names(order, size, mode, focus=focus, narrow=narrow)
    data = [_tiles(rows, x, y, near, size, dark=dark), _numbers(rows, x, y, near, mode, narrow=narrow), *names]
    bare = {"fixedrange": True, "visible": False}
    axes = {"xaxis": {**bare, "range": [0, width]}, "yaxis": {**bare, "range": [height + 2, 0]}}
    whole = layout(mode, height=int(height + 6), margin={"l": 0, "r": 0, "t": 2, "b": 2})
    shapes = [*_rules(order, size, mode), *_steps(order, size, mode)]
    return {"data": data, "layout": {**whole, **axes, "shapes": shapes, "annotations": [] if narrow else _sides(order, size, mode)}}


def _tiles(rows: list, x: list[float], y: list[float], near: list[bool], size: dict, *, dark: bool) -> dict:
    most = max([1, *(row.events for row in rows)])
    strength = [(0.25 + 0.45 * (row.events / most)) * (1 if stands else 0.35) for row, stands in zip(rows, near, strict=True)]
    colours = [tint(on_paper(row.colour, dark=dark), some) for row, some in zip(rows, strength, strict=True)]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [place - size["cell"] / 2 + 1 for place in x],
        "x": [size["cell"] - 2] * len(rows),
        "y": y,
        "width": [size["row"] - 2] * len(rows),
        "marker": {"color": colours, "line": {"width": 0}},
        "customdata": [[f"pair:{row.one}|{row.other}", pair_card(row)] for row in rows],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _numbers(rows: list, x: list[float], y: list[float], near: list[bool], mode: Look, *, narrow: bool) -> dict:
    texts = [str(row.events) + ("" if narrow else f" {row.short.lower()}") for row in rows]
    return labels(x, y, texts, ["middle center"] * len(rows), [mode.text if some else mode.quiet for some in near], size=_SMALLEST_PX)


def pair_card(row) -> str:
    """What a pointer brings up over a pair."""
    lines = [
        f"<b>{_plain(row.one_name)}</b> and <b>{_plain(row.other_name)}</b>",
        f"{row.events} joint event{'s' * (row.events != 1)}: {_plain(row.sectors)}",
        _plain(row.first if row.first == row.latest else f"{row.first} to {row.latest}"),
        _plain(row.resting),
        "click: only these events, everywhere",
    ]
    return "<br>".join(lines)


def _names(order: pd.DataFrame, size: dict, mode: Look, *, focus: str, narrow: bool) -> list[dict]:
    """The names behind the steps, with an unseen mark that can be clicked."""
    x = [size["side"] + (place + 0.5) * size["cell"] for place in range(len(order))]
    y = [(place + 0.5) * size["row"] for place in range(len(order))]
    letters = _SMALLEST_PX if narrow else LABEL_SIZE_PX
    texts = [_set(row.name, size["name"] - 8, letters, bold=row.key == focus) for row in order.itertuples(index=False)]
    left = [place - size["cell"] / 2 + 4 for place in x]
    words = labels(left, y, texts, ["middle right"] * len(order), [mode.text] * len(order), size=letters)
    cards = [
        f"<b>{_plain(row.name)}</b><br>{row.events} events, {row.partners} partners<br>click to choose"
        for row in order.itertuples(index=False)
    ]
    hits = {
        "type": "bar",
        "orientation": "h",
        "base": left,
        "x": [size["name"]] * len(order),
        "y": y,
        "width": [size["row"]] * len(order),
        "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        "customdata": [[f"node:{key}", card] for key, card in zip(order["key"], cards, strict=True)],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }
    return [words, hits]


def _set(name: str, width: float, letters: int, *, bold: bool) -> str:
    lines = wrapped(name, width, size=letters)
    text = "<br>".join(_plain(line) for line in [*lines[:1], " ".join(lines[1:])] if line)
    return f"<b>{text}</b>" if bold else text


def _steps(order: pd.DataFrame, size: dict, mode: Look) -> list[dict]:
    """A thin line under each row as far as its name, so that the eye keeps the row."""
    return [
        _line(size["side"], size["side"] + place * size["cell"], (place + 1) * size["row"], mode.grid) for place in range(len(order) - 1)
    ]


def _rules(order: pd.DataFrame, size: dict, mode: Look) -> list[dict]:
    """A line where another side begins, across and down."""
    lines, names = [], list(order["group_name"])
    for place in range(1, len(order)):
        if names[place] != names[place - 1]:
            x, y = size["side"] + place * size["cell"], place * size["row"]
            lines.append(_line(0, x, y, mode.rule))
            down = {"x0": x, "x1": x, "y0": y, "y1": len(order) * size["row"]}
            lines.append({**_line(0, x, y, mode.rule), **down})
    return lines


def _line(x0: float, x1: float, y: float, colour: str) -> dict:
    return {
        "type": "line",
        "xref": "x",
        "yref": "y",
        "x0": x0,
        "x1": x1,
        "y0": y,
        "y1": y,
        "line": {"color": colour, "width": 1},
        "layer": "below",
    }


def _sides(order: pd.DataFrame, size: dict, mode: Look) -> list[dict]:
    first = order.drop_duplicates("group_name")
    return [
        {
            "x": 0,
            "y": place * size["row"] + 4,
            "xanchor": "left",
            "yanchor": "top",
            "align": "left",
            "showarrow": False,
            "text": "<br>".join(wrapped(_plain(name), size["side"] - 6, size=SMALL_SIZE_PX)),
            "font": {"size": SMALL_SIZE_PX, "color": mode.quiet},
        }
        for place, name in zip(first.index, first["group_name"], strict=True)
    ]


def _plain(text: str) -> str:
    return html.escape(text, quote=False)
