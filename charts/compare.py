"""Two sides in bars: under each name one bar for A and one for B, all on one scale."""

import html

import numpy as np
import pandas as pd

from charts.drawing import hits, labels
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, layout, look

HEAD_PX, BAR_PX, LINE_PX, GAP_PX = 20.0, 12.0, 17.0, 8.0
_B = {False: "#A0522D", True: "#E0A27E"}  # sienna beside the accent's blue: apart for every kind of colour vision


def side_colours(*, dark: bool) -> dict[str, str]:
    """The colours of A and B; sectors have others."""
    return {"A": look(dark).accent, "B": _B[dark]}


def paired(table: pd.DataFrame, *, dark: bool) -> dict:
    """The bars as a plotly figure (a dict) for any width.

    `table`: one row is one thing and side, both sides of a thing together and in the order in which they are drawn: `code`, `name`,
    `letter` (A or B), `held` and `others` (numbers of events: solid, and outlined behind it). A bar hands on `A|code`, of what is a `bar`.
    The axis ends at the longest bar of both sides: a bar twice as long is twice as many, whichever side it is of.
    """
    mode, colours = look(dark), side_colours(dark=dark)
    names = list(dict.fromkeys(table["code"]))
    step = HEAD_PX + 2 * LINE_PX + GAP_PX
    top = {code: place * step for place, code in enumerate(names)}
    y = [top[row.code] + HEAD_PX + LINE_PX * (0.5 + (row.letter == "B")) for row in table.itertuples()]
    most = max(int((table["held"] + table["others"]).max()) if len(table) else 0, 1)
    height = max(step * len(names), step)
    data = [*_bars(table, y, colours, mode), _numbers(table, y, mode), _hits(table, y, most)]
    notes = [*_names(table, top, mode), *_letters(table, y, mode)]
    axes = {
        "xaxis": {"visible": False, "fixedrange": True, "range": [0, most * 1.12]},
        "yaxis": {"visible": False, "fixedrange": True, "range": [height, 0]},
    }
    rule = {"type": "line", "x0": 0, "x1": 0, "yref": "paper", "y0": 0, "y1": 1, "line": {"color": mode.rule, "width": 1}}
    whole = layout(mode, height=int(height + 4), margin={"l": 18, "r": 8, "t": 2, "b": 2})
    return {"data": data, "layout": {**whole, **axes, "annotations": notes, "shapes": [rule]}}


def _bars(table: pd.DataFrame, y: list[float], colours: dict[str, str], mode: Look) -> list[dict]:
    edge = [colours[letter] for letter in table["letter"]]
    bar = {"type": "bar", "orientation": "h", "y": y, "width": [BAR_PX] * len(table), "hoverinfo": "skip"}
    bar |= {"unselected": {"marker": {"opacity": 1}}}
    held = {**bar, "x": list(table["held"]), "marker": {"color": edge, "line": {"width": 0}}, "name": "held"}
    width = [1.4 if number else 0 for number in table["others"]]
    outlined = {"color": mode.paper, "line": {"color": edge, "width": width}}
    return [held, {**bar, "base": list(table["held"]), "x": list(table["others"]), "marker": outlined, "name": "others"}]


def _numbers(table: pd.DataFrame, y: list[float], mode: Look) -> dict:
    total = table["held"] + table["others"]
    texts = [f"\u00a0{number}" for number in total]
    colours = [mode.text if number else mode.quiet for number in total]
    return labels(total, y, texts, ["middle right"] * len(table), colours, size=SMALL_SIZE_PX)


def _hits(table: pd.DataFrame, y: list[float], most: int) -> dict:
    """What the pointer meets of each bar; of none where a side has nothing."""
    rows = [(at, row) for at, row in zip(y, table.itertuples(), strict=True) if row.held + row.others > 0]
    keys = [f"{row.letter}|{row.code}" for _, row in rows]
    cards = [
        f"<b>{row.letter} · {html.escape(row.name, quote=False)}</b><br>{number_words(row)}<br>click to narrow to these" for _, row in rows
    ]
    edges = np.zeros(len(rows)), np.full(len(rows), most * 1.12)
    return hits(*edges, [at for at, _ in rows], [LINE_PX] * len(rows), keys, cards, what="bar")


def number_words(row) -> str:
    """`12 held, 2 only announced or called off`."""
    return f"{row.held} held" + (f", {row.others} only announced or called off" if row.others else "")


def _names(table: pd.DataFrame, top: dict[str, float], mode: Look) -> list[dict]:
    named = dict(zip(table["code"], table["name"], strict=True))
    style = {
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "yanchor": "top",
        "showarrow": False,
        "font": {"size": LABEL_SIZE_PX, "color": mode.text},
    }
    return [{**style, "y": y, "text": html.escape(named[code], quote=False), "xshift": -4} for code, y in top.items()]


def _letters(table: pd.DataFrame, y: list[float], mode: Look) -> list[dict]:
    style = {"xref": "paper", "x": 0, "xanchor": "right", "yanchor": "middle", "showarrow": False, "xshift": -3}
    font = {"size": SMALL_SIZE_PX, "color": mode.quiet}
    return [{**style, "y": at, "text": letter, "font": font} for at, letter in zip(y, table["letter"], strict=True)]
