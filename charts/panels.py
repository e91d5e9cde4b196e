"""Events of one city by year and sector: a lane of columns for all sectors and one for each, on one scale for all cities."""

import html
from collections.abc import Collection

import pandas as pd

from charts.drawing import tint
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, layout, look, on_paper
from charts.scale import linear, year_ticks

WIDE_PX, NARROW_PX, EVENT_PX, HEAD_PX, NARROW_HEAD_PX, NAMES_PX = 1000.0, 336.0, 6.0, 18.0, 32.0, 132
ALL = "All sectors"
RING_OFF_PX, RING_PX = 3.5, 3.0  # how far outside its column the ring of marked rows runs, and how thick it is


def panel(
    table: pd.DataFrame,
    lanes: pd.DataFrame,
    *,
    years: tuple[int, int],
    dark: bool,
    narrow: bool,
    marked: Collection[tuple[int, str]] = (),
) -> dict:
    """The panel of one city as a plotly figure (a dict).

    `table`: one row is a number of `events` of one `year`, `sector` (its code), `status`, `doubtful` (may lie in another year), `witnesses` and `primary`.
    `lanes`: one row is one lane, in order: `lane` (ALL or a sector's name), `code` (of the sector) and `colour` (both blank for ALL), `events` (all of the
    city in it), `most` (the most events of a year in any panel, which makes all panels one scale). `years`: first and last year of the axis.
    What the pointer meets of a year in a lane hands on `2019` or, in a sector's lane, `2019.energy`. `marked`: year and sector of the
    columns that a ring makes stand out, in the lane of all sectors too.
    """
    mode = look(dark)
    width = NARROW_PX if narrow else WIDE_PX
    scale = linear(years[0], years[1] + 1, width)
    places = {
        year: (float(scale(year + 0.1)), float(scale(year + 0.5)), float(scale(year + 0.9))) for year in range(years[0], years[1] + 1)
    }
    found, data, notes, shapes, rings, down = _cells(table), [], [], [], [], 0.0
    for lane in lanes.itertuples():
        floor = down + (NARROW_HEAD_PX if narrow else HEAD_PX) + lane.most * EVENT_PX
        cells = dict(sorted(found.get(lane.code, {}).items()))
        colour = on_paper(lane.colour, dark=dark) if lane.colour else mode.accent
        data += _columns(cells, places, floor, colour, mode)
        data.append(_hits(cells, places, down, floor, lane.code))
        ringed = {year for year, sector in marked if lane.code in ("", sector) and year in cells}
        rings += _rings(cells, places, floor, ringed, mode)
        data.append(_numbers({} if narrow and lane.code else cells, places, floor, mode, ringed))
        notes.append(_name(lane, down if narrow else floor, mode, narrow))
        shapes.append({"type": "line", "x0": 0, "x1": width, "y0": floor, "y1": floor, "line": {"color": mode.rule, "width": 1}})
        down = floor + 4
    axes = _axes(years, scale, down, width, mode)
    margin = {"l": 4 if narrow else NAMES_PX, "r": 6, "t": 2, "b": 24}
    whole = layout(mode, height=int(down + 26), margin=margin)
    return {"data": data, "layout": {**whole, **axes, "annotations": notes, "shapes": [*shapes, *rings]}}


def _cells(table: pd.DataFrame) -> dict[str, dict[int, list]]:
    """Per lane's code (blank: all sectors) and year, the rows of the table that it draws."""
    found: dict[str, dict[int, list]] = {}
    for row in table.itertuples(index=False):
        for code in ("", row.sector):
            found.setdefault(code, {}).setdefault(int(row.year), []).append(row)
    return found


def _number(rows: list, **of: object) -> int:
    return sum(row.events for row in rows if all(getattr(row, name) == value for name, value in of.items()))


def _columns(cells: dict[int, list], places: dict, floor: float, colour: str, mode: Look) -> list[dict]:
    """Held solid from the floor, announced outlined above it, called off crossed above that; of each, hatched what may lie in another year."""
    below, drawn = dict.fromkeys(cells, 0), []
    for status, doubtful in ((status, doubtful) for status in _WORDS for doubtful in (False, True)):
        some = {year: number for year, rows in cells.items() if (number := _number(rows, status=status, doubtful=doubtful))}
        if not some:
            continue
        drawn.append(
            {
                "type": "bar",
                "x": [places[year][1] for year in some],
                "width": [places[year][2] - places[year][0] for year in some],
                "base": [floor - below[year] * EVENT_PX for year in some],
                "y": [-number * EVENT_PX for number in some.values()],
                "marker": _style(status, doubtful, colour, mode),
                "hoverinfo": "skip",
                "unselected": {"marker": {"opacity": 1}},
            }
        )
        below = {year: below[year] + some.get(year, 0) for year in below}
    return drawn


def _hits(cells: dict[int, list], places: dict, top: float, floor: float, code: str) -> dict:
    """What the pointer meets of each year in one lane: as high as the lane, however small the column."""
    step = {year: (places[year][2] - places[year][0]) / 0.8 for year in cells}
    return {
        "type": "bar",
        "x": [places[year][1] for year in cells],
        "width": list(step.values()),
        "base": [floor] * len(cells),
        "y": [top - floor] * len(cells),
        "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        "customdata": [[f"{year}.{code}" if code else str(year), _card(year, rows), "cell"] for year, rows in cells.items()],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": "cell",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _card(year: int, rows: list) -> str:
    parts = [f"{number} {words}" for status, words in _WORDS.items() if (number := _number(rows, status=status))]
    parts += [f"{number} perhaps of another year"] if (number := _number(rows, doubtful=True)) else []
    alone = _number(rows, witnesses="0") + _number(rows, witnesses="1")
    weak = f"{alone} on one independent source, {_number(rows, primary='no')} on none that is primary"
    return f"<b>{year}</b>: {', '.join(parts)}<br>{weak}<br>click for these alone"


_WORDS = {"held": "held", "planned": "only announced", "cancelled": "called off"}


def _style(status: str, doubtful: bool, colour: str, mode: Look) -> dict:
    fill = tint(colour, 0.3) if status == "held" else mode.paper
    hatch = {"shape": "/", "size": 5, "solidity": 0.3, "fillmode": "replace", "fgcolor": colour, "bgcolor": fill}
    cross = {"shape": "x", "fgcolor": mode.quiet, "size": 5}
    marker = {"color": colour, "line": {"width": 0}} if status == "held" else {"color": mode.paper, "line": {"color": colour, "width": 1.4}}
    pattern = cross if status == "cancelled" else hatch if doubtful else None
    return {**marker, **({"pattern": pattern} if pattern else {})}


def _rings(cells: dict[int, list], places: dict, floor: float, ringed: Collection[int], mode: Look) -> list[dict]:
    """A ring about each of these years' columns: dark, edged with paper, as the map rings places."""
    found = []
    for year in sorted(ringed):
        left, right = places[year][0] - RING_OFF_PX, places[year][2] + RING_OFF_PX
        ends = {"x0": left, "x1": right, "y0": floor - _number(cells[year]) * EVENT_PX - RING_OFF_PX, "y1": floor + 1}
        edged = ((mode.paper, 2 * RING_PX), (mode.text, RING_PX))
        found += [{"type": "rect", **ends, "name": f"marked {year}", "line": {"color": colour, "width": width}} for colour, width in edged]
    return found


def _numbers(cells: dict[int, list], places: dict, floor: float, mode: Look, ringed: Collection[int]) -> dict:
    numbers = {year: _number(rows) for year, rows in cells.items()}
    return {
        "type": "scatter",
        "mode": "text",
        "x": [places[year][1] for year in numbers],
        "y": [floor - number * EVENT_PX - (12 if year in ringed else 7) for year, number in numbers.items()],
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
