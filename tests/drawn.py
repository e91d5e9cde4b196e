"""What a timeline's figure draws, read back from it: bars, points, labels and the place where a pointer meets each event."""

import re
from dataclasses import dataclass

import numpy as np

from charts.look import text_width
from charts.timeline import screen_of


@dataclass(frozen=True)
class Rectangle:
    """A piece of the chart, in pixels, with what fills it."""

    left: float
    right: float
    y: float
    height: float
    marker: dict

    @property
    def top(self):
        return self.y - self.height / 2

    @property
    def bottom(self):
        return self.y + self.height / 2

    def overlaps(self, other, slack=0.21):
        """Whether the two have a place in common; touching is none, nor what rounding to tenths of a pixel makes."""
        across = self.left < other.right - slack and other.left < self.right - slack
        return across and self.top < other.bottom - slack and other.top < self.bottom - slack


def named(figure, name):
    """The traces of this name."""
    return [trace for trace in figure["data"] if trace.get("name") == name]


def each(trace):
    """The markers of one trace, one by one, with lists of settings taken apart."""
    return [_picked(trace["marker"], number) for number in range(len(trace["y"]))]


def _picked(setting, number):
    if isinstance(setting, dict):
        return {name: _picked(value, number) for name, value in setting.items()}
    return setting[number] if isinstance(setting, list) else setting


def rectangles(trace):
    """The bars of one trace."""
    heights = np.broadcast_to(trace["width"], len(trace["y"])).tolist()
    columns = zip(trace["base"], trace["x"], trace["y"], heights, each(trace), strict=True)
    return [Rectangle(*sorted((base, base + width)), y, height, marker) for base, width, y, height, marker in columns]


def bars(figure, name="mark"):
    """Every bar of the marks, back to front; or of other traces of one name."""
    return [bar for trace in named(figure, name) if trace["type"] == "bar" for bar in rectangles(trace)]


def columns(figure):
    """The parts of the columns of years."""
    return bars(figure, "column")


def points(figure):
    """Every point and arrow: (x, y, marker)."""
    found = [trace for trace in named(figure, "mark") if trace["type"] == "scatter"]
    return [(x, y, marker) for trace in found for x, y, marker in zip(trace["x"], trace["y"], each(trace), strict=True)]


def marks(figure, narrow=False):
    """The rectangles of all marks, points among them."""
    point = screen_of(narrow).point
    return [*bars(figure), *(Rectangle(x - point / 2, x + point / 2, y, point, marker) for x, y, marker in points(figure))]


def hits(figure):
    """Per event and row, the place where a pointer meets it: (event_id, hover card, rectangle)."""
    (trace,) = named(figure, "events")
    return [(key, card, place) for (key, card), place in zip(trace["customdata"], rectangles(trace), strict=True)]


def keys(figure):
    """The events that are drawn."""
    return {key for key, _, _ in hits(figure)}


def texts(figure, name):
    """The texts of one name, each as the rectangle in which it stands, as high as its line: (text, rectangle)."""
    (trace,) = named(figure, name)
    sides = [trace["textposition"]] * len(trace["x"]) if isinstance(trace["textposition"], str) else trace["textposition"]
    found = []
    for x, y, text, side in zip(trace["x"], trace["y"], trace["text"], sides, strict=True):
        width, across = text_width(plain(text), size=trace["textfont"]["size"]), side.split()[1]
        left = {"left": x - width, "center": x - width / 2, "right": x}[across]
        found.append((text, Rectangle(left, left + width, y, trace["textfont"]["size"], {})))
    return found


def plain(text):
    """A text without markup."""
    return re.sub("<.*?>", "", text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def pixel(year, years=(2015, 2019), narrow=False):
    """Where a decimal year lies on a timeline of these years that is not set together."""
    return (year - years[0]) * screen_of(narrow).axis / (years[1] + 1 - years[0])
