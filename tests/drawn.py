"""What a figure draws, read back from it: per event its bars, points, label and the place where a pointer meets it."""

import re
from dataclasses import dataclass

from charts.lanes import WIDE_PX
from charts.look import text_width


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

    def overlaps(self, other, slack=1e-6):
        """Whether the two have a place in common; touching is none."""
        across = self.left < other.right - slack and other.left < self.right - slack
        return across and self.top < other.bottom - slack and other.top < self.bottom - slack


def each(trace):
    """The markers of one trace, one by one, with lists of settings taken apart."""
    return [_picked(trace["marker"], number) for number in range(len(trace["y"]))]


def _picked(setting, number):
    if isinstance(setting, dict):
        return {name: _picked(value, number) for name, value in setting.items()}
    return setting[number] if isinstance(setting, list) else setting


def lying(figure):
    """Traces of lying bars."""
    return [trace for trace in figure["data"] if trace["type"] == "bar" and trace.get("orientation") == "h"]


def _rectangles(trace):
    columns = zip(trace["base"], trace["x"], trace["y"], trace["width"], each(trace), strict=True)
    return [Rectangle(base, base + width, y, height, marker) for base, width, y, height, marker in columns]


def bars(figure):
    """Every bar that can be seen, back to front."""
    return [bar for trace in lying(figure) if "customdata" not in trace for bar in _rectangles(trace)]


def points(figure):
    """Every point and cross: (x, y, marker)."""
    found = [trace for trace in figure["data"] if trace["type"] == "scatter" and trace["mode"] == "markers"]
    return [(x, y, marker) for trace in found for x, y, marker in zip(trace["x"], trace["y"], each(trace), strict=True)]


def hits(figure):
    """Per event and lane, the place where a pointer meets it: (event_id, hover card, rectangle)."""
    (trace,) = [trace for trace in lying(figure) if trace.get("name") == "events"]
    return [(key, card, place) for (key, card), place in zip(trace["customdata"], _rectangles(trace), strict=True)]


def keys(figure):
    """The events that are drawn."""
    return {key for key, _, _ in hits(figure)}


def labels(figure):
    """The events' labels, one a hit and in the same order: (text without its mark of confidence, left, right)."""
    number = len(hits(figure))
    trace = next(
        trace for trace in figure["data"] if trace.get("mode") == "text" and trace.get("yaxis") != "y2" and len(trace["x"]) == number
    )
    found = []
    for x, text, side in zip(trace["x"], trace["text"], trace["textposition"], strict=True):
        width = max(text_width(plain(line)) for line in text.split("<br>"))
        title = text.rpartition("\u00a0")[0]
        found.append((title, x - width, x) if "left" in side else (title, x, x + width))
    return found


def plain(text):
    """A text without markup."""
    return re.sub("<.*?>", "", text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def alpha(marker):
    """How opaque a colour is."""
    return float(marker["color"].removeprefix("rgba(").removesuffix(")").split(",")[3])


def pixel(year, years=(2015, 2019)):
    """Where a decimal year lies on a wide timeline of these years."""
    return (year - years[0]) * WIDE_PX / (years[1] + 1 - years[0])
