"""Events a year as columns: what was held is solid, the rest outlined, and hatched what may lie in another year."""

import pandas as pd

from charts.drawing import labels
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, text_width
from charts.scale import Scale, whole_text

_HATCHED = {"shape": "/", "size": 5, "solidity": 0.35, "fillmode": "replace"}


def activity_columns(activity: pd.DataFrame, scale: Scale, mode: Look) -> list[dict]:
    """Plotly traces on `yaxis2`; one row of `activity` is one year, with the columns of `loaders.marks.by`.

    Over each column stands the number of all of its events, where it has room. What the pointer meets of a year is as wide as the year
    and as high as the place, however small its column.
    """
    activity = activity.reset_index(drop=True)
    years, parts = activity["year"].astype("int64"), zip(shares(activity), styles(mode.accent, mode), strict=True)
    left, right = scale(years + 0.08), scale(years + 0.92)
    drawn_bars, below = [], pd.Series(0, index=activity.index)
    for number, marker in parts:
        some = (number > 0).to_numpy()
        drawn_bars.append(_columns(left[some], right[some], below[some], number[some], marker))
        below = below + number
    return [*drawn_bars, _numbers(activity, years, scale, mode), _hits(activity, years, scale)]


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


def _columns(left, right, base: pd.Series, height: pd.Series, marker: dict) -> dict:
    return {
        "type": "bar",
        "x": list((left + right) / 2),
        "width": list(right - left),
        "base": list(base),
        "y": list(height),
        "yaxis": "y2",
        "marker": marker,
        "hoverinfo": "skip",
        "unselected": {"marker": {"opacity": 1}},
    }


def _numbers(activity: pd.DataFrame, years: pd.Series, scale: Scale, mode: Look) -> dict:
    """Over each column the number of its events; none where one would not fit beside the next."""
    texts, room = activity["events"].map(whole_text), scale(years + 1) - scale(years)
    texts = [text if text_width(text, size=SMALL_SIZE_PX) < space else "" for text, space in zip(texts, room, strict=True)]
    number = len(texts)
    tops = labels(scale(years + 0.5), activity["events"], texts, ["top center"] * number, [mode.text] * number, size=SMALL_SIZE_PX)
    return {**tops, "yaxis": "y2"}


def highest(activity: pd.DataFrame) -> float:
    """The upper end of the columns' axis, in events: room above the tallest for its number."""
    return max(activity["events"].max() if len(activity) else 1, 1) * 1.3


def _hits(activity: pd.DataFrame, years: pd.Series, scale: Scale) -> dict:
    left, right = scale(years), scale(years + 1)
    return {
        "type": "bar",
        "x": list((left + right) / 2),
        "width": list(right - left),
        "y": [highest(activity)] * len(years),
        "yaxis": "y2",
        "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        "customdata": [
            [str(row.year), f"{number_card(str(row.year), row)}<br>click for this year alone", "year"] for row in activity.itertuples()
        ],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": "year",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


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


def activity_title(mode: Look, *, narrow: bool) -> dict:
    """The columns' title as a plotly annotation: in the margin on wide screens, above the columns on narrow ones."""
    place = {"xref": "x", "x": 0, "xanchor": "left"} if narrow else {"xref": "x", "x": 0, "xanchor": "right", "xshift": -14}
    text = "Events a year" if narrow else "<b>Events a year</b>"
    return {
        "yref": "paper",
        "y": 1,
        "yanchor": "top",
        "showarrow": False,
        "text": text,
        "font": {"size": LABEL_SIZE_PX, "color": mode.text},
        **place,
    }
