"""The map as a still: what `charts.map` draws, as a plotly figure of plain shapes that can be saved and needs no WebGL."""

from collections.abc import Mapping, Sequence

import pandas as pd

from charts.clipping import line_path, ring_path
from charts.drawing import tint
from charts.ground import ALPHA, GROUND, WIDTH_PX
from charts.look import Look, layout, look
from charts.map_layers import DASHES, bow_width, curve, heads, spread
from charts.map_marks import map_marks, map_view
from charts.mercator import View, ring
from charts.still_key import key_traces
from charts.still_marks import leader_shapes, mark_notes, mark_traces, share_shapes


def still(
    ground: Mapping[str, Sequence[dict]],
    sites: pd.DataFrame,
    cities: pd.DataFrame,
    journeys: pd.DataFrame,
    *,
    sectors: Mapping[str, str],
    area: str = "whole",
    dark: bool = False,
    narrow: bool = False,
) -> dict:
    """The map of one area as a plotly figure (a dict) with a width of its own, one pixel a unit of its axes, y downwards.

    The tables are those of `map_deck`. `sectors`: names by colour, for the key below the map. The traces `sites`, `cities` and
    `towns` have the place's key as `customdata`.
    """
    frame, whole = "narrow" if narrow else "wide", area == "whole"
    mode, view = look(dark), map_view(area, frame)
    marks = map_marks(sites, cities, journeys, area=area, frame=frame)
    way = journeys[journeys["drawn"]]
    shapes = [*_ground(ground, view, dark=dark), *_bows(way, view, mode), *leader_shapes(marks, view, mode)]
    shapes += [*share_shapes(marks, view, dark=dark), *([] if whole else _rings(sites, view, mode))]
    used = _drawn(sectors, _in_view(sites, view), cities, whole=whole)
    key, key_rings, below = key_traces(used, whole=whole, width=view.width, mode=mode, dark=dark)
    data = [_arrowheads(way, view, mode), *mark_traces(marks, view, mode, dark=dark), *key]
    base = layout(mode, height=round(view.height + below), margin={"l": 0, "r": 0, "t": 0, "b": 0})
    notes = mark_notes(marks, view, mode)
    return {
        "data": data,
        "layout": {**base, **_axes(view, below), "width": round(view.width), "shapes": [*shapes, *key_rings], "annotations": notes},
    }


def _axes(view: View, below: float) -> dict:
    """The map's axes, and below them those of its key."""
    axis, share = {"visible": False, "fixedrange": True}, below / (view.height + below)
    return {
        "xaxis": {**axis, "range": [0, view.width], "anchor": "y"},
        "yaxis": {**axis, "range": [view.height, 0], "domain": [share, 1]},
        "xaxis2": {**axis, "range": [0, view.width], "anchor": "y2"},
        "yaxis2": {**axis, "range": [below, 0], "domain": [0, share], "anchor": "x2"},
    }


def _in_view(sites: pd.DataFrame, view: View) -> pd.DataFrame:
    points = [view.pixels(row.longitude, row.latitude) for row in sites.itertuples()]
    return sites[[0 <= x <= view.width and 0 <= y <= view.height for x, y in points]]


def _drawn(sectors: Mapping[str, str], sites: pd.DataFrame, cities: pd.DataFrame, *, whole: bool) -> dict[str, str]:
    """The sectors that have a mark."""
    used = {colour for pairs in cities["shares"] for colour, _ in pairs} if whole else set(sites["colour"].dropna())
    return {colour: name for colour, name in sectors.items() if colour in used}


def _ground(ground: Mapping[str, Sequence[dict]], view: View, *, dark: bool) -> list[dict]:
    """Sea, land, water and borders, back to front; a shape each kind of a region."""
    colours = GROUND[dark]
    frame = {"type": "rect", "x0": 0, "y0": 0, "x1": view.width, "y1": view.height}
    found = [{**frame, "fillcolor": colours["sea"], "line": {"width": 0}, "layer": "below"}]
    for region, features in ground.items():
        for feature in features:
            kind, places = feature["properties"]["kind"], feature["geometry"]["coordinates"]
            if feature["geometry"]["type"] == "MultiPolygon":
                path = ring_path((ring for polygon in places for ring in polygon), view)
                how = {"fillcolor": colours[kind], "fillrule": "evenodd", "line": {"width": 0}}
            else:
                path = line_path(places, view)
                how = _line(tint(colours[kind], ALPHA.get(region, 255) / 255), WIDTH_PX[kind])
            found += [{"type": "path", "path": path, "layer": "below", **how}] if path else []
    return found


def _line(colour: str, width: float) -> dict:
    return {"fillcolor": "rgba(0,0,0,0)", "line": {"color": colour, "width": width}}


def _bows(journeys: pd.DataFrame, view: View, mode: Look) -> list[dict]:
    paths = [(line_path([curve(row, view)], view), bow_width(row.events)) for row in journeys.itertuples()]
    return [{"type": "path", "path": path, "layer": "below", **_line(tint(mode.accent, 0.55), width)} for path, width in paths if path]


def _arrowheads(journeys: pd.DataFrame, view: View, mode: Look) -> dict:
    rows = list(journeys.itertuples())
    found = [head for row, share in zip(rows, spread(len(rows)), strict=True) for head in heads(curve(row, view), view, share)]
    points = [view.pixels(*head["position"]) for head in found]
    marker = {
        "symbol": "triangle-right",
        "size": 11,
        "angle": [-head["angle"] for head in found],
        "color": mode.accent,
        "line": {"width": 0},
    }
    x, y = [round(x, 1) for x, _ in points], [round(y, 1) for _, y in points]
    return {"type": "scatter", "mode": "markers", "name": "arrowheads", "x": x, "y": y, "marker": marker, "hoverinfo": "skip"}


def _rings(sites: pd.DataFrame, view: View, mode: Look) -> list[dict]:
    """About each site's point, the circle within which it lies; dashed where the point is approximate."""
    found = []
    for row in sites[sites["ring_m"].notna()].itertuples():
        path = line_path([ring(row.longitude, row.latitude, row.ring_m, points=2 * DASHES)], view)
        dash = {"dash": "dash"} if row.approximate is True else {}
        line = {"color": tint(mode.text, 0.75), "width": 1.2, **dash}
        found += [{"type": "path", "path": path, "layer": "above", "fillcolor": "rgba(0,0,0,0)", "line": line}] if path else []
    return found
