"""The stage on which the years are played: cities and journeys of the whole map as plain points and paths in pixels, and where its ground is."""

from collections.abc import Mapping

import pandas as pd

from charts.clipping import line_path
from charts.ground import GROUND
from charts.look import look, on_paper
from charts.map_layers import curve, heads, spread
from charts.map_marks import map_marks, map_view
from charts.mercator import View

_KINDS = ("sea", "land", "border")


def stage(ground: Mapping[str, str], cities: pd.DataFrame, journeys: pd.DataFrame, *, dark: bool = False, narrow: bool = False) -> dict:
    """The whole map as data for drawing, one unit a pixel, y downwards.

    The tables are those of `map_deck`; of `ground` only the world. `width`, `height`; `ground`: the address of its GeoJSON; `colours`: of the
    sea, and of the kinds of it that are drawn; `zero`: the pixel of 0° N, 0° E; `scale`: how many pixels wide the whole world is;
    `cities`: `key`, `name`, `x`, `y`, `tx`, `ty`, `anchor` (where its name stands, blank where none does), `px`, `py` (its true point); `ways`: `key`, `name`, `path`, `head` (`x`, `y`, `turn` in degrees clockwise).
    """
    frame = "narrow" if narrow else "wide"
    view = map_view("whole", frame)
    ways = list(journeys[journeys["drawn"]].itertuples())
    return {
        "width": round(view.width),
        "height": round(view.height),
        "ground": ground["world"],
        "colours": {kind: GROUND[dark][kind] for kind in _KINDS},
        "zero": view.pixels(0.0, 0.0),
        "scale": view.scale,
        "cities": _cities(cities, journeys, view, frame),
        "ways": [_way(row, view, share) for row, share in zip(ways, spread(len(ways)), strict=True)],
    }


def sector_colours(colours: Mapping[str, str], *, dark: bool) -> dict[str, str]:
    """The sectors' colours as they are drawn, by the sectors' keys; and under a blank key that of what has no sector."""
    drawn = {key: on_paper(colour, dark=dark) for key, colour in colours.items()}
    return {**drawn, "": look(dark).quiet}


def _cities(cities: pd.DataFrame, journeys: pd.DataFrame, view: View, frame: str) -> list[dict]:
    """Where the flat map has them when all has happened, so that nothing moves while the years pass."""
    found = []
    for mark, place in map_marks(cities.head(0), cities, journeys, area="whole", frame=frame):
        x, y = view.pixels(mark.row.longitude, mark.row.latitude)
        city = {"key": mark.row.place, "name": mark.row.label, "px": round(x, 1), "py": round(y, 1)}
        city |= {"x": round(x + place.dx, 1), "y": round(y + place.dy, 1), "most": round(mark.radius, 1), **_name(place)}
        found.append(city)
    return found


def _name(place) -> dict:
    if not place.name:
        return {"tx": 0, "ty": 0, "anchor": ""}
    left, top, right, bottom = place.name
    x, anchor = {"start": (left, "start"), "end": (right, "end")}.get(place.side, ((left + right) / 2, "middle"))
    return {"tx": round(x, 1), "ty": round((top + bottom) / 2, 1), "anchor": anchor}


def _way(row, view: View, share: float) -> dict:
    points = curve(row, view)
    way = {"key": row.place, "name": f"{row.origin} → {row.venue}", "path": line_path([points], view)}
    arrow = heads(points, view, share)
    if not arrow:
        return {**way, "head": None}
    x, y = view.pixels(*arrow[0]["position"])
    return {**way, "head": {"x": round(x, 1), "y": round(y, 1), "turn": -arrow[0]["angle"]}}
