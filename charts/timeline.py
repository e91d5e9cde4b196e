"""When did what happen: one lane a sector, tie or city, years above, every mark as wide as its date is."""

import numpy as np
import pandas as pd

from charts.drawing import BAR_PX, FADE_PX, POINT_PX, THINNEST_PX, hits, hover_card, labels, traces
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, layout, look, on_paper, text_width, wrapped
from charts.packing import BETWEEN_PX, Box, pack
from charts.scale import Scale, linear, year_ticks

WIDE_PX, NARROW_PX = 1000.0, 336.0
ROW_PX, LINE_PX, LANE_GAP_PX, HEAD_PX, LEAST_LANE_PX = 21.0, 16.0, 16.0, 26.0, 36.0
ACTIVITY_PX = 84.0


def timeline(marks: pd.DataFrame, activity: pd.DataFrame, *, years: tuple[int, int], dark: bool, narrow: bool) -> dict:
    """The timeline as a plotly figure (a dict), with events a year above it.

    `marks`: one row is one span of one event in one lane, as `loaders.marks.marks` gives it. `activity`: one row is
    one year and status with its number of `events`. `years`: first and last year of the axis. `narrow`: for a phone,
    with every label above its mark and lanes named in line.
    """
    width = NARROW_PX if narrow else WIDE_PX
    scale = linear(years[0], years[1] + 1, width)
    ticks = year_ticks(years[0], years[1], scale, room=38)
    return drawn(marks, scale, ticks, dark=dark, narrow=narrow, activity=activity)


def drawn(marks: pd.DataFrame, scale: Scale, ticks: list[tuple[float, str]], *, dark: bool, narrow: bool, activity: pd.DataFrame | None = None) -> dict:
    """Lanes of marks on any scale, with `ticks` (decimal year and its name) and, where given, activity above."""
    mode = look(dark)
    marks = marks.assign(colour=marks["colour"].map(lambda colour: on_paper(colour, dark=dark)))
    placed, lanes, height = (_stacked if narrow else _packed)(_in_pixels(marks, scale))
    above = ACTIVITY_PX if activity is not None else 0.0
    tick_at, ticks = [float(scale(place)) for place, _ in ticks], [name for _, name in ticks]
    data = [*traces(placed, mode), _label_trace(placed, mode), _hit_trace(placed), _years_above(tick_at, ticks, mode)]
    shapes, notes = _lane_rules(lanes, mode, narrow=narrow)
    total = height + above
    axes = _axes(scale, tick_at, ticks, height, total, mode)
    if activity is not None:
        data += _activity(activity, scale, mode)
        axes["yaxis2"] = {**_bare(mode), "domain": [height / total, 1], "range": [0, max(activity.groupby("year")["events"].sum().max() if len(activity) else 1, 1) * 1.3], "anchor": "x"}
    margin = {"l": 4 if narrow else 132, "r": 6 if narrow else 14, "t": 6, "b": 26}
    return {"data": data, "layout": {**layout(mode, height=int(total + 32), margin=margin), **axes, "shapes": shapes, "annotations": notes}}


def _in_pixels(marks: pd.DataFrame, scale: Scale) -> pd.DataFrame:
    rows = marks.assign(open_end=marks["x3"].isna(), label=_label_texts(marks))
    left, right = scale(rows["x0"].fillna(rows["x2"])), scale(rows["x3"].fillna(rows["x1_after"]))
    core_left, core_right = scale(rows["x1"]), scale(rows["x2_after"].fillna(rows["x1_after"]))
    has_core = rows["lasted"].to_numpy() & (core_left <= core_right)
    right = np.where(rows["open_end"], np.minimum(core_right + FADE_PX, scale.width), right)
    least = np.where(rows["day"], POINT_PX, THINNEST_PX)
    grow = np.maximum(0, least - (right - left)) / 2
    rows["left"], rows["right"] = left - grow, right + grow
    rows["core_left"] = np.where(has_core, core_left - grow, np.nan)
    rows["core_right"] = np.where(has_core, np.where(rows["open_end"], core_right, core_right + grow), np.nan)
    return rows


def _label_texts(marks: pd.DataFrame) -> pd.Series:
    return marks["title"].where(~marks["uncertain"], marks["title"] + " (?)")


def _packed(rows: pd.DataFrame) -> tuple[pd.DataFrame, list[dict], float]:
    """Labels beside their marks, events in as few sub-rows of a lane as hold them."""
    placed, lanes, top = [], [], HEAD_PX
    for (_, lane), some in rows.groupby(["lane_order", "lane"], sort=False):
        events = some.groupby("event_id", sort=False).agg(left=("left", "min"), right=("right", "max"), label=("label", "first"))
        places = pack([Box(row.left, row.right, text_width(row.label)) for row in events.itertuples()], WIDE_PX)
        y = {key: top + ROW_PX * (place.row + 0.5) for key, place in zip(events.index, places, strict=True)}
        at = dict(zip(events.index, places, strict=True))
        some = some.assign(y=some["event_id"].map(y))
        some["label_y"] = some["y"]
        some["side"] = some["event_id"].map(lambda key, at=at: at[key].side)
        some["label_from"] = some["event_id"].map(lambda key, at=at: at[key].label_from)
        some["label_to"] = some["event_id"].map(lambda key, at=at: at[key].label_to)
        height = max(ROW_PX * (1 + max(place.row for place in places)), LEAST_LANE_PX)
        lanes.append({"name": lane, "events": len(events), "top": top, "bottom": top + height})
        top += height + LANE_GAP_PX
        placed.append(some.assign(band=ROW_PX))
    return pd.concat(placed), lanes, top


def _stacked(rows: pd.DataFrame) -> tuple[pd.DataFrame, list[dict], float]:
    """Each event's label above its mark, one event under the other, lanes headed by their names."""
    placed, lanes, top = [], [], HEAD_PX
    for (_, lane), some in rows.groupby(["lane_order", "lane"], sort=False):
        start, top = top, top + HEAD_PX
        for _, event in some.groupby("event_id", sort=False):
            lines = wrapped(event["label"].iloc[0], NARROW_PX)
            longest = max(map(text_width, lines))
            at = max(0.0, min(event["left"].min(), NARROW_PX - longest))
            band = LINE_PX * len(lines) + BAR_PX + BETWEEN_PX
            middle = top + LINE_PX * len(lines) / 2
            event = event.assign(label="<br>".join(lines), y=top + LINE_PX * len(lines) + BAR_PX / 2 + 2, label_y=middle)
            placed.append(event.assign(side="above", label_from=at, label_to=at + longest, band=band))
            top += band
        lanes.append({"name": lane, "events": some["event_id"].nunique(), "top": start, "bottom": top})
        top += LANE_GAP_PX / 2
    return pd.concat(placed), lanes, top


def _label_trace(placed: pd.DataFrame, mode: Look) -> dict:
    first = placed.drop_duplicates(["lane", "event_id"])
    left = first["side"] == "left"
    texts = first["label"].where(first["status"] != "cancelled", "<s>" + first["label"] + "</s>")
    colours = first["status"].map({"held": mode.text}).fillna(mode.quiet)
    position = left.map({True: "middle left", False: "middle right"})
    return labels(first["label_to"].where(left, first["label_from"]), first["label_y"], texts, position, colours, size=LABEL_SIZE_PX)


def _hit_trace(placed: pd.DataFrame) -> dict:
    merged = placed.groupby(["lane", "event_id"], sort=False)
    first = placed.drop_duplicates(["lane", "event_id"])
    left = np.minimum(merged["left"].min().to_numpy(), first["label_from"].to_numpy())
    right = np.maximum(merged["right"].max().to_numpy(), first["label_to"].to_numpy())
    middle = np.where(first["side"] == "above", first["label_y"] + BAR_PX / 2, first["y"])
    return hits(left, right, middle, first["band"], first["event_id"], [hover_card(row) for row in first.itertuples()])


def _years_above(tick_at: list[float], ticks: list[str], mode: Look) -> dict:
    return labels(tick_at, [HEAD_PX / 2 - 2] * len(ticks), ticks, ["middle right"] * len(ticks), [mode.quiet] * len(ticks), size=SMALL_SIZE_PX)


def _lane_rules(lanes: list[dict], mode: Look, *, narrow: bool) -> tuple[list[dict], list[dict]]:
    shapes, notes = [], []
    for lane in lanes:
        y = lane["top"] - (2 if narrow else LANE_GAP_PX / 2)
        shapes.append({"type": "line", "xref": "paper", "x0": 0 if narrow else -0.14, "x1": 1, "yref": "y", "y0": y, "y1": y, "line": {"color": mode.rule, "width": 1}})
        number = f"{lane['events']} event{'s' if lane['events'] != 1 else ''}"
        text = f"<b>{lane['name']}</b>{'  ' if narrow else '<br>'}<span style='color:{mode.quiet};font-size:{SMALL_SIZE_PX}px'>{number}</span>"
        place = {"xanchor": "left", "xshift": 0} if narrow else {"xanchor": "right", "xshift": -14}
        notes.append({"xref": "paper", "x": 0, "yref": "y", "y": lane["top"], "yanchor": "top", "align": "left" if narrow else "right", "showarrow": False, "text": text, "font": {"size": LABEL_SIZE_PX, "color": mode.text}, **place})
    return shapes, notes


def _bare(mode: Look) -> dict:
    return {"fixedrange": True, "showgrid": False, "zeroline": False, "showticklabels": False, "showline": False}


def _axes(scale: Scale, tick_at: list[float], ticks: list[str], height: float, total: float, mode: Look) -> dict:
    x = {"range": [0, scale.width], "fixedrange": True, "tickvals": tick_at, "ticktext": ticks, "tickfont": {"color": mode.quiet, "size": SMALL_SIZE_PX}, "gridcolor": mode.grid, "showgrid": True, "zeroline": False, "ticklabelposition": "outside right", "anchor": "y"}
    return {"xaxis": x, "yaxis": {**_bare(mode), "range": [height, 0], "domain": [0, height / total]}}


def _activity(activity: pd.DataFrame, scale: Scale, mode: Look) -> list[dict]:
    drawn_bars, below = [], pd.Series(0, index=sorted(activity["year"].unique()))
    styles = {"held": {"color": mode.accent}, "planned": {"color": mode.paper, "line": {"color": mode.accent, "width": 1.4}}, "cancelled": {"color": mode.paper, "line": {"color": mode.quiet, "width": 1.4}, "pattern": {"shape": "x", "fgcolor": mode.quiet, "size": 5}}}
    for status, marker in styles.items():
        number = activity[activity["status"] == status].set_index("year")["events"].reindex(below.index, fill_value=0)
        left, right = scale(below.index + 0.08), scale(below.index + 0.92)
        drawn_bars.append({"type": "bar", "x": list((left + right) / 2), "width": list(right - left), "base": list(below), "y": list(number), "yaxis": "y2", "marker": marker, "hoverinfo": "skip", "unselected": {"marker": {"opacity": 1}}})
        below = below + number
    tops = labels((scale(below.index + 0.08) + scale(below.index + 0.92)) / 2, below, below.astype(str), ["top center"] * len(below), [mode.text] * len(below), size=SMALL_SIZE_PX)
    return [*drawn_bars, {**tops, "yaxis": "y2"}]
