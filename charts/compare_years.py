"""Two sides by year: a panel of columns for each, one above the other, with the same years across and the same scale up."""

import html
from collections.abc import Mapping

import pandas as pd

from charts.activity import number_card, shares, styles
from charts.compare import side_colours
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, layout, look

PANEL_PX, TITLE_PX, AXIS_PX = 120.0, 24.0, 26.0
_NUMBER_PX = 16.0  # room for the number above the highest column


def year_panels(
    table: pd.DataFrame,
    names: Mapping[str, str],
    *,
    places: tuple[int, int],
    firsts: Mapping[str, int],
    lasts: Mapping[str, int],
    dark: bool,
    narrow: bool,
) -> dict:
    """Both panels as one plotly figure (a dict): `xaxis`, `yaxis` for A, `xaxis2`, `yaxis2` for B, of equal ranges.

    `table`: one row is one side and year: `letter`, `year`, `place` (where on the axis), and the columns of `loaders.marks.by`. `names`: the panels' titles by
    letter. `places`: the first and the last place of both axes. `firsts`: by letter, the year that stands at place 0, which names the ticks; `lasts`:
    the last place that is of the side, behind which no year is named.
    A column hands on `A|2019`, of what is a `year`.
    """
    mode, colours = look(dark), side_colours(dark=dark)
    most = max(int(table["events"].max()) if len(table) else 0, 1)
    high = most * PANEL_PX / (PANEL_PX - _NUMBER_PX)
    whole = 2 * (TITLE_PX + PANEL_PX + AXIS_PX)
    data, axes, notes = [], {}, []
    for at, letter in enumerate(names):
        rows, number = table[table["letter"] == letter], "" if at == 0 else "2"
        top = 1 - (at * (TITLE_PX + PANEL_PX + AXIS_PX) + TITLE_PX) / whole
        axes[f"yaxis{number}"] = {
            "domain": [top - PANEL_PX / whole, top],
            "range": [0, high],
            "visible": False,
            "fixedrange": True,
            "anchor": f"x{number}",
        }
        axes[f"xaxis{number}"] = _axis(places, firsts[letter], lasts[letter], f"y{number}", mode, narrow=narrow)
        data += _columns(rows, number, colours[letter], mode, high)
        notes.append(_title(letter, names[letter], top, colours[letter]))
    return {
        "data": data,
        "layout": {**layout(mode, height=int(whole + 4), margin={"l": 4, "r": 4, "t": 2, "b": 2}), **axes, "annotations": notes},
    }


def _axis(places: tuple[int, int], first: int, last: int, anchor: str, mode: Look, *, narrow: bool) -> dict:
    """Both axes have one range; each names the years of its own side."""
    every = 1 if not narrow and places[1] - places[0] < 30 else 5 if places[1] - places[0] < 40 else 10
    named = [place for place in range(places[0], last + 1) if (place + first) % every == 0 or every == 1]
    if narrow and len(named) < 2:
        named = sorted({places[0], last})
    return {
        "range": [places[0] - 0.6, places[1] + 0.6],
        "fixedrange": True,
        "anchor": anchor,
        "tickvals": named,
        "ticktext": [str(place + first) for place in named],
        "tickangle": 0,
        "tickfont": {"color": mode.quiet, "size": SMALL_SIZE_PX},
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": mode.rule,
    }


def _columns(rows: pd.DataFrame, number: str, colour: str, mode: Look, high: float) -> list[dict]:
    axis = {"xaxis": f"x{number}", "yaxis": f"y{number}"}
    bar = {"type": "bar", "hoverinfo": "skip", "unselected": {"marker": {"opacity": 1}}, **axis}
    below, data = 0 * rows["events"], []
    for part, marker in zip(shares(rows), styles(colour, mode), strict=True):
        some = part > 0
        ends = {"x": list(rows["place"][some]), "y": list(part[some]), "base": list(below[some]), "width": [0.76] * int(some.sum())}
        data += [{**bar, **ends, "marker": marker}] if some.any() else []
        below = below + part
    return [*data, {**_numbers(rows, mode), **axis}, _hits(rows, bar, high)]


def _numbers(rows: pd.DataFrame, mode: Look) -> dict:
    return {
        "type": "scatter",
        "mode": "text",
        "x": list(rows["place"]),
        "y": list(rows["events"]),
        "text": [str(number) for number in rows["events"]],
        "textposition": "top center",
        "textfont": {"size": SMALL_SIZE_PX - 1, "color": mode.text},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "unselected": {"textfont": {"color": mode.text}},
    }


def _hits(rows: pd.DataFrame, bar: dict, high: float) -> dict:
    """Invisible columns over the whole height: what the pointer meets."""
    cards = [
        [f"{row.letter}|{row.year}", f"{number_card(f'{row.letter} · {row.year}', row)}<br>click to narrow to these", "year"]
        for row in rows.itertuples()
    ]
    clear = {"color": "rgba(0,0,0,0)", "line": {"width": 0}}
    shown = {
        "hoverinfo": "all",
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "customdata": cards,
        "selected": {"marker": {"opacity": 1}},
    }
    return {**bar, **shown, "x": list(rows["place"]), "y": [high] * len(rows), "width": [1.0] * len(rows), "marker": clear}


def _title(letter: str, name: str, top: float, colour: str) -> dict:
    text = f"<b>{letter}</b>  {html.escape(name, quote=False)}"
    style = {"xref": "paper", "yref": "paper", "x": 0, "xanchor": "left", "yanchor": "bottom", "showarrow": False}
    return {**style, "y": top, "text": text, "font": {"size": LABEL_SIZE_PX, "color": colour}, "yshift": 4}
