"""Eras as quiet bands behind a timeline, each with a small label above; what is not certain of a band fades."""

import html

import pandas as pd

from charts.lanes import NARROW_PX, WIDE_PX
from charts.look import SMALL_SIZE_PX, Look, look, text_width
from charts.scale import linear

ROW_PX, GAP_PX, ABOVE_PX = 17, 10, 6
_STEPS, _SOFT_PX = 8, 12.0
SMALLER = {False: 1.0, True: 1.2}  # how much smaller than drawn for the smallest screens are, on which letters keep their size
_STRENGTH = {False: 0.085, True: 0.13}  # of the ink, on light and on dark paper


def behind(figure: dict, eras: pd.DataFrame, *, years: tuple[int, int], dark: bool, narrow: bool) -> dict:
    """The figure (as `charts.timeline.timeline` gives it, with these `years`) with bands behind everything in it; it is not changed itself.

    `eras`: one row is one era: `label`, `kind` (`programme` in the accent's colour, all else in grey), `stated` (otherwise no edge of it is hard), and in decimal years `x0`, `x1`, `x2`, `x3`: it fades in
    from the first to the second, stands full to the third, and fades out to the fourth. Labels stand above the chart, in as many rows as they need.
    """
    mode, width = look(dark), NARROW_PX if narrow else WIDE_PX
    scale = linear(years[0], years[1] + 1, width)
    bands, notes, rows = [], [], _rows(eras, scale, width, SMALLER[narrow])
    for era, (row, left) in zip(eras.itertuples(), rows, strict=True):
        colour = mode.accent if era.kind == "programme" else mode.quiet
        edges = _edges([float(scale(place)) for place in (era.x0, era.x1, era.x2, era.x3)], era.stated)
        bands += _band(edges, colour, _STRENGTH[dark])
        bands.append(_rule(edges, row, colour))
        notes.append(_label(era.label, left, row, mode))
    layout = figure["layout"]
    strip = (max(row for row, _ in rows) + 1) * ROW_PX + ABOVE_PX if rows else 0
    margin = {**layout["margin"], "t": layout["margin"]["t"] + strip}
    whole = {**layout, "height": layout["height"] + strip, "margin": margin}
    return {**figure, "layout": {**whole, "shapes": [*bands, *layout["shapes"]], "annotations": [*layout["annotations"], *notes]}}


def _rows(eras: pd.DataFrame, scale, width: float, wider: float) -> list[tuple[int, float]]:
    """Per era, its label's row (0 is next to the chart) and left edge: at the band's left, moved where the chart ends; no label or rule of a row lies on another.

    `wider`: how much wider than on the chart as drawn a text may be set.
    """
    taken: list[float] = []
    found = []
    for era in eras.itertuples():
        long = text_width(era.label, size=SMALL_SIZE_PX) * wider
        begins = float(scale(era.x0))
        left = max(0.0, min(begins, width - long))
        row = next((row for row, end in enumerate(taken) if end + GAP_PX <= left), len(taken))
        taken[row : row + 1] = [max(left + long, float(scale(era.x3)))]
        found.append((row, left))
    return found


def _edges(edges: list[float], stated: bool) -> list[float]:
    """The four edges in pixels; a period that no source states has no hard ones: its first and last event bound it, not the era."""
    x0, x1, x2, x3 = edges
    return edges if stated else [x0, max(x1, x0 + _SOFT_PX), min(x2, x3 - _SOFT_PX), x3]


def _band(edges: list[float], colour: str, strength: float) -> list[dict]:
    """One band: its certain part, and on each side steps that grow fainter."""
    x0, x1, x2, x3 = edges
    if x1 > x2:  # no time is certain: all of it is faint, strongest in the middle
        x1 = x2 = (x1 + x2) / 2
    parts = [(x1, x2, strength)]
    for step in range(_STEPS):
        share = (step + 0.5) / _STEPS
        parts.append((x0 + (x1 - x0) * step / _STEPS, x0 + (x1 - x0) * (step + 1) / _STEPS, strength * share))
        parts.append((x3 - (x3 - x2) * (step + 1) / _STEPS, x3 - (x3 - x2) * step / _STEPS, strength * share))
    return [_rect(left, right, colour, opacity) for left, right, opacity in parts if right - left > 0.01]


def _rect(left: float, right: float, colour: str, opacity: float) -> dict:
    where = {"xref": "x", "yref": "paper", "x0": round(left, 2), "x1": round(right, 2), "y0": 0, "y1": 1}
    return {"type": "rect", **where, "fillcolor": colour, "opacity": round(opacity, 4), "line": {"width": 0}, "layer": "below"}


def _rule(edges: list[float], row: int, colour: str) -> dict:
    """A line under the label, as long as the band, that tells bands apart which lie on each other."""
    y = row * ROW_PX + 2
    where = {
        "xref": "x",
        "x0": round(edges[0], 2),
        "x1": round(max(edges[3], edges[0] + 1), 2),
        "yref": "paper",
        "ysizemode": "pixel",
        "yanchor": 1,
    }
    return {"type": "line", **where, "y0": y, "y1": y, "line": {"color": colour, "width": 1.5}, "opacity": 0.7, "layer": "above"}


def _label(text: str, left: float, row: int, mode: Look) -> dict:
    font = {"size": SMALL_SIZE_PX, "color": mode.quiet}
    where = {"xref": "x", "x": round(left, 1), "xanchor": "left", "yref": "paper", "y": 1, "yanchor": "bottom", "yshift": row * ROW_PX + 1}
    return {"text": html.escape(text, quote=False), **where, "showarrow": False, "borderpad": 0, "align": "left", "font": font}
