"""What stands in one cell of a coverage grid: a number in a tile, or one of three signs of absence; never colour alone."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from charts.drawing import labels
from charts.look import SMALL_SIZE_PX, Look, faded

TILE_PX = 22.0
HELD, OUTLINED, EARLIER, NOT_FOUND, NOT_STATED, NONE = "held", "outlined", "earlier", "not found", "not stated", "none"
_TINY_PX, _SLIM_PX = 10, 16.0


def signs(cells: pd.DataFrame, width: float, mode: Look) -> list[dict]:
    """Plotly traces, back to front, for placed cells, with tiles of `width` pixels.

    One row of `cells` is one cell with its place `x` and `y` (of its middle, in pixels), `sign` (one of the words above), `text`, `strength` (0 to 1, of the
    fill), `colour`, `doubt` (of a number: something of it may lie in another year), `also` (something more was looked for there in vain, or anything in a part of the year) and `under` (a line under it).
    """
    by = {sign: cells[cells["sign"] == sign] for sign in (HELD, OUTLINED, EARLIER, NOT_FOUND, NOT_STATED, NONE)}
    hatch = {"shape": "/", "size": 4, "solidity": 0.2, "fillmode": "replace", "fgcolor": mode.rule, "bgcolor": mode.paper}
    edge = {"color": mode.quiet, "width": 0.8}
    drawn = [
        *_numbered(by[HELD], width, lambda rows: {"color": _once(_fills(rows, mode)), "line": {"width": 0}}),
        *_numbered(by[OUTLINED], width, lambda rows: {"color": mode.paper, "line": {"color": _once(list(rows["colour"])), "width": 1.4}}),
        _tiles(by[EARLIER], width, {"color": [faded(colour, mode, 0.13) for colour in by[EARLIER]["colour"]], "line": {"width": 0}}),
        _tiles(by[NOT_STATED], width, {"color": mode.quiet, "line": edge, "pattern": hatch}),
        _points(by[NONE], by[NONE]["y"], {"symbol": "circle", "size": 2.6, "color": mode.quiet, "line": {"width": 0}}),
        _points(by[NOT_FOUND], by[NOT_FOUND]["y"], {"symbol": "x-thin-open", "size": 7, "color": mode.text, "line": {"width": 1.6}}),
        _corners(cells[cells["also"]], width, mode),
        _lines(cells[cells["under"]], width, mode),
        _texts(cells[cells["text"] != ""], width, mode),
    ]
    return [trace for trace in drawn if trace["x"]]


def _fills(rows: pd.DataFrame, mode: Look) -> list[str]:
    return [faded(colour, mode, 0.3 + 0.5 * share) for colour, share in zip(rows["colour"], rows["strength"], strict=True)]


def _numbered(rows: pd.DataFrame, width: float, marker: Callable[[pd.DataFrame], dict]) -> list[dict]:
    """The tiles under numbers, and hatched, those under numbers that are in doubt."""
    sure, doubtful = rows[~rows["doubt"]], rows[rows["doubt"]]
    plain = marker(doubtful)
    hatch = {
        "shape": "/",
        "size": 4,
        "solidity": 0.2,
        "fillmode": "replace",
        "fgcolor": _once(list(doubtful["colour"])),
        "bgcolor": plain["color"],
    }
    return [_tiles(sure, width, marker(sure)), _tiles(doubtful, width, {**plain, "pattern": hatch})]


def placed(values) -> list[float]:
    """Places as exact as they can be seen, in as few digits as that takes."""
    return [int(place) if place.is_integer() else place for place in np.round(np.asarray(values, dtype=float), 1).tolist()]


def _tiles(rows: pd.DataFrame, width: float, marker: dict) -> dict:
    return _bars(rows["x"] - width / 2, width, rows["y"], TILE_PX, marker)


def _bars(left: pd.Series, width: float, y: pd.Series, height: float, marker: dict) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "base": placed(left),
        "x": placed([width] * len(y)),
        "y": placed(y),
        "width": height,
        "marker": marker,
        "hoverinfo": "skip",
        "unselected": {"marker": {"opacity": 1}},
    }


def _points(rows: pd.DataFrame, y: pd.Series, marker: dict) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": placed(rows["x"]),
        "y": placed(y),
        "marker": marker,
        "hoverinfo": "skip",
        "cliponaxis": False,
        "unselected": {"marker": {"opacity": 1}},
    }


def _corners(rows: pd.DataFrame, width: float, mode: Look) -> dict:
    marker = {"symbol": "x-thin-open", "size": 5, "color": mode.text, "line": {"width": 1.3}}
    if width < _SLIM_PX:  # a slim tile has no corner beside its number: the sign stands above it
        return _points(rows, rows["y"] - TILE_PX / 2 - 4, marker)
    return _points(rows.assign(x=rows["x"] + width / 2 - 4), rows["y"] - TILE_PX / 2 + 4, marker)


def _lines(rows: pd.DataFrame, width: float, mode: Look) -> dict:
    return _bars(rows["x"] - width / 2, width, rows["y"] + TILE_PX / 2 + 1, 2.4, {"color": mode.text, "line": {"width": 0}})


def _texts(rows: pd.DataFrame, width: float, mode: Look) -> dict:
    colours = [mode.text if sign in (HELD, NOT_STATED) else mode.quiet for sign in rows["sign"]]
    texts = labels(rows["x"], rows["y"], rows["text"], ["middle center"] * len(rows), colours, size=SMALL_SIZE_PX)
    room = [SMALL_SIZE_PX if len(text) * 6.5 <= width else _TINY_PX for text in rows["text"]]
    return {
        **texts,
        "x": placed(rows["x"]),
        "y": placed(rows["y"]),
        "textposition": "middle center",
        "textfont": {"color": _once(colours), "size": _once(room)},
    }


def _once(values: list) -> object:
    """The value that all are, or all of them."""
    return values[0] if len(set(values)) == 1 else values
