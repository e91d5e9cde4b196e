"""How one mark is drawn: a day is a point, what lasted is solid, what is only bounded is hatched, a plan is an outline."""

import html

import numpy as np

from charts.columns import Columns
from charts.look import Look

BAR_PX = 11
THINNEST_PX = 5
POINT_PX = 11
FADE_PX = 90
RING_PX = 3
_DRAWN = ["left", "right", "core_left", "core_right", "y", "open_end", "colour", "status", "day"]
_FADE = (0.85, 0.68, 0.52, 0.38, 0.25, 0.14)


def tint(colour: str, strength: float) -> str:
    """`#RRGGBB` as an rgba text with that opacity."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{strength})"


def _placed(values) -> list[float]:
    """Places on a chart as exact as they are needed: floats have twice the digits, and all of them would travel."""
    return np.round(np.asarray(values, dtype=float), 4).tolist()


def traces(placed: Columns, mode: Look) -> list[dict]:
    """Plotly traces, back to front, for placed marks.

    One row of `placed` is one span with its place: `y` and `left`, `right` (the mark's outer edges), `core_left`,
    `core_right` (the part that certainly lasted, missing where there is none), `open_end`, all in pixels, and `colour`,
    `status`, `day`, `lasted`.
    """
    placed = Columns({name: placed[name] for name in _DRAWN})
    points, bars = placed.where(placed["day"]), placed.where(~placed["day"])
    return [
        *_doubt(_doubtful(bars), mode),
        _cores(bars.where(~np.isnan(bars["core_left"]))),
        *_fades(bars.where(bars["open_end"])),
        _crosses(bars.where(bars["status"] == "cancelled")),
        _points(points, mode),
    ]


def _doubtful(bars: Columns) -> Columns:
    """Bars with a part that is not certain; where the end is open, only what lies before the certain part."""
    some = bars.where(np.isnan(bars["core_left"]) | (bars["left"] < bars["core_left"]) | (bars["core_right"] < bars["right"]))
    return some | {"right": np.where(some["open_end"], some["core_right"], some["right"])}


def _bar(left, right, y, marker: dict) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "base": _placed(left),
        "x": _placed(right - left),
        "y": _placed(y),
        "width": [BAR_PX] * len(y),
        "marker": marker,
        "hoverinfo": "skip",
        "unselected": {"marker": {"opacity": 1}},
    }


def _doubt(rows: Columns, mode: Look) -> list[dict]:
    held, others = (rows.where(mask) for mask in (rows["status"] == "held", rows["status"] != "held"))
    tinted = [tint(colour, 0.28) for colour in held["colour"]]
    under = _bar(held["left"], held["right"], held["y"], {"color": tinted, "line": {"width": 0}})
    pattern = {"shape": "/", "size": 5, "solidity": 0.3, "fillmode": "replace"}
    drawn = [under]
    for some, fill in ((held, 0.3), (others, 0.0)):
        colours = list(some["colour"])
        line = {"color": colours, "width": 0 if fill else 1.4}
        marker = {
            "color": colours,
            "line": line,
            "pattern": {**pattern, "fgcolor": colours, "bgcolor": [tint(colour, fill) if fill else mode.paper for colour in colours]},
        }
        drawn.append(_bar(some["left"], some["right"], some["y"], marker))
    return drawn


def _cores(rows: Columns) -> dict:
    held = rows["status"] == "held"
    fill = [colour if solid else "rgba(0,0,0,0)" for colour, solid in zip(rows["colour"], held, strict=True)]
    line = {"color": list(rows["colour"]), "width": [0 if solid else 1.6 for solid in held]}
    return _bar(rows["core_left"], rows["core_right"], rows["y"], {"color": fill, "line": line})


def _fades(rows: Columns) -> list[dict]:
    """What has no known end: it fades from the part that is certain, and goes on faintly to the edge, with an arrow."""
    core = rows["core_right"]
    step = np.where(core <= 0, 0, np.minimum(rows["right"] - core, FADE_PX) / len(_FADE))
    edges = [np.maximum(core, 0) + number * step for number in range(len(_FADE))]
    drawn = [
        _bar(left, right, rows["y"], {"color": [tint(colour, strength) for colour in rows["colour"]], "line": {"width": 0}})
        for left, right, strength in zip(edges, [*edges[1:], rows["right"]], _FADE, strict=True)
    ]
    arrow = {"symbol": "triangle-right", "size": BAR_PX, "color": list(rows["colour"]), "line": {"width": 0}}
    return [*drawn, _scatter(rows, rows["right"] - BAR_PX / 2, arrow)]


def _scatter(rows: Columns, x: np.ndarray, marker: dict) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": _placed(x),
        "y": _placed(rows["y"]),
        "marker": marker,
        "hoverinfo": "skip",
        "cliponaxis": False,
        "unselected": {"marker": {"opacity": 1}},
    }


def _crosses(rows: Columns) -> dict:
    marker = {"symbol": "x-thin-open", "size": POINT_PX, "color": list(rows["colour"]), "line": {"width": 2.2}}
    return _scatter(rows, (rows["left"] + rows["right"]) / 2, marker)


def _points(rows: Columns, mode: Look) -> dict:
    symbols = {"held": "circle", "planned": "circle-open", "cancelled": "circle-x-open"}
    widths = [1 if status == "held" else 2 for status in rows["status"]]
    edges = [mode.paper if status == "held" else colour for status, colour in zip(rows["status"], rows["colour"], strict=True)]
    line = {"width": widths, "color": edges}
    marker = {"symbol": [symbols[status] for status in rows["status"]], "size": POINT_PX, "color": list(rows["colour"]), "line": line}
    return _scatter(rows, (rows["left"] + rows["right"]) / 2, marker)


def rings(placed: Columns, mode: Look) -> list[dict]:
    """A ring around each mark of the rows of `placed` that are `marked`; none where none is."""
    if not placed["marked"].any():
        return []
    rows = placed.where(placed["marked"])
    points, bars = rows.where(rows["day"]), rows.where(~rows["day"])
    ring = {"symbol": "circle-open", "size": POINT_PX + 8, "color": mode.text, "line": {"width": 1.8}}
    edge = {"color": "rgba(0,0,0,0)", "line": {"color": mode.text, "width": 1.8}}
    frame = _bar(bars["left"] - RING_PX, bars["right"] + RING_PX, bars["y"], edge) | {"width": [BAR_PX + 2 * RING_PX] * bars.size}
    return [_scatter(points, (points["left"] + points["right"]) / 2, ring), frame]


def labels(x, y, texts, positions, colours, *, size: int) -> dict:
    """A trace of texts beside marks."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": _placed(x),
        "y": _placed(y),
        "text": list(texts),
        "textposition": list(positions),
        "textfont": {"color": list(colours), "size": size},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "unselected": {"textfont": {"color": None}},
    }


def hits(left, right, y, heights, keys, cards, *, what: str = "") -> dict:
    """Invisible bars over marks and labels: what the pointer meets, with its key and its hover card.

    `what`: what a key is of, where it is not of an event or another thing that has a card: a click hands it on as a third word.
    """
    kind = [what] * bool(what)
    return {
        "type": "bar",
        "orientation": "h",
        "base": _placed(left),
        "x": _placed(right - left),
        "y": _placed(y),
        "width": list(heights),
        "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        "customdata": [[key, card, *kind] for key, card in zip(keys, cards, strict=True)],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": what or "events",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def hover_card(row) -> str:
    """The short card that a pointer brings up: title, date and status, sector and places, and on how many sources it rests."""
    sources = f"{row.sources} source{'s' if row.sources != 1 else ''}"
    status = "" if row.status == "held" else f" · {_plain(row.status_text)}"
    lines = [
        _plain(row.title),
        f"{_plain(row.date_text)}{status}",
        _plain(f"{row.sector}{' · ' + row.cities if row.cities else ''}"),
        f"{row.confidence} {sources}{', which disagree' if row.disputed else ''}",
    ]
    return "<br>".join(lines)


def _plain(text: str) -> str:
    """The text without markup of its own; plotly knows no entity for a quotation mark."""
    return html.escape(text, quote=False)
