"""Figures that disagree, on one scale: the one that is followed filled, the others outlined."""

import html
from collections.abc import Sequence

from charts.bars import ROW_PX, Bar, row_note
from charts.look import SMALL_SIZE_PX, Look, layout, look
from charts.scale import number_texts, round_ticks

POINT_PX = 13


def dots(table: Sequence[Bar], *, dark: bool) -> dict:
    """Dots as a plotly figure (a dict) for any width; the scale does not begin at zero.

    `table`: one row is one figure, in the order in which it is drawn; `solid`: the one that is followed.
    """
    mode, number = look(dark), len(table)
    y = [(place + 0.74) * ROW_PX for place in range(number)]
    low, high = min(row.value for row in table), max(row.value for row in table)
    room = (high - low) * 0.08 or abs(high) * 0.01 or 1.0
    ticks = round_ticks(low, high, most=4)
    points = _points(table, y, mode)
    across = {"tickvals": ticks, "ticktext": number_texts(ticks), "tickfont": {"color": mode.quiet, "size": SMALL_SIZE_PX}}
    x = {
        **across,
        "fixedrange": True,
        "range": [min(low - room, *ticks), max(high + room, *ticks)],
        "gridcolor": mode.grid,
        "zeroline": False,
    }
    axes = {"xaxis": x, "yaxis": {"fixedrange": True, "visible": False, "range": [number * ROW_PX, 0]}}
    notes = [row_note(row, place - POINT_PX / 2 - 3, mode) for place, row in zip(y, table, strict=True)]
    rules = [_rule(place, mode.grid) for place in y]
    whole = layout(mode, height=int(number * ROW_PX + 26), margin={"l": 12, "r": 12, "t": 2, "b": 24})
    return {"data": [points], "layout": {**whole, **axes, "annotations": notes, "shapes": rules}}


def _points(table: Sequence[Bar], y: list[float], mode: Look) -> dict:
    marker = {
        "symbol": ["circle" if row.solid else "circle-open" for row in table],
        "size": POINT_PX,
        "color": mode.accent,
        "line": {"width": 2},
    }
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row.value for row in table],
        "y": y,
        "marker": marker,
        "cliponaxis": False,
        "customdata": [[row.key, f"{html.escape(row.label, quote=False)}<br>{row.sure}"] for row in table],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _rule(y: float, colour: str) -> dict:
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": {"color": colour, "width": 1}, "layer": "below"}
