"""Events of one city by year and sector: a lane of columns for all sectors and one for each, on one scale for all cities."""

import html
from collections.abc import Collection

import pandas as pd

from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, layout, look, on_paper
from charts.scale import linear, year_ticks

WIDE_PX, NARROW_PX, EVENT_PX, HEAD_PX, NARROW_HEAD_PX, NAMES_PX = 1000.0, 336.0, 6.0, 18.0, 32.0, 132
ALL = "All sectors"
RING_OFF_PX, RING_PX = 3.5, 3.0  # how far outside its column the ring of marked rows runs, and how thick it is


def panel(
    table: pd.DataFrame,
    heights: pd.DataFrame,
    *,
    years: tuple[int, int],
    dark: bool,
    narrow: bool,
    marked: Collection[tuple[int, str]] = (),
) -> dict:
    """The panel of one city as a plotly figure (a dict).

    `table`: one row is one year, sector and status with its number of `events`: `year`, `sector`, `status`, and of these
    `alone` (on one independent source) and `secondary` (on none that is primary). `heights`: one row is one
    lane, in order: `lane` (ALL or a sector), `code` (of the sector) and `colour` (both blank for ALL), `most` (the most events of a year in any panel, which makes all panels one
    scale). `years`: first and last year of the axis. What the pointer meets of a year in a lane hands on `2019` or, in a sector's lane, `2019.energy`. `marked`: year and
    sector's name of the columns that a ring makes stand out, in the lane of all sectors too.
    """
    mode = look(dark)
    width = NARROW_PX if narrow else WIDE_PX
    scale = linear(years[0], years[1] + 1, width)
    data, notes, shapes, rings, down = [], [], [], [], 0.0
    for lane in heights.itertuples():
        floor = down + (NARROW_HEAD_PX if narrow else HEAD_PX) + lane.most * EVENT_PX
        rows = table if lane.lane == ALL else table[table["sector"] == lane.lane]
        colour = on_paper(lane.colour, dark=dark) if lane.colour else mode.accent
        data += _columns(rows, scale, floor, colour, mode)
        data.append(_hits(rows, scale, down, floor, lane.code))
        ringed = {year for year, sector in marked if lane.lane in (ALL, sector)}
        rings += _rings(rows, scale, floor, ringed, mode)
        data.append(_numbers(rows, scale, floor, mode, ringed, every=not narrow or lane.lane == ALL))
        notes.append(_name(lane.lane, down if narrow else floor, rows, mode, narrow))
        shapes.append({"type": "line", "x0": 0, "x1": width, "y0": floor, "y1": floor, "line": {"color": mode.rule, "width": 1}})
        down = floor + 4
    axes = _axes(years, scale, down, width, mode)
    margin = {"l": 4 if narrow else NAMES_PX, "r": 6, "t": 2, "b": 24}
    whole = layout(mode, height=int(down + 26), margin=margin)
    return {"data": data, "layout": {**whole, **axes, "annotations": notes, "shapes": [*shapes, *rings]}}


def _columns(rows: pd.DataFrame, scale, floor: float, colour: str, mode: Look) -> list[dict]:
    """Held solid from the floor, announced outlined above it, called off crossed above that."""
    by_year = rows.groupby(["year", "status"])["events"].sum().unstack(fill_value=0)
    below, drawn = pd.Series(0, index=by_year.index), []
    for status in ("held", "planned", "cancelled"):
        if status not in by_year:
            continue
        some = by_year[status][by_year[status] > 0]
        base = below[some.index]
        drawn.append(
            {
                "type": "bar",
                "x": [float(scale(year + 0.5)) for year in some.index],
                "width": [float(scale(year + 0.9) - scale(year + 0.1)) for year in some.index],
                "base": [float(floor - at * EVENT_PX) for at in base],
                "y": [float(-number * EVENT_PX) for number in some],
                "marker": _style(status, colour, mode),
                "hoverinfo": "skip",
                "unselected": {"marker": {"opacity": 1}},
            }
        )
        below = below.add(some, fill_value=0)
    return drawn


def _hits(rows: pd.DataFrame, scale, top: float, floor: float, code: str) -> dict:
    """What the pointer meets of each year in one lane: as high as the lane, however small the column."""
    years = sorted(set(rows["year"]))
    keys = [f"{year}.{code}" if code else str(year) for year in years]
    return {
        "type": "bar",
        "x": [float(scale(year + 0.5)) for year in years],
        "width": [float(scale(year + 1) - scale(year)) for year in years],
        "base": [floor] * len(years),
        "y": [top - floor] * len(years),
        "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        "customdata": [[key, _card(rows, year), "cell"] for key, year in zip(keys, years, strict=True)],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": "cell",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _card(rows: pd.DataFrame, year: int) -> str:
    numbers = rows[rows["year"] == year].groupby("status")["events"].sum()
    lines = [f"{numbers[status]} {words}{_weak(rows, year, status)}" for status, words in _WORDS.items() if status in numbers]
    return "<br>".join([f"<b>{year}</b>", *lines, "click for these alone"])


def _weak(rows: pd.DataFrame, year: int, status: str) -> str:
    weak = rows.loc[(rows["year"] == year) & (rows["status"] == status), ["alone", "secondary"]].sum()
    return f": {weak['alone']} on one independent source, {weak['secondary']} on none that is primary"


_WORDS = {"held": "held", "planned": "only announced", "cancelled": "called off"}


def _style(status: str, colour: str, mode: Look) -> dict:
    if status == "held":
        return {"color": colour, "line": {"width": 0}}
    marker = {"color": mode.paper, "line": {"color": colour, "width": 1.4}}
    return marker if status == "planned" else marker | {"pattern": {"shape": "x", "fgcolor": mode.quiet, "size": 5}}


def _rings(rows: pd.DataFrame, scale, floor: float, ringed: Collection[int], mode: Look) -> list[dict]:
    """A ring about each of these years' columns: dark, edged with paper, as the map rings places."""
    total = rows[rows["year"].isin(ringed)].groupby("year")["events"].sum()
    found = []
    for year, number in total.items():
        left, right = float(scale(year + 0.1)) - RING_OFF_PX, float(scale(year + 0.9)) + RING_OFF_PX
        ends = {"x0": left, "x1": right, "y0": floor - number * EVENT_PX - RING_OFF_PX, "y1": floor + 1}
        edged = ((mode.paper, 2 * RING_PX), (mode.text, RING_PX))
        found += [{"type": "rect", **ends, "name": f"marked {year}", "line": {"color": colour, "width": width}} for colour, width in edged]
    return found


def _numbers(rows: pd.DataFrame, scale, floor: float, mode: Look, ringed: Collection[int], *, every: bool) -> dict:
    total = rows.groupby("year")["events"].sum() if every else pd.Series(dtype="int64")
    held = rows[rows["status"] == "held"].groupby("year")["events"].sum().reindex(total.index, fill_value=0)
    return {
        "type": "scatter",
        "mode": "text",
        "x": [float(scale(year + 0.5)) for year in total.index],
        "y": [floor - number * EVENT_PX - (12 if year in ringed else 7) for year, number in total.items()],
        "text": [f"{some}+{number - some}" if number > some else f"{some}" for number, some in zip(total, held, strict=True)],
        "textfont": {"size": SMALL_SIZE_PX - 1, "color": mode.quiet},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "unselected": {"textfont": {"color": mode.quiet}},
    }


def _name(lane: str, y: float, rows: pd.DataFrame, mode: Look, narrow: bool) -> dict:
    number = int(rows.loc[rows["status"] == "held", "events"].sum())
    text = f"{html.escape(lane, quote=False)} <b>{number}</b>"
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
