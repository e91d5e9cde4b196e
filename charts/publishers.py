"""Of how many events each publisher tells: a bar a publisher, its dark part on a single source."""

from collections.abc import Sequence
from html import escape

import pandas as pd

from charts.drawing import hits, labels, lying, note
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, cut, faded, layout, look, text_width

WIDE_PX, NARROW_PX = 590.0, 354.0
_NAME_PX, _ROW_PX, _BAR_PX, _END_PX, _HEAD_PX = 250.0, 25.0, 14.0, 34.0, 20.0
_LIGHT = 0.42


def publisher_bars(table: pd.DataFrame, heads: Sequence[str], *, dark: bool, narrow: bool) -> dict:
    """The bars as a plotly figure (a dict), in the table's order.

    `table`: one row is one publisher: `publisher`, `codes` (its documents), `events` (of how many it tells), `alone` (how many of these rest on one source), `chosen` (else
    it is faded), `hover` and `hover_alone` (the two parts in words). `heads`: what the numbers of documents, the dark and the light part are called.
    A click hands on the place of the publisher, of what is a `publisher`, or `alone`.
    """
    mode, start, line = look(dark), (0.0 if narrow else _NAME_PX + 44), _ROW_PX * (1.6 if narrow else 1)
    width = NARROW_PX if narrow else WIDE_PX
    scale = (width - start - _END_PX) / max(table["events"].max(), 1)
    y = [_HEAD_PX + line * (row + (0.74 if narrow else 0.5)) for row in range(len(table))]
    colours = [[mode.accent if chosen else faded(mode.accent, mode, 0.5) for chosen in table["chosen"]]]
    colours.append([faded(colour, mode, _LIGHT) for colour in colours[0]])
    left = pd.Series(start, table.index, dtype="float64")
    middle, right = left + table["alone"] * scale, left + table["events"] * scale
    data = [
        *_part(table, left, middle, y, colours[0], "alone"),
        *_part(table, middle, right, y, colours[1], "publisher"),
        _inside(table, left, middle, y, mode),
        _numbers(table, right + 6, y, mode),
        _names(table, y, mode, narrow=narrow),
        _words(table, right, y, narrow=narrow),
    ]
    height = _HEAD_PX + line * len(table)
    notes = _heads(heads, start, mode, narrow=narrow)
    notes += (
        []
        if narrow
        else [note(str(len(row.codes)), _NAME_PX + 28, at, "right", mode.quiet) for at, row in zip(y, table.itertuples(), strict=True)]
    )
    bare = {"fixedrange": True, "visible": False}
    axes = {"xaxis": {**bare, "range": [0, width]}, "yaxis": {**bare, "range": [height, 0]}, "annotations": notes}
    return {"data": data, "layout": {**layout(mode, height=int(height), margin={"l": 0, "r": 0, "t": 0, "b": 0}), **axes}}


def _heads(heads: Sequence[str], start: float, mode: Look, *, narrow: bool) -> list[dict]:
    """What the numbers and the two parts of the bars are called."""
    documents, alone, others = heads
    signs = [(alone, mode.accent), (others, faded(mode.accent, mode, _LIGHT))]
    found, at = [] if narrow else [note(escape(documents), _NAME_PX + 28, _HEAD_PX / 2 - 2, "right", mode.quiet)], start
    for words, colour in signs:
        found.append(note(f'<span style="color:{colour}">■</span> {escape(words)}', at, _HEAD_PX / 2 - 2, "left", mode.quiet))
        at += text_width(f"■ {words}", size=SMALL_SIZE_PX) + 22
    return found


def _part(table: pd.DataFrame, left: pd.Series, right: pd.Series, y: Sequence[float], colours: Sequence[str], what: str) -> list[dict]:
    """One part of all bars, and what the pointer meets of it."""
    hover = table["hover_alone" if what == "alone" else "hover"]
    area = hits(left, right, y, [_BAR_PX + 4] * len(y), [str(place) for place in range(len(y))], [*map(escape, hover)], what=what)
    return [lying(left, right, y, _BAR_PX, {"color": list(colours), "line": {"width": 0}}), area]


def _inside(table: pd.DataFrame, left: pd.Series, right: pd.Series, y: Sequence[float], mode: Look) -> dict:
    """The numbers of the dark parts, where there is room."""
    words = [str(number) if end - begin > 22 else "" for number, begin, end in zip(table["alone"], left, right, strict=True)]
    return labels(right - 2, y, words, "middle left", mode.paper, size=SMALL_SIZE_PX)


def _numbers(table: pd.DataFrame, x: pd.Series, y: Sequence[float], mode: Look) -> dict:
    return labels(x, y, [f"<b>{number}</b>" for number in table["events"]], "middle right", mode.text, size=LABEL_SIZE_PX)


def _names(table: pd.DataFrame, y: Sequence[float], mode: Look, *, narrow: bool) -> dict:
    names = [escape(cut(name, NARROW_PX - 12 if narrow else _NAME_PX - 6), quote=False) for name in table["publisher"]]
    return labels([0.0] * len(names), _name_places(y, narrow=narrow), names, "middle right", mode.text, size=LABEL_SIZE_PX)


def _name_places(y: Sequence[float], *, narrow: bool) -> list[float]:
    """On a phone a name stands above its bar."""
    return [place - _ROW_PX * 0.72 for place in y] if narrow else list(y)


def _words(table: pd.DataFrame, ends: pd.Series, y: Sequence[float], *, narrow: bool) -> dict:
    """What the pointer meets of the names and of the numbers behind the bars."""
    number, room = len(table), NARROW_PX if narrow else _NAME_PX + 32
    left, right = [0.0] * number + list(ends), [room] * number + list(ends + _END_PX)
    keys = [str(place) for place in range(number)] * 2
    return hits(
        left,
        right,
        [*_name_places(y, narrow=narrow), *y],
        [_BAR_PX + 2] * 2 * number,
        keys,
        [*map(escape, table["hover"])] * 2,
        what="publisher",
    )
