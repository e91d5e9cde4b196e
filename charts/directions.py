"""How often people came from one country to the other, by relationship: two bars back to back."""

from collections.abc import Sequence
from html import escape

import pandas as pd

from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, faded, layout, look, text_width

_WIDTH_PX, _ROW_PX, _BAR_PX, _HEAD_PX = 392.0, 24.0, 14.0, 22.0


def directions(trips: pd.DataFrame, countries: Sequence[str], *, dark: bool) -> dict:
    """Two bars a relationship, as a plotly figure (a dict).

    `trips`: one row is one relationship and direction: `tie`, `name`, `to` (one of two codes), `events`. `countries`: the names of the two codes, in their order.
    """
    mode = look(dark)
    ties = list(dict.fromkeys(trips["tie"]))
    names = trips.drop_duplicates("tie").set_index("tie")["name"]
    codes = sorted(set(trips["to"])) if len(set(trips["to"])) > 1 else [*set(trips["to"]), ""]
    most = max(trips["events"])
    names_px = max(text_width(name) for name in names) + 30
    half = (_WIDTH_PX - names_px - 50) / 2
    middle = names_px + 25 + half
    data, notes = [], []
    for place, code in enumerate(codes):
        rows = trips[trips["to"] == code]
        side = -1 if place == 0 else 1
        lengths = [round(side * number / most * half, 1) for number in rows["events"]]
        y = [_HEAD_PX + (ties.index(tie) + 0.5) * _ROW_PX for tie in rows["tie"]]
        data.append(
            {
                "type": "bar",
                "orientation": "h",
                "base": [middle] * len(rows),
                "x": lengths,
                "y": y,
                "width": _BAR_PX,
                "marker": {"color": mode.accent if place == 0 else faded(mode.accent, mode, 0.55)},
                "text": [str(number) for number in rows["events"]],
                "textposition": "outside",
                "textfont": {"size": LABEL_SIZE_PX, "color": mode.text},
                "cliponaxis": False,
                "customdata": [
                    [f"{row.tie}|{row.to}", f"{escape(row.name)} to {escape(countries[place])}: {row.events}", "trips"]
                    for row in rows.itertuples()
                ],
                "hovertemplate": "%{customdata[1]}<extra></extra>",
                "name": "trips",
                "unselected": {"marker": {"opacity": 1}},
            }
        )
        anchor, x = ("right", middle - 6) if place == 0 else ("left", middle + 6)
        if code:
            notes.append(_note(f"to {escape(countries[place])}", x, _HEAD_PX / 2, anchor, mode.quiet))
    for tie in ties:
        notes.append(_note(escape(names[tie]), 0, _HEAD_PX + (ties.index(tie) + 0.5) * _ROW_PX, "left", mode.text, size=LABEL_SIZE_PX))
    height = _HEAD_PX + len(ties) * _ROW_PX + 6
    axis = {"fixedrange": True, "showgrid": False, "zeroline": False, "showticklabels": False}
    line = {"type": "line", "x0": middle, "x1": middle, "y0": _HEAD_PX, "y1": height - 6, "line": {"color": mode.text, "width": 1}}
    axes = {"xaxis": {**axis, "range": [0, _WIDTH_PX]}, "yaxis": {**axis, "range": [height, 0]}}
    return {
        "data": data,
        "layout": {
            **layout(mode, height=int(height), margin={"l": 0, "r": 0, "t": 0, "b": 0}),
            **axes,
            "shapes": [line],
            "annotations": notes,
        },
    }


def _note(text: str, x: float, y: float, anchor: str, colour: str, *, size: int = SMALL_SIZE_PX) -> dict:
    return {
        "xref": "x",
        "yref": "y",
        "x": x,
        "y": y,
        "xanchor": anchor,
        "yanchor": "middle",
        "text": text,
        "showarrow": False,
        "font": {"size": size, "color": colour},
    }
