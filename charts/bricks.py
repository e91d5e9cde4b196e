"""One event, one brick: a lane a relationship or a sector, a column a year, coloured by sector."""

import html
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from charts.drawing import canvas, note
from charts.look import BOLD, LABEL_SIZE_PX, SMALL_SIZE_PX, Look, look, on_paper, text_width

WIDE_PX, NARROW_PX, NAMES_PX = 846.0, 354.0, 118.0
TALLEST_PX, WIDEST_PX, BRICK_PX, _GAP = 128.0, 72.0, 10.0, 0.16
_ALL_PX = 360.0  # the tallest columns of all lanes together
_ALONE_PX = 72.0  # a lane that stands alone is no lower
NUMBER_PX, AXIS_PX, NAME_PX, _LABEL_PX, _BETWEEN_PX = 18.0, 26.0, 22.0, 17.0, 12.0
_MOST_LABELS = 3
_HATCHED = {"shape": "/", "size": 4, "solidity": 0.45, "fillmode": "replace"}


class Lane(NamedTuple):
    """A lane: its code and name, how many events a click on its name lists, and the colour that stands beside its name (none where blank)."""

    code: str
    name: str
    events: int
    colour: str = ""


Slots = Sequence[tuple[str, tuple[int, int]]]
"""The columns from left to right: the name of each, and the first and last year that it stands for; all but the first stand for one."""


class Stack:
    """The bricks of one lane in their columns: `places` (of each one's column), and `tops`, per column with any, how many they are."""

    def __init__(self, bricks: Sequence, slots: Slots):
        self.bricks = bricks
        self.places = [max(brick.year - slots[0][1][1], 0) for brick in bricks]
        self.tops = dict(sorted(Counter(self.places).items()))

    @property
    def top(self) -> int:
        """How many stand in the highest column."""
        return max(self.tops.values(), default=0)


def brick_wall(bricks: Sequence, lanes: Sequence[Lane], slots: Slots, *, dark: bool, narrow: bool) -> dict:
    """The bricks as a plotly figure (a dict).

    `bricks`: each is one event, in the order in which they are stacked: `event_id`, `lane` (the code of its lane), `year`, `colour`, `status`, `doubtful`,
    `title`, `date_text`, `confidence`, `short` (the label of a landmark, else blank), `bold` (whether it is an agreement).
    """
    mode, left = look(dark), 0.0 if narrow else NAMES_PX
    width = (NARROW_PX if narrow else WIDE_PX) - 24.0 - left
    step = min(width / max(len(slots), 1), WIDEST_PX)
    stacks = [Stack([brick for brick in bricks if brick.lane == lane.code], slots) for lane in lanes]
    tops = [stack.top for stack in stacks if stack.bricks]
    pitch = min(BRICK_PX, TALLEST_PX / max(tops), _ALL_PX / sum(tops)) if tops else BRICK_PX
    data, shapes, notes, floor = [], [], [], 0.0
    for lane, stack in zip(lanes, stacks, strict=True):
        labels, high = ([], 0.0) if narrow else landmarks(stack, step, pitch)
        least = max(_ALONE_PX * (len(lanes) == 1), 0.0 if narrow else len(_lines(lane)) * NAME_PX)
        above = max((stack.top or 1) * pitch + NUMBER_PX, high, least)
        floor += (NAME_PX * narrow) + above + _BETWEEN_PX
        data += stacked(stack, lane, slots, floor, step, pitch, mode)
        shapes.append(
            {"type": "line", "x0": 0, "x1": width, "y0": floor, "y1": floor, "line": {"color": mode.rule, "width": 1}, "layer": "below"}
        )
        notes += [note(text, to - 6, floor - y, "right", mode.quiet) for text, to, _, y, _ in labels]
        shapes += [leader(label, floor, -1, mode) for label in labels]
        y = floor - above - NAME_PX / 2 if narrow else floor - 8.5 * len(_lines(lane))
        data.append(lane_name(lane, -left, y, mode, narrow=narrow))
    height = floor + AXIS_PX
    data.append(year_names(slots, floor + 13, step, mode, narrow=narrow))
    margin = 12.0  # the names of the first and last year are wider than their columns
    return {"data": data, "layout": {**canvas(mode, -left - margin, width + margin, height), "shapes": shapes, "annotations": notes}}


def leader(label: tuple[str, float, float, float, float], floor: float, way: int, mode: Look) -> dict:
    """The line from a landmark's label (of `landmarks`) to its column. `way`: -1 where the bricks stand on the floor, 1 where they hang from it."""
    _, to, x, y, top = label
    path = f"M {to - 3:.1f},{floor + way * y:.1f} L {x:.1f},{floor + way * y:.1f} L {x:.1f},{floor + way * top:.1f}"
    return {"type": "path", "path": path, "line": {"color": mode.quiet, "width": 1}}


def stacked(stack: Stack, lane: Lane, slots: Slots, floor: float, step: float, pitch: float, mode: Look, way: int = -1) -> list[dict]:
    """The bricks of one lane, each kind a trace, and the columns' numbers. `way`: -1 where they stand on the floor, 1 where they hang from it."""
    if not stack.bricks:
        return []
    kinds: dict[tuple[bool, bool], list] = {(held, doubtful): [] for held in (True, False) for doubtful in (False, True)}
    below, struck = Counter(), []
    for brick, place in zip(stack.bricks, stack.places, strict=True):
        x, y = (place + 0.5) * step, floor + way * below[place] * pitch
        below[place] += 1
        kinds[brick.status == "held", brick.doubtful].append((round(x, 1), round(y, 1), brick))
        struck += [(x, y + way * pitch / 2)] * (brick.status == "cancelled")
    height, width, dark = round(way * pitch * (1 - _GAP), 1), round(step * 0.84, 1), mode is look(True)
    data = [
        {
            "type": "bar",
            "x": [x for x, _, _ in some],
            "base": [y for _, y, _ in some],
            "y": [height] * len(some),
            "width": width,
            "marker": _marker([on_paper(brick.colour, dark=dark) for *_, brick in some], mode, held=held, doubtful=doubtful),
            "customdata": [[brick.event_id, _card(brick)] for *_, brick in some],
            "hovertemplate": "%{customdata[1]}<extra></extra>",
            "name": "events",
            "unselected": {"marker": {"opacity": 1}},
        }
        for (held, doubtful), some in kinds.items()
        if some
    ]
    data += [_struck(struck, step, mode)] if struck else []
    return [*data, _numbers(stack.tops, lane, slots, floor, step, way * pitch, mode)]


def _marker(colours: list[str], mode: Look, *, held: bool, doubtful: bool) -> dict:
    """How a brick is filled: what was held in its colour, the rest outlined; hatched where the year is in doubt."""
    fill = {"color": colours, "line": {"width": 0}} if held else {"color": mode.paper, "line": {"color": colours, "width": 1.6}}
    hatched = {"fgcolor": mode.paper, "bgcolor": colours} if held else {"fgcolor": colours, "bgcolor": mode.paper}
    return {**fill, "pattern": {**_HATCHED, **hatched}} if doubtful else fill


def _numbers(tops: Mapping[int, int], lane: Lane, slots: Slots, floor: float, step: float, pitch: float, mode: Look) -> dict:
    """Over each column its number; a click lists its rows."""
    off = 8 if pitch > 0 else -8
    return {
        "type": "scatter",
        "mode": "text",
        "x": [round((place + 0.5) * step, 1) for place in tops],
        "y": [round(floor + number * pitch + off, 1) for number in tops.values()],
        "text": [str(number) for number in tops.values()],
        "textfont": {"size": SMALL_SIZE_PX, "color": mode.text},
        "customdata": [
            [f"{lane.code}|{place}", f"{html.escape(lane.name)}, {slots[place][0]}: {number}", "column"] for place, number in tops.items()
        ],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": "column",
        "unselected": {"textfont": {"color": mode.text}},
    }


def _card(brick) -> str:
    status = {"planned": " · announced only", "cancelled": " · called off"}.get(brick.status, "")
    return f"{html.escape(brick.title, quote=False)}<br>{html.escape(brick.date_text, quote=False)}{status} {brick.confidence}"


def _struck(middles: Sequence[tuple[float, float]], step: float, mode: Look) -> dict:
    """A line through each brick that was called off."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [end for x, _ in middles for end in (round(x - step * 0.5, 1), round(x + step * 0.5, 1), None)],
        "y": [end for _, y in middles for end in (round(y + 4, 1), round(y - 4, 1), None)],
        "line": {"color": mode.text, "width": 1.4},
        "hoverinfo": "skip",
    }


def landmarks(stack: Stack, step: float, pitch: float) -> tuple[list[tuple[str, float, float, float, float]], float]:
    """Where the landmarks' labels stand: text, its right end, the place of its column, its height above the floor, the top of its column; and the highest of all.

    One a column, agreements before others and late ones before early ones. Each stands to the left of its column, above all that lies below it.
    """
    found, taken, high = [], [], 0.0
    named = [mark for mark in zip(stack.places, stack.bricks, strict=True) if mark[1].short]
    first: dict[int, tuple] = {}
    for place, brick in sorted(named, key=lambda mark: (not mark[1].bold, -mark[0])):
        first.setdefault(place, (place, brick.short, brick.date_text))
    heights = {place: top * pitch + NUMBER_PX for place, top in stack.tops.items()}
    for column, short, date in sorted(list(first.values())[:_MOST_LABELS]):
        text, x = f"{short}, {date}", (column + 0.5) * step
        to = x - step * 0.4
        begin = to - 8 - text_width(text, size=SMALL_SIZE_PX)
        if begin < 0:
            continue
        top = heights[column]
        below = [height for place, height in heights.items() if begin < (place + 1) * step and place <= column]
        y = max(below) + _LABEL_PX / 2
        while any(begin < end and start < x and abs(y - other) < _LABEL_PX for start, end, other in taken):
            y += _LABEL_PX
        taken.append((begin, x, y))
        found.append((html.escape(text, quote=False), to, x, y, top - 2))
        high = max(high, y + _LABEL_PX / 2)
    return found, high


def _lines(lane: Lane) -> list[str]:
    """A lane's name in lines: the members of a relationship one below another where they have no room beside each other."""
    wide = text_width(f"{lane.name} {lane.events}", size=LABEL_SIZE_PX + 1) * BOLD > NAMES_PX
    return lane.name.replace("–", "–\u200b").split("\u200b") if wide else [lane.name]


def lane_name(lane: Lane, x: float, y: float, mode: Look, *, narrow: bool) -> dict:
    """A lane's name with its number; a click chooses it."""
    bold = ("", "") if lane.colour else ("<b>", "</b>")
    sign = f'<span style="color:{on_paper(lane.colour, dark=mode is look(True))}">■</span> ' if lane.colour else ""
    words = [lane.name] if narrow else _lines(lane)
    text = sign + "<br>".join(f"{bold[0]}{html.escape(word, quote=False)}{bold[1]}" for word in words) + f" {lane.events}"
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x],
        "y": [round(y, 1)],
        "text": [text],
        "textposition": "middle right",
        "textfont": {"size": LABEL_SIZE_PX + (not lane.colour), "color": mode.text},
        "customdata": [[lane.code, f"{html.escape(lane.name)}: {lane.events}", "lane"]],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": "lane",
        "unselected": {"textfont": {"color": mode.text}},
    }


def year_names(slots: Slots, y: float, step: float, mode: Look, *, narrow: bool) -> dict:
    """The years' names, as many as have room."""
    least = max(text_width(name, size=SMALL_SIZE_PX) for name, _ in slots) + 8 if slots else 1
    every = max(1, math.ceil(least / step))
    named = [place for place in range(len(slots)) if place == 0 or ((len(slots) - 1 - place) % every == 0 and place * step > least * 0.8)]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [round((place + 0.5) * step, 1) for place in named],
        "y": [y] * len(named),
        "text": [slots[place][0] for place in named],
        "textfont": {"size": SMALL_SIZE_PX, "color": mode.quiet},
        "hoverinfo": "skip",
    }
