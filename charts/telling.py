"""Of how many events each document tells: a bar a document, its solid part held."""

import html

import pandas as pd

from charts.drawing import hits, labels
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, cut, layout, look

WIDE_PX, NARROW_PX = 1000.0, 336.0
_NAME_PX, _ROW_PX, _BAR_PX, _END_PX = 460.0, 26.0, 14.0, 40.0


def telling_bars(table: pd.DataFrame, *, dark: bool, narrow: bool) -> dict:
    """The bars as a plotly figure (a dict), in the table's order.

    `table`: one row is one document: `source_id`, `name`, `events` (of how many it tells) and `held` (of these; the rest is outlined).
    On narrow screens the name stands above its bar. What is clicked hands on the document, of what is a `source`.
    """
    mode = look(dark)
    start = 0.0 if narrow else _NAME_PX
    width = NARROW_PX if narrow else WIDE_PX
    line = _ROW_PX * (1.9 if narrow else 1)
    scale = (width - start - _END_PX) / max(table["events"].max(), 1)
    y = [line * (row + (0.72 if narrow else 0.5)) for row in range(len(table))]
    whole, every = pd.Series(width, table.index), [line] * len(table)
    data = [
        _bars(start, table["events"] * scale, y, {"color": mode.paper, "line": {"color": mode.accent, "width": 1.4}}),
        _bars(start, table["held"] * scale, y, {"color": mode.accent, "line": {"width": 0}}),
        _ends(table, start + table["events"] * scale + 6, y, mode),
        _names(table, y, mode, narrow=narrow),
        hits(pd.Series(0.0, table.index), whole, y, every, table["source_id"], _cards(table), what="source"),
    ]
    bare = {"fixedrange": True, "visible": False}
    height = line * len(table)
    axes = {"xaxis": {**bare, "range": [0, width]}, "yaxis": {**bare, "range": [height, 0]}}
    return {"data": data, "layout": {**layout(mode, height=int(height + 8), margin={"l": 4, "r": 4, "t": 2, "b": 2}), **axes}}


def _bars(start: float, lengths: pd.Series, y: list[float], marker: dict) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "base": [start] * len(y),
        "x": list(lengths),
        "y": y,
        "width": [_BAR_PX] * len(y),
        "marker": marker,
        "hoverinfo": "skip",
        "unselected": {"marker": {"opacity": 1}},
    }


def _ends(table: pd.DataFrame, x: pd.Series, y: list[float], mode: Look) -> dict:
    return labels(x, y, table["events"].astype("str"), ["middle right"] * len(y), [mode.text] * len(y), size=SMALL_SIZE_PX)


def _names(table: pd.DataFrame, y: list[float], mode: Look, *, narrow: bool) -> dict:
    room = NARROW_PX if narrow else _NAME_PX - 12
    names = [html.escape(cut(name, room), quote=False) for name in table["name"]]
    at = [place - _ROW_PX * 0.75 for place in y] if narrow else y
    x, side = (0.0, "middle right") if narrow else (_NAME_PX - 6, "middle left")
    return labels([x] * len(y), at, names, [side] * len(y), [mode.text] * len(y), size=SMALL_SIZE_PX if narrow else LABEL_SIZE_PX)


def _cards(table: pd.DataFrame) -> list[str]:
    return [
        f"<b>{html.escape(name, quote=False)}</b><br>{number} event{'s' * (number != 1)}, {held} held · click for these alone"
        for name, number, held in zip(table["name"], table["events"], table["held"], strict=True)
    ]
