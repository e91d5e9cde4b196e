"""Since when something holds: a bar a row, which fades where no end is known."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from charts.drawing import canvas, note
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, cut, faded, look, text_width

WIDTH_PX = {False: 392.0, True: 354.0}  # by whether the screen is narrow
_ROW_PX, _BAR_PX, _NAMES_PX, _AXIS_PX, _YEAR_PX = 24.0, 8.0, 122.0, 22.0, 36.0
_FADES = tuple(1 - step / 8 for step in range(1, 8))


class Span(NamedTuple):
    """One row: its name; the year in which it began and the last of which it is said to hold (None: not known, and no end known); what stands beside
    it in words; and whether it stands out. A row with neither year is a heading where `words` is blank."""

    name: str
    since: float | None
    until: float | None
    words: str
    bold: bool = False


def spans(rows: Sequence[Span], last: float, *, dark: bool, narrow: bool) -> dict:
    """The rows as a plotly figure (a dict), in their order. `last`: the year, with its part, at which the axis ends."""
    mode, wide = look(dark), WIDTH_PX[narrow]
    first = min([row.since for row in rows if row.since] or [last - 10])
    left = _NAMES_PX + _YEAR_PX
    right = max([text_width(row.words, size=SMALL_SIZE_PX) + 10 for row in rows if row.until] or [0.0])
    scale = (wide - left - right) / max(last - first, 1.0)
    data, notes = [], []
    for place, row in enumerate(rows):
        y, name = (place + 0.5) * _ROW_PX, escape(cut(row.name, _NAMES_PX - 8))
        heading = row.since is None and not row.words
        text, colour = (f"<b>{name}</b>" if row.bold else name), mode.quiet if heading else mode.text
        notes.append(
            note(text if not heading else escape(row.name), 0, y, "left", colour, size=SMALL_SIZE_PX if heading else LABEL_SIZE_PX)
        )
        if row.since is None:
            notes += [note(escape(row.words), _NAMES_PX, y, "left", mode.quiet)] if row.words else []
            continue
        begin, end = (left + scale * (year - first) for year in (row.since, row.until or last))
        notes.append(note(str(int(row.since)), begin - 4, y, "right", mode.quiet))
        data.append(_bar(begin, max(end, begin + 3), y, mode.accent if row.bold else mode.quiet, row.until is None, mode))
        if row.words and row.until:
            notes.append(note(escape(row.words), end + 6, y, "left", mode.quiet))
    height = len(rows) * _ROW_PX + _AXIS_PX
    notes.append(note(str(int(last)), wide - right, height - _AXIS_PX / 2, "right", mode.quiet))
    return {"data": data, "layout": {**canvas(mode, 0, wide, height), "annotations": notes}}


def _bar(begin: float, end: float, y: float, colour: str, fading: bool, mode) -> dict:
    """One bar; of one that fades the last part is drawn paler and paler."""
    tail = min(24.0, (end - begin) / 2) if fading else 0.0
    pieces = [(begin, end - tail, colour)]
    pieces += [(end - tail + tail * n / len(_FADES), end - tail + tail * (n + 1) / len(_FADES), faded(colour, mode, share)) for n, share in enumerate(_FADES)] if tail else []  # fmt: skip
    return {
        "type": "bar",
        "orientation": "h",
        "base": [round(start, 1) for start, _, _ in pieces],
        "x": [round(stop - start, 1) for start, stop, _ in pieces],
        "y": [y] * len(pieces),
        "width": _BAR_PX,
        "marker": {"color": [tone for _, _, tone in pieces], "line": {"width": 0}},
        "hoverinfo": "skip",
    }
