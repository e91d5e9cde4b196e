"""The events of one organisation or city by year: small columns, held filled, the rest outlined, hatched where the year is in doubt."""

import pandas as pd

from charts.drawing import tint
from charts.look import SMALL_SIZE_PX, layout, look

HEIGHT_PX = 120


def network_years(table: pd.DataFrame, *, dark: bool) -> dict:
    """The columns as a plotly figure (a dict) for any width.

    `table`: one row is one year: `year`, `events`, of these `held`, and `doubtful` (how many may lie in another year).
    """
    mode = look(dark)
    rest = table["events"] - table["held"]
    hatch = {"shape": ["/" if some else "" for some in table["doubtful"]], "size": 5, "solidity": 0.3, "fillmode": "replace"}
    hatch["fgcolor"] = mode.accent
    solid = {"color": mode.accent, "pattern": {**hatch, "bgcolor": tint(mode.accent, 0.3)}}
    outline = {"color": mode.paper, "pattern": {**hatch, "bgcolor": mode.paper}, "line": {"color": mode.accent, "width": 1.4}}
    columns = [
        {"type": "bar", "x": list(table["year"]), "y": list(number), "marker": marker, "width": 0.8, "hoverinfo": "skip"}
        for number, marker in ((table["held"], solid), (rest, outline))
    ]
    top = {
        "type": "scatter",
        "mode": "text",
        "x": list(table["year"]),
        "y": list(table["events"]),
        "text": list(table["events"].astype(str)),
        "textposition": "top center",
        "textfont": {"size": SMALL_SIZE_PX, "color": mode.text},
        "hoverinfo": "skip",
    }
    first, last = int(table["year"].min()), int(table["year"].max())
    across = {
        "fixedrange": True,
        "tickformat": "d",
        "range": [first - 0.7, last + 0.7],
        "tickfont": {"color": mode.quiet, "size": SMALL_SIZE_PX},
    }
    across |= {"tick0": first, "dtick": max(1, -(-(last - first) // 6)), "showgrid": False, "zeroline": False}
    most = int(table["events"].max())
    whole = layout(mode, height=HEIGHT_PX, margin={"l": 4, "r": 4, "t": 2, "b": 22})
    upright = {"fixedrange": True, "visible": False, "range": [0, most * 1.35]}
    return {"data": [*columns, top], "layout": {**whole, "barmode": "stack", "xaxis": across, "yaxis": upright}}
