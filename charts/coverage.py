"""What is on record of each relationship, year by year: a number, or the kind of silence."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

import pandas as pd

from charts.drawing import hits, labels, lying, note
from charts.look import LABEL_SIZE_PX, Look, cut, faded, layout, look

WIDE_PX, NARROW_PX = 1286.0, 354.0
SIGNS = {"begun": "→", "vague": "?", "sought": "×", "none": "·"}
_NAME_PX, _ROW_PX, _HEAD_PX, _TALL_PX, _ACROSS = 196.0, 46.0, 24.0, 30.0, 10


class Place(NamedTuple):
    """Where a cell lies: its middle and its width in pixels."""

    x: float
    y: float
    width: float


def coverage(cells: pd.DataFrame, names: Sequence[tuple[str, str]], *, dark: bool, narrow: bool) -> dict:
    """The cells as a plotly figure (a dict).

    `cells`: one row is one relationship and year: `row`, `column` (its year, in their order), `label` (the year's name), `events`, `sign` (one of SIGNS where there are none), `doubtful`
    (whether one of them may lie in another year), `hover`. `names`: the rows from above, each with its name. On a phone each relationship has lines of ten years.
    A click on a number hands on `row|column`, of what is a `cell`; on a name its row, of what is a `row`.
    """
    mode, width = look(dark), NARROW_PX if narrow else WIDE_PX
    columns = list(dict(zip(cells["column"], cells["label"], strict=True)).items())
    places, notes, y, height = (_folded if narrow else _flat)(names, columns, mode)
    told, silent = cells[cells["events"] > 0], cells[cells["events"] == 0]
    data = [
        *_numbers(told, places, mode, most=max(cells["events"].max(), 1)),
        _signs(silent, places, mode),
        *_names(names, y, mode, narrow=narrow),
    ]
    bare = {"fixedrange": True, "visible": False}
    axes = {"xaxis": {**bare, "range": [0, width]}, "yaxis": {**bare, "range": [height, 0]}, "annotations": notes}
    return {"data": data, "layout": {**layout(mode, height=int(height), margin={"l": 0, "r": 0, "t": 0, "b": 0}), **axes}}


Spread = tuple[Mapping[tuple[str, int], Place], list[dict], list[float], float]


def _flat(names: Sequence[tuple[str, str]], columns: Sequence[tuple[int, str]], mode: Look) -> Spread:
    """A line a relationship: the places of the cells, the years' names, where the names stand, and the height."""
    step = (WIDE_PX - _NAME_PX) / max(len(columns), 1)
    y = [_HEAD_PX + (row + 0.5) * _ROW_PX for row in range(len(names))]
    places = {
        (row, column): Place(_NAME_PX + (at + 0.5) * step, y[line], min(step - 4, 60))
        for line, (row, _) in enumerate(names)
        for at, (column, _) in enumerate(columns)
    }
    notes = [note(escape(label), _NAME_PX + (at + 0.5) * step, _HEAD_PX / 2, "center", mode.quiet) for at, (_, label) in enumerate(columns)]
    return places, notes, y, _HEAD_PX + _ROW_PX * len(names)


def _folded(names: Sequence[tuple[str, str]], columns: Sequence[tuple[int, str]], mode: Look) -> Spread:
    """Lines of ten years below each relationship's name."""
    step, line = NARROW_PX / _ACROSS, _TALL_PX + 18
    places, notes, y, top = {}, [], [], 0.0
    for row, _ in names:
        y.append(top + 12)
        for at, (column, label) in enumerate(columns):
            x, low = (at % _ACROSS + 0.5) * step, top + 26 + (at // _ACROSS) * line
            places[row, column] = Place(x, low + _TALL_PX / 2, step - 3)
            notes.append(note(escape(label), x, low + _TALL_PX + 7, "center", mode.quiet, size=11))
        top += 30 + -(-len(columns) // _ACROSS) * line
    return places, notes, y, top


def _numbers(told: pd.DataFrame, places: Mapping, mode: Look, *, most: int) -> list[dict]:
    """The cells with events, the darker the more, their numbers, and what the pointer meets of them."""
    at = [places[row.row, row.column] for row in told.itertuples()]
    strength = [0.25 + 0.75 * row.events / most for row in told.itertuples()]
    hatch = {"shape": ["/" if doubtful else "" for doubtful in told["doubtful"]], "size": 6, "solidity": 0.16, "fgcolor": mode.paper}
    marker = {"color": [faded(mode.accent, mode, share) for share in strength], "pattern": {**hatch, "fillmode": "overlay"}}
    left, right = [place.x - place.width / 2 for place in at], [place.x + place.width / 2 for place in at]
    y, heights = [place.y for place in at], [_TALL_PX] * len(at)
    colours = [mode.paper if share > 0.55 else mode.text for share in strength]
    words = labels(
        [place.x for place in at], y, [f"<b>{number}</b>" for number in told["events"]], "middle center", colours, size=LABEL_SIZE_PX
    )
    keys = [f"{row.row}|{row.column}" for row in told.itertuples()]
    return [lying(left, right, y, heights, marker), words, hits(left, right, y, heights, keys, list(told["hover"]), what="cell")]


def _signs(silent: pd.DataFrame, places: Mapping, mode: Look) -> dict:
    """Why the others are empty."""
    at = [places[row.row, row.column] for row in silent.itertuples()]
    found = labels(
        [place.x for place in at], [place.y for place in at], [SIGNS[sign] for sign in silent["sign"]], "middle center", mode.quiet, size=17
    )
    return {
        **found,
        "customdata": [["", row.hover] for row in silent.itertuples()],
        "hoverinfo": "all",
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": "silence",
    }


def _names(names: Sequence[tuple[str, str]], y: Sequence[float], mode: Look, *, narrow: bool) -> list[dict]:
    """The relationships' names, and what the pointer meets of them."""
    room = NARROW_PX if narrow else _NAME_PX - 16
    texts = [f"<b>{escape(cut(name, room), quote=False)}</b>" for _, name in names]
    words = labels([0.0] * len(names), y, texts, "middle right", mode.text, size=LABEL_SIZE_PX)
    area = hits(
        [0.0] * len(names),
        [room] * len(names),
        y,
        [22.0] * len(names),
        [row for row, _ in names],
        [escape(name) for _, name in names],
        what="row",
    )
    return [words, area]
