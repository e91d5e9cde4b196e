"""Small stacked columns: events a year, by the way of meeting."""

import pandas as pd

from charts.look import SMALL_SIZE_PX, layout, look

ORDER = ("in person", "online, wholly or in part", "not recorded")
HEIGHT_PX = 150


def year_columns(table: pd.DataFrame, *, dark: bool) -> dict:
    """Stacked columns as a plotly figure (a dict). `table`: one row is one year and `mode` (a word of ORDER) with its number of `events`."""
    mode = look(dark)
    styles = {
        ORDER[0]: {"color": mode.accent},
        ORDER[1]: {"color": mode.paper, "line": {"color": mode.accent, "width": 1.4}},
        ORDER[2]: {"color": mode.rule},
    }
    years = list(range(int(table["year"].min()), int(table["year"].max()) + 1))
    data, below = [], pd.Series(0, index=years)
    for name in ORDER:
        number = table[table["mode"] == name].set_index("year")["events"].reindex(years, fill_value=0)
        data.append(_column(name, number, below, styles[name]))
        below = below + number
    axis = {
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "tickformat": "d",
        "tickfont": {"size": SMALL_SIZE_PX, "color": mode.quiet},
    }
    tops = {**axis, "visible": False, "range": [0, max(int(below.max()), 1) * 1.2]}
    whole = layout(mode, height=HEIGHT_PX, margin={"l": 4, "r": 4, "t": 4, "b": 22})
    notes = [
        {"x": year, "y": int(number), "yanchor": "bottom", "showarrow": False, "text": str(number), "font": {"size": SMALL_SIZE_PX}}
        for year, number in below.items()
        if number
    ]
    return {"data": data, "layout": {**whole, "xaxis": {**axis, "nticks": 6}, "yaxis": tops, "annotations": notes}}


def _column(name: str, number: pd.Series, below: pd.Series, marker: dict) -> dict:
    return {
        "type": "bar",
        "x": list(number.index),
        "y": list(number),
        "base": list(below),
        "width": [0.8] * len(number),
        "marker": marker,
        "customdata": [[year, name] for year in number.index],
        "hovertemplate": f"<b>%{{x}}</b>: %{{y}} {name}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }
