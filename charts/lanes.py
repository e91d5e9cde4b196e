"""Marks into lanes: labels beside the marks on wide screens, above them on narrow ones."""

import html

import pandas as pd

from charts.drawing import BAR_PX, hits
from charts.look import BOLD, LABEL_SIZE_PX, SMALL_SIZE_PX, Look, text_width, wrapped
from charts.packing import BETWEEN_PX, Box, pack
from charts.scale import whole_text

WIDE_PX, NARROW_PX, NAMES_PX = 1000.0, 336.0, 132.0
ROW_PX, LINE_PX, LANE_GAP_PX, HEAD_PX, LEAST_LANE_PX = 21.0, 16.0, 16.0, 26.0, 36.0
LANE_NAME_PX, YEARS_EVERY_PX = 96.0, 420.0


def packed(rows: pd.DataFrame) -> tuple[pd.DataFrame, list[dict], float]:
    """Labels beside their marks, events in as few sub-rows of a lane as hold them."""
    placed, lanes, top = [], [], HEAD_PX
    for (_, lane), some in rows.groupby(["lane_order", "lane"], sort=False):
        years_at, start = _repeated_years(lanes, top), top
        top += LINE_PX if years_at else 0
        events = some.groupby("event_id", sort=False).agg(
            left=("left", "min"), right=("right", "max"), label=("label", "first"), bold=("marked", "first")
        )
        widths = [text_width(row.label) * (BOLD if row.bold else 1) for row in events.itertuples()]
        found = pack([Box(row.left, row.right, width) for row, width in zip(events.itertuples(), widths, strict=True)], WIDE_PX)
        places = pd.DataFrame(found, index=events.index)
        places["y"] = top + ROW_PX * (places["row"] + 0.5)
        places["label_y"] = top + ROW_PX * (places["label_row"] + 0.5)
        height = max(ROW_PX * (1 + places["row"].max()), LEAST_LANE_PX + LINE_PX * (len(wrapped(lane, LANE_NAME_PX)) - 1))
        lanes.append(_lane(some, start, top + height, years_at and years_at + LINE_PX / 2 - 6))
        top += height + LANE_GAP_PX
        band = ROW_PX * (1 + places["row"] - places["label_row"])
        middle = (places["label_y"] + places["y"]) / 2
        placed.append(some.join(places.assign(band=band, hit_y=middle), on="event_id"))
    return pd.concat(placed), lanes, top


def stacked(rows: pd.DataFrame) -> tuple[pd.DataFrame, list[dict], float]:
    """Each event's label above its mark, one event under the other, lanes headed by their names."""
    placed, lanes, top = [], [], HEAD_PX
    for _, some in rows.groupby(["lane_order", "lane"], sort=False):
        years_at, start = _repeated_years(lanes, top + HEAD_PX), top
        top += HEAD_PX + (LINE_PX if years_at else 0)
        events = some.groupby("event_id", sort=False).agg(left=("left", "min"), label=("label", "first"), bold=("marked", "first"))
        places = {}
        for event in events.itertuples():
            places[event.Index] = _above(event.label, event.left, top, BOLD if event.bold else 1.0)
            top += places[event.Index]["band"]
        lanes.append(_lane(some, start, start + HEAD_PX, years_at))
        top += LANE_GAP_PX / 2
        placed.append(some.drop(columns="label").join(pd.DataFrame.from_dict(places, orient="index"), on="event_id"))
    return pd.concat(placed), lanes, top


def _lane(rows: pd.DataFrame, top: float, bottom: float, years_at: float | None) -> dict:
    """A lane as its rules and what the pointer meets of it are drawn: its name, its code and number of events where it has one, and where it, or its head, begins and ends."""
    first = rows.iloc[0]
    code = first["lane_code"] if isinstance(first["lane_code"], str) else ""
    number = first["lane_events"]
    return {"name": first["lane"], "code": code, "events": number, "top": top, "bottom": bottom, "years_at": years_at}


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
