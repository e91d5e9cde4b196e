"""What has how many events, or what was how much: a name and a bar a row."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from charts.drawing import canvas
from charts.look import BOLD, LABEL_SIZE_PX, Look, cut, look, text_width

WIDTH_PX = {False: 392.0, True: 354.0}  # by whether the screen is narrow
_ROW_PX, _BAR_PX, _NAMES_PX = 26.0, 12.0, 210.0


class Rank(NamedTuple):
    """One row: what a click on its bar hands on, its name, its value (None: not known), the value in words, the key of the card that its name opens
    (none where blank), whether the bar is solid (else outlined), and its hover card."""

    code: str
    name: str
    value: float | None
    text: str
    card: str = ""
    solid: bool = True
    hover: str = ""


def ranked(rows: Sequence[Rank], what: str, *, dark: bool, narrow: bool) -> dict:
    """The rows as a plotly figure (a dict), in their order. `what`: of what kind a bar's code is; blank where it opens a card itself."""
    mode, wide = look(dark), WIDTH_PX[narrow]
    numbers = max(text_width(row.text) for row in rows) * BOLD + 12
    names = min(max(text_width(row.name) for row in rows) + 12, _NAMES_PX)
    scale = (wide - names - numbers) / max([row.value for row in rows if row.value] or [1.0])
    y = [(place + 0.5) * _ROW_PX for place in range(len(rows))]
    drawn = [(row, at) for row, at in zip(rows, y, strict=True) if row.value]
    said = {id(row): [row.code, row.hover or f"{escape(row.name)}: {escape(row.text)}", *([what] if what else [])] for row in rows}
    bars = {
        "type": "bar",
        "orientation": "h",
        "base": [names] * len(drawn),
        "x": [round(scale * row.value, 1) for row, _ in drawn],
        "y": [at for _, at in drawn],
        "width": _BAR_PX,
        "marker": {
            "color": [mode.quiet if row.solid else mode.paper for row, _ in drawn],
            "line": {"color": mode.quiet, "width": [0 if row.solid else 1.4 for row, _ in drawn]},
        },
        "customdata": [said[id(row)] for row, _ in drawn],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": what or "bar",
        "unselected": {"marker": {"opacity": 1}},
    }
    ends = [round(names + scale * (row.value or 0) + 3, 1) for row in rows]
    known = [[*said[id(row)]] if row.value else None for row in rows]
    values = _texts(
        ends, y, [f"<b>{escape(row.text)}</b>" if row.value else escape(row.text) for row in rows], known, what or "value", mode
    )
    words = [escape(cut(row.name, names - 10)) for row in rows]
    opening = [[row.card, escape(row.name)] if row.card else None for row in rows]
    return {"data": [bars, values, _texts([0] * len(rows), y, words, opening, "name", mode)], "layout": canvas(mode, 0, wide, len(rows) * _ROW_PX)}  # fmt: skip


def _texts(x: Sequence[float], y: Sequence[float], texts: Sequence[str], said: Sequence[list | None], name: str, mode: Look) -> dict:
    return {
        "type": "scatter",
        "mode": "text",
        "x": list(x),
        "y": list(y),
        "text": list(texts),
        "textposition": "middle right",
        "textfont": {"size": LABEL_SIZE_PX, "color": mode.text},
        "customdata": list(said),
        "hoverinfo": "text" if any(said) else "skip",
        "hovertext": [each[1] if each else "" for each in said],
        "name": name,
        "cliponaxis": False,
        "unselected": {"textfont": {"color": mode.text}},
    }
