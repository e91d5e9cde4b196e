"""Small columns: events a year, a row of columns for each kind, its name and sum beside it."""

import html
import math
from collections.abc import Sequence

import pandas as pd

from charts.drawing import labels
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, layout, look

ROW_PX, COLUMN_PX, LOWEST_PX, AXIS_PX = 68.0, 34.0, 3.0, 22
FEWEST_YEARS = 8
FILLED, OUTLINED, QUIET = "filled", "outlined", "quiet"


def year_columns(table: pd.DataFrame, kinds: Sequence[tuple[str, str]], *, years: tuple[int, int], dark: bool) -> dict:
    """Rows of columns on one scale as a plotly figure (a dict).

    `table`: one row is one year and `kind` with its number of `events`. `kinds`: the name of each row and how its columns are drawn
    (FILLED, OUTLINED, QUIET), from the top. `years`: first and last of the axis. What is clicked hands on the row's number and the year: `0 2017`, of what is a `column`.
    """
    mode, order = look(dark), {name: number for number, (name, _) in enumerate(kinds)}
    row = table["kind"].map(order)
    placed = table.assign(row=row, base=(len(kinds) - 1 - row) * ROW_PX)
    placed["high"] = (placed["events"] / max(placed["events"].max(), 1) * COLUMN_PX).clip(lower=LOWEST_PX)
    data = [_columns(placed[placed["row"] == number], _marker(style, mode)) for number, (_, style) in enumerate(kinds)]
    tops = placed["base"] + placed["high"]
    data.append(
        labels(
            placed["year"], tops, placed["events"].astype(str), ["top center"] * len(placed), [mode.text] * len(placed), size=SMALL_SIZE_PX
        )
    )
    data.append(_hits(placed))
    height = ROW_PX * len(kinds)
    whole = layout(mode, height=int(height) + AXIS_PX, margin={"l": 4, "r": 4, "t": 0, "b": AXIS_PX})
    axes = {"xaxis": _years(years, mode), "yaxis": {"fixedrange": True, "visible": False, "range": [-1, height]}}
    notes = [_name(name, placed, (len(kinds) - number) * ROW_PX - 2, mode) for name, number in order.items()]
    ground = [
        {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": at, "y1": at, "line": {"color": mode.rule, "width": 1}}
        for at in range(0, int(height), int(ROW_PX))
    ]
    return {"data": data, "layout": {**whole, **axes, "annotations": notes, "shapes": ground}}


def _marker(style: str, mode: Look) -> dict:
    return {
        FILLED: {"color": mode.accent, "line": {"width": 0}},
        OUTLINED: {"color": mode.paper, "line": {"color": mode.accent, "width": 1.4}},
        QUIET: {"color": mode.rule, "line": {"width": 0}},
    }[style]


def _columns(rows: pd.DataFrame, marker: dict) -> dict:
    return {
        "type": "bar",
        "x": list(rows["year"]),
        "y": list(rows["high"]),
        "base": list(rows["base"]),
        "width": [0.7] * len(rows),
        "marker": marker,
        "hoverinfo": "skip",
        "unselected": {"marker": {"opacity": 1}},
    }


def _hits(rows: pd.DataFrame) -> dict:
    cards = [f"<b>{row.year}</b>: {row.events} {html.escape(row.kind, quote=False)}<br>click for these" for row in rows.itertuples()]
    keys = [f"{row.row} {row.year}" for row in rows.itertuples()]
    return {
        "type": "bar",
        "x": list(rows["year"]),
        "y": [ROW_PX - 18] * len(rows),
        "base": list(rows["base"]),
        "width": [1] * len(rows),
        "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        "customdata": [[key, card, "column"] for key, card in zip(keys, cards, strict=True)],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": "column",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _years(years: tuple[int, int], mode: Look) -> dict:
    first, last = years
    room = max(FEWEST_YEARS - (last - first + 1), 0) / 2
    return {
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "range": [first - 0.5 - room, last + 0.5 + room],
        "tick0": first,
        "dtick": math.ceil((last - first + 1) / 6),
        "tickformat": "d",
        "tickfont": {"size": SMALL_SIZE_PX, "color": mode.quiet},
    }


def _name(name: str, placed: pd.DataFrame, top: float, mode: Look) -> dict:
    number = int(placed.loc[placed["kind"] == name, "events"].sum())
    text = f"<b>{html.escape(name, quote=False)}</b> <span style='color:{mode.quiet}'>{number}</span>"
    place = {"xref": "paper", "x": 0, "xanchor": "left", "y": top, "yanchor": "top"}
    return {**place, "showarrow": False, "text": text, "font": {"size": LABEL_SIZE_PX, "color": mode.text}}
