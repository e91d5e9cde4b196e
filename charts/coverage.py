"""Who or what tells of which years: a line a row, a cell a year, and a sign for each kind of absence."""

import html
import re
from collections import Counter
from collections.abc import Sequence

import pandas as pd

from charts.coverage_signs import EARLIER, HELD, NONE, NOT_FOUND, NOT_STATED, OUTLINED, TILE_PX, placed, signs
from charts.drawing import hits, labels
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, cut, layout, look, on_paper, text_width

WIDE_PX, NARROW_PX = 1000.0, 336.0
ROW_PX, HEAD_PX, GROUP_PX = 28.0, 24.0, 34.0
_NARROW_NAME_PX, _GAP, _KEY_PX = 22.0, 0.4, 28.0
_POINTER, _MARKUP = "%%{meta.%x}", re.compile("((?:<[^>]*>)*)(.*)", re.DOTALL)
_SET_CLOSER = 1.12  # names are set closer than `text_width` says, which is careful


def year_grid(
    cells: pd.DataFrame, rows: pd.DataFrame, years: Sequence[tuple[int, str]], *, name_px: float, dark: bool, narrow: bool, what: str = ""
) -> dict:
    """The grid as a plotly figure (a dict).

    `rows`: one row is one line, top to bottom: `row` (its key), `name`, `note` (a quiet word behind the name) and `group` (a heading stands above the first
    line of each; blank: none), and where a line’s name can be clicked, `key` and `said` as of a cell. `cells`: one row is one cell: `row`, `year`, what `coverage_signs.signs` needs but the place, `key` (what a click
    hands on) and `said` (lines of the hover card, the first bold; a line is a text, or several in a row). `years`: the columns with their names; the first stands apart where its
    name is no year. `what`: what the keys are of, where that is not of a card. `name_px`: room for the names, which on narrow screens stand above their line.
    """
    mode = look(dark)
    left, width = (0.0, NARROW_PX) if narrow else (name_px, WIDE_PX)
    middles, step = _columns(years, left, width)
    lines = _lines(rows, narrow=narrow)
    places = cells.assign(
        x=cells["year"].map(middles), y=cells["row"].map(lines), colour=[on_paper(colour, dark=dark) for colour in cells["colour"]]
    )
    height = max(lines.values()) + ROW_PX / 2
    data = [
        *signs(places, min(step - 2, 56.0), mode),
        _years(years, middles, step, mode),
        *_names(rows, lines, left, mode, narrow=narrow),
        *_name_hits(rows, lines, left, what, narrow=narrow),
        _hits(places, step, what),
    ]
    bare = {"fixedrange": True, "visible": False}
    axes = {"xaxis": {**bare, "range": [0, width]}, "yaxis": {**bare, "range": [height + 4, 0]}}
    margin = {"l": 2, "r": 4, "t": 0, "b": 2}
    shapes = _rules(rows, lines, left, width, mode)
    return {"data": data, "layout": {**layout(mode, height=int(height + 6), margin=margin), **axes, "shapes": shapes}}


def _columns(years: Sequence[tuple[int, str]], left: float, width: float) -> tuple[dict[int, float], float]:
    """The middle of each column, and how wide one is; a first column of many years stands a little apart."""
    apart = _GAP if _of_many(years) and len(years) > 1 else 0.0
    step = (width - left) / (len(years) + apart)
    return {year: left + (number + 0.5 + apart * bool(number)) * step for number, (year, _) in enumerate(years)}, step


def _of_many(years: Sequence[tuple[int, str]]) -> bool:
    return not years[0][1].isdigit()


def _lines(rows: pd.DataFrame, *, narrow: bool) -> dict[str, float]:
    """The middle of each line, by its row's key."""
    found, top, last = {}, HEAD_PX, ""
    for row in rows.itertuples():
        top += GROUP_PX if row.group and row.group != last else 0.0
        top += _NARROW_NAME_PX if narrow else 0.0
        found[row.row] = top + ROW_PX / 2
        top, last = top + ROW_PX, row.group
    return found


def _years(years: Sequence[tuple[int, str]], middles: dict[int, float], step: float, mode: Look) -> dict:
    every = next(some for some in (1, 2, 5, 10, 20) if step * some >= 34)
    named = [(year, name) for year, name in years if name.isdigit() and year % every == 0]
    if _of_many(years):
        named = [years[0], *(pair for pair in named if middles[pair[0]] - middles[years[0][0]] >= 60)]
    right = {name: max(text_width(name, size=SMALL_SIZE_PX) - step, 0) / 2 for _, name in named if not name.isdigit()}
    at = placed([middles[year] + right.get(name, 0) for year, name in named])
    drawn = labels([], [], [name for _, name in named], [], [], size=SMALL_SIZE_PX)
    look_of = {"textposition": "middle center", "textfont": {"color": mode.quiet, "size": SMALL_SIZE_PX}}
    return {**drawn, "x": at, "y": placed([HEAD_PX / 2] * len(named)), **look_of}


def _names(rows: pd.DataFrame, lines: dict[str, float], left: float, mode: Look, *, narrow: bool) -> list[dict]:
    """The lines' names, and the headings of their groups."""
    room = (NARROW_PX if narrow else left - 12) * _SET_CLOSER
    y = [lines[row] - (ROW_PX / 2 + _NARROW_NAME_PX / 2 - 2 if narrow else 0) for row in rows["row"]]
    texts = [_name(row, room, mode) for row in rows.rename(columns={"name": "words"}).itertuples()]
    x, side = (0.0, "middle right") if narrow else (left - 8, "middle left")
    size = SMALL_SIZE_PX if narrow else LABEL_SIZE_PX
    first = rows.drop_duplicates("group")[lambda table: table["group"] != ""]
    above = ROW_PX / 2 + (_NARROW_NAME_PX if narrow else 0) + GROUP_PX / 2 - 4
    heads = [f"<b>{_plain(group)}</b>" for group in first["group"]]
    tops = [lines[row] - above for row in first["row"]]
    drawn = [_set(x, y, texts, side, mode.text, size), _set(0.0, tops, heads, "middle right", mode.text, LABEL_SIZE_PX)]
    return drawn if heads else drawn[:1]


def _set(x: float, y: list[float], texts: list[str], side: str, colour: str, size: int) -> dict:
    """Texts below each other, all on one side of `x` and of one colour."""
    drawn = {**labels([], [], texts, [], [], size=size), "x": placed([x] * len(y)), "y": placed(y)}
    return {**drawn, "textposition": side, "textfont": {"color": colour, "size": size}}


def _name(row, room: float, mode: Look) -> str:
    note = f" <span style='color:{mode.quiet}'>{_plain(row.note)}</span>" if row.note else ""
    return f"{_plain(cut(row.words, room - text_width(row.note) - 8))}{note}"


def _hits(places: pd.DataFrame, step: float, what: str) -> dict:
    left, right = places["x"] - step / 2, places["x"] + step / 2
    return _met(left, right, places["y"], ROW_PX, places["key"], places["said"], what=what)


def _met(left, right, y, height: float, keys: pd.Series, said: pd.Series, *, what: str) -> dict:
    """What the pointer meets, as `drawing.hits` has it. A line that several cards have travels once: plotly puts it into each of them."""
    places = {"base": placed(left), "x": placed(right - left), "y": placed(y), "width": height}
    named = {"customdata": [[key, 0, what] if what else [key] for key in keys]}
    return {**hits(left, right, y, [], [], [], what=what), **places, **named, **_cards(said)}


def _rules(rows: pd.DataFrame, lines: dict[str, float], left: float, width: float, mode: Look) -> list[dict]:
    """A faint rule behind the cells from each name, where most of the line is empty: where lines can be clicked."""
    if "key" not in rows:
        return []
    path = "".join(f"M{left:g},{lines[row]:g}H{width:g}" for row in rows["row"])
    return [{"type": "path", "layer": "below", "path": path, "line": {"color": mode.grid, "width": 1}}]


def _name_hits(rows: pd.DataFrame, lines: dict[str, float], left: float, what: str, *, narrow: bool) -> list[dict]:
    """What the pointer meets on a line's name, and not on its cells: of two bars one over the other plotly means the one that ends sooner."""
    if "key" not in rows:
        return []
    tall, up = (_NARROW_NAME_PX, (ROW_PX + _NARROW_NAME_PX) / 2) if narrow else (ROW_PX, 0.0)
    begin = pd.Series(0.0, index=rows.index)
    y = [lines[row] - up for row in rows["row"]]
    return [_met(begin, begin + (NARROW_PX if narrow else left), y, tall, rows["key"], rows["said"], what=what)]


def _cards(said: pd.Series) -> dict:
    """Hover cards as plotly writes them: `hovertemplate`, a card each, and `meta`, what several of them have, to which they point.

    Markup is pointed to as well: each of its signs travels in six letters.
    """
    parted = [_parts(lines) for lines in said]
    alike = Counter("".join(tail) for _, tail in parted)
    cards = [[*head, *([whole] if alike[whole := "".join(tail)] > 1 else tail)] for head, tail in parted]
    often = Counter(part for card in cards for part in card)
    cards = [[piece for part in card for piece in ([part] if often[part] > 1 else _MARKUP.fullmatch(part).groups())] for card in cards]
    often = Counter(piece for card in cards for piece in card)
    meta = [piece for piece, number in often.items() if (number > 1 and ("<" in piece or len(piece) > len(_POINTER))) or "%{" in piece]
    pointers = {piece: _POINTER % place for place, piece in enumerate(meta)}
    return {
        "meta": {f"{place:x}": piece for place, piece in enumerate(meta)},
        "hovertemplate": ["".join(pointers.get(piece, piece) for piece in card) for card in cards],
    }


def _parts(lines: Sequence[str | Sequence[str]]) -> tuple[list[str], list[str]]:
    """The first line of a card, in bold, and the others, in parts that begin with the markup before them."""
    (begin, *first), *others = ([_plain(part) for part in ((line,) if isinstance(line, str) else line)] for line in lines)
    tail = [part for begin_of, *more in others for part in (f"<br>{begin_of}", *more)]
    return [f"<b>{begin}", *first], [f"</b>{tail[0]}", *tail[1:], "<extra></extra>"] if tail else ["</b><extra></extra>"]


def _plain(text: str) -> str:
    return html.escape(text, quote=False)


_MEANINGS = (
    (HELD, "2", "events, some of them held", {}),
    (OUTLINED, "1", "only announced or called off", {}),
    (HELD, "1", "may lie in another year", {"doubt": True}),
    (EARLIER, "→", "begun earlier", {}),
    (NONE, "", "none known", {}),
    (NOT_STATED, "?", "not stated: may lie in this year", {}),
    (NOT_FOUND, "", "looked for and not found", {}),
    (HELD, "1", "a search beside it, or of a part of the year, was in vain", {"also": True}),
)


def coverage_key(*, dark: bool, width: float) -> dict:
    """How to read the cells, as a plotly figure (a dict) for a place of `width` pixels; wraps into as many lines as it needs."""
    mode, drawn, at, line = look(dark), [], 0.0, _KEY_PX / 2
    for sign, text, words, traits in _MEANINGS:
        need = TILE_PX + 10 + text_width(words, size=SMALL_SIZE_PX)
        at, line = (0.0, line + _KEY_PX) if at and at + need > width else (at, line)
        drawn.append(
            {"sign": sign, "text": text, "words": words, "x": at + TILE_PX / 2 + 2, "y": line, "also": False, "doubt": False, **traits}
        )
        at += need + 18
    rows = pd.DataFrame(drawn).assign(strength=0.4, colour=mode.accent, under=False)
    words = labels(
        rows["x"] + TILE_PX / 2 + 4, rows["y"], rows["words"], ["middle right"] * len(rows), [mode.text] * len(rows), size=SMALL_SIZE_PX
    )
    bare = {"fixedrange": True, "visible": False}
    height = line + _KEY_PX / 2
    axes = {"xaxis": {**bare, "range": [0, width]}, "yaxis": {**bare, "range": [height, 0]}}
    return {
        "data": [*signs(rows, TILE_PX, mode), words],
        "layout": {**layout(mode, height=int(height), margin={"l": 2, "r": 2, "t": 0, "b": 0}), **axes},
    }
