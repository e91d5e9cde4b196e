"""The marks of the still map as plotly draws them: discs, squares, parted rings, lines to true points, numbers and names."""

import html
import math
from collections.abc import Sequence

from charts.drawing import tint
from charts.look import Look, on_paper
from charts.map_marks import Mark
from charts.map_signs import DOT_PX, LEADER_PX
from charts.mercator import View
from charts.placing import Place

Marks = Sequence[tuple[Mark, Place]]
KINDS = ("cities", "sites", "towns")
_TURN_STEPS = 60


def _middle(mark: Mark, place: Place, view: View) -> tuple[float, float]:
    x, y = view.pixels(mark.row.longitude, mark.row.latitude)
    return round(x + place.dx, 1), round(y + place.dy, 1)


def _moved(marks: Marks) -> Marks:
    """Those that do not cover their true point."""
    return [(mark, place) for mark, place in marks if math.hypot(place.dx, place.dy) >= mark.radius]


def leader_shapes(marks: Marks, view: View, mode: Look) -> list[dict]:
    """Lines from moved marks to their true points, below all marks."""
    found = []
    for mark, place in _moved(marks):
        (x0, y0), (x1, y1) = view.pixels(mark.row.longitude, mark.row.latitude), _middle(mark, place, view)
        ends = {"x0": round(x0, 1), "y0": round(y0, 1), "x1": x1, "y1": y1}
        edged = ((mode.paper, LEADER_PX + 2), (mode.text, LEADER_PX))
        found += [{"type": "line", **ends, "layer": "below", "line": {"color": colour, "width": width}} for colour, width in edged]
    return found


def mark_traces(marks: Marks, view: View, mode: Look, *, dark: bool) -> list[dict]:
    """The true points of moved marks, then a trace for each kind of mark: its places' keys are the trace's `customdata`."""
    points = [view.pixels(mark.row.longitude, mark.row.latitude) for mark, _ in _moved(marks)]
    dots = {"symbol": "circle", "size": 2 * DOT_PX, "color": mode.text, "line": {"width": 1, "color": mode.paper}}
    return [_scatter("true points", points, dots)] + [_kind(marks, kind, view, mode, dark=dark) for kind in KINDS]


def _kind(marks: Marks, kind: str, view: View, mode: Look, *, dark: bool) -> dict:
    some = [(mark, place) for mark, place in marks if mark.kind == kind]
    points, rows = [_middle(mark, place, view) for mark, place in some], [mark.row for mark, _ in some]
    trace = _scatter(kind, points, {"size": [round(2 * mark.radius, 1) for mark, _ in some], **_style(kind, rows, mode, dark=dark)})
    return {**trace, "customdata": [[row.place] for row in rows]}


def _style(kind: str, rows: list, mode: Look, *, dark: bool) -> dict:
    if kind == "towns":
        return {"symbol": "square", "color": tint(mode.paper, 0.75), "line": {"color": mode.text, "width": 1.6}}
    if kind == "cities":
        edges = [mode.paper if row.shares else mode.quiet for row in rows]
        return {"symbol": "circle", "color": mode.paper, "line": {"color": edges, "width": [2 if row.shares else 1.4 for row in rows]}}
    colours = [on_paper(row.colour, dark=dark) if isinstance(row.colour, str) else mode.quiet for row in rows]
    fills = [colour if row.events else mode.paper for colour, row in zip(colours, rows, strict=True)]
    edges = [mode.paper if row.events else colour for colour, row in zip(colours, rows, strict=True)]
    return {"symbol": "circle", "color": fills, "line": {"color": edges, "width": [1.2 if row.events else 2 for row in rows]}}


def _scatter(name: str, points: Sequence[tuple[float, float]], marker: dict) -> dict:
    x, y = [round(x, 1) for x, _ in points], [round(y, 1) for _, y in points]
    return {"type": "scatter", "mode": "markers", "name": name, "x": x, "y": y, "marker": {"opacity": 1, **marker}, "hoverinfo": "skip"}


def share_shapes(marks: Marks, view: View, *, dark: bool) -> list[dict]:
    """The parts of the cities' rings, each in its sector's colour."""
    found = []
    for mark, place in marks:
        if mark.kind != "cities":
            continue
        thick, turn = max(2.5, mark.radius * 0.28), 0.0
        for colour, number in mark.row.shares:
            end = turn + number / mark.row.events
            path = _arc(*_middle(mark, place, view), mark.radius - thick / 2, turn, end)
            line = {"color": on_paper(colour, dark=dark), "width": round(thick, 1)}
            found.append({"type": "path", "path": path, "fillcolor": "rgba(0,0,0,0)", "line": line, "layer": "above"})
            turn = end
    return found


def _arc(x: float, y: float, radius: float, start: float, end: float) -> str:
    """A part of a circle as short straight lines: plotly's paths know no arcs."""
    steps = max(2, math.ceil((end - start) * _TURN_STEPS))
    turns = [2 * math.pi * (start + (end - start) * at / steps) for at in range(steps + 1)]
    return "M" + " L".join(f"{x + radius * math.sin(turn):.1f},{y - radius * math.cos(turn):.1f}" for turn in turns)


def mark_notes(marks: Marks, view: View, mode: Look) -> list[dict]:
    """Numbers in their marks, and names beside them on a light ground."""
    numbers = [(mark, place, mark.row.events) for mark, place in marks if mark.kind != "sites"]
    return [_number(mark, place, number, view, mode) for mark, place, number in numbers if number] + [
        _name(mark, place, mode) for mark, place in marks if place.name
    ]


def _note(text: str, x: float, y: float, size: float, mode: Look) -> dict:
    font = {"size": round(size, 1), "color": mode.text}
    return {"text": text, "x": round(x, 1), "y": round(y, 1), "font": font, "showarrow": False, "borderpad": 0, "yanchor": "middle"}


def _number(mark: Mark, place: Place, number: int, view: View, mode: Look) -> dict:
    size = min(13.0, max(8.0, mark.radius * 0.95))
    return {**_note(f"<b>{number}</b>", *_middle(mark, place, view), size, mode), "xanchor": "center"}


def _name(mark: Mark, place: Place, mode: Look) -> dict:
    left, top, right, bottom = place.name
    x, anchor = {"start": (left, "left"), "end": (right, "right")}.get(place.side, ((left + right) / 2, "center"))
    text = html.escape(mark.row.label, quote=False)
    text = text if mark.kind == "sites" else f"<b>{text}</b>"
    return {
        **_note(text, x, (top + bottom) / 2, mark.size, mode),
        "xanchor": anchor,
        "bgcolor": tint(mode.paper, 0.3 if mark.kind == "sites" else 0.6),
    }
