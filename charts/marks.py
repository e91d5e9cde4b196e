"""How one mark is drawn: a day is a point, what lasted is solid, what is only bounded is hatched, a plan is an outline."""

import html

import numpy as np

from charts.columns import Columns
from charts.drawing import lying
from charts.look import Look, faded
from charts.scale import Scale

EDGE_PX = 2.0
_DOUBT, _LASTED = 0.8, 0.6  # of a point, what is in doubt and what lasted are at least so wide
_STEPS, _SOFT_STEPS = 16, 6
_HATCHED = {"shape": "/", "size": 5, "solidity": 0.42, "fillmode": "replace"}


def in_pixels(marks: Columns, scale: Scale, point: float, fade: float) -> Columns:
    """The marks with their places, in pixels: `left` and `right` (the outer edges), `core_left` and `core_right` (the part that certainly
    lasted; missing where there is none), and `open_end`, `from_edge`, `to_edge`: whether no end of what lasted is known, or only the last or the first day
    on which it can have been. `point`: how wide a day is. `fade`: how wide what has one bound alone is.
    """
    x0, x1, x2, x3, lasted = (marks[name] for name in ("x0", "x1", "x2", "x3", "lasted"))
    from_edge, open_end, to_edge = np.isnan(x0), lasted & np.isnan(x3), ~lasted & np.isnan(x3)
    x0, x1 = np.where(from_edge, x3, x0), np.where(from_edge, x3, x1)
    left, right = scale(x0), scale(np.where(np.isnan(x3), x0, x3))
    left, right = np.where(from_edge, right - fade, left), np.where(to_edge, left + fade, right)
    right = np.where(open_end, scale.width, right)
    grow = np.maximum(0, np.select([marks["day"], lasted], [point, _LASTED * point], max(_DOUBT * point, 7)) - (right - left)) / 2
    left, right = left - grow, right + grow
    shift = np.maximum(0, -left) - np.maximum(0, right - scale.width)
    core_left, core_right = scale(x1), np.where(open_end, scale.width, scale(np.where(np.isnan(x2), x1, x2)))
    has_core = lasted & ~from_edge & (core_left <= core_right)
    places = {"left": left + shift, "right": right + shift, "core_left": core_left - grow + shift, "core_right": core_right + grow + shift}
    places["core_right"] = np.minimum(places["core_right"], places["right"])
    places |= {name: np.where(has_core, places[name], np.nan) for name in ("core_left", "core_right")}
    places = {name: np.round(place, 1) for name, place in places.items()}
    return marks | {**places, "open_end": open_end, "from_edge": from_edge, "to_edge": to_edge}


def mark_traces(placed: Columns, mode: Look, *, point: float, bar: float) -> list[dict]:
    """Plotly traces, back to front, for placed marks.

    One row of `placed` is one span as `in_pixels` gives it, with `y`, `colour`, `status`, `day`. `point` and `bar`: how high they are.
    """
    points, bars = placed.where(placed["day"]), placed.where(~placed["day"])
    held, others = bars.where(bars["status"] == "held"), bars.where(bars["status"] != "held")
    drawn = [_hatched(held, bar, mode), _solid(held, bar, mode), _outlined(others, bar, mode), _points(points, point, mode)]
    drawn += [_arrows(bars.where(bars["open_end"]), bar), _strikes(placed.where(placed["status"] == "cancelled"), mode)]
    return [{**trace, "name": "mark"} for trace in drawn if trace["y"]]


def _steps(left: np.ndarray, right: np.ndarray, number: int) -> tuple[np.ndarray, np.ndarray]:
    """Each stretch in steps, one behind the other."""
    edges = np.linspace(left, right, number + 1, axis=1)
    return edges[:, :-1].ravel(), edges[:, 1:].ravel()


def _hatched(held: Columns, bar: float, mode: Look) -> dict:
    """What is in doubt, with an edge about it; where only one bound is known it fades towards the other."""
    soft = held["from_edge"] | held["to_edge"]
    doubt = held.where(~soft & (np.isnan(held["core_left"]) | (held["left"] < held["core_left"]) | (held["core_right"] < held["right"])))
    right = np.where(doubt["open_end"], doubt["core_left"], doubt["right"])
    some = held.where(soft)
    first, last = np.where(some["to_edge"], some["right"], some["left"]), np.where(some["to_edge"], some["left"], some["right"])
    near, far = _steps(first, last, _SOFT_STEPS)
    faint = [faded(colour, mode, (step + 0.6) / _SOFT_STEPS) for colour in some["colour"] for step in range(_SOFT_STEPS)]
    lefts, rights = [*doubt["left"], *np.minimum(near, far)], [*right, *np.maximum(near, far)]
    colours, edges = [*doubt["colour"], *faint], [1] * doubt.size + [0] * len(faint)
    y = [*doubt["y"], *np.repeat(some["y"], _SOFT_STEPS)]
    return lying(lefts, rights, y, bar, {"color": colours, "line": {"color": colours, "width": edges}, "pattern": _HATCHED})


def _solid(held: Columns, bar: float, mode: Look) -> dict:
    """What certainly lasted, fading where no end is known; and the one bound of what has no other."""
    cores = held.where(~np.isnan(held["core_left"]))
    whole, fades = cores.where(~cores["open_end"]), cores.where(cores["open_end"])
    left, right = _steps(fades["core_left"], fades["right"], _STEPS)
    faint = [faded(colour, mode, 1 - step / (_STEPS + 1)) for colour in fades["colour"] for step in range(_STEPS)]
    bound = held.where(held["from_edge"] | held["to_edge"])
    at = np.where(bound["from_edge"], bound["right"] - EDGE_PX, bound["left"])
    lefts, rights = [*whole["core_left"], *left, *at], [*whole["core_right"], *right, *(at + EDGE_PX)]
    y = [*whole["y"], *np.repeat(fades["y"], _STEPS), *bound["y"]]
    return lying(lefts, rights, y, bar, {"color": [*whole["colour"], *faint, *bound["colour"]]})


def _outlined(rows: Columns, bar: float, mode: Look) -> dict:
    return lying(rows["left"], rows["right"], rows["y"], bar, {"color": mode.paper, "line": {"color": list(rows["colour"]), "width": 1.6}})


def _scatter(rows: Columns, x: np.ndarray, marker: dict) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": np.round(x, 1).tolist(),
        "y": rows["y"].tolist(),
        "marker": {"color": list(rows["colour"]), **marker},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "unselected": {"marker": {"opacity": 1}},
    }


def _points(rows: Columns, point: float, mode: Look) -> dict:
    held = rows["status"] == "held"
    symbols, widths = np.where(held, "circle", "circle-open").tolist(), np.where(held, 0, 1.6).tolist()
    return _scatter(rows, (rows["left"] + rows["right"]) / 2, {"symbol": symbols, "size": point, "line": {"width": widths}})


def _arrows(rows: Columns, bar: float) -> dict:
    return _scatter(rows, rows["right"] - bar / 2, {"symbol": "triangle-right", "size": bar})


def _strikes(rows: Columns, mode: Look) -> dict:
    return lying(rows["left"] - 3, rows["right"] + 3, rows["y"], 1.6, {"color": mode.text})


def hover_card(row) -> str:
    """The short card that a pointer brings up: title, date and status, sector and places, and on how many sources it rests."""
    sources = f"{row.sources} source{'s' if row.sources != 1 else ''}"
    status = "" if row.status == "held" else f" · {row.status_text}"
    where = f" · {row.cities}" if row.cities else ""
    disagree = ", which disagree" if row.disputed else ""
    lines = [row.title, f"{row.date_text}{status}", f"{row.sector}{where}", f"{row.confidence} {sources}{disagree}"]
    return "<br>".join(html.escape(line, quote=False) for line in lines)  # plotly knows no entity for a quotation mark
