"""One event, one brick: a lane a relationship or a sector, a column a year, coloured by sector."""

import html
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from charts.drawing import canvas, note
from charts.look import BOLD, LABEL_SIZE_PX, SMALL_SIZE_PX, Look, look, on_paper, text_width

WIDE_PX, NARROW_PX, NAMES_PX = 846.0, 354.0, 118.0
TALLEST_PX, WIDEST_PX, BRICK_PX, _GAP = 128.0, 72.0, 10.0, 0.16
_ALL_PX = 360.0  # the tallest columns of all lanes together
_ALONE_PX = 72.0  # a lane that stands alone is no lower
NUMBER_PX, AXIS_PX, NAME_PX, _LABEL_PX, _BETWEEN_PX = 18.0, 26.0, 22.0, 17.0, 12.0
_MOST_LABELS = 3
_HATCHED = {"shape": "/", "size": 4, "solidity": 0.45, "fillmode": "replace"}


class Lane(NamedTuple):
    """A lane: its code and name, how many events a click on its name lists, and the colour that stands beside its name (none where blank)."""

    code: str
    name: str
    events: int
    colour: str = ""


def brick_wall(bricks: pd.DataFrame, lanes: Sequence[Lane], columns: Sequence[str], *, dark: bool, narrow: bool) -> dict:
    """The bricks as a plotly figure (a dict).

    `bricks`: one row is one event, in the order in which they are stacked, as `loaders.bricks.bricks` gives it, with `column`, the place of its
    year among `columns`: the names of the years from left to right, the first of which may stand for several years, and `lane`, the code of its lane.
    """
    mode, left = look(dark), 0.0 if narrow else NAMES_PX
    width = (NARROW_PX if narrow else WIDE_PX) - 24.0 - left
    step = min(width / max(len(columns), 1), WIDEST_PX)
    heights = bricks.groupby(["lane", "column"]).size()
    tallest = heights.groupby("lane").max()
    pitch = min(BRICK_PX, TALLEST_PX / tallest.max(), _ALL_PX / tallest.sum()) if len(tallest) else BRICK_PX
    data, shapes, notes, floor = [], [], [], 0.0
    for lane in lanes:
        own = bricks[bricks["lane"] == lane.code]
        tops = heights.loc[lane.code] if len(own) else pd.Series(dtype="int64")
        labels, high = ([], 0.0) if narrow else landmarks(own, tops, step, pitch)
        least = max(_ALONE_PX * (len(lanes) == 1), 0.0 if narrow else len(_lines(lane)) * NAME_PX)
        above = max(float(tops.max() if len(tops) else 1) * pitch + NUMBER_PX, high, least)
        floor += (NAME_PX * narrow) + above + _BETWEEN_PX
        data += stacked(own, tops, lane, columns, floor, step, pitch, mode)
        shapes.append(
            {"type": "line", "x0": 0, "x1": width, "y0": floor, "y1": floor, "line": {"color": mode.rule, "width": 1}, "layer": "below"}
        )
        notes += [note(text, to - 6, floor - y, "right", mode.quiet) for text, to, _, y, _ in labels]
        shapes += [leader(label, floor, -1, mode) for label in labels]
        y = floor - above - NAME_PX / 2 if narrow else floor - 8.5 * len(_lines(lane))
        data.append(lane_name(lane, -left, y, mode, narrow=narrow))
    height = floor + AXIS_PX
    data.append(year_names(columns, floor + 13, step, mode, narrow=narrow))
    margin = 12.0  # the names of the first and last year are wider than their columns
    return {"data": data, "layout": {**canvas(mode, -left - margin, width + margin, height), "shapes": shapes, "annotations": notes}}


def leader(label: tuple[str, float, float, float, float], floor: float, way: int, mode: Look) -> dict:
    """The line from a landmark's label (of `landmarks`) to its column. `way`: -1 where the bricks stand on the floor, 1 where they hang from it."""
    _, to, x, y, top = label
    path = f"M {to - 3:.1f},{floor + way * y:.1f} L {x:.1f},{floor + way * y:.1f} L {x:.1f},{floor + way * top:.1f}"
    return {"type": "path", "path": path, "line": {"color": mode.quiet, "width": 1}}


def stacked(
    own: pd.DataFrame,
    tops: pd.Series,
    lane: Lane,
    columns: Sequence[str],
    floor: float,
    step: float,
    pitch: float,
    mode: Look,
    way: int = -1,
) -> list[dict]:
    """The bricks of one lane, each kind a trace, and the columns' numbers. `way`: -1 where they stand on the floor, 1 where they hang from it."""
    if own.empty:
        return []
    x = (own["column"].to_numpy() + 0.5) * step
    y = floor + way * own.groupby("column").cumcount().to_numpy() * pitch
    colour = np.array([on_paper(colour, dark=mode is look(True)) for colour in own["colour"]], dtype="object")
    cards = [[row.event_id, _card(row)] for row in own.itertuples()]
    held, doubtful = (own["status"] == "held").to_numpy(), own["doubtful"].to_numpy("bool")
    kinds = [((held == is_held) & (doubtful == in_doubt), is_held, in_doubt) for is_held in (True, False) for in_doubt in (False, True)]
    data = [
        {
            "type": "bar",
            "x": np.round(x[some], 1).tolist(),
            "base": np.round(y[some], 1).tolist(),
            "y": [round(way * pitch * (1 - _GAP), 1)] * int(some.sum()),
            "width": round(step * 0.84, 1),
            "marker": _marker(list(colour[some]), mode, held=is_held, doubtful=in_doubt),
            "customdata": [cards[place] for place in np.flatnonzero(some)],
            "hovertemplate": "%{customdata[1]}<extra></extra>",
            "name": "events",
            "unselected": {"marker": {"opacity": 1}},
        }
        for some, is_held, in_doubt in kinds
        if some.any()
    ]
    called_off = (own["status"] == "cancelled").to_numpy()
    data += [_struck(x[called_off], y[called_off] + way * pitch / 2, step, mode)] if called_off.any() else []
    return [*data, _numbers(tops, lane, columns, floor, step, way * pitch, mode)]


def _marker(colours: list[str], mode: Look, *, held: bool, doubtful: bool) -> dict:
    """How a brick is filled: what was held in its colour, the rest outlined; hatched where the year is in doubt."""
    fill = {"color": colours, "line": {"width": 0}} if held else {"color": mode.paper, "line": {"color": colours, "width": 1.6}}
    hatched = {"fgcolor": mode.paper, "bgcolor": colours} if held else {"fgcolor": colours, "bgcolor": mode.paper}
    return {**fill, "pattern": {**_HATCHED, **hatched}} if doubtful else fill


def _numbers(tops: pd.Series, lane: Lane, columns: Sequence[str], floor: float, step: float, pitch: float, mode: Look) -> dict:
    """Over each column its number; a click lists its rows."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": np.round((tops.index.to_numpy() + 0.5) * step, 1).tolist(),
        "y": np.round(floor + tops.to_numpy() * pitch + (8 if pitch > 0 else -8), 1).tolist(),
        "text": [str(number) for number in tops],
        "textfont": {"size": SMALL_SIZE_PX, "color": mode.text},
        "customdata": [
            [f"{lane.code}|{column}", f"{html.escape(lane.name)}, {columns[column]}: {number}", "column"] for column, number in tops.items()
        ],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": "column",
        "unselected": {"textfont": {"color": mode.text}},
    }


def _card(row) -> str:
    status = {"planned": " · announced only", "cancelled": " · called off"}.get(row.status, "")
    return f"{html.escape(row.title, quote=False)}<br>{html.escape(row.date_text, quote=False)}{status} {row.confidence}"


def _struck(x: np.ndarray, y: np.ndarray, step: float, mode: Look) -> dict:
    """A line through each brick that was called off."""
    ends = [(at - step * 0.5, at + step * 0.5, None) for at in x]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [round(end, 1) if end is not None else None for three in ends for end in three],
        "y": [round(end, 1) if end is not None else None for at in y for end in (at + 4, at - 4, None)],
        "line": {"color": mode.text, "width": 1.4},
        "hoverinfo": "skip",
    }


def landmarks(own: pd.DataFrame, tops: pd.Series, step: float, pitch: float) -> tuple[list[tuple[str, float, float, float, float]], float]:
    """Where the landmarks' labels stand: text, its right end, the place of its column, its height above the floor, the top of its column; and the highest of all.

    One a column, agreements before others and late ones before early ones. Each stands to the left of its column, above all that lies below it.
    """
    found, taken, high = [], [], 0.0
    named = [mark for mark in zip(own["column"], own["bold"], own["short"], own["date_text"], strict=True) if mark[2]]
    first: dict[int, tuple] = {}
    for mark in sorted(named, key=lambda mark: (not mark[1], -mark[0])):
        first.setdefault(mark[0], mark)
    heights = {column: top * pitch + NUMBER_PX for column, top in tops.items()}
    for column, _, short, date in sorted(list(first.values())[:_MOST_LABELS]):
        text, x = f"{short}, {date}", (column + 0.5) * step
        to = x - step * 0.4
        begin = to - 8 - text_width(text, size=SMALL_SIZE_PX)
        if begin < 0:
            continue
        top = heights[column]
        below = [height for place, height in heights.items() if begin < (place + 1) * step and place <= column]
        y = max(below) + _LABEL_PX / 2
        while any(begin < end and start < x and abs(y - other) < _LABEL_PX for start, end, other in taken):
            y += _LABEL_PX
        taken.append((begin, x, y))
        found.append((html.escape(text, quote=False), to, x, y, top - 2))
        high = max(high, y + _LABEL_PX / 2)
    return found, high


def _lines(lane: Lane) -> list[str]:
    """A lane's name in lines: the members of a relationship one below another where they have no room beside each other."""
    wide = text_width(f"{lane.name} {lane.events}", size=LABEL_SIZE_PX + 1) * BOLD > NAMES_PX
    return lane.name.replace("–", "–\u200b").split("\u200b") if wide else [lane.name]


def lane_name(lane: Lane, x: float, y: float, mode: Look, *, narrow: bool) -> dict:
    """A lane's name with its number; a click chooses it."""
    bold = ("", "") if lane.colour else ("<b>", "</b>")
    sign = f'<span style="color:{on_paper(lane.colour, dark=mode is look(True))}">■</span> ' if lane.colour else ""
    words = [lane.name] if narrow else _lines(lane)
    text = sign + "<br>".join(f"{bold[0]}{html.escape(word, quote=False)}{bold[1]}" for word in words) + f" {lane.events}"
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x],
        "y": [round(y, 1)],
        "text": [text],
        "textposition": "middle right",
        "textfont": {"size": LABEL_SIZE_PX + (not lane.colour), "color": mode.text},
        "customdata": [[lane.code, f"{html.escape(lane.name)}: {lane.events}", "lane"]],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": "lane",
        "unselected": {"textfont": {"color": mode.text}},
    }


def year_names(columns: Sequence[str], y: float, step: float, mode: Look, *, narrow: bool) -> dict:
    """The years' names, as many as have room."""
    least = max(text_width(name, size=SMALL_SIZE_PX) for name in columns) + 8 if columns else 1
    every = max(1, int(np.ceil(least / step)))
    named = [
        place for place in range(len(columns)) if place == 0 or ((len(columns) - 1 - place) % every == 0 and place * step > least * 0.8)
    ]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [round((place + 0.5) * step, 1) for place in named],
        "y": [y] * len(named),
        "text": [columns[place] for place in named],
        "textfont": {"size": SMALL_SIZE_PX, "color": mode.quiet},
        "hoverinfo": "skip",
    }
