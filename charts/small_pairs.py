"""Small paired dots: a number before and after, one row a sector, its own words at the ends."""

import html

import pandas as pd

from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, layout, look, on_paper

ROW_PX, DOT_PX = 40.0, 11


def pairs(table: pd.DataFrame, *, dark: bool) -> dict:
    """Each row's way from `before` (outlined) to `after` (filled) as a plotly figure (a dict).

    `table`: one row is one sector: `sector_id`, `sector`, `colour`, `before`, `after`, in the order in which they are drawn.
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
    notes = [_words(row, y, mode) for row, y in zip(table.itertuples(), places, strict=True)]
    bare = {"fixedrange": True, "visible": False}
    largest = max(int(table[["before", "after"]].max().max()), 1)
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
        "customdata": [[row.sector_id, column] for row in table.itertuples()],
        "hovertemplate": f"%{{x}} {column}<br>click to see this sector<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _words(row, y: float, mode) -> dict:
    text = f"<b>{html.escape(row.sector, quote=False)}</b> <span style='color:{mode.quiet};font-size:{SMALL_SIZE_PX}px'>{row.before} → {row.after}</span>"
    place = {"xref": "paper", "x": 0, "xanchor": "left", "y": y - 9, "yanchor": "bottom"}
    return {**place, "showarrow": False, "text": text, "font": {"size": LABEL_SIZE_PX, "color": mode.text}}
