"""Small multiples: a panel an indicator, a row a place, a mark on a line from zero, and the figure with its year beside it."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from charts.drawing import hits, labels
from charts.look import BOLD, LABEL_SIZE_PX, SMALL_SIZE_PX, Look, cut, faded, layout, look, text_width, wrapped

WIDE_PX, NARROW_PX, COLUMNS, GAP_PX = 1286.0, 354.0, 4, 30.0
_ROW_PX, _TOUCH_PX, _LINE_PX, _TITLE_PX, _SECTION_PX = 21.0, 26.0, 16.0, 18.0, 32.0
_NAMES_PX, _MARK_PX, _SLACK, _MOST_SOURCE_LINES = 112.0, 10.0, 1.06, 4
_LEAP = 6.0
"""A value so many times the next smaller one, and all beyond it, lies beyond the scale, where most values do not."""


class Mark(NamedTuple):
    """The figure of one place: its `key`, `value` (None: of another unit, so that no scale holds it), `text` (the value in words), `when`, `card` (for the
    pointer), `computed` (by us, not published), and `range`: `below` (at most the value), `above` (at least it) or blank."""

    key: str
    value: float | None
    text: str
    when: str
    card: str
    computed: bool = False
    range: str = ""


class Panel(NamedTuple):
    """One indicator: `title`, `aside` (its unit), `source`, a mark or None for each place, and whether its scale begins at `zero`. `key`: what a click on its title
    hands on; blank: nothing."""

    title: str
    aside: str
    source: str
    marks: Sequence[Mark | None]
    zero: bool = True
    key: str = ""


class _Drawn:
    """What is drawn by and by, in pixels from the left and from above."""

    def __init__(self, mode: Look, row: float):
        self.mode, self.row = mode, row
        self.texts: dict[tuple, list] = {}
        self.marks: list[tuple] = []
        self.lines: list[tuple[float, float, float]] = []
        self.ranges: list[tuple[float, float, float]] = []
        self.slashes: list[tuple[float, float]] = []
        self.shapes: list[dict] = []
        self.hits: list[tuple] = []
        self.titles: list[tuple] = []

    def write(self, text: str, x: float, y: float, *, anchor: str = "right", colour: str = "", size: float = LABEL_SIZE_PX) -> None:
        """`anchor`: on which side of the place the text stands."""
        self.texts.setdefault((anchor, colour or self.mode.text, size), []).append((text, x, y))

    def rule(self, x0: float, y0: float, x1: float, y1: float, colour: str, width: float = 1) -> None:
        self.shapes.append(
            {"type": "line", "x0": x0, "y0": y0, "x1": x1, "y1": y1, "line": {"color": colour, "width": width}, "layer": "below"}
        )


def multiples(
    sections: Sequence[tuple[str, Sequence[Panel]]], places: Sequence[str], *, missing: str, over_time: str, dark: bool, narrow: bool
) -> dict:
    """The panels as a plotly figure (a dict).

    `sections`: each a name (blank: none) with its panels, which stand below one another in the shortest column. `places`: names of the rows.
    `missing`: what stands where a place has no figure. `over_time`: what the pointer meets of a title that can be clicked.
    """
    mode, columns = look(dark), 1 if narrow else COLUMNS
    whole = NARROW_PX if narrow else WIDE_PX
    wide = (whole - (columns - 1) * GAP_PX) / columns
    drawn, feet = _Drawn(mode, _TOUCH_PX if narrow else _ROW_PX), [0.0] * columns
    panels = [panel for _, some in sections for panel in some]
    head = max(len(_head(panel, wide)) for panel in panels) * _TITLE_PX + 4
    foot = max(len(_source(panel, wide)) for panel in panels) * _LINE_PX + 14
    named = any(name for name, _ in sections)
    for name, some in sections:
        at = feet.index(min(feet))
        left, y = at * (wide + GAP_PX), feet[at]
        if named:
            drawn.rule(left, y + 1, left + wide, y + 1, mode.text, 2)
            drawn.write(f"<b>{escape(name)}</b>", left, y + _SECTION_PX / 2, size=LABEL_SIZE_PX + 2)
            y += _SECTION_PX
        for panel in some:
            _panel(drawn, panel, places, left, y, wide, head, missing)
            y += head + len(places) * drawn.row + foot if not narrow else len(_head(panel, wide)) * _TITLE_PX + 4 + len(places) * drawn.row
            y += len(_source(panel, wide)) * _LINE_PX + 14 if narrow else 0
        feet[at] = y
    return _figure(drawn, whole, max(feet), over_time)


def _head(panel: Panel, wide: float) -> list[str]:
    """The title with its unit, in lines."""
    title = text_width(panel.title, size=LABEL_SIZE_PX + 1) * BOLD
    beside = title + 8 + text_width(panel.aside, size=SMALL_SIZE_PX) <= wide
    bold, quiet = f"<b>{escape(panel.title)}</b>", escape(panel.aside)
    return [f"{bold}  {_quiet(quiet)}"] if beside else [bold, _quiet(quiet)]


def _squeeze(wide: float) -> float:
    """How much narrower a panel may be shown than it is drawn, on the narrowest screen that it is drawn for, while its letters keep their size."""
    return 1.25 if wide == NARROW_PX else 1.15


def _quiet(text: str) -> str:
    return f'<span style="font-size:{SMALL_SIZE_PX}px">{text}</span>'


def _source(panel: Panel, wide: float) -> list[str]:
    wide = wide / _squeeze(wide)
    lines = wrapped(panel.source, wide, size=SMALL_SIZE_PX)
    if len(lines) <= _MOST_SOURCE_LINES:
        return lines
    return [*lines[: _MOST_SOURCE_LINES - 1], cut(" ".join(lines[_MOST_SOURCE_LINES - 1 :]), wide)]


def _panel(drawn: _Drawn, panel: Panel, places: Sequence[str], left: float, y: float, wide: float, head: float, missing: str) -> None:
    title, source = _head(panel, wide), _source(panel, wide)
    for line, text in enumerate(title):
        drawn.write(text, left, y + (line + 0.5) * _TITLE_PX, size=LABEL_SIZE_PX + 1)
    if panel.key:
        drawn.titles.append((left, left + wide, y + _TITLE_PX / 2, _TITLE_PX, panel.key))
    top = y + (head if drawn.row == _ROW_PX else len(title) * _TITLE_PX + 4)
    names = (min(_NAMES_PX, max(text_width(name) for name in places)) + 6) * _squeeze(wide)
    axis, end = left + names, left + wide
    marks = [mark for mark in panel.marks if mark and mark.value is not None]
    year = max((text_width(mark.when, size=SMALL_SIZE_PX) for mark in marks), default=0) * _SLACK
    figure = end - year - (6 if year else 0)
    room = figure - axis - max((text_width(mark.text) * BOLD for mark in marks), default=0) * _SLACK - 14
    scale = _Scale([mark.value for mark in marks], axis, max(room, 20), zero=panel.zero)
    drawn.rule(axis, top, axis, top + len(places) * drawn.row, drawn.mode.quiet)
    for place, (name, mark) in enumerate(zip(places, panel.marks, strict=True)):
        at = top + (place + 0.5) * drawn.row
        drawn.write(escape(cut(name, names / _squeeze(wide))), left, at)
        _row(drawn, mark, scale, at, figure, missing)
        if mark:
            drawn.hits.append((left, end, at, drawn.row, mark.key, mark.card))
    for line, text in enumerate(source):
        drawn.write(
            escape(text), left, top + len(places) * drawn.row + 4 + (line + 0.5) * _LINE_PX, colour=drawn.mode.quiet, size=SMALL_SIZE_PX
        )


def _row(drawn: _Drawn, mark: Mark | None, scale: "_Scale", y: float, figure: float, missing: str) -> None:
    quiet = {"colour": drawn.mode.quiet, "size": SMALL_SIZE_PX}
    if mark is None:
        drawn.write(escape(missing), scale.axis + 8, y, **quiet)
        return
    if mark.value is None:
        drawn.write(" ".join(filter(None, [f"<b>{escape(mark.text)}</b>", escape(mark.when)])), scale.axis + 8, y, size=SMALL_SIZE_PX)
        return
    x, beyond = scale(mark.value)
    if beyond:
        drawn.lines += [(scale.axis, x - 30, y), (x - 20, x - 6, y)]
        drawn.slashes += [(x - 28, y), (x - 23, y)]
        drawn.marks.append((x - 4, y, "triangle-right"))
    else:
        ends = {"below": (scale.axis, x), "above": (x, min(x + 26, scale.axis + scale.room))}.get(mark.range)
        drawn.lines += [(scale.axis, x, y)] if mark.range != "below" else []
        drawn.ranges += [(*ends, y)] if ends else []
        drawn.marks.append((x, y, _symbol(mark)))
    drawn.write(f"<b>{escape(mark.text)}</b>", figure, y, anchor="left")
    if mark.when:
        drawn.write(escape(mark.when), figure + 6, y, **quiet)


def _symbol(mark: Mark) -> str:
    return "diamond-open" if mark.computed else "circle"


class _Scale:
    """Values onto the pixels from the `axis` rightwards, `room` of them; what lies beyond the scale stands at its end."""

    def __init__(self, values: Sequence[float], axis: float, room: float, *, zero: bool):
        self.axis, self.room = axis, room
        order = sorted(values) or [0.0, 1.0]
        leaps = [order[at] for at in range(len(order) // 2, len(order) - 1) if zero and order[at + 1] >= _LEAP * order[at] > 0]
        self.most = leaps[0] if leaps else order[-1]
        span = self.most - order[0] or 1.0
        self.low = min(0.0, order[0]) if zero else order[0] - span / 2
        self.wide = (self.most - self.low or 1.0) / (0.62 if leaps else 0.96)

    def __call__(self, value: float) -> tuple[float, bool]:
        """The pixel, and whether the value lies beyond the scale."""
        beyond = value > self.most
        return self.axis + self.room * (1.0 if beyond else (value - self.low) / self.wide), beyond


def _figure(drawn: _Drawn, wide: float, height: float, over_time: str) -> dict:
    mode = drawn.mode
    data = [
        _lines(drawn.lines, faded(mode.accent, mode, 0.45), 1.6),
        *([_lines(drawn.ranges, mode.accent, 7)] if drawn.ranges else []),
        *([_slashes(drawn)] if drawn.slashes else []),
        _marks(drawn),
        *(_texts(drawn)),
        hits(*zip(*drawn.hits, strict=True)) if drawn.hits else None,
        _titles(drawn, over_time) if drawn.titles else None,
    ]
    axis = {"fixedrange": True, "showgrid": False, "zeroline": False, "showticklabels": False}
    axes = {"xaxis": {**axis, "range": [-2, wide + 2]}, "yaxis": {**axis, "range": [height, 0]}, "shapes": drawn.shapes}
    whole = layout(mode, height=int(height), margin={"l": 0, "r": 0, "t": 0, "b": 0})
    return {"data": [trace for trace in data if trace], "layout": {**whole, **axes}}


def _lines(ends: Sequence[tuple[float, float, float]], colour: str, width: float) -> dict:
    """Level lines, each from one pixel to another."""
    x = [round(at, 1) if at is not None else None for left, right, _ in ends for at in (left, right, None)]
    y = [round(at, 1) if at is not None else None for *_, level in ends for at in (level, level, None)]
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": {"color": colour, "width": width}, "hoverinfo": "skip"}


def _slashes(drawn: _Drawn) -> dict:
    x = [at for place, _ in drawn.slashes for at in (round(place - 2, 1), round(place + 2, 1), None)]
    y = [at for _, place in drawn.slashes for at in (round(place + 4, 1), round(place - 4, 1), None)]
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": {"color": drawn.mode.quiet, "width": 1.2}, "hoverinfo": "skip"}


def _marks(drawn: _Drawn) -> dict:
    x, y, symbols = zip(*drawn.marks, strict=True) if drawn.marks else ((), (), ())
    marker = {"symbol": list(symbols), "size": _MARK_PX, "color": drawn.mode.accent, "opacity": 1, "line": {"width": 1.8}}
    marker["line"] = {"width": [1.8 if "open" in symbol else 0 for symbol in symbols], "color": drawn.mode.accent}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [round(at, 1) for at in x],
        "y": [round(at, 1) for at in y],
        "marker": marker,
        "hoverinfo": "skip",
        "cliponaxis": False,
        "unselected": {"marker": {"opacity": 1}},
    }


def _texts(drawn: _Drawn) -> Iterator[dict]:
    """One trace for all texts of one look."""
    for (anchor, colour, size), some in drawn.texts.items():
        texts, x, y = zip(*some, strict=True)
        trace = labels(x, y, texts, f"middle {anchor}", colour, size=size)
        yield {**trace, "unselected": {"textfont": {"color": colour}}}


def _titles(drawn: _Drawn, over_time: str) -> dict:
    left, right, y, heights, keys = zip(*drawn.titles, strict=True)
    return hits(left, right, y, heights, keys, [over_time] * len(keys), what="indicator")
