"""When did what happen: columns of years, and under them a row for each kind of event, every mark as wide as its date is."""

import html
from dataclasses import dataclass

import numpy as np
import pandas as pd

from charts.activity import year_columns
from charts.columns import Columns
from charts.drawing import hits, labels, lying
from charts.eras import bands
from charts.look import BOLD, Look, cut, faded, layout, look, on_paper, text_width
from charts.marks import hover_card, in_pixels, mark_traces
from charts.packing import Label, labelled, packed
from charts.scale import Scale, compressed, opening, slot_name, whole_text, year_ticks


@dataclass(frozen=True)
class Screen:
    """Sizes in pixels on the narrowest screen of its kind: of the `names` on the left and the `axis`, of marks, of lines of
    them in a row, and of texts. `named`: whether landmarks have labels."""

    names: float
    axis: float
    point: float
    bar: float
    line: float
    gap: float
    head: float
    slot: float
    fade: float
    floor: float
    least: float
    text: int
    small: int
    named: bool


WIDE = Screen(
    names=190, axis=930, point=10, bar=9, line=12, gap=2, head=24, slot=62, fade=34, floor=58, least=20, text=14, small=12, named=True
)
NARROW = Screen(
    names=108, axis=212, point=7, bar=7, line=9, gap=1, head=21, slot=38, fade=14, floor=48, least=17, text=12, small=11, named=False
)
MOST_LINES, MOST_NAMED_LINES, PAD_PX, YEARS_PX, SLOT_GAP_PX = 9, 6, 8.0, 17.0, 8.0
LINE_PX = 0.1  # plotly draws a bar at least a whole pixel wide, and a pixel wide as two
_LETTER_PX = 7.0  # of a hover card, rather more than less
_DRAWN = ["row", "event_id", "status", "colour", "short", "bold", "x0", "x1", "x2", "x3", "day", "lasted"]
_SAID = ["title", "date_text", "status_text", "sector", "cities", "sources", "disputed", "confidence"]
_NUMBERS = ["events", "held", "planned", "cancelled", "doubtful", "held_doubtful", "alone", "secondary"]


def screen_of(narrow: bool) -> Screen:
    return NARROW if narrow else WIDE


def timeline(
    rows: pd.DataFrame,
    marks: pd.DataFrame,
    activity: pd.DataFrame,
    *,
    years: tuple[int, int],
    dark: bool,
    narrow: bool,
    eras: pd.DataFrame | None = None,
) -> dict:
    """The timeline as a plotly figure (a dict).

    `rows`: one row is one row of the chart, as `loaders.marks.lane_rows` gives it. `marks`: one row is one span of one event in one of them
    (`loaders.marks.lane_marks`). `activity`: one row is one year with its numbers of events (`loaders.marks.by_year`). `years`: first and
    last year of the axis. `narrow`: for a phone, without labels. `eras`: one row is one era (see `charts.eras`), a band behind the rows.
    """
    mode, size = look(dark), screen_of(narrow)
    scale, columns, slot = axis_of(_numbers(activity, years), years, size)
    ticks = year_ticks(int(scale.pieces[-1][0]), years[1], scale, room=text_width("2000", size=size.small) + 5)
    top = size.floor + YEARS_PX + 3
    placed, names = _in_rows(rows, in_pixels(_inside(marks, years), scale, size.point, size.fade), top, _wall(scale), size)
    placed = placed | {"colour": _on_paper(placed["colour"], dark)}
    bottom = top + float(names["tall"].sum())
    behind, named, foot = [], [], bottom + YEARS_PX + 2
    if eras is not None:
        behind, named, foot = bands(eras, scale, mode, top=top, bottom=bottom + YEARS_PX, size=size.small)
    data = [*behind, _ground(names, [float(scale(at)) for at, _ in ticks], top, bottom, mode, size)]
    data += year_columns(columns, mode, floor=size.floor, foot=top, size=size.small) if columns.size else []
    data.append(labels([-size.names], [size.floor - 8], ["Events a year"], "middle right", mode.quiet, size=size.small))
    data += mark_traces(placed, mode, point=size.point, bar=size.bar)
    data += [*_names(names, mode, size, dark=dark), _labels(placed, mode, size), _hits(placed, size), _row_hits(names, size)]
    data += [_years(ticks, slot, scale, [size.floor + YEARS_PX / 2 + 1, bottom + YEARS_PX / 2 + 1], mode, size), *named]
    return {"data": data, "layout": {**_frame(foot, mode, size), "shapes": _break(scale, size.floor, bottom, mode) if slot else []}}


def _frame(height: float, mode: Look, size: Screen) -> dict:
    """The layout: a pixel to each unit, from the names' left edge and from above."""
    bare = {"fixedrange": True, "visible": False}
    axes = {"xaxis": {**bare, "range": [-size.names, size.axis]}, "yaxis": {**bare, "range": [height, 0]}}
    return {**layout(mode, height=round(height), margin={"l": 0, "r": 0, "t": 0, "b": 0}), **axes}


def _numbers(activity: pd.DataFrame, years: tuple[int, int]) -> Columns:
    """The numbers of these years."""
    columns = Columns({name: activity[name].to_numpy() for name in ("year", *_NUMBERS)})
    return columns.where((columns["year"] >= years[0]) & (columns["year"] <= years[1]))


def _inside(marks: pd.DataFrame, years: tuple[int, int]) -> Columns:
    """The marks of which a part may lie on the axis."""
    columns = Columns({name: marks[name].to_numpy() for name in _DRAWN + _SAID})
    return columns.where(~(columns["x0"] >= years[1] + 1) & ~(columns["x3"] <= years[0]))


def axis_of(activity: Columns, years: tuple[int, int], size: Screen) -> tuple[Scale, Columns, str]:
    """The scale of these years, the columns on it (`activity` with `name`, `key`, and the edges of their places, `from` and `to`), and the name of
    the slot in which a long beginning is set together (blank where there is none)."""
    at = activity["year"].astype("int64")
    begin = opening(years, dict(zip(at.tolist(), activity["events"].tolist(), strict=True)))
    early = at < begin
    scale = compressed(years, begin, at[early].tolist(), size.axis, slot=size.slot, gap=SLOT_GAP_PX)
    names = [str(year) for year in at[~early].tolist()]
    columns = activity.where(~early) | {"from": scale(at[~early]), "to": scale(at[~early] + 1)}
    keys, slot = list(names), "" if begin == years[0] else _slot_name(at[early].tolist(), begin, size)
    if early.any():
        sums = {name: [activity[name][early].sum()] for name in activity} | {"from": [0.0], "to": [size.slot]}
        columns = Columns({name: np.concatenate([sums[name], columns[name]]) for name in columns})
        names, keys = [f"{years[0]}–{begin - 1}", *names], [f"{years[0]} {begin - 1}", *keys]
    return scale, columns | {"name": np.array(names, dtype="object"), "key": np.array(keys, dtype="object")}, slot


def _slot_name(early: list[int], begin: int, size: Screen) -> str:
    """The slot's name, shorter where there is no room for it."""
    name = slot_name(early, begin)
    return name if text_width(name, size=size.small) <= size.slot + SLOT_GAP_PX else f"–{begin - 1}"


def _wall(scale: Scale) -> float:
    """Where the slot ends; nowhere on the axis where there is none."""
    return scale.pieces[-1][2] - SLOT_GAP_PX / 2


def _on_paper(colours: np.ndarray, dark: bool) -> np.ndarray:
    papers = {colour: on_paper(colour, dark=dark) for colour in set(colours.tolist())}
    return np.array([papers[colour] for colour in colours.tolist()], dtype="object")


def _in_rows(rows: pd.DataFrame, marks: Columns, top: float, wall: float, size: Screen) -> tuple[Columns, Columns]:
    """The marks with `y`, and of their labels `side`, `label_from`, `label_to` (blank and missing where there is none); the rows with `top` and `tall`.

    A row that can neither be clicked nor has a mark is left out.
    """
    marks = marks.where(np.lexsort((marks["left"], marks["open_end"], marks["row"])))
    names = Columns.of(rows)
    edges = np.searchsorted(marks["row"], np.arange(names.size + 1)).tolist()
    y, found, tops, talls = [], [], [], []
    for head, key, first, last in zip(names["head"], names["key"], edges, edges[1:], strict=False):
        lines, labels_here = _lined(marks.where(slice(first, last)), wall, size)
        tops.append(top)
        talls.append(size.head if head else max(size.least, size.line * (1 + max(lines, default=0)) + PAD_PX) * bool(key or lines))
        y += [round(top + PAD_PX / 2 + size.line * (line + 0.5), 1) for line in lines]
        found += [labels_here.get(at, Label("", np.nan, np.nan)) for at in range(last - first)]
        top += talls[-1]
    sides = {"side": np.array([label.side for label in found], dtype="object")}
    sides |= {"label_from": np.array([label.left for label in found]), "label_to": np.array([label.right for label in found])}
    names = names | {"top": np.array(tops), "tall": np.array(talls)}
    return marks | {"y": np.array(y), **sides}, names.where(names["tall"] > 0)


def _lined(marks: Columns, wall: float, size: Screen) -> tuple[list[int], dict[int, Label]]:
    """The lines of one row's marks, and the labels that have room, those of agreements first; of a date with several members only the first is named."""
    pieces = list(zip(marks["left"].tolist(), marks["right"].tolist(), strict=True))
    lines = packed(pieces, most=MOST_LINES, gap=size.gap)
    if not size.named:
        return lines, {}
    wishes, met = [], set()
    for at, (short, bold, event) in enumerate(
        zip(marks["short"].tolist(), marks["bold"].tolist(), marks["event_id"].tolist(), strict=True)
    ):
        if short and event not in met:
            wishes.append((at, text_width(short, size=size.small) * (BOLD if bold else 1) + 2, bold))
        met.add(event)
    wishes.sort(key=lambda wish: not wish[-1])
    return labelled(pieces, lines, wishes, width=size.axis, wall=wall, most=MOST_NAMED_LINES, gap=size.gap)


def _ground(names: Columns, ticks: list[float], top: float, bottom: float, mode: Look, size: Screen) -> dict:
    """Lines behind everything: one down at each named time, one over each row, and a stronger one over each block."""
    strong = names["head"] | (np.arange(names.size) == 0)
    number, edges = len(ticks), [*names["top"].tolist(), bottom]
    left = [*ticks, size.axis - LINE_PX, *np.where(strong, -size.names, 0), -size.names]
    right = [*(tick + LINE_PX for tick in ticks), *[size.axis] * (len(edges) + 1)]
    y = [*[(top + bottom) / 2] * (number + 1), *(np.floor(edges) + 0.5)]
    heights = [*[bottom - top] * (number + 1), *[LINE_PX] * len(edges)]
    colours = [*[mode.grid] * (number + 1), *np.where([*strong, True], faded(mode.quiet, mode, 0.7), mode.grid).tolist()]
    return lying(np.round(left, 1), np.round(right, 1), y, heights, {"color": colours})


def _names(names: Columns, mode: Look, size: Screen, *, dark: bool) -> list[dict]:
    """The rows' swatches, names and numbers; a heading has its number behind its name."""
    head, y = names["head"], (names["top"] + names["tall"] / 2).round(1)
    first = np.minimum(names["top"] + max(PAD_PX + size.line, size.least) / 2, y).round(1)  # beside the first line of marks
    y = np.where(head, y, first)
    swatch = (names["colour"] != "") & ~head
    room = size.names - 22 - text_width("000", size=size.text)
    texts = [_name(*each, room) for each in zip(names["name"].tolist(), names["number"].tolist(), head.tolist(), strict=True)]
    numbers = ["" if heads or np.isnan(number) else whole_text(int(number)) for number, heads in zip(names["number"], head, strict=True)]
    squares = {"symbol": "square", "size": size.bar, "color": _on_paper(names["colour"][swatch], dark).tolist()}
    marks = {"type": "scatter", "mode": "markers", "x": [-size.names + size.bar / 2 + 1] * int(swatch.sum()), "y": y[swatch].tolist()}
    marks |= {"marker": squares, "hoverinfo": "skip", "cliponaxis": False, "unselected": {"marker": {"opacity": 1}}}
    x = np.where(swatch, -size.names + size.bar + 6, -size.names)
    words = labels(x, y, texts, "middle right", mode.text, size=size.text)
    beside = labels([-10.0] * len(y), y, numbers, "middle left", mode.quiet, size=size.text)
    return [marks, {**words, "name": "rows"}, {**beside, "name": "row number"}]


def _name(name: str, number: float, head: bool, room: float) -> str:
    if head:
        return f"<b>{html.escape(name, quote=False)}</b>  {whole_text(int(number))}"
    return html.escape(cut(name, room), quote=False)


def _labels(placed: Columns, mode: Look, size: Screen) -> dict:
    rows = placed.where(placed["side"] != "")
    left = rows["side"] == "left"
    x = np.where(left, rows["label_to"], rows["label_from"])
    texts = [html.escape(short, quote=False) for short in rows["short"]]
    texts = [f"<s>{text}</s>" if status == "cancelled" else text for text, status in zip(texts, rows["status"], strict=True)]
    texts = [f"<b>{text}</b>" if bold else text for text, bold in zip(texts, rows["bold"], strict=True)]
    named = labels(x.round(1), rows["y"], texts, np.where(left, "middle left", "middle right"), mode.text, size=size.small)
    return {**named, "name": "label"}


def _hits(placed: Columns, size: Screen) -> dict:
    left, right = np.fmin(placed["left"], placed["label_from"]), np.fmax(placed["right"], placed["label_to"])
    cards = [hover_card(row) for row in placed.rows()]
    wide = np.array([_LETTER_PX * max(map(len, card.split("<br>"))) for card in cards])
    back = right + wide > size.axis  # a card begins at a bar's end: where there is no room behind the right one, at the left one
    ends = np.where(back, right, left), np.where(back, left, right)
    return hits(*(end.round(1) for end in ends), placed["y"], [size.line] * placed.size, placed["event_id"].tolist(), cards)


def _row_hits(names: Columns, size: Screen) -> dict:
    """What the pointer meets of the rows' names."""
    some = names.where(names["key"] != "")
    cards = [_row_card(*each) for each in zip(some["name"].tolist(), some["number"].tolist(), strict=True)]
    ends = [-size.names] * some.size, [-6.0] * some.size
    return hits(*ends, some["top"] + some["tall"] / 2, some["tall"].tolist(), some["key"].tolist(), cards, what="row")


def _row_card(name: str, number: float) -> str:
    return f"<b>{html.escape(name, quote=False)}: {whole_text(int(number))} event{'' if number == 1 else 's'}</b>"


def _years(ticks: list[tuple[float, str]], slot: str, scale: Scale, heights: list[float], mode: Look, size: Screen) -> dict:
    """The names of the years, under the columns and again below the rows; a year in its middle, a month beginning at its tick."""
    names = [name for _, name in ticks] + [slot] * bool(slot)
    months = [not name.isdigit() for _, name in ticks] + [False] * bool(slot)
    x = [float(scale(at)) + 4 if month else float(scale(at + 0.5)) for (at, _), month in zip(ticks, months, strict=False)]
    x += [size.slot / 2] * bool(slot)
    widths = [text_width(name, size=size.small) / (1 if month else 2) for name, month in zip(names, months, strict=True)]
    x = [min(place, size.axis - wide) for place, wide in zip(x, widths, strict=True)]
    y = [height for height in heights for _ in x]
    sides = ["middle right" if month else "middle center" for month in months] * len(heights) if any(months) else "middle center"
    named = labels(np.round(x * len(heights), 1), y, names * len(heights), sides, mode.quiet, size=size.small)
    return {**named, "name": "years"}


def _break(scale: Scale, top: float, bottom: float, mode: Look) -> list[dict]:
    """A dotted line where the scale changes."""
    at = _wall(scale)
    return [{"type": "line", "x0": at, "x1": at, "y0": top, "y1": bottom, "line": {"color": mode.quiet, "width": 1.5, "dash": "dot"}}]
