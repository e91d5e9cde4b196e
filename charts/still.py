"""The map as a still: a scene as a plotly figure of plain shapes that can be saved."""

import html
import math
from collections.abc import Mapping, Sequence

from charts.clipping import line_path, ring_path
from charts.ground import WIDTH_PX
from charts.look import LIGHT, layout
from charts.mercator import View

GAP_PX = 22.0
_TURN_STEPS = 60
_CLEAR = "rgba(0,0,0,0)"


def still(scene: Mapping, ground: Mapping[str, Sequence[dict]]) -> dict:
    """The scene (`map_scene.map_scene`, light) as a plotly figure (a dict) with a width of its own, its maps side by side, one pixel a unit of its axes, y downwards.

    `ground`: per region its features. The trace `places` has the places' keys as `customdata`.
    """
    shapes, notes, points, left = [], [], [], 0.0
    height = max(panel["height"] for panel in scene["panels"])
    for panel in scene["panels"]:
        found = [*_ground(panel, ground, scene["colours"]), *_lines(panel, scene["colours"]), *_rings(panel, scene)]
        shapes += [_moved(shape, left) for shape in found]
        notes += [{**note, "x": round(note["x"] + left, 1)} for note in _notes(panel, scene["colours"])]
        points += [(ring["x"] + ring["dx"] + left, ring["y"] + ring["dy"], ring["key"]) for ring in panel["rings"]]
        left += panel["width"] + GAP_PX
    x, y, keys = zip(*points, strict=True) if points else ((), (), ())
    trace = {"type": "scatter", "mode": "markers", "name": "places", "x": list(x), "y": list(y), "customdata": [[key] for key in keys]}
    width, axis = round(left - GAP_PX), {"visible": False, "fixedrange": True}
    axes = {"xaxis": {**axis, "range": [0, width]}, "yaxis": {**axis, "range": [height, 0]}}
    base = layout(LIGHT, height=round(height), margin={"l": 0, "r": 0, "t": 0, "b": 0})
    return {
        "data": [{**trace, "marker": {"opacity": 0}, "hoverinfo": "skip"}],
        "layout": {**base, **axes, "width": width, "shapes": shapes, "annotations": notes},
    }


def _moved(shape: dict, by: float) -> dict:
    """A shape as far to the right as its map begins."""
    if "path" not in shape:
        return {**shape, **{edge: shape[edge] + by for edge in ("x0", "x1")}}
    words = []
    for word in shape["path"].split(" "):
        letter, rest = (word[:1], word[1:]) if word[:1].isalpha() else ("", word)
        across, comma, down = rest.partition(",")
        words.append(f"{letter}{float(across) + by:.1f}{comma}{down}" if comma else word)
    return {**shape, "path": " ".join(words)}


def _view(panel: Mapping) -> View:
    """The view of which a map of the scene was made."""
    zoom = math.log2(panel["scale"] / 512)
    middle = View(0.0, 0.0, zoom, 0.0, 0.0).degrees(panel["width"] / 2 - panel["zero"][0], panel["height"] / 2 - panel["zero"][1])
    return View(middle[1], middle[0], zoom, panel["width"], panel["height"])


def _ground(panel: Mapping, ground: Mapping[str, Sequence[dict]], colours: Mapping[str, str]) -> list[dict]:
    """Sea, land, water and borders, back to front; a shape each kind of a region."""
    view = _view(panel)
    frame = {"type": "rect", "x0": 0.0, "y0": 0.0, "x1": view.width, "y1": view.height}
    found = [{**frame, "fillcolor": colours["sea"], "line": {"width": 0}, "layer": "below"}]
    for region in panel["regions"]:
        for feature in ground[region]:
            kind, places = feature["properties"]["kind"], feature["geometry"]["coordinates"]
            if panel["kind"] == "far" and kind not in ("land", "border"):
                continue
            if kind in WIDTH_PX:
                path, how = line_path(places, view), _stroke(colours[kind], WIDTH_PX[kind])
            else:
                path = ring_path((ring for polygon in places for ring in polygon), view)
                how = {"fillcolor": colours[kind], "fillrule": "evenodd", "line": {"width": 0}}
            found += [{"type": "path", "path": path, "layer": "below", **how}] if path else []
    gaps = ((-GAP_PX, 0.0), (view.width, view.width + GAP_PX))  # what is cut lies a little beyond the map
    return found + [{**frame, "x0": x0, "x1": x1, "fillcolor": LIGHT.paper, "line": {"width": 0}, "layer": "below"} for x0, x1 in gaps]


def _stroke(colour: str, width: float) -> dict:
    return {"fillcolor": _CLEAR, "line": {"color": colour, "width": width}}


def _lines(panel: Mapping, colours: Mapping[str, str]) -> list[dict]:
    """The bows with their arrowheads, and the frames of the near maps."""
    found = []
    for line in panel["lines"]:
        x0, y0, bx, by, x1, y1 = line["points"]
        colour, (x, y, turn) = colours[line["tone"]], line["head"]
        found.append({"type": "path", "path": f"M{x0},{y0} Q{bx},{by} {x1},{y1}", **_stroke(colour, line["width"])})
        size, angle = 1 + line["width"] / 8, math.radians(turn)
        corners = [
            (x + size * (a * math.cos(angle) - b * math.sin(angle)), y + size * (a * math.sin(angle) + b * math.cos(angle)))
            for a, b in ((-7, -6), (8, 0), (-7, 6))
        ]
        path = "M" + " L".join(f"{a:.1f},{b:.1f}" for a, b in corners) + " Z"
        found.append({"type": "path", "path": path, "fillcolor": colour, "line": {"width": 0}})
    for x0, y0, x1, y1 in panel.get("boxes", ()):
        found.append({"type": "rect", "x0": x0, "y0": y0, "x1": x1, "y1": y1, **_stroke(colours["ink"], 1.3)})
    return found


def _rings(panel: Mapping, scene: Mapping) -> list[dict]:
    """Lines from rings that were moved to their places, and over them the rings parted by sector."""
    found, ink, paper = [], scene["colours"]["ink"], scene["colours"]["paper"]
    for ring in panel["rings"]:
        if math.hypot(ring["dx"], ring["dy"]) >= ring["r"]:
            ends = {"x0": ring["x"], "y0": ring["y"], "x1": ring["x"] + ring["dx"], "y1": ring["y"] + ring["dy"]}
            found.append({"type": "line", **ends, "line": {"color": ink, "width": 1.3}})
    for ring in panel["rings"]:
        x, y, radius = ring["x"] + ring["dx"], ring["y"] + ring["dy"], ring["r"]
        edges = {"x0": x - radius, "x1": x + radius, "y0": y - radius, "y1": y + radius}
        found.append({"type": "circle", **edges, "fillcolor": paper, "line": {"color": paper, "width": 2}})
        thick, turn = max(3.0, radius * 0.3), 0.0
        for sector, number in ring["shares"]:
            end = turn + number / ring["n"]
            path = _arc(x, y, radius - thick / 2, turn, end)
            found.append({"type": "path", "path": path, **_stroke(scene["sectors"][sector]["colour"], round(thick, 1))})
            turn = end
    return found


def _arc(x: float, y: float, radius: float, start: float, end: float) -> str:
    """A part of a circle as short straight lines: plotly's paths know no arcs."""
    steps = max(2, math.ceil((end - start) * _TURN_STEPS))
    turns = [2 * math.pi * (start + (end - start) * at / steps) for at in range(steps + 1)]
    return "M" + " L".join(f"{x + radius * math.sin(turn):.1f},{y - radius * math.cos(turn):.1f}" for turn in turns)


def _notes(panel: Mapping, colours: Mapping[str, str]) -> list[dict]:
    """Numbers in their rings, names beside them, what stands on the lines, and the name of the map."""
    found = [_note(f"<b>{html.escape(panel['name'])}</b>", 12, 18, 14, "left", colours)] if panel["name"] else []
    for ring in panel["rings"]:
        x, y = ring["x"] + ring["dx"], ring["y"] + ring["dy"]
        found.append(_note(f"<b>{ring['n']}</b>", x, y, max(11, min(15, ring["r"] * 0.75)), "center", colours))
        if ring["anchor"]:
            anchor = {"start": "left", "end": "right", "middle": "center"}[ring["anchor"]]
            found.append(_note(f"<b>{html.escape(ring['name'])}</b>", x + ring["tx"], y + ring["ty"], ring["size"], anchor, colours))
    for line in panel["lines"]:
        text = f"{html.escape(line['text'])} <b>{line['n']}</b>" if line["kind"] != "to" else html.escape(line["text"])
        x, y = line["middle"]
        found.append({**_note(text, x, y - 12 - line["width"] / 2, 13, "center", colours), "textangle": line["angle"]})
    return found


def _note(text: str, x: float, y: float, size: float, anchor: str, colours: Mapping[str, str]) -> dict:
    font = {"size": round(size, 1), "color": colours["ink"]}
    place = {"x": round(x, 1), "y": round(y, 1), "xanchor": anchor, "yanchor": "middle"}
    return {"text": text, **place, "font": font, "showarrow": False, "borderpad": 0}
