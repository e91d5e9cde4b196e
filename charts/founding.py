"""How many independent sources each event has: one brick an event, filled where one of them is primary."""

import math
from collections.abc import Sequence
from html import escape

from charts.drawing import hits, labels, note
from charts.look import LABEL_SIZE_PX, Look, layout, look

WIDE_PX, NARROW_PX = 590.0, 354.0
_NAME_PX, _NUMBER_PX, _PITCH_PX, _LINE_PX, _BETWEEN_PX = 104.0, 48.0, 12.0, 17.0, 9.0
_MOST_LINES, MOST_BRICKS = 10, 500
"""Of more events than these, each row is one bar."""


def founding_bricks(bricks: Sequence, rows: Sequence[tuple[str, str, int]], *, dark: bool, narrow: bool) -> dict:
    """The bricks as a plotly figure (a dict).

    `bricks`: each is one event: `event_id`, `group`, `primary`, `title`, `date_text`, `confidence`, in the order in which they stand. `rows`: a group, its name and its number, from above.
    A click on a brick hands on its event; on a name or a number its group, of what is a `group`.
    """
    mode, width = look(dark), NARROW_PX if narrow else WIDE_PX
    room = width - _NAME_PX - _NUMBER_PX
    pitch = _pitch(room, [number for *_, number in rows])
    many = len(bricks) > MOST_BRICKS
    across, line = max(1, int(room // pitch)), _LINE_PX * pitch / _PITCH_PX
    data, y, top = [], [], 0.0
    for group, _, number in rows:
        lines = 1 if many else math.ceil(number / across)
        high = lines * line if not many else _LINE_PX
        own = [brick for brick in bricks if brick.group == group]
        most = max(number for *_, number in rows)
        data += _bar(own, group, top, room / most, mode) if many else _bricks(own, top, across, pitch, line, mode)
        y.append(top + min(high, line) / 2 if lines == 1 else top + high / 2)
        top += max(high, 18.0) + _BETWEEN_PX
    data += _texts(rows, y, width, mode) if rows else []
    bare = {"fixedrange": True, "visible": False}
    axes = {"xaxis": {**bare, "range": [0, width]}, "yaxis": {**bare, "range": [max(top, 1), 0]}}
    names = [note(escape(name), 0, at, "left", mode.text, size=LABEL_SIZE_PX) for at, (_, name, _) in zip(y, rows, strict=True)]
    return {
        "data": data,
        "layout": {**layout(mode, height=int(top), margin={"l": 0, "r": 0, "t": 0, "b": 0}), **axes, "annotations": names},
    }


def _pitch(room: float, numbers: Sequence[int]) -> float:
    """How wide a brick and its gap are, so that all rows together are at most so many lines high."""
    pitch = _PITCH_PX
    while pitch > 4 and sum(math.ceil(number / max(1, room // pitch)) * pitch / _PITCH_PX for number in numbers) > _MOST_LINES:
        pitch -= 0.5
    return pitch


def _bricks(own: Sequence, top: float, across: int, pitch: float, line: float, mode: Look) -> list[dict]:
    """The bricks of one row, the filled and the outlined ones."""
    found = []
    for filled in (True, False):
        some = [(place, brick) for place, brick in enumerate(own) if brick.primary == filled]
        if not some:
            continue
        edge = 0 if filled else 0.7  # half a line's width, which is drawn outside
        marker = (
            {"color": mode.accent, "line": {"width": 0}} if filled else {"color": mode.paper, "line": {"color": mode.accent, "width": 1.3}}
        )
        found.append(
            {
                "type": "bar",
                "x": [round(_NAME_PX + (place % across + 0.5) * pitch, 1) for place, _ in some],
                "base": [round(top + (place // across) * line + edge, 1) for place, _ in some],
                "y": [round(line - 3 - 2 * edge, 1)] * len(some),
                "width": round(pitch - 2 - 2 * edge, 1),
                "marker": marker,
                "customdata": [[brick.event_id, _card(brick)] for _, brick in some],
                "hovertemplate": "%{customdata[1]}<extra></extra>",
                "name": "events",
                "unselected": {"marker": {"opacity": 1}},
            }
        )
    return found


def _card(row) -> str:
    return f"{escape(row.title, quote=False)}<br>{escape(row.date_text, quote=False)} {row.confidence}"


def _bar(own: Sequence, group: str, top: float, scale: float, mode: Look) -> list[dict]:
    """One row of very many events: its filled and its outlined part."""
    found, begin = [], 0
    for filled in (True, False):
        number = sum(brick.primary == filled for brick in own)
        marker = {"color": mode.accent if filled else mode.paper, "line": {"color": mode.accent, "width": 1.3}}
        shared = {
            "type": "bar",
            "orientation": "h",
            "y": [top + _LINE_PX / 2],
            "width": _LINE_PX - 4,
            "marker": marker,
            "hoverinfo": "skip",
            "name": group,
        }
        found.append({**shared, "base": [_NAME_PX + begin * scale], "x": [number * scale], "unselected": {"marker": {"opacity": 1}}})
        begin += number
    return found


def _texts(rows: Sequence[tuple[str, str, int]], y: Sequence[float], width: float, mode: Look) -> list[dict]:
    """The numbers at the end of the rows, and what the pointer meets of them and of the names."""
    words = labels([width] * len(rows), y, [f"<b>{number}</b>" for *_, number in rows], "middle left", mode.accent, size=19)
    left, right = [0.0] * len(rows) + [width - _NUMBER_PX] * len(rows), [_NAME_PX - 6] * len(rows) + [width] * len(rows)
    cards = [f"{escape(name)}: {number}" for _, name, number in rows]
    return [words, hits(left, right, [*y, *y], [20.0] * 2 * len(rows), [group for group, *_ in rows] * 2, cards * 2, what="group")]
