"""Who works with whom: a row an organisation of one side, a column one of the other, their joint events in the cell."""

import html
from collections.abc import Collection, Mapping, Sequence

from charts.drawing import hits, labels, note
from charts.look import BOLD, LABEL_SIZE_PX, SMALL_SIZE_PX, Look, cut, faded, layout, look, wrapped

WIDE_PX = 860.0
_NAMES_PX, _TOTAL_PX, _ROW_PX, _CELL_PX, _WIDEST_PX = 172.0, 40.0, 27.0, 21.0, 62.0
_HEAD_SIZE_PX, _LINE_PX, _MOST_LINES = 11, 14.0, 3


def network_matrix(
    rows: Sequence,
    columns: Sequence,
    cells: Mapping[tuple[int, int], int],
    *,
    sides: tuple[str, str],
    total: tuple[str, int],
    focus: str,
    chosen: Collection[tuple[int, int]],
    dark: bool,
) -> dict:
    """The matrix as a plotly figure (a dict).

    `rows`, `columns`: lines with `keys`, `name`, `events`; `cells`: numbers of events by the places of row and column; `sides`: the names of the two; `total`:
    what the last row is called, and the number of all. `focus`: the key of the organisation that is looked at; `chosen`: cells with a ring.
    """
    mode = look(dark)
    step = min((WIDE_PX - _NAMES_PX - _TOTAL_PX) / len(columns), _WIDEST_PX)
    heads = [_head(line, step) for line in columns]
    top = 22 + _LINE_PX * max(map(len, heads)) + 4
    floor, right = top + _ROW_PX * len(rows), _NAMES_PX + step * len(columns)
    at = [_NAMES_PX + step * (place + 0.5) for place in range(len(columns))]
    y = [top + _ROW_PX * (place + 0.5) for place in range(len(rows))]
    data = [_cells(rows, columns, cells, at, y, step, chosen, mode), *_names(rows, columns, heads, at, y, step, top, focus, mode)]
    data += _totals(rows, columns, at, y, floor, right, total, mode)
    notes = [
        note(f"<b>{html.escape(sides[0])}</b>", 0, top - 12, "left", mode.text, size=15),
        note(f"<b>{html.escape(sides[1])}</b>", _NAMES_PX + 3, 10, "left", mode.text, size=15),
    ]
    bare = {"fixedrange": True, "visible": False}
    height = floor + _ROW_PX + 2
    axes = {"xaxis": {**bare, "range": [0, WIDE_PX]}, "yaxis": {**bare, "range": [height, 0]}}
    whole = layout(mode, height=round(height), margin={"l": 0, "r": 0, "t": 0, "b": 0})
    shapes = _rules(rows, columns, top, floor, right + _TOTAL_PX, step, focus, mode)
    return {"data": data, "layout": {**whole, **axes, "annotations": notes, "shapes": shapes}}


def _head(line, step: float) -> list[str]:
    """A column's name in lines, also broken behind a hyphen; the last is cut where there is no room."""
    broken = wrapped(line.name.replace("-", "-\u200b "), step - 2, size=_HEAD_SIZE_PX)
    found = [cut(part.replace("\u200b ", "").rstrip("\u200b"), (step - 2) * LABEL_SIZE_PX / _HEAD_SIZE_PX) for part in broken]
    return found if len(found) <= _MOST_LINES else [*found[: _MOST_LINES - 1], found[_MOST_LINES - 1].rstrip("…") + "…"]


def _cells(rows, columns, cells, at, y, step, chosen, mode: Look) -> dict:
    most = max(cells.values())
    strength = {place: 0.14 + 0.86 * (number - 1) / max(most - 1, 1) for place, number in cells.items()}
    said = [f"{html.escape(rows[row].name)} · {html.escape(columns[column].name)}: {number}" for (row, column), number in cells.items()]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [round(at[column] - step / 2 + 2, 1) for _, column in cells],
        "x": [round(step - 4, 1)] * len(cells),
        "y": [y[row] for row, _ in cells],
        "width": _CELL_PX,
        "marker": {
            "color": [faded(mode.accent, mode, strength[place]) for place in cells],
            "line": {"color": mode.text, "width": [2 if place in chosen else 0 for place in cells]},
        },
        "text": [f"<b>{number}</b>" for number in cells.values()],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": LABEL_SIZE_PX, "color": [mode.paper if strength[place] > 0.55 else mode.text for place in cells]},
        "customdata": [[f"{row}|{column}", card, "cell"] for (row, column), card in zip(cells, said, strict=True)],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": "cell",
        "unselected": {"marker": {"opacity": 1}},
    }


def _names(rows, columns, heads, at, y, step, top, focus, mode: Look) -> list[dict]:
    """The organisations' names; a click looks at one more closely."""

    def colour(line) -> str:
        return mode.quiet if len(line.keys) > 1 else mode.accent if focus in line.keys else mode.text

    def styled(line, text: str) -> str:
        return f"<b>{text}</b>" if focus in line.keys else text

    texts = [styled(line, html.escape(cut(line.name, (_NAMES_PX - 8) / BOLD), quote=False)) for line in rows]
    beside = labels([0] * len(rows), y, texts, "middle right", [colour(line) for line in rows], size=LABEL_SIZE_PX)
    above = [styled(line, "<br>".join(html.escape(part, quote=False) for part in head)) for line, head in zip(columns, heads, strict=True)]
    over = labels(at, [top - 4] * len(columns), above, "top center", [colour(line) for line in columns], size=_HEAD_SIZE_PX)
    left = [(0.0, _NAMES_PX - 4, place, _ROW_PX, line) for place, line in zip(y, rows, strict=True)]
    tall = top - 22
    left += [(x - step / 2, x + step / 2, 22 + tall / 2, tall, line) for x, line in zip(at, columns, strict=True)]
    one = [place for place in left if len(place[-1].keys) == 1]
    spots = zip(*[place[:4] for place in one], strict=True) if one else ([], [], [], [])
    return [beside, over, hits(*spots, [line.keys[0] for *_, line in one], [html.escape(line.name) for *_, line in one], what="name")]


def _totals(rows, columns, at, y, floor, right, total, mode: Look) -> list[dict]:
    """What each has with the other side, and all."""
    x = [*[right + _TOTAL_PX - 4] * len(rows), *at, right + _TOTAL_PX - 4]
    down = [*y, *[floor + _ROW_PX / 2] * (len(columns) + 1)]
    numbers = [*(line.events for line in rows), *(line.events for line in columns), total[1]]
    keys = [*(f"{place}|" for place in range(len(rows))), *(f"|{place}" for place in range(len(columns))), "|"]
    names = [*(line.name for line in (*rows, *columns)), total[0]]
    wide = [*[22] * len(rows), *[18] * len(columns), 22]
    middle = [place - 10 if key.endswith("|") else place for place, key in zip(x, keys, strict=True)]
    positions = ["middle left" if key.endswith("|") else "middle center" for key in keys]
    cards = [f"{html.escape(name)}: {number}" for name, number in zip(names, numbers, strict=True)]
    ends = [(place - half, place + half) for place, half in zip(middle, wide, strict=True)]
    return [
        labels([0], [floor + _ROW_PX / 2], [html.escape(total[0])], "middle right", mode.quiet, size=SMALL_SIZE_PX),
        labels(x, down, [f"<b>{number}</b>" for number in numbers], positions, mode.text, size=LABEL_SIZE_PX),
        hits([end[0] for end in ends], [end[1] for end in ends], down, [_ROW_PX] * len(keys), keys, cards, what="total"),
    ]


def _rules(rows, columns, top, floor, right, step, focus, mode: Look) -> list[dict]:
    """A line under each row, stronger ones around the matrix, and a band behind the one that is looked at."""
    lines = [(top + _ROW_PX * place, mode.grid) for place in range(1, len(rows))] + [(top, mode.rule), (floor, mode.rule)]
    drawn = [
        {"type": "line", "x0": 0, "x1": right, "y0": y, "y1": y, "line": {"color": colour, "width": 1}, "layer": "below"}
        for y, colour in lines
    ]
    bands = [(0, right, top + _ROW_PX * place, top + _ROW_PX * (place + 1)) for place, line in enumerate(rows) if focus in line.keys]
    bands += [
        (_NAMES_PX + step * place, _NAMES_PX + step * (place + 1), 22, floor + _ROW_PX)
        for place, line in enumerate(columns)
        if focus in line.keys
    ]
    look_at = {"type": "rect", "fillcolor": faded(mode.accent, mode, 0.07), "line": {"width": 0}, "layer": "below"}
    return [*({**look_at, "x0": x0, "x1": x1, "y0": y0, "y1": y1} for x0, x1, y0, y1 in bands), *drawn]
