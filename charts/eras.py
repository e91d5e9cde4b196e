"""Eras as quiet bands behind a timeline, each with its name below; what is not certain of a band fades."""

import html

import pandas as pd

from charts.drawing import labels, lying, tint
from charts.look import Look, text_width
from charts.scale import Scale

ROW_PX, GAP_PX, RULE_PX = 16.0, 10.0, 1.5
_STEPS, _SOFT_PX = 6, 12.0
_STRENGTH = 0.085  # of the ink
WIDER = 1.15  # how much wider than drawn a name is on the smallest screens


def bands(eras: pd.DataFrame, scale: Scale, mode: Look, *, top: float, bottom: float, size: float) -> tuple[list[dict], list[dict], float]:
    """Plotly traces of the bands, from `top` to `bottom`, those of their names below, and where these end.

    `eras`: one row is one era: `label`, `kind` (`programme` in the accent's colour, all else in grey), `stated` (otherwise no edge of it is hard),
    `name`, `period` and `publishers` for the pointer, and in decimal years `x0`, `x1`, `x2`, `x3`: it fades in from the first to the second, stands full to the
    third, and fades out to the fourth. Names stand in as many lines as they need.
    """
    parts, rules, names, ends = [], [], [], []
    for era in eras.itertuples():
        colour = mode.accent if era.kind == "programme" else mode.quiet
        edges = _edges([float(scale(place)) for place in (era.x0, era.x1, era.x2, era.x3)], era.stated)
        long = text_width(era.label, size=size) * WIDER
        left = max(0.0, min(edges[0], scale.width - long))
        line = next((number for number, end in enumerate(ends) if end + GAP_PX <= left), len(ends))
        ends[line : line + 1] = [max(left + long, edges[3])]
        y = bottom + line * ROW_PX
        parts += [(*part, colour) for part in _band(edges)]
        rules.append((edges[0], max(edges[3], edges[0] + 1), y + 1, colour))
        names.append((left, y + ROW_PX / 2 + 2, html.escape(era.label, quote=False), _card(era)))
    if not parts:
        return [], [], bottom + 2
    lefts, rights, strengths, colours = zip(*parts, strict=True)
    tints = [tint(colour, round(strength, 3)) for colour, strength in zip(colours, strengths, strict=True)]
    middle, tall = (top + bottom) / 2, bottom - top
    behind = lying(lefts, rights, [middle] * len(parts), tall, {"color": tints})
    lefts, rights, y, colours = zip(*rules, strict=True)
    rule = lying(lefts, rights, y, RULE_PX, {"color": list(colours)})
    x, y, texts, cards = zip(*names, strict=True)
    words = labels(x, y, texts, "middle right", mode.quiet, size=size)
    words |= {"hoverinfo": "all", "hovertext": cards, "hovertemplate": "%{hovertext}<extra></extra>"}
    return [{**behind, "name": "era"}], [rule, {**words, "name": "eras"}], bottom + len(ends) * ROW_PX + 6


def _card(era) -> str:
    number = "" if era.stated else f"{era.events} event{'' if era.events == 1 else 's'} known, "
    return "<br>".join(html.escape(line, quote=False) for line in (era.name, f"{number}{era.period}", era.publishers))


def _edges(edges: list[float], stated: bool) -> list[float]:
    """The four edges in pixels; a period that no source states has no hard ones: its first and last event bound it, not the era."""
    x0, x1, x2, x3 = edges
    return edges if stated else [x0, max(x1, x0 + _SOFT_PX), min(x2, x3 - _SOFT_PX), x3]


def _band(edges: list[float]) -> list[tuple[float, float, float]]:
    """One band as stretches, each with its strength: its certain part, and on each side steps that grow fainter."""
    x0, x1, x2, x3 = edges
    if x1 > x2:  # no time is certain: all of it is faint, strongest in the middle
        x1 = x2 = (x1 + x2) / 2
    parts = [(x1, x2, _STRENGTH)]
    for step in range(_STEPS):
        strength = _STRENGTH * (step + 0.5) / _STEPS
        parts.append((x0 + (x1 - x0) * step / _STEPS, x0 + (x1 - x0) * (step + 1) / _STEPS, strength))
        parts.append((x3 - (x3 - x2) * (step + 1) / _STEPS, x3 - (x3 - x2) * step / _STEPS, strength))
    return [(round(left, 1), round(right, 1), strength) for left, right, strength in parts if right - left > 0.1]
