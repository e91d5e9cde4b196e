"""Of how many events each publisher tells: a bar a publisher, its dark part on a single source."""

from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd

from charts.drawing import labels, note
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, cut, faded, layout, look, text_width

WIDE_PX, NARROW_PX = 590.0, 354.0
_NAME_PX, _ROW_PX, _BAR_PX, _END_PX, _HEAD_PX = 250.0, 25.0, 14.0, 34.0, 20.0
_LIGHT = 0.42


def publisher_bars(table: pd.DataFrame, heads: Sequence[str], more: str, *, dark: bool, narrow: bool) -> dict:
    """The bars as a plotly figure (a dict), in the table's order.

    `table`: one row is one publisher: `publisher`, `documents`, `events` (of how many it tells), `alone` (how many of these rest on one source), `chosen` (else
    it is faded), `hover` and `hover_alone` (the two parts in words). `heads`: what the numbers of documents, the dark and the light part are called. `more`: the
    last line. A click hands on the place of the publisher, of what is a `publisher`, or `alone`.
    """
    mode, start, line = look(dark), (0.0 if narrow else _NAME_PX + 44), _ROW_PX * (1.6 if narrow else 1)
    width = NARROW_PX if narrow else WIDE_PX
    scale = (width - start - _END_PX) / max(table["events"].max(), 1)
    y = [_HEAD_PX + line * (row + (0.74 if narrow else 0.5)) for row in range(len(table))]
    colours = [[mode.accent if chosen else faded(mode.accent, mode, 0.5) for chosen in table["chosen"]]]
    colours.append([faded(colour, mode, _LIGHT) for colour in colours[0]])
    data = [
        _bars(table, start, table["alone"] * scale, y, colours[0], "alone", mode, text=True),
        _bars(table, start + table["alone"] * scale, (table["events"] - table["alone"]) * scale, y, colours[1], "publisher", mode),
        _numbers(table, start + table["events"] * scale + 6, y, mode),
        _names(table, y, mode, narrow=narrow),
    ]
    height = _HEAD_PX + line * len(table) + (_ROW_PX if more else 0)
    notes = _heads(heads, start, mode, narrow=narrow)
    notes += (
        []
        if narrow
        else [note(str(row.documents), _NAME_PX + 28, at, "right", mode.quiet) for at, row in zip(y, table.itertuples(), strict=True)]
    )
    notes += [note(escape(more), 0, height - _ROW_PX / 2, "left", mode.quiet, size=LABEL_SIZE_PX)] if more else []
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


def _bars(
    table: pd.DataFrame, start, lengths: pd.Series, y: Sequence[float], colours: Sequence[str], what: str, mode: Look, *, text: bool = False
) -> dict:
    """One part of all bars; its number stands in it where there is room."""
    words = [str(number) if text and length > 22 else "" for number, length in zip(table["alone"], lengths, strict=True)]
    hover = table["hover_alone" if what == "alone" else "hover"]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [round(place, 1) for place in (start if isinstance(start, pd.Series) else [start] * len(y))],
        "x": [round(length, 1) for length in lengths],
        "y": list(y),
        "width": _BAR_PX,
        "marker": {"color": list(colours), "line": {"width": 0}},
        "text": words,
        "textposition": "inside",
        "insidetextanchor": "end",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"color": mode.paper, "size": SMALL_SIZE_PX},
        "customdata": [[str(place), words, what] for place, words in enumerate(hover)],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": what,
        "unselected": {"marker": {"opacity": 1}, "textfont": {"color": mode.paper}},
    }


def _numbers(table: pd.DataFrame, x: pd.Series, y: Sequence[float], mode: Look) -> dict:
    found = labels(x, y, [f"<b>{number}</b>" for number in table["events"]], "middle right", mode.text, size=LABEL_SIZE_PX)
    return {**found, **_click(table), "name": "number", "unselected": {"textfont": {"color": mode.text}}}


def _names(table: pd.DataFrame, y: Sequence[float], mode: Look, *, narrow: bool) -> dict:
    names = [escape(cut(name, NARROW_PX - 12 if narrow else _NAME_PX - 6), quote=False) for name in table["publisher"]]
    at = [place - _ROW_PX * 0.72 for place in y] if narrow else y
    found = labels([0.0] * len(names), at, names, "middle right", mode.text, size=LABEL_SIZE_PX)
    return {**found, **_click(table), "name": "name", "unselected": {"textfont": {"color": mode.text}}}


def _click(table: pd.DataFrame) -> Mapping[str, object]:
    return {
        "customdata": [[str(place), words, "publisher"] for place, words in enumerate(table["hover"])],
        "hoverinfo": "all",
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }
