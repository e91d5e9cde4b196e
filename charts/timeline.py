"""When did what happen: one lane a sector, tie or city, years above, every mark as wide as its date is."""

import html
from collections.abc import Collection, Iterable

import numpy as np
import pandas as pd

from charts.activity import activity_columns, activity_title, highest
from charts.columns import Columns
from charts.drawing import POINT_PX, THINNEST_PX, hits, hover_card, labels, rings, traces
from charts.lanes import HEAD_PX, NAMES_PX, NARROW_PX, WIDE_PX, lane_hits, lane_rules, packed, stacked
from charts.look import DARK, LABEL_SIZE_PX, SMALL_SIZE_PX, Look, faded, layout, look, on_paper
from charts.scale import Scale, linear, year_ticks

ACTIVITY_PX, TITLE_PX = 84.0, 18.0
MARK = (
    "event_id", "lane", "lane_code", "lane_events", "title", "date_text", "status", "status_text", "sector", "cities", "sources", "disputed",
    "confidence", "confidence_text", "colour", "x0", "x1", "x2", "x3", "x1_after", "x2_after", "day", "lasted", "uncertain",
)  # fmt: skip
"""What a mark is drawn of; see `loaders.marks.marks`."""
BEFORE_MARK = "\u00a0"  # holds the mark of confidence to the title's last word


def timeline(
    marks: pd.DataFrame, activity: pd.DataFrame | None, *, years: tuple[int, int], dark: bool, narrow: bool, marked: Collection[str] = ()
) -> dict:
    """The timeline as a plotly figure (a dict), with events a year above it.

    `marks`: one row is one span of one event in one lane, as `loaders.marks.marks` gives it. `activity`: one row is
    one year with its numbers of events (`loaders.marks.by_year`), drawn where it is given and
    the axis has more than one year. `years`: first and last year of the axis. `narrow`: for a phone,
    with every label above its mark and lanes named in line. `marked`: keys of events that stand out, ringed and in bold; the others fade.
    """
    width = NARROW_PX if narrow else WIDE_PX
    inside = (marks["x0"].fillna(marks["x2"]) < years[1] + 1) & (marks["x3"].isna() | (marks["x3"] > years[0]))
    marks, activity = marks[inside], None if activity is None else activity[activity["year"].between(*years)]
    scale = linear(years[0], years[1] + 1, width)
    ticks = year_ticks(years[0], years[1], scale, room=38)
    several = years[0] < years[1] and activity is not None and len(activity)
    return drawn(marks, scale, ticks, dark=dark, narrow=narrow, activity=activity if several else None, marked=marked)


def drawn(
    marks: pd.DataFrame,
    scale: Scale,
    ticks: list[tuple[float, str]],
    *,
    dark: bool,
    narrow: bool,
    activity: pd.DataFrame | None = None,
    marked: Collection[str] = (),
) -> dict:
    """Lanes of marks on any scale, with `ticks` (decimal year and its name) and, where given, activity above.

    The layout's `meta` has the pieces of the scale, so that what is brushed can be read as years.
    """
    mode = look(dark)
    rows = Columns({name: marks[name].to_numpy() for name in MARK})
    placed, lanes, height = (stacked if narrow else packed)(_in_pixels(_standing_out(rows, marked, mode), scale))
    above = (
        (ACTIVITY_PX + TITLE_PX * narrow) if activity is not None else 0.0
    )  # beside the columns there is no room for their title on a phone
    tick_at, ticks = [float(scale(place)) for place, _ in ticks], [name for _, name in ticks]
    years_at = [HEAD_PX / 2 - 2, *(lane["years_at"] for lane in lanes if lane["years_at"])]
    first = placed.where(_firsts(zip(placed["lane"], placed["event_id"], strict=True)))
    data = [*traces(placed, mode), *rings(placed, mode), _label_trace(first, mode), _hit_trace(first)]
    data += [_year_names(tick_at, ticks, years_at, mode), lane_hits(lanes, narrow=narrow)]
    shapes, notes = lane_rules(lanes, mode, narrow=narrow)
    total = height + above
    axes = _axes(scale, tick_at, ticks, height, total, mode, narrow)
    if activity is not None:
        data += activity_columns(activity, scale, mode)
        axes["yaxis2"] = {
            **_bare(mode),
            "domain": [height / total, (height + ACTIVITY_PX) / total],
            "range": [0, highest(activity)],
            "anchor": "x",
        }
        notes.append(activity_title(mode, narrow=narrow))
    margin = {"l": 4 if narrow else 0, "r": 6 if narrow else 14, "t": 6, "b": 26}
    whole = layout(mode, height=int(total + 32), margin=margin)
    return {"data": data, "layout": {**whole, **axes, "shapes": shapes, "annotations": notes, "meta": list(map(list, scale.pieces))}}


def _firsts(pairs: Iterable[tuple[str, str]]) -> np.ndarray:
    """Which of these are the first of their kind."""
    met: set[tuple[str, str]] = set()
    return np.array([not (pair in met or met.add(pair)) for pair in pairs], dtype="bool")


def _standing_out(marks: Columns, marked: Collection[str], mode: Look) -> Columns:
    """The marks in the colours of the paper, with `marked` and `fades`: all but the marked, where one of them is here."""
    papers = [on_paper(colour, dark=mode is DARK) for colour in marks["colour"]]
    stands = np.isin(marks["event_id"], list(marked))
    fades = ~stands & stands.any()
    colours = [faded(colour, mode) if fade else colour for colour, fade in zip(papers, fades, strict=True)]
    return marks | {"marked": stands, "fades": fades, "colour": np.array(colours, dtype="object")}


def _in_pixels(marks: Columns, scale: Scale) -> Columns:
    open_end, after = np.isnan(marks["x3"]), marks["x1_after"]
    left, right = scale(_filled(marks["x0"], marks["x2"])), scale(_filled(marks["x3"], after))
    core_left, core_right = scale(marks["x1"]), scale(_filled(marks["x2_after"], after))
    has_core = marks["lasted"] & (core_left <= core_right)
    right = np.where(open_end, scale.width, right)
    least = np.where(marks["day"], POINT_PX, THINNEST_PX)
    grow = np.maximum(0, least - (right - left)) / 2
    core_end = np.where(open_end, core_right, core_right + grow)
    places = {"left": left - grow, "right": right + grow}
    places |= {"core_left": np.where(has_core, core_left - grow, np.nan), "core_right": np.where(has_core, core_end, np.nan)}
    return marks | {"open_end": open_end, "label": _label_texts(marks), **places}


def _filled(values: np.ndarray, others: np.ndarray) -> np.ndarray:
    return np.where(np.isnan(values), others, values)


def _label_texts(marks: Columns) -> np.ndarray:
    each = zip(marks["title"], marks["uncertain"], marks["confidence"], strict=True)
    return np.array([f"{title}{' (?)' * bool(doubt)}{BEFORE_MARK}{mark}" for title, doubt, mark in each], dtype="object")


def _label_trace(first: Columns, mode: Look) -> dict:
    left = first["side"] == "left"
    texts = [_label_text(row) for row in first.rows()]
    strong = ((first["status"] == "held") & ~first["fades"]) | first["marked"]
    colours = np.where(strong, mode.text, mode.quiet)
    position = np.where(left, "middle left", "middle right")
    return labels(np.where(left, first["label_to"], first["label_from"]), first["label_y"], texts, position, colours, size=LABEL_SIZE_PX)


def _label_text(row) -> str:
    """The label, struck where it was called off; behind its last no-break space the mark of confidence."""
    title, _, mark = html.escape(row.label, quote=False).replace("&lt;br&gt;", "<br>").rpartition(BEFORE_MARK)
    struck = f"<s>{title}</s>" if row.status == "cancelled" else title
    struck = f"<b>{struck}</b>" if row.marked else struck
    return f"{struck}{BEFORE_MARK}{mark}"


def _hit_trace(first: Columns) -> dict:
    left, right = np.minimum(first["outer_left"], first["label_from"]), np.maximum(first["outer_right"], first["label_to"])
    return hits(left, right, first["hit_y"], first["band"], first["event_id"], [hover_card(row) for row in first.rows()])


def _year_names(tick_at: list[float], ticks: list[str], heights: list[float], mode: Look) -> dict:
    number = len(ticks) * len(heights)
    y = [height for height in heights for _ in ticks]
    return labels(tick_at * len(heights), y, ticks * len(heights), ["middle right"] * number, [mode.quiet] * number, size=SMALL_SIZE_PX)


def _bare(mode: Look) -> dict:
    return {"fixedrange": True, "showgrid": False, "zeroline": False, "showticklabels": False, "showline": False}


def _axes(scale: Scale, tick_at: list[float], ticks: list[str], height: float, total: float, mode: Look, narrow: bool) -> dict:
    x = {
        "range": [0 if narrow else -NAMES_PX, scale.width],
        "fixedrange": True,
        "tickvals": tick_at,
        "ticktext": ticks,
        "tickfont": {"color": mode.quiet, "size": SMALL_SIZE_PX},
        "gridcolor": mode.grid,
        "showgrid": True,
        "zeroline": False,
        "ticklabelposition": "outside right",
        "anchor": "y",
    }
    return {"xaxis": x, "yaxis": {**_bare(mode), "range": [height, 0], "domain": [0, height / total]}}
