"""Figures of one series side by side: bars from zero, each under its place, value and day."""

import html
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from charts.drawing import hits
from charts.look import LABEL_SIZE_PX, Look, layout, look

ROW_PX, BAR_PX = 46.0, 13.0


class Bar(NamedTuple):
    """One figure of a chart of rows: `label` (what it is of), `text` (the figure in words, with its day), `value` (in one unit for all rows;
    missing where there is none), `key`, `solid` (a member of a tie, or a report; others are outlined), `sure` (how well it is founded, for the
    pointer), and where wanted `more` (more than the value: an arrow at the bar's end) and `year` (as text, blank where there is none: a
    click on the words of its row hands it on, of what is a `year`)."""

    label: str
    text: str
    value: float
    key: str
    solid: bool
    sure: str
    more: bool | None = None
    year: str = ""


def bars(table: Sequence[Bar], *, dark: bool) -> dict:
    """Bars as a plotly figure (a dict) for any width, in the order in which they are given."""
    mode, number = look(dark), len(table)
    y = [(place + 0.72) * ROW_PX for place in range(number)]
    solid = [row.solid for row in table]
    marker = {
        "color": [mode.accent if full else mode.paper for full in solid],
        "line": {"color": mode.accent, "width": [0 if full else 1.4 for full in solid]},
    }
    bar = {
        "type": "bar",
        "orientation": "h",
        "x": [row.value for row in table],
        "y": y,
        "width": [BAR_PX] * number,
        "marker": marker,
        "customdata": [[row.key, f"{_label(row)}<br>{row.sure}"] for row in table],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }
    largest = max([row.value for row in table if row.value > 0], default=1.0)
    axes = {
        "xaxis": {**_bare(), "range": [0, largest * (1.005 if all(row.more is None for row in table) else 1.05)]},
        "yaxis": {**_bare(), "range": [number * ROW_PX, 0]},
    }
    notes = [row_note(row, place - BAR_PX / 2 - 3, mode) for place, row in zip(y, table, strict=True)]
    line = {"type": "line", "xref": "x", "x0": 0, "x1": 0, "yref": "paper", "y0": 0, "y1": 1, "line": {"color": mode.rule, "width": 1}}
    whole = layout(mode, height=int(number * ROW_PX + 4), margin={"l": 2, "r": 2, "t": 2, "b": 2})
    return {
        "data": [bar, *_arrows(table, y, mode), *_year_hits(table, y, axes["xaxis"]["range"][1])],
        "layout": {**whole, **axes, "annotations": notes, "shapes": [line]},
    }


def _arrows(table: Sequence[Bar], y: list[float], mode: Look) -> list[dict]:
    """At the ends of bars that are longer than drawn."""
    more = [(row, place) for row, place in zip(table, y, strict=True) if row.more]
    if not more:
        return []
    arrow = {"symbol": "triangle-right", "size": BAR_PX + 3, "color": mode.accent}
    x, at = [row.value for row, _ in more], [place for _, place in more]
    return [{"type": "scatter", "mode": "markers", "x": x, "y": at, "marker": arrow, "hoverinfo": "skip", "cliponaxis": False}]


def _year_hits(table: Sequence[Bar], y: list[float], wide: float) -> list[dict]:
    """What the pointer meets of the words above the bars, where rows have years."""
    named = [(row, place) for row, place in zip(table, y, strict=True) if row.year]
    if not named:
        return []
    tall = ROW_PX - BAR_PX - 6
    at = pd.Series([place - (BAR_PX + tall) / 2 - 1 for _, place in named])
    cards = [f"{_label(row)}<br>click for {row.year} alone" for row, _ in named]
    return [hits(0 * at, 0 * at + wide, at, [tall] * len(named), [row.year for row, _ in named], cards, what="year")]


def _bare() -> dict:
    return {"fixedrange": True, "visible": False}


def _label(row) -> str:
    return f"<b>{html.escape(row.label, quote=False)}</b>  {html.escape(row.text, quote=False)}"


def row_note(row, y: float, mode: Look) -> dict:
    """The words of one row as a plotly annotation above its mark, whose upper edge is at `y`."""
    return {
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "xshift": 0,
        "y": y,
        "yanchor": "bottom",
        "showarrow": False,
        "align": "left",
        "text": _label(row),
        "font": {"size": LABEL_SIZE_PX, "color": mode.text},
    }
