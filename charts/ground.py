"""The ground of every map: its colours, and which of its regions a view needs."""

from collections.abc import Mapping
from typing import NamedTuple

from charts.mercator import View

Box = tuple[float, float, float, float]
GROUND = {
    False: {"sea": "#ECF2F6", "land": "#F1EEE8", "lake": "#DCE8F0", "river": "#A9C9DE", "inner border": "#D3CEC4", "border": "#A39E94"},
    True: {"sea": "#10181F", "land": "#242B31", "lake": "#16222C", "river": "#36536A", "inner border": "#3D464E", "border": "#626C75"},
}
WIDTH_PX = {"river": 1.2, "inner border": 0.8, "border": 1.0}

_NEAR_DEGREES = 30.0  # of longitude: a wider view has no room for what is more exact


class Region(NamedTuple):
    """A file of the ground: where the browser finds it, and the box of degrees for which it is complete; none where that is the world."""

    address: str
    box: Box | None


def regions(ground: Mapping[str, Region], view: View) -> list[str]:
    """The regions that a view is drawn of, back to front: the one that covers it, where it shows so little, else the world alone."""
    west, north = view.degrees(0.0, 0.0)
    east, south = view.degrees(view.width, view.height)
    world = [name for name, region in ground.items() if not region.box]
    within = [name for name, region in ground.items() if region.box and _meets(region.box, (west, south, east, north))]
    whole = [name for name in within if _holds(ground[name].box, (west, south, east, north))]
    if whole:
        return whole[-1:]
    return world + (within if east - west < _NEAR_DEGREES else [])


def _holds(box: Box, other: Box) -> bool:
    return box[0] <= other[0] and box[1] <= other[1] and other[2] <= box[2] and other[3] <= box[3]


def _meets(box: Box, other: Box) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
