"""Marks into lanes: labels beside the marks on wide screens, above them on narrow ones."""

import html
from dataclasses import dataclass

import numpy as np
import pandas as pd

from charts.columns import Columns
from charts.drawing import BAR_PX, hits
from charts.look import BOLD, LABEL_SIZE_PX, SMALL_SIZE_PX, Look, text_width, wrapped
from charts.packing import BETWEEN_PX, Box, pack
from charts.scale import whole_text

WIDE_PX, NARROW_PX, NAMES_PX = 1000.0, 336.0, 132.0
ROW_PX, LINE_PX, LANE_GAP_PX, HEAD_PX, LEAST_LANE_PX = 21.0, 16.0, 16.0, 26.0, 36.0
LANE_NAME_PX, YEARS_EVERY_PX = 96.0, 420.0


@dataclass
class _Event:
    """One event of a lane: the outer edges of its marks, its label, and whether this is bold."""

    left: float
    right: float
    label: str
    bold: bool

    @property
    def wider(self) -> float:
        """How much wider the label is set than in plain letters."""
        return BOLD if self.bold else 1.0

    @property
    def outer(self) -> dict[str, float]:
        """The outer edges of all its marks in the lane."""
        return {"outer_left": self.left, "outer_right": self.right}


@dataclass(frozen=True)
class _Lane:
    """A lane with its events by key; `number` (of events that a click on it lists) is missing, and `code` blank, where it has none."""

    name: str
    code: str
    number: float
    events: dict[str, _Event]

    def drawn(self, top: float, bottom: float, years_at: float | None) -> dict:
        """As its rules and what the pointer meets of it are drawn: where it, or its head, begins and ends."""
        return {"name": self.name, "code": self.code, "events": self.number, "top": top, "bottom": bottom, "years_at": years_at}


def _lanes(rows: Columns) -> list[_Lane]:
    found: dict[str, _Lane] = {}
    columns = ("lane", "lane_code", "lane_events", "event_id", "left", "right", "label", "marked")
    for lane, code, number, event, left, right, label, bold in zip(*(rows[name].tolist() for name in columns), strict=True):
        events = found.setdefault(lane, _Lane(lane, code if isinstance(code, str) else "", number, {})).events
        known = events.setdefault(event, _Event(left, right, label, bold))
        known.left, known.right = min(known.left, left), max(known.right, right)
    return list(found.values())


def _placed(rows: Columns, places: dict[tuple[str, str], dict]) -> Columns:
    """The rows with the places of their events, by lane and event."""
    found = [places[pair] for pair in zip(rows["lane"].tolist(), rows["event_id"].tolist(), strict=True)]
    return rows | {name: np.array([place[name] for place in found]) for name in found[0]}


def packed(rows: Columns) -> tuple[Columns, list[dict], float]:
    """Labels beside their marks, events in as few sub-rows of a lane as hold them."""
    places, lanes, top = {}, [], HEAD_PX
    for lane in _lanes(rows):
        years_at, start = _repeated_years(lanes, top), top
        top += LINE_PX if years_at else 0
        found = pack([Box(event.left, event.right, text_width(event.label) * event.wider) for event in lane.events.values()], WIDE_PX)
        for key, place in zip(lane.events, found, strict=True):
            y, label_y = (top + ROW_PX * (row + 0.5) for row in (place.row, place.label_row))
            band = ROW_PX * (1 + place.row - place.label_row)
            edges = {"side": place.side, "label_from": place.label_from, "label_to": place.label_to}
            places[lane.name, key] = {
                "y": y,
                "label_y": label_y,
                "band": band,
                "hit_y": (label_y + y) / 2,
                **edges,
                **lane.events[key].outer,
            }
        least = LEAST_LANE_PX + LINE_PX * (len(wrapped(lane.name, LANE_NAME_PX)) - 1)
        height = max(ROW_PX * (1 + max(place.row for place in found)), least)
        lanes.append(lane.drawn(start, top + height, years_at and years_at + LINE_PX / 2 - 6))
        top += height + LANE_GAP_PX
    return _placed(rows, places), lanes, top


def stacked(rows: Columns) -> tuple[Columns, list[dict], float]:
    """Each event's label above its mark, one event under the other, lanes headed by their names."""
    places, lanes, top = {}, [], HEAD_PX
    for lane in _lanes(rows):
        years_at, start = _repeated_years(lanes, top + HEAD_PX), top
        top += HEAD_PX + (LINE_PX if years_at else 0)
        for key, event in lane.events.items():
            places[lane.name, key] = {**_above(event.label, event.left, top, event.wider), **event.outer}
            top += places[lane.name, key]["band"]
        lanes.append(lane.drawn(start, start + HEAD_PX, years_at))
        top += LANE_GAP_PX / 2
    return _placed(rows, places), lanes, top


def lane_hits(lanes: list[dict], *, narrow: bool) -> dict:
    """What the pointer meets on the lanes' names: beside the lanes on wide screens, their heads on narrow ones."""
    some = pd.DataFrame([lane for lane in lanes if lane["code"]], columns=["name", "code", "top", "bottom"])
    left, right = (0.0, NARROW_PX) if narrow else (-NAMES_PX, -8.0)
    at, tall = (some["top"] + some["bottom"]) / 2, some["bottom"] - some["top"]
    cards = [f"<b>{html.escape(name, quote=False)}</b><br>click for this lane alone" for name in some["name"]]
    edge = pd.Series(left, index=some.index)
    return hits(edge, edge + (right - left), at, tall, some["code"], cards, what="lane")


def _above(label: str, left: float, top: float, wider: float) -> dict:
    """The place of one event in a stack: its label in as many lines as it needs, its mark below. `wider`: how much, for bold letters."""
    lines = wrapped(label, NARROW_PX / wider)
    longest = max(map(text_width, lines)) * wider
    at = max(0.0, min(left, NARROW_PX - longest))
    height = LINE_PX * len(lines)
    band = height + BAR_PX + BETWEEN_PX
    return {
        "label": "<br>".join(lines),
        "y": top + height + BAR_PX / 2 + 2,
        "label_y": top + height / 2,
        "side": "above",
        "label_from": at,
        "label_to": at + longest,
        "band": band,
        "hit_y": top + band / 2,
    }


def _repeated_years(lanes: list[dict], top: float) -> float | None:
    """Where a lane that begins at `top` names the years again: only where they were last named a screen above."""
    named = max((lane["years_at"] for lane in lanes if lane["years_at"]), default=HEAD_PX)
    return top if top - named > YEARS_EVERY_PX else None


def lane_rules(lanes: list[dict], mode: Look, *, narrow: bool) -> tuple[list[dict], list[dict]]:
    """Plotly shapes and annotations: a rule above each lane, its name and its number of events."""
    shapes, notes = [], []
    for lane in lanes:
        y = lane["top"] - (2 if narrow else LANE_GAP_PX / 2)
        shapes.append(
            {
                "type": "line",
                "xref": "x",
                "x0": 0 if narrow else -NAMES_PX,
                "x1": NARROW_PX if narrow else WIDE_PX,
                "yref": "y",
                "y0": y,
                "y1": y,
                "line": {"color": mode.rule, "width": 1},
            }
        )
        number = "" if pd.isna(lane["events"]) else f"{whole_text(int(lane['events']))} event{'' if lane['events'] == 1 else 's'}"
        name = (
            html.escape(lane["name"], quote=False)
            if narrow
            else "<br>".join(html.escape(line, quote=False) for line in wrapped(lane["name"], LANE_NAME_PX))
        )
        text = f"<b>{name}</b>{'  ' if narrow else '<br>'}<span style='color:{mode.quiet};font-size:{SMALL_SIZE_PX}px'>{number}</span>"
        place = {"xanchor": "left", "xshift": 0} if narrow else {"xanchor": "right", "xshift": -14}
        notes.append(
            {
                "xref": "x",
                "x": 0,
                "yref": "y",
                "y": lane["top"],
                "yanchor": "top",
                "align": "left" if narrow else "right",
                "showarrow": False,
                "text": text,
                "font": {"size": LABEL_SIZE_PX, "color": mode.text},
                **place,
            }
        )
    return shapes, notes
