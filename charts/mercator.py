"""Web Mercator as deck.gl draws it: degrees onto the pixels of one view, and back."""

import math
from dataclasses import dataclass

TILE_PX = 512
EQUATOR_M = 40_075_016.7


@dataclass(frozen=True)
class View:
    """What of the map a frame of `width` by `height` pixels shows: its centre in degrees and deck.gl's zoom."""

    latitude: float
    longitude: float
    zoom: float
    width: float
    height: float

    @property
    def scale(self) -> float:
        """How many pixels wide the whole world is."""
        return TILE_PX * 2**self.zoom

    def pixels(self, longitude: float, latitude: float) -> tuple[float, float]:
        """A point in pixels from the frame's upper left corner."""
        across = (longitude - self.longitude) / 360 * self.scale
        down = (_south(latitude) - _south(self.latitude)) * self.scale
        return self.width / 2 + across, self.height / 2 + down

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        """The longitude and latitude of a pixel."""
        down = _south(self.latitude) + (y - self.height / 2) / self.scale
        latitude = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * down))))
        return self.longitude + (x - self.width / 2) / self.scale * 360, latitude

    def metres_px(self, metres: float, latitude: float) -> float:
        """How many pixels long so many metres are at a latitude."""
        return metres / (EQUATOR_M * math.cos(math.radians(latitude))) * self.scale


def _south(latitude: float) -> float:
    """How far south of the map's upper edge, as a share of its height."""
    return (1 - math.asinh(math.tan(math.radians(latitude))) / math.pi) / 2


def fitted(box: tuple[float, float, float, float], *, width: float, height: float, margin: float) -> View:
    """The closest view of a frame that holds a box of west, south, east and north with a margin in pixels."""
    west, south, east, north = box
    across, down = (east - west) / 360, _south(south) - _south(north)
    zoom = math.log2(min((width - 2 * margin) / across, (height - 2 * margin) / down) / TILE_PX)
    middle = View(0.0, 0.0, 0.0, 0.0, 0.0).degrees(0.0, ((_south(south) + _south(north)) / 2 - 0.5) * TILE_PX)[1]
    return View(middle, (west + east) / 2, zoom, width, height)
