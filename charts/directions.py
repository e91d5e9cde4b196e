"""How often people came from one country to the other, by relationship: two bars back to back."""

from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd

from charts.drawing import canvas, note
from charts.look import LABEL_SIZE_PX, Look, faded, look, text_width

_WIDTH_PX, _ROW_PX, _BAR_PX, _HEAD_PX = 392.0, 24.0, 14.0, 22.0


def directions(trips: pd.DataFrame, countries: Sequence[str], *, dark: bool) -> dict:
    """Two bars a relationship, as a plotly figure (a dict).

    `trips`: one row is one relationship and direction: `tie`, `name`, `to` (one of two codes), `events`. `countries`: the names of the two codes, in their order.
    """
    mode, names = look(dark), trips.drop_duplicates("tie").set_index("tie")["name"]
    y = {tie: _HEAD_PX + (place + 0.5) * _ROW_PX for place, tie in enumerate(names.index)}
    left = max(text_width(name) for name in names) + 55
    half = (_WIDTH_PX - left - 25) / 2
    middle, scale = left + half, half / max(trips["events"])
    data, notes = [], [note(escape(names[tie]), 0, at, "left", mode.text, size=LABEL_SIZE_PX) for tie, at in y.items()]
    for place, (code, country) in enumerate(zip(sorted(set(trips["to"])), countries, strict=False)):
        side, colour = (1, faded(mode.accent, mode, 0.55)) if place else (-1, mode.accent)
        data.append(_bars(trips[trips["to"] == code], y, middle, side * scale, colour, country, mode))
        notes.append(note(f"to {escape(country)}", middle + 6 * side, _HEAD_PX / 2, "left" if place else "right", mode.quiet))
    height = _HEAD_PX + len(y) * _ROW_PX + 6
    line = {"type": "line", "x0": middle, "x1": middle, "y0": _HEAD_PX, "y1": height - 6, "line": {"color": mode.text, "width": 1}}
    return {"data": data, "layout": {**canvas(mode, 0, _WIDTH_PX, height), "shapes": [line], "annotations": notes}}


def _bars(rows: pd.DataFrame, y: Mapping[str, float], middle: float, scale: float, colour: str, country: str, mode: Look) -> dict:
    """The bars of one direction; `scale`: pixels an event, below zero to the left."""
    return {
        "type": "bar",
        "orientation": "h",
        "base": [middle] * len(rows),
        "x": [round(scale * number, 1) for number in rows["events"]],
        "y": [y[tie] for tie in rows["tie"]],
        "width": _BAR_PX,
        "marker": {"color": colour},
        "text": [str(number) for number in rows["events"]],
        "textposition": "outside",
        "textfont": {"size": LABEL_SIZE_PX, "color": mode.text},
        "cliponaxis": False,
        "customdata": [
            [f"{row.tie}|{row.to}", f"{escape(row.name)} to {escape(country)}: {row.events}", "trips"] for row in rows.itertuples()
        ],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": "trips",
        "unselected": {"marker": {"opacity": 1}},
    }
