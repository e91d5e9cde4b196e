"""The key below the still map: its signs beside what they mean, then the sectors' colours."""

import html
from collections.abc import Mapping

from charts.drawing import labels
from charts.look import SMALL_SIZE_PX, Look, on_paper, text_width

LINE_PX, ABOVE_PX, SIGN_PX, BETWEEN_PX = 22.0, 10.0, 26.0, 20.0
OF_CITIES = {
    "city": "city with the number of events that name it, its ring parted by sector",
    "city without": "city with sites, but no event shown",
}
OF_SITES = {
    "site": "site in its sector’s colour; larger: more events",
    "site without": "site at which no shown event took place",
    "town": "city with the number of events that name it",
    "ring": "the point lies within this ring",
    "rough ring": "the same, point approximate",
}
MOVED = {"moved": "moved aside to be seen: a line leads to the dot at its true place, or under the mark that stands there"}
JOURNEY = {"journey": "journey: people came from there to an event here; thicker: more events"}
_SIGNS = {
    "city": ("circle-open", 18, 4),
    "city without": ("circle-open", 9, 1.4),
    "site": ("circle", 15, 0),
    "site without": ("circle-open", 9, 2),
    "town": ("square-open", 15, 1.6),
    "ring": ("circle", 0, 0),  # drawn as a shape: a marker has no dashes
    "rough ring": ("circle", 0, 0),
    "moved": ("circle", 6, 0),
    "journey": ("triangle-right", 11, 0),
}
_RINGS = ("ring", "rough ring")


def key_traces(sectors: Mapping[str, str], *, whole: bool, width: float, mode: Look, dark: bool) -> tuple[list[dict], list[dict], float]:
    """The key as traces and shapes on the axes `x2` and `y2` of so many pixels, and its height. `sectors`: names by colour."""
    words = {**(OF_CITIES if whole else OF_SITES), **MOVED, **JOURNEY}
    signs = [(*_SIGNS[sign], mode.accent if sign == "journey" else mode.quiet, text) for sign, text in words.items()]
    signs += [("circle", 11, 0, on_paper(colour, dark=dark), name) for colour, name in sectors.items()]
    places, height = _flowing([sign[-1] for sign in signs], width)
    marker = {
        "opacity": 1,
        "symbol": [symbol for symbol, *_ in signs],
        "size": [size for _, size, *_ in signs],
        "color": [colour for *_, colour, _ in signs],
        "line": {"width": [line for _, _, line, *_ in signs], "color": [colour for *_, colour, _ in signs]},
    }
    rings = [_ring(*place, mode, dashed=sign == "rough ring") for sign, place in zip(words, places, strict=False) if sign in _RINGS]
    x, y = [x + SIGN_PX / 2 for x, _ in places], [y for _, y in places]
    drawn = {"type": "scatter", "mode": "markers", "x": x, "y": y, "marker": marker, "hoverinfo": "skip", "cliponaxis": False}
    texts = [html.escape(sign[-1], quote=False) for sign in signs]
    named = labels([x + SIGN_PX for x, _ in places], y, texts, ["middle right"] * len(signs), [mode.text] * len(signs), size=SMALL_SIZE_PX)
    axes = {"xaxis": "x2", "yaxis": "y2"}
    return [{**drawn, **axes, "name": "signs"}, {**named, **axes, "name": "meanings"}], rings, height


def _ring(x: float, y: float, mode: Look, *, dashed: bool) -> dict:
    ends = {"x0": x + 5, "x1": x + 21, "y0": y - 8, "y1": y + 8, "xref": "x2", "yref": "y2"}
    return {"type": "circle", **ends, "line": {"color": mode.quiet, "width": 1.3, "dash": "dash" if dashed else "solid"}}


def _flowing(texts: list[str], width: float) -> tuple[list[tuple[float, float]], float]:
    """Where each sign begins, as many in a line as fit, and the height of all lines."""
    places, x, y = [], 0.0, ABOVE_PX + LINE_PX / 2
    for text in texts:
        wide = SIGN_PX + text_width(text, size=SMALL_SIZE_PX) + BETWEEN_PX
        if x and x + wide > width:
            x, y = 0.0, y + LINE_PX
        places.append((x, y))
        x += wide
    return places, y + LINE_PX / 2
