"""Figures over the years: a line or a lone point for each series, its name at its end."""

import html
from collections.abc import Sequence
from typing import NamedTuple

from charts.look import SMALL_SIZE_PX, Look, layout, look, wrapped
from charts.scale import linear, number_texts, round_ticks, year_ticks

WIDE_PX, NARROW_PX, NUMBER_PX, GAP_PX = 1000.0, 336.0, 18.0, 26.0
NAMES_PX, LINE_PX, LEAST_PX, FOOT_PX = 360.0, 16.0, 190.0, 26
_SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "triangle-down", "x", "star", "pentagon", "hexagon")


class Point(NamedTuple):
    """One dated figure of one place: `series` (its name), `x` (decimal year), `value` (in one unit for all), `value_text` (of a series’ last
    figure, it stands behind the name), `key`, `card` and `sure` (words for the pointer: what it is, how well it is founded), `preferred`."""

    series: str
    x: float
    value: float
    value_text: str
    key: str
    card: str
    sure: str
    preferred: bool


class _End(NamedTuple):
    """The last figure of one series, with the number and the words of the series in lines, and where these stand."""

    series: str
    x: float
    value: float
    followed: bool
    number: int
    words: list[str]
    label_y: float = 0.0


def lines(table: Sequence[Point], *, dark: bool, narrow: bool) -> dict:
    """The lines as a plotly figure (a dict); no line runs from one series to another, and the scale need not begin at zero.

    `table`: by series and day.
    """
    mode, values = look(dark), [row.value for row in table]
    width = NARROW_PX if narrow else WIDE_PX
    right = width - GAP_PX - (NUMBER_PX if narrow else NAMES_PX)
    ends = _ends(table, narrow)
    heights = [(1 if narrow else len(row.words)) * LINE_PX + 6 for row in ends]
    height = max(LEAST_PX, sum(heights))
    first, last = int(min(row.x for row in table)), int(max(row.x for row in table)) + 1
    scale = linear(first, last, right)
    ticks = round_ticks(min(values), max(values), most=4)
    low, high = _range(values, ticks)
    places = spread([(high - row.value) / (high - low) * height for row in ends], heights, height)
    ends = [row._replace(label_y=high - place / height * (high - low)) for row, place in zip(ends, places, strict=True)]
    data = [_leaders(ends, scale, right, mode), *_series(table, ends, scale, mode), _names(ends, right, mode, narrow)]
    below = _list(ends, mode) if narrow else []
    foot = FOOT_PX + 8 + int(sum(LINE_PX * len(row.words) + 4 for row in ends)) if narrow else FOOT_PX
    years = year_ticks(first, last, scale, room=46)
    axes = {
        "xaxis": {
            **_axis(mode),
            "range": [0, width],
            "tickvals": [float(scale(at)) for at, _ in years],
            "ticktext": [name for _, name in years],
        },
        "yaxis": {**_axis(mode), "range": [low, high], "tickvals": ticks, "ticktext": number_texts(ticks), "automargin": False},
    }
    margin = {"l": 78 if high >= 1e6 else 62, "r": 2, "t": 8, "b": foot}
    return {"data": data, "layout": {**layout(mode, height=int(height + foot + 8), margin=margin), **axes, "annotations": below}}


def _axis(mode: Look) -> dict:
    return {"fixedrange": True, "gridcolor": mode.grid, "zeroline": False, "tickfont": {"color": mode.quiet, "size": SMALL_SIZE_PX}}


def _range(values: list[float], ticks: list[float]) -> tuple[float, float]:
    low, high = min(*values, ticks[0]), max(*values, ticks[-1])
    room = (high - low) * 0.04 or 1.0
    return low - room, high + room


def _ends(table: Sequence[Point], narrow: bool) -> list[_End]:
    """The ends of the series, the highest first."""
    room = NARROW_PX - 40 if narrow else NAMES_PX - 26
    last = {row.series: row for row in sorted(table, key=lambda row: row.x)}
    followed = {row.series for row in table if row.preferred}
    in_order = sorted(sorted(last.values(), key=lambda row: row.x), key=lambda row: -row.value)
    return [
        _End(row.series, row.x, row.value, row.series in followed, at, wrapped(f"{row.series}: {row.value_text}", room, size=SMALL_SIZE_PX))
        for at, row in enumerate(in_order, start=1)
    ]


def spread(wanted: list[float], heights: list[float], room: float) -> list[float]:
    """Middles for labels that would like to be at `wanted` (in order, downwards), none over another, all within `room` if they fit."""
    places: list[float] = []
    edge = 0.0
    for middle, height in zip(wanted, heights, strict=True):
        places.append(max(middle, edge + height / 2))
        edge = places[-1] + height / 2
    edge = room
    for number in range(len(places) - 1, -1, -1):
        places[number] = min(places[number], edge - heights[number] / 2)
        edge = places[number] - heights[number] / 2
    return places


def _leaders(ends: list[_End], scale, right: float, mode: Look) -> dict:
    """Thin lines from each series' end to its name."""
    x, y = [], []
    for row in ends:
        x += [float(scale(row.x)), right + 6, right + GAP_PX - 4, None]
        y += [row.value, row.label_y, row.label_y, None]
    line = {"color": mode.rule, "width": 1}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip", "cliponaxis": False}


def _series(table: Sequence[Point], ends: list[_End], scale, mode: Look) -> list[dict]:
    drawn = []
    for row in ends:
        rows = [item for item in table if item.series == row.series]
        colour = mode.accent if row.followed else mode.quiet
        sizes = [14 if item.preferred else 8 for item in rows]
        drawn.append(
            {
                "type": "scatter",
                "mode": "lines+markers" if len(rows) > 1 else "markers",
                "name": row.series,
                "x": scale([item.x for item in rows]).tolist(),
                "y": [item.value for item in rows],
                "line": {"color": colour, "width": 1.6},
                "marker": {
                    "symbol": _symbol(row.number),
                    "size": sizes,
                    "color": colour,
                    "opacity": 1,
                    "line": {"width": 1, "color": mode.paper},
                },
                "customdata": [[item.key, f"{html.escape(item.card, quote=False)}<br>{item.sure}"] for item in rows],
                "hovertemplate": "%{customdata[1]}<extra></extra>",
                "cliponaxis": False,
                "selected": {"marker": {"opacity": 1}},
                "unselected": {"marker": {"opacity": 1}},
            }
        )
    return drawn


def _symbol(number: int) -> str:
    return _SYMBOLS[(number - 1) % len(_SYMBOLS)]


def _names(ends: list[_End], right: float, mode: Look, narrow: bool) -> dict:
    texts = [f"<b>{row.number}</b>" if narrow else f"\u00a0{_text(row)}" for row in ends]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [right + GAP_PX] * len(ends),
        "y": [row.label_y for row in ends],
        "text": texts,
        "textposition": "middle right",
        "textfont": {"size": SMALL_SIZE_PX, "color": mode.text},
        "marker": {
            "symbol": [_symbol(row.number) for row in ends],
            "size": 7,
            "color": [mode.accent if row.followed else mode.quiet for row in ends],
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _text(row) -> str:
    text = "<br>".join(html.escape(line, quote=False) for line in row.words)
    return f"<b>{text}</b>" if row.followed else text


def _list(ends: list[_End], mode: Look) -> list[dict]:
    """The series' names below the axis of a narrow chart, by their numbers."""
    notes, down = [], float(FOOT_PX + 4)
    for row in ends:
        style = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -56, "yref": "paper", "y": 0, "yanchor": "top", "yshift": -down}
        style |= {"showarrow": False, "align": "left", "font": {"size": SMALL_SIZE_PX, "color": mode.text}}
        notes.append({**style, "text": f"<b>{row.number}</b> {_text(row)}"})
        down += LINE_PX * len(row.words) + 4
    return notes
