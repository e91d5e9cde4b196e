"""Which two share most events, for a phone: a bar each, their names above it."""

import html
from collections.abc import Sequence

from charts.drawing import labels
from charts.look import LABEL_SIZE_PX, cut, layout, look

_WIDTH_PX, _NUMBER_PX, _PITCH_PX, _BAR_PX = 354.0, 40.0, 43.0, 12.0


def strongest_pairs(pairs: Sequence[tuple[str, str, int]], *, dark: bool) -> dict:
    """The pairs as a plotly figure (a dict). `pairs`: the names of both and their joint events; a click hands on the place of one."""
    mode = look(dark)
    most = max(number for *_, number in pairs)
    names = [html.escape(cut(f"{one} · {other}", _WIDTH_PX), quote=False) for one, other, _ in pairs]
    cards = [f"{html.escape(one)} · {html.escape(other)}: {number}" for one, other, number in pairs]
    bars = {
        "type": "bar",
        "orientation": "h",
        "base": [0] * len(pairs),
        "x": [round((_WIDTH_PX - _NUMBER_PX) * number / most, 1) for *_, number in pairs],
        "y": [_PITCH_PX * place + 28 for place in range(len(pairs))],
        "width": _BAR_PX,
        "marker": {"color": mode.accent, "line": {"width": 0}},
        "text": [f"<b>{number}</b>" for *_, number in pairs],
        "textposition": "outside",
        "constraintext": "none",
        "textfont": {"size": LABEL_SIZE_PX, "color": mode.text},
        "cliponaxis": False,
        "customdata": [[str(place), card, "pair"] for place, card in enumerate(cards)],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": "pair",
        "unselected": {"marker": {"opacity": 1}},
    }
    above = labels(
        [0] * len(pairs), [_PITCH_PX * place + 11 for place in range(len(pairs))], names, "middle right", mode.text, size=LABEL_SIZE_PX
    )
    bare, height = {"fixedrange": True, "visible": False}, _PITCH_PX * len(pairs)
    axes = {"xaxis": {**bare, "range": [0, _WIDTH_PX]}, "yaxis": {**bare, "range": [height, 0]}}
    return {"data": [bars, above], "layout": {**layout(mode, height=round(height), margin={"l": 0, "r": 0, "t": 0, "b": 0}), **axes}}
