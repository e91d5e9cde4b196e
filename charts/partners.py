"""With whom one organisation took part: a row a partner, its events by year, and their number."""

import html
from collections.abc import Sequence

from charts.drawing import hits, labels
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, cut, faded, layout, look, text_width

WIDE_PX, NARROW_PX = 376.0, 354.0
_NAMES_PX, _TOTAL_PX, _ROW_PX, _CELL_PX, _HEAD_PX, _WIDEST_PX = 172.0, 30.0, 27.0, 20.0, 22.0, 26.0
MOST_YEARS = 9


def partner_years(lines: Sequence, numbers: Sequence[dict[int, int]], slots: Sequence[str], *, dark: bool, narrow: bool) -> dict:
    """The partners as a plotly figure (a dict).

    `lines`: partners with `name` and `events`; `numbers`: per partner, its events by the place of their slot; `slots`: the names of the years from left to right.
    """
    mode, width = look(dark), NARROW_PX if narrow else WIDE_PX
    step = min((width - _NAMES_PX - _TOTAL_PX) / max(len(slots), 1), _WIDEST_PX)
    y = [_HEAD_PX + _ROW_PX * (place + 0.5) for place in range(len(lines))]
    x = [_NAMES_PX + step * (place + 0.5) for place in range(len(slots))]
    texts = [html.escape(cut(line.name, _NAMES_PX - 8), quote=False) for line in lines]
    colours = [mode.quiet if len(line.keys) > 1 else mode.text for line in lines]
    data = [labels([0] * len(lines), y, texts, "middle right", colours, size=LABEL_SIZE_PX)]
    data += [_years(lines, numbers, slots, x, y, step, mode)] if any(numbers) else []
    totals = [f"<b>{line.events}</b>" for line in lines]
    data.append(labels([width] * len(lines), y, totals, "middle left", mode.text, size=LABEL_SIZE_PX))
    cards = [f"{html.escape(line.name)}: {line.events}" for line in lines]
    left, right, keys = [width - _TOTAL_PX] * len(lines), [width] * len(lines), [f"{place}|" for place in range(len(lines))]
    data.append(hits(left, right, y, [_ROW_PX] * len(lines), keys, cards, what="partner"))
    named = _named(slots, step)
    data.append(
        labels(
            [x[place] for place in named],
            [_HEAD_PX / 2] * len(named),
            [slots[place] for place in named],
            "middle center",
            mode.quiet,
            size=11,
        )
    )
    height = _HEAD_PX + _ROW_PX * len(lines) + 2
    rules = [{"type": "line", "x0": 0, "x1": width, "y0": at, "y1": at, "line": {"color": mode.grid, "width": 1}, "layer": "below"}
             for at in (_HEAD_PX + _ROW_PX * place for place in range(len(lines) + 1))]  # fmt: skip
    bare = {"fixedrange": True, "visible": False}
    axes = {"xaxis": {**bare, "range": [0, width]}, "yaxis": {**bare, "range": [height, 0]}, "shapes": rules}
    return {"data": data, "layout": {**layout(mode, height=round(height), margin={"l": 0, "r": 0, "t": 0, "b": 0}), **axes}}


def _named(slots: Sequence[str], step: float) -> list[int]:
    """The slots whose names have room: the first, which may stand for several years, then from the last on."""
    found: list[int] = []
    for place in (*range(min(len(slots), 1)), *range(len(slots) - 1, 0, -1)):
        wide = [(text_width(slots[one], size=11) + text_width(slots[place], size=11)) / 2 + 3 for one in found]
        if all(abs(one - place) * step >= least for one, least in zip(found, wide, strict=True)):
            found.append(place)
    return found


def _years(lines, numbers, slots, x, y, step, mode: Look) -> dict:
    cells = [(row, slot, number) for row, some in enumerate(numbers) for slot, number in sorted(some.items())]
    most = max(number for *_, number in cells)
    share = [0.16 + 0.6 * (number - 1) / max(most - 1, 1) for *_, number in cells]
    cards = [f"{html.escape(lines[row].name)}, {slots[slot]}: {number}" for row, slot, number in cells]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [round(x[slot] - step / 2 + 1, 1) for _, slot, _ in cells],
        "x": [round(step - 2, 1)] * len(cells),
        "y": [y[row] for row, *_ in cells],
        "width": _CELL_PX,
        "marker": {"color": [faded(mode.text, mode, part) for part in share], "line": {"width": 0}},
        "text": [str(number) for *_, number in cells],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": SMALL_SIZE_PX, "color": [mode.paper if part > 0.5 else mode.text for part in share]},
        "customdata": [[f"{row}|{slot}", card, "partner"] for (row, slot, _), card in zip(cells, cards, strict=True)],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": "partner",
        "unselected": {"marker": {"opacity": 1}},
    }
