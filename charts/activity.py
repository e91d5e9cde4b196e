"""Events a year as columns: what was held is solid, the rest outlined, and hatched what may lie in another year."""

from types import SimpleNamespace

import numpy as np

from charts.columns import Columns
from charts.drawing import hits, labels, lying
from charts.look import Look, faded, text_width
from charts.scale import whole_text

_HATCHED = {"shape": "/", "size": 5, "solidity": 0.35, "fillmode": "replace"}
NUMBER_PX, BESIDE_PX, WIDEST_PX, _SHARE = 15.0, 5.0, 56.0, 0.76


def year_columns(rows: Columns, mode: Look, *, floor: float, foot: float, size: float) -> list[dict]:
    """Plotly traces of columns that stand on `floor` and reach up to 0, in pixels from above; the busiest in the accent's colour.

    `rows`: one row is one column, `name`, `key` (what a click on it hands on), `from` and `to` (between which it may stand) and the numbers of
    `loaders.marks.by`. `foot`: to where the pointer meets it below. Over each column stands its number, where it has room;
    over the busiest in any case.
    """
    edges = np.column_stack([rows["from"], rows["to"]])
    events, middle = rows["events"], edges.mean(axis=1)
    most = max(events.max(), 1)
    busiest, rise = (events == most) & (events < most).any(), (floor - NUMBER_PX) / most
    half = np.minimum(edges[:, 1] - edges[:, 0], WIDEST_PX) * _SHARE / 2
    rows = rows | {"left": np.round(middle - half, 1), "right": np.round(middle + half, 1)}
    drawn = _parts(rows.where(~busiest), faded(mode.quiet, mode, 0.7), mode, floor, rise)
    drawn = [{**trace, "name": "column"} for trace in [*drawn, *_parts(rows.where(busiest), mode.accent, mode, floor, rise)]]
    rooms = _rooms(rows, middle)
    texts = [_number(*column, size) for column in zip(events.tolist(), rooms.tolist(), busiest.tolist(), strict=True)]
    reach = np.array([text_width(whole_text(number), size=size) / 2 for number in events.tolist()])
    inside = np.clip(middle, edges[0, 0] + reach, edges[-1, 1] - reach)
    numbers = labels(inside.round(1), (floor - events * rise - NUMBER_PX / 2).round(1), texts, "middle center", mode.text, size=size)
    cards = [number_card(row.name, row) for row in rows.rows()]
    return [
        *drawn,
        {**numbers, "name": "number"},
        hits(edges[:, 0], edges[:, 1], [foot / 2] * len(edges), [foot] * len(edges), rows["key"], cards, what="year"),
    ]


def _rooms(rows: Columns, middle: np.ndarray) -> np.ndarray:
    """How wide the number over each column may be: to halfway to the next number and to the next column on either side."""
    halfway = np.diff(middle) / 2
    left = np.minimum(halfway, middle[1:] - rows["right"][:-1])
    right = np.minimum(halfway, rows["left"][1:] - middle[:-1])
    return 2 * np.minimum([np.inf, *left], [*right, np.inf])


def _number(events: int, room: float, busiest: bool, size: float) -> str:
    text = whole_text(events)
    if busiest:
        return f"<b>{text}</b>"
    return text if text_width(text, size=size) + BESIDE_PX < room else ""


def _parts(rows: Columns, colour: str, mode: Look, floor: float, rise: float) -> list[dict]:
    below, drawn = 0, []
    for number, marker in zip(shares(SimpleNamespace(**rows)), styles(colour, mode), strict=True):
        tall = number * rise
        some, y = number > 0, (floor - below * rise - tall / 2).round(1)
        drawn += [lying(rows["left"][some], rows["right"][some], y[some], tall[some].round(1).tolist(), marker)] if some.any() else []
        below = below + number
    return drawn


def shares(numbers) -> tuple:
    """The four parts of a column, from the floor up, of a table or a row with the columns of `loaders.marks.by`; `styles` has how each looks."""
    others, others_doubtful = numbers.events - numbers.held, numbers.doubtful - numbers.held_doubtful
    return numbers.held - numbers.held_doubtful, numbers.held_doubtful, others - others_doubtful, others_doubtful


def styles(colour: str, mode: Look) -> tuple[dict, ...]:
    """Held, held and in doubt, not held, and not held and in doubt: how each part of a column is drawn."""
    line = {"color": colour, "width": 1.4}
    solid, outlined = {"color": colour, "line": {"width": 0}}, {"color": mode.paper, "line": line}
    hatched = {"color": colour, "line": {"width": 0}, "pattern": {**_HATCHED, "fgcolor": mode.paper, "bgcolor": colour}}
    both = {"color": mode.paper, "line": line, "pattern": {**_HATCHED, "fgcolor": colour, "bgcolor": mode.paper}}
    return solid, hatched, outlined, both


def number_card(name: str, row) -> str:
    """What a pointer brings up over a number of events (a row with the columns of `loaders.marks.by`): of what they are, and how well founded."""
    kinds = [
        f"{whole_text(number)} {words}"
        for number, words in ((row.held, "held"), (row.planned, "only announced"), (row.cancelled, "called off"))
        if number
    ]
    doubt = [f"{whole_text(row.doubtful)} may lie in another year"] * bool(row.doubtful)
    founded = f"{whole_text(row.alone)} on one independent source, {whole_text(row.secondary)} on none that is primary"
    events = f"{whole_text(row.events)} event{'' if row.events == 1 else 's'}"
    return "<br>".join([f"<b>{name}: {events}</b>", ", ".join(kinds), *doubt, founded])
