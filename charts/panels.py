"""Events of one city by year and sector: a lane of columns for all sectors and one for each, on one scale for all cities."""

import html
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from charts.activity import number_card, shares, styles
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, layout, look, on_paper
from charts.scale import Scale, linear, year_ticks

WIDE_PX, NARROW_PX, EVENT_PX, HEAD_PX, NARROW_HEAD_PX, NAMES_PX = 1000.0, 336.0, 6.0, 18.0, 32.0, 132
ALL = "All sectors"


class Lane(NamedTuple):
    """One lane: `lane` (ALL or a sector's name), `code` (of the sector) and `colour` (both blank for ALL), `most` (the most events of a year in
    any panel, which makes all panels one scale), `events` (all of the city in it)."""

    lane: str
    code: str
    colour: str
    most: int
    events: int = 0


def panel(
    table: Iterable,
    lanes: Sequence[Lane],
    *,
    years: tuple[int, int],
    dark: bool,
    narrow: bool,
) -> dict:
    """The panel of one city as a plotly figure (a dict).

    `table`: one row is one year and `sector` (its code; blank: all sectors), with the columns of `loaders.marks.by`.
    `lanes`: in order. `years`: first and last year of the axis.
    What the pointer meets of a year in a lane hands on `2019` or, in a sector's lane, `2019.energy`.
    """
    mode = look(dark)
    width = NARROW_PX if narrow else WIDE_PX
    scale = linear(years[0], years[1] + 1, width)
    places = _places(years, scale)
    by_lane: dict[str, dict] = {}
    for row in table:
        by_lane.setdefault(row.sector, {})[row.year] = row
    data, notes, shapes, down = [], [], [], 0.0
    for lane in lanes:
        floor = down + (NARROW_HEAD_PX if narrow else HEAD_PX) + lane.most * EVENT_PX
        cells = by_lane.get(lane.code, {})
        colour = on_paper(lane.colour, dark=dark) if lane.colour else mode.accent
        data += _columns(cells, places, floor, colour, mode)
        data.append(_hits(cells, places, down, floor, lane.code))
        data.append(_numbers({} if narrow and lane.code else cells, places, floor, mode))
        notes.append(_name(lane, down if narrow else floor, mode, narrow))
        shapes.append({"type": "line", "x0": 0, "x1": width, "y0": floor, "y1": floor, "line": {"color": mode.rule, "width": 1}})
        down = floor + 4
    axes = _axes(years, scale, down, width, mode)
    margin = {"l": 4 if narrow else NAMES_PX, "r": 6, "t": 2, "b": 24}
    whole = layout(mode, height=int(down + 26), margin=margin)
    return {"data": data, "layout": {**whole, **axes, "annotations": notes, "shapes": shapes}}


def _places(years: tuple[int, int], scale: Scale) -> dict[int, tuple[float, float, float]]:
    """Per year the left edge, the middle and the right edge of its columns."""
    named = range(years[0], years[1] + 1)
    edges = (scale([year + part for year in named]).tolist() for part in (0.1, 0.5, 0.9))
    return dict(zip(named, zip(*edges, strict=True), strict=True))


def _columns(cells: dict, places: dict, floor: float, colour: str, mode: Look) -> list[dict]:
    below, drawn, numbers = dict.fromkeys(cells, 0), [], {year: shares(row) for year, row in cells.items()}
    for part, marker in enumerate(styles(colour, mode)):
        some = {year: parts[part] for year, parts in numbers.items() if parts[part]}
        drawn.append(
            {
                "type": "bar",
                "x": [places[year][1] for year in some],
                "width": [places[year][2] - places[year][0] for year in some],
                "base": [floor - below[year] * EVENT_PX for year in some],
                "y": [-number * EVENT_PX for number in some.values()],
                "marker": marker,
                "hoverinfo": "skip",
                "unselected": {"marker": {"opacity": 1}},
            }
        )
        below = {year: below[year] + some.get(year, 0) for year in below}
    return [trace for trace in drawn if trace["x"]]


def _hits(cells: dict, places: dict, top: float, floor: float, code: str) -> dict:
    """What the pointer meets of each year in one lane: as high as the lane, however small the column."""
    cards = {year: f"{number_card(str(year), row)}<br>click for these alone" for year, row in cells.items()}
    return {
        "type": "bar",
        "x": [places[year][1] for year in cells],
        "width": [(places[year][2] - places[year][0]) / 0.8 for year in cells],
        "base": [floor] * len(cells),
        "y": [top - floor] * len(cells),
        "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        "customdata": [[f"{year}.{code}" if code else str(year), card, "cell"] for year, card in cards.items()],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": "cell",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _numbers(cells: dict, places: dict, floor: float, mode: Look) -> dict:
    numbers = {year: row.events for year, row in cells.items()}
    return {
        "type": "scatter",
        "mode": "text",
        "x": [places[year][1] for year in numbers],
        "y": [floor - number * EVENT_PX - 7 for year, number in numbers.items()],
        "text": [str(number) for number in numbers.values()],
        "textfont": {"size": SMALL_SIZE_PX - 1, "color": mode.quiet},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "unselected": {"textfont": {"color": mode.quiet}},
    }


def _name(lane, y: float, mode: Look, narrow: bool) -> dict:
    text = f"{html.escape(lane.lane, quote=False)} <b>{lane.events}</b>"
    place = {"x": 0, "xanchor": "left", "yanchor": "top"} if narrow else {"x": 0, "xanchor": "right", "xshift": -10, "yanchor": "bottom"}
    style = {"xref": "paper", "y": y, "showarrow": False, "font": {"size": LABEL_SIZE_PX, "color": mode.text}}
    return {**style, **place, "text": text}


def _axes(years: tuple[int, int], scale, height: float, width: float, mode: Look) -> dict:
    ticks = year_ticks(years[0], years[1], scale, room=38)
    x = {
        "range": [0, width],
        "fixedrange": True,
        "tickvals": [float(scale(at)) for at, _ in ticks],
        "ticktext": [name for _, name in ticks],
        "tickfont": {"color": mode.quiet, "size": SMALL_SIZE_PX},
        "gridcolor": mode.grid,
        "zeroline": False,
        "ticklabelposition": "outside right",
    }
    return {"xaxis": x, "yaxis": {"fixedrange": True, "visible": False, "range": [height, 0]}}
