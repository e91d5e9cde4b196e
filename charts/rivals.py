"""Figures that disagree, joined: a row each, as long as they lie apart in proportion; the one that is shown filled, the others hollow."""

import itertools
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from charts.drawing import hits, labels
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, faded, layout, look, text_width

WIDE_PX, NARROW_PX = 1286.0, 354.0
_ROW_PX, _TALL_PX, _DOT_PX, _SPAN_PX, _LEAST_PX = 28.0, 52.0, 11.0, 300.0, 16.0


class Rival(NamedTuple):
    """One of them: its `key`, `value`, `text` (the value with its year), `card` (for the pointer) and whether it is the one that is `shown`."""

    key: str
    value: float
    text: str
    card: str
    shown: bool


def rivals(rows: Sequence[tuple[str, Sequence[Rival]]], *, dark: bool, narrow: bool) -> dict:
    """The rows as a plotly figure (a dict). `rows`: each what the figures are of, and the figures; the ends of a row have their words beside them."""
    mode, whole, tall = look(dark), NARROW_PX if narrow else WIDE_PX, _TALL_PX if narrow else _ROW_PX
    names = 0.0 if narrow else max(text_width(name) for name, _ in rows) + 24
    beside = max(text_width(some.text, size=SMALL_SIZE_PX) for _, figures in rows for some in figures) * 1.06 + 14
    left, right = names + beside, min(whole - beside, names + beside + _SPAN_PX)
    dots, lines, texts, met = [], [], [], []
    apart = [_apart(figures) for _, figures in rows]
    for place, (name, figures) in enumerate(rows):
        y = place * tall + (tall - 15 if narrow else tall / 2)
        texts.append((escape(name), 0.0, y - 24 if narrow else y, "right", mode.text))
        order = sorted(figures, key=lambda some: some.value)
        low, high = order[0].value, order[-1].value
        span = max(_LEAST_PX, apart[place] / max(apart) * (right - left))
        at = [left + (some.value - low) / ((high - low) or 1.0) * span for some in order]
        lines.append((at[0], at[-1], y))
        dots += [(x, y, some.shown) for x, some in zip(at, order, strict=True)]
        for x, some, anchor in ((at[0] - 10, order[0], "left"), (at[-1] + 10, order[-1], "right")):
            texts.append((f"<b>{escape(some.text)}</b>" if some.shown else escape(some.text), x, y, anchor, mode.text))
        edges = [left - beside, *((one + other) / 2 for one, other in itertools.pairwise(at)), at[-1] + beside]
        met += [(edges[number], edges[number + 1], y, min(tall, 26.0), some.key, some.card) for number, some in enumerate(order)]
    return _figure(dots, lines, texts, met, wide=whole, height=len(rows) * tall + 4, mode=mode)


def _apart(figures: Sequence[Rival]) -> float:
    """How far they lie apart, as a share of the largest."""
    values = [some.value for some in figures]
    return (max(values) - min(values)) / (max(map(abs, values)) or 1.0) or 1.0


def _figure(dots: list, lines: list, texts: list, met: list, *, wide: float, height: float, mode: Look) -> dict:
    x, y, shown = zip(*dots, strict=True)
    marker = {
        "size": _DOT_PX,
        "color": [mode.accent if full else mode.paper for full in shown],
        "line": {"color": mode.accent, "width": 2},
        "opacity": 1,
    }
    joined = {
        "x": [at for one, other, _ in lines for at in (one, other, None)],
        "y": [at for *_, level in lines for at in (level, level, None)],
        "line": {"color": faded(mode.accent, mode, 0.45), "width": 1.6},
    }
    words = [
        labels(*zip(*[(x, y) for _, x, y, *_ in some], strict=True), [text for text, *_ in some], f"middle {anchor}", mode.text, size=size)
        for anchor in ("left", "right")
        for size in (LABEL_SIZE_PX, SMALL_SIZE_PX)
        if (some := [row for row in texts if row[3] == anchor and (LABEL_SIZE_PX if row[1] == 0.0 else SMALL_SIZE_PX) == size])
    ]
    data = [
        {"type": "scatter", "mode": "lines", **joined, "hoverinfo": "skip"},
        {
            "type": "scatter",
            "mode": "markers",
            "x": x,
            "y": y,
            "marker": marker,
            "hoverinfo": "skip",
            "unselected": {"marker": {"opacity": 1}},
        },
        *({**trace, "unselected": {"textfont": {"color": mode.text}}} for trace in words),
        hits(*zip(*met, strict=True)),
    ]
    axis = {"fixedrange": True, "showgrid": False, "zeroline": False, "showticklabels": False}
    axes = {"xaxis": {**axis, "range": [-2, wide + 2]}, "yaxis": {**axis, "range": [height, 0]}}
    return {"data": data, "layout": {**layout(mode, height=int(height), margin={"l": 0, "r": 0, "t": 0, "b": 0}), **axes}}
