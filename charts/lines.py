"""Figures over the years: a panel a place, a line a series; no line runs from one series to another."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from charts.drawing import labels
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, faded, layout, look, text_width
from charts.scale import linear, number_texts, round_ticks, year_ticks

WIDE_PX, NARROW_PX, COLUMNS, GAP_PX = 1286.0, 354.0, 3, 34.0
_PLOT_PX, _HEAD_PX, _FOOT_PX, _RIGHT_PX, _MOST_TICKS = 150.0, 28.0, 34.0, 16.0, 4
_POINT_PX, _LEADING_PX = 5.0, 6.5


class Point(NamedTuple):
    """One dated figure: `series`, `x` (decimal year), `value`, `key`, `card` (for the pointer), `computed` (by us, not published), `leading` (of the
    series that stands for the place) and `text`, which for the last of these stands above the panel."""

    series: str
    x: float
    value: float
    key: str
    card: str
    computed: bool
    leading: bool
    text: str


class Place(NamedTuple):
    """The panel of one place: its name, the unit of its figures, and these by series and `x`."""

    name: str
    unit: str
    points: Sequence[Point]


def lines(places: Sequence[Place], *, together: bool, dark: bool, narrow: bool) -> dict:
    """The panels as a plotly figure (a dict). `together`: whether all have one scale of values, on which each also has the others' lines behind its own."""
    mode, columns = look(dark), 1 if narrow else min(COLUMNS, max(len(places), 2))
    whole = NARROW_PX if narrow else WIDE_PX
    wide = (whole - (columns - 1) * GAP_PX) / columns
    every = [point for place in places for point in place.points]
    years = int(min(point.x for point in every)), int(max(point.x for point in every)) + 1
    drawn = {"grid": [], "behind": [], "others": [], "leading": [], "points": [], "texts": []}
    for number, place in enumerate(places):
        left, top = number % columns * (wide + GAP_PX), number // columns * (_HEAD_PX + _PLOT_PX + _FOOT_PX)
        behind = [other.points for other in places if together and other is not place]
        _panel(drawn, place, behind, every if together else place.points, years, (left, top, wide), mode)
    height = -(-len(places) // columns) * (_HEAD_PX + _PLOT_PX + _FOOT_PX)
    return _figure(drawn, whole, height, mode)


def _panel(drawn: dict, place: Place, behind: list, scaled: Sequence[Point], years: tuple[int, int], box: tuple, mode: Look) -> None:
    left, top, wide = box
    ticks = round_ticks(min(point.value for point in scaled), max(point.value for point in scaled), most=_MOST_TICKS)
    names = number_texts(ticks)
    axis = left + max(text_width(name, size=SMALL_SIZE_PX) for name in names) + 8
    low, high = ticks[0], ticks[-1] if len(ticks) > 1 else ticks[0] + 1
    scale, floor = linear(*years, left + wide - _RIGHT_PX - axis), top + _HEAD_PX + _PLOT_PX

    def at(point: Point) -> tuple[float, float]:
        return axis + float(scale(point.x)), floor - (point.value - low) / (high - low) * _PLOT_PX

    drawn["texts"].append((f"<b>{escape(place.name)}</b>  {escape(place.unit)}", left, top + 10, "right", mode.text, LABEL_SIZE_PX))
    for value, name in zip(ticks, names, strict=True):
        y = floor - (value - low) / (high - low) * _PLOT_PX
        drawn["grid"] += [(axis, y), (left + wide, y), None]
        drawn["texts"].append((name, axis - 6, y, "left", mode.quiet, SMALL_SIZE_PX))
    for year, name in year_ticks(*years, scale, room=46):
        drawn["texts"].append((name, axis + float(scale(year)), floor + 14, "center", mode.quiet, SMALL_SIZE_PX))
    drawn["behind"] += [end for points in behind for end in _ends(points, at)]
    for name in ("others", "leading"):
        drawn[name] += _ends([point for point in place.points if point.leading == (name == "leading")], at)
    drawn["points"] += [(*at(point), point) for point in sorted(place.points, key=lambda point: point.leading)]
    leading = [point for point in place.points if point.leading]
    if leading:
        last = max(leading, key=lambda point: point.x)
        drawn["texts"].append((escape(last.text), left + wide, top + 10, "left", mode.accent, LABEL_SIZE_PX))


def _ends(points: Sequence[Point], at) -> list:
    """The corners of the lines, with a gap behind each series."""
    found, before = [], None
    for point in points:
        found += [None] if before not in (None, point.series) else []
        found.append(at(point))
        before = point.series
    return [*found, None] if found else []


def _figure(drawn: dict, wide: float, height: float, mode: Look) -> dict:
    axis = {"fixedrange": True, "showgrid": False, "zeroline": False, "showticklabels": False}
    axes = {"xaxis": {**axis, "range": [-2, wide + 2]}, "yaxis": {**axis, "range": [height, 0]}}
    data = [
        _line(drawn["grid"], mode.grid, 1),
        _line(drawn["behind"], faded(mode.quiet, mode, 0.45), 1),
        _line(drawn["others"], mode.quiet, 1.2),
        _line(drawn["leading"], mode.accent, 2.2),
        _points(drawn["points"], mode),
        *_texts(drawn["texts"]),
    ]
    return {"data": data, "layout": {**layout(mode, height=int(height), margin={"l": 0, "r": 0, "t": 0, "b": 0}), **axes}}


def _line(corners: list, colour: str, width: float) -> dict:
    x, y = ([None if corner is None else round(corner[part], 1) for corner in corners] for part in (0, 1))
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": {"color": colour, "width": width}, "hoverinfo": "skip"}


def _points(points: list, mode: Look) -> dict:
    colours = [mode.accent if point.leading else mode.quiet for *_, point in points]
    marker = {
        "symbol": ["diamond" if point.computed else "circle" for *_, point in points],
        "size": [_LEADING_PX if point.leading else _POINT_PX for *_, point in points],
        "color": [mode.paper if point.computed else colour for (*_, point), colour in zip(points, colours, strict=True)],
        "line": {"color": colours, "width": 1.4},
        "opacity": 1,
    }
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "figures",
        "x": [round(x, 1) for x, *_ in points],
        "y": [round(y, 1) for _, y, _ in points],
        "marker": marker,
        "customdata": [[point.key, point.card] for *_, point in points],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }


def _texts(texts: list) -> list[dict]:
    """One trace for all texts of one look."""
    looks = dict.fromkeys(text[3:] for text in texts)
    found = []
    for anchor, colour, size in looks:
        some = [text for text in texts if text[3:] == (anchor, colour, size)]
        trace = labels(
            [x for _, x, *_ in some], [y for _, _, y, *_ in some], [text for text, *_ in some], f"middle {anchor}", colour, size=size
        )
        found.append({**trace, "unselected": {"textfont": {"color": colour}}})
    return found
