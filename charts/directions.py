"""How often people came from one country to the other, by relationship: two bars back to back."""

from collections.abc import Mapping, Sequence
from html import escape

from charts.drawing import canvas, note
from charts.look import LABEL_SIZE_PX, Look, faded, look, text_width

_WIDTH_PX, _ROW_PX, _BAR_PX, _HEAD_PX = 392.0, 24.0, 14.0, 22.0


def directions(trips: Sequence, countries: Sequence[tuple[str, str]], *, dark: bool) -> dict:
    """Two bars a relationship, as a plotly figure (a dict).

    `trips`: each of one relationship and direction: `tie`, `name`, `to` (one of two codes), `events`. `countries`: the two codes, that of
    the left side first, each with its words (`to Japan`); side and tone are theirs whether or not a trip leads there.
    """
    mode, names = look(dark), {trip.tie: trip.name for trip in trips}
    y = {tie: _HEAD_PX + (place + 0.5) * _ROW_PX for place, tie in enumerate(names)}
    left = max(text_width(name) for name in names.values()) + 55
    half = (_WIDTH_PX - left - 25) / 2
    middle, scale = left + half, half / max(trip.events for trip in trips)
    data, notes = [], [note(escape(names[tie]), 0, at, "left", mode.text, size=LABEL_SIZE_PX) for tie, at in y.items()]
    for place, (code, words) in enumerate(countries):
        side, colour = (1, faded(mode.accent, mode, 0.55)) if place else (-1, mode.accent)
        data.append(_bars([trip for trip in trips if trip.to == code], y, middle, side * scale, colour, words, mode))
        notes.append(note(escape(words), middle + 6 * side, _HEAD_PX / 2, "left" if place else "right", mode.quiet))
    height = _HEAD_PX + len(y) * _ROW_PX + 6
    line = {"type": "line", "x0": middle, "x1": middle, "y0": _HEAD_PX, "y1": height - 6, "line": {"color": mode.text, "width": 1}}
    return {"data": data, "layout": {**canvas(mode, 0, _WIDTH_PX, height), "shapes": [line], "annotations": notes}}


def _bars(trips: Sequence, y: Mapping[str, float], middle: float, scale: float, colour: str, words: str, mode: Look) -> dict:
    """The bars of one direction; `scale`: pixels an event, below zero to the left."""
    numbers = [trip.events for trip in trips]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [middle] * len(trips),
        "x": [round(scale * number, 1) for number in numbers],
        "y": [y[trip.tie] for trip in trips],
        "width": _BAR_PX,
        "marker": {"color": colour},
        "text": [str(number) for number in numbers],
        "textposition": "outside",
        "textfont": {"size": LABEL_SIZE_PX, "color": mode.text},
        "cliponaxis": False,
        "customdata": [[f"{trip.tie}|{trip.to}", f"{escape(trip.name)} {escape(words)}: {trip.events}", "trips"] for trip in trips],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": "trips",
        "unselected": {"marker": {"opacity": 1}},
    }
