"""Who works with whom as a graph: Germany left, Japan right, all others between, joined by their events."""

import html

import pandas as pd

from charts.drawing import tint
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, layout, look, on_paper, wrapped
from charts.triangle import pair_card

ROW_PX, HEAD_PX = 44.0, 30.0
_MIDDLE_PX = 66.0
_WIDE, _NARROW = {"width": 1120.0, "name": 300.0}, {"width": 350.0, "name": 112.0}
_SMALLEST_PX = 11
_BETWEEN_PX = 84.0  # of a narrow screen: the name stays clear of the marks of both sides
_STEPS = 16
_WEIGHTS = [((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3) for t in (step / _STEPS for step in range(_STEPS + 1))]
_PLATE = 0.6  # how much a plate covers: a line goes on faintly under the name, which stays readable


def network_graph(
    nodes: pd.DataFrame, links: pd.DataFrame, *, heads: tuple[str, str, str], dark: bool, narrow: bool, focus: str = ""
) -> dict:
    """The graph as a plotly figure (a dict).

    `nodes`: one row is one node: `key`, `name`, `column` (0 left, 1 middle, 2 right), `y` from -1 (top) to 1, `events`, `partners`, `colour`. `links`: one row is one pair: `one`, `other`,
    `events`, `colour` and what `pair_card` says. `heads`: what the columns are. `focus`: the key whose pairs keep their strength (none where blank).
    """
    mode, size = look(dark), _NARROW if narrow else _WIDE
    height = HEAD_PX + _tall(nodes["column"].value_counts(), narrow=narrow)
    x = {0: size["name"], 1: size["width"] / 2, 2: size["width"] - size["name"]}
    at = nodes.assign(px=nodes["column"].map(x).astype(float), py=HEAD_PX + (nodes["y"] + 1) / 2 * (height - HEAD_PX))
    spots = {key: (px, py, column) for key, px, py, column in zip(at["key"], at["px"], at["py"], at["column"], strict=True)}
    near = (links["one"] == focus) | (links["other"] == focus) | (not focus)
    ordered = links.assign(near=near, colour=links["colour"].map(lambda colour: on_paper(colour, dark=dark))).sort_values(
        ["near", "events"], kind="stable"
    )
    rows = list(ordered.itertuples())
    curves = [_curve(spots[row.one], spots[row.other]) for row in rows]
    lines = [_link(row, points, narrow=narrow) for row, points in zip(rows, curves, strict=True)]
    data = [*lines, *_middles(rows, curves), _marks(at, mode, dark=dark, focus=focus)]
    bare = {"fixedrange": True, "visible": False}
    axes = {"xaxis": {**bare, "range": [0, size["width"]]}, "yaxis": {**bare, "range": [height, 0]}}
    whole = layout(mode, height=int(height + 4), margin={"l": 0, "r": 0, "t": 0, "b": 4})
    notes = [*_names(at, mode, size, narrow=narrow, focus=focus), *_heads(heads, x, mode, narrow=narrow)]
    return {"data": data, "layout": {**whole, **axes, "annotations": notes}}


def _tall(numbers: pd.Series, *, narrow: bool) -> float:
    """Room for the fullest column; in the middle one names stand below their marks and take two lines."""
    each = 62.0 if narrow else ROW_PX
    return max([each, *(number * (max(each, _MIDDLE_PX) if column == 1 else each) for column, number in numbers.items())])


def _curve(one: tuple, other: tuple) -> list[tuple[float, float]]:
    """Points from one spot (across, down, column) to the other: an S between columns, an arc towards the middle within one."""
    (x, y, column), (to_x, to_y, to_column) = one, other
    if column == to_column:
        out = {0: 1, 1: 1, 2: -1}[column] * min(120.0, 24 + abs(y - to_y) * 0.35)
        ends = (x + out, to_x + out)
    else:
        ends = ((x + to_x) / 2,) * 2
    return [
        (round(a * x + b * ends[0] + c * ends[1] + d * to_x, 1), round(a * y + b * y + c * to_y + d * to_y, 1)) for a, b, c, d in _WEIGHTS
    ]


def _link(row, points: list[tuple[float, float]], *, narrow: bool) -> dict:
    width = min(1 + row.events * 0.55, 12.0) * (0.6 if narrow else 1)
    line = {"color": tint(row.colour, 0.62 if row.near else 0.1), "width": width}
    return {"type": "scatter", "mode": "lines", "x": [p[0] for p in points], "y": [p[1] for p in points], "line": line, "hoverinfo": "skip"}


def _middles(rows: list, curves: list[list[tuple[float, float]]]) -> list[dict]:
    """Unseen marks in the middle of each line, for the pointer."""
    if not rows:
        return []
    points = [curve[_STEPS // 2] for curve in curves]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [p[0] for p in points],
            "y": [p[1] for p in points],
            "marker": {"size": 14, "opacity": 0},
            "customdata": [[f"pair:{row.one}|{row.other}", pair_card(row)] for row in rows],
            "hovertemplate": "%{customdata[1]}<extra></extra>",
            "selected": {"marker": {"opacity": 0}},
            "unselected": {"marker": {"opacity": 0}},
        }
    ]


def _marks(at: pd.DataFrame, mode: Look, *, dark: bool, focus: str) -> dict:
    biggest = max(at["events"].max(), 1) if len(at) else 1
    cards = [
        f"<b>{_plain(name)}</b><br>{events} events, {partners} partners<br>click to choose"
        for name, events, partners in zip(at["name"], at["events"], at["partners"], strict=True)
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": list(at["px"]),
        "y": list(at["py"]),
        "marker": {
            "size": [9 + 21 * (number / biggest) ** 0.5 for number in at["events"]],
            "color": [on_paper(colour, dark=dark) for colour in at["colour"]],
            "opacity": 1,
            "line": {
                "color": [mode.text if key == focus else mode.paper for key in at["key"]],
                "width": [3 if key == focus else 1.5 for key in at["key"]],
            },
        },
        "customdata": [[f"node:{key}", card] for key, card in zip(at["key"], cards, strict=True)],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": "node",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _names(at: pd.DataFrame, mode: Look, size: dict, *, narrow: bool, focus: str) -> list[dict]:
    letters = _SMALLEST_PX if narrow else LABEL_SIZE_PX
    biggest = max(at["events"].max(), 1) if len(at) else 1
    notes = []
    for key, name, events, column, px, py in zip(at["key"], at["name"], at["events"], at["column"], at["px"], at["py"], strict=True):
        off = (9 + 21 * (events / biggest) ** 0.5) / 2 + 4
        room = {0: size["name"] - off - 4, 1: _BETWEEN_PX if narrow else 230.0, 2: size["name"] - off - 4}[column]
        lines = wrapped(f"{name}", room, size=letters)
        if column == 1 and narrow:
            lines = [*lines[:1], *(line + " …" * (len(lines) > 2) for line in lines[1:2])]
        text = "<br>".join(map(_plain, lines)) + f" <span style='color:{mode.quiet}'>{events}</span>"
        place = {
            0: {"x": px, "xshift": -off, "xanchor": "right", "yanchor": "middle"},
            2: {"x": px, "xshift": off, "xanchor": "left", "yanchor": "middle"},
        }
        middle = {"x": px, "xanchor": "center", "yanchor": "top", "yshift": -off + 3, "bgcolor": tint(mode.paper, _PLATE), "borderpad": 1}
        notes.append(
            {
                "y": py,
                "showarrow": False,
                "align": {0: "right", 1: "center", 2: "left"}[column],
                "text": f"<b>{text}</b>" if key == focus else text,
                "font": {"size": letters, "color": mode.text},
                **place.get(column, middle),
            }
        )
    return notes


def _heads(heads: tuple[str, str, str], x: dict[int, float], mode: Look, *, narrow: bool) -> list[dict]:
    size = _SMALLEST_PX if narrow else SMALL_SIZE_PX
    anchors = {0: "right", 1: "center", 2: "left"}
    return [
        {
            "x": x[column],
            "y": 2,
            "xanchor": anchors[column],
            "yanchor": "top",
            "showarrow": False,
            "text": f"<b>{_plain(text)}</b>",
            "font": {"size": size, "color": mode.quiet},
        }
        for column, text in enumerate(heads)
        if text
    ]


def _plain(text: str) -> str:
    return html.escape(text, quote=False)
