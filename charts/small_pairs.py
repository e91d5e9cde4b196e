"""Small paired dots: a number before and after, one row a sector, its own words at the ends."""

import html

import pandas as pd

from charts.drawing import hits
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, layout, look, on_paper

ROW_PX, DOT_PX = 40.0, 11


def pairs(table: pd.DataFrame, *, words: tuple[str, str], dark: bool) -> dict:
    """Each row's way from `before` (outlined) to `after` (filled) as a plotly figure (a dict).

    `table`: one row is one sector: `sector_id`, `sector`, `colour`, `before`, `after`, in the order in which they are drawn. `words`: when each was, said in the first row.
    What is clicked hands on the sector.
    """
    mode = look(dark)
    places = [(number + 0.7) * ROW_PX for number in range(len(table))]
    colours = [on_paper(colour, dark=dark) for colour in table["colour"]]
    lines = [
        {"type": "line", "x0": row.before, "x1": row.after, "y0": y, "y1": y, "line": {"color": colour, "width": 3}, "layer": "below"}
        for row, y, colour in zip(table.itertuples(), places, colours, strict=True)
    ]
    hollow = {"color": mode.paper, "size": DOT_PX, "line": {"color": colours, "width": 2}}
    data = [_dots(table, "before", places, hollow), _dots(table, "after", places, {"color": colours, "size": DOT_PX})]
    notes = [_words(row, y, mode, words if y == places[0] else ()) for row, y in zip(table.itertuples(), places, strict=True)]
    cards = [
        f"<b>{html.escape(row.sector, quote=False)}</b>: {row.before} in {words[0]}, {row.after} in {words[1]}<br>click for this sector"
        for row in table.itertuples()
    ]
    bare = {"fixedrange": True, "visible": False}
    largest = max(int(table[["before", "after"]].max().max()), 1)
    wide = pd.Series([largest * 1.0] * len(table))
    data.append(hits(-0.04 * wide, 1.04 * wide, [y - 8 for y in places], [ROW_PX] * len(table), table["sector_id"], cards, what="sector"))
    axes = {"xaxis": {**bare, "range": [-0.04 * largest, largest * 1.04]}, "yaxis": {**bare, "range": [ROW_PX * len(table), 0]}}
    whole = layout(mode, height=int(ROW_PX * len(table) + 4), margin={"l": 2, "r": 2, "t": 2, "b": 2})
    return {"data": data, "layout": {**whole, **axes, "annotations": notes, "shapes": lines}}


def _dots(table: pd.DataFrame, column: str, places: list[float], marker: dict) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": list(table[column]),
        "y": places,
        "marker": {**marker, "opacity": 1},
        "hoverinfo": "skip",
        "unselected": {"marker": {"opacity": 1}},
    }


def _words(row, y: float, mode, when: tuple[str, ...]) -> dict:
    before, after = (
        (f"{number} in {years}" for number, years in zip((row.before, row.after), when, strict=True)) if when else (row.before, row.after)
    )
    text = f"<b>{html.escape(row.sector, quote=False)}</b> <span style='color:{mode.quiet};font-size:{SMALL_SIZE_PX}px'>{before} → {after}</span>"
    place = {"xref": "paper", "x": 0, "xanchor": "left", "y": y - 9, "yanchor": "bottom"}
    return {**place, "showarrow": False, "text": text, "font": {"size": LABEL_SIZE_PX, "color": mode.text}}
