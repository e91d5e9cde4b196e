"""Events a year as columns, what was only announced outlined."""

import pandas as pd

from charts.drawing import labels
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, text_width
from charts.scale import Scale


def activity_columns(activity: pd.DataFrame, scale: Scale, mode: Look) -> list[dict]:
    """Plotly traces on `yaxis2`; one row of `activity` is one year and status with its number of `events` and, in words, `resting`.

    Each column names the number held and, where all columns have room for it, what is outlined: `14+4`. What the pointer meets of a year is as
    wide as the year and as high as the place, however small its column.
    """
    drawn_bars, below = [], pd.Series(0, index=sorted(activity["year"].unique()))
    styles = {
        "held": {"color": mode.accent},
        "planned": {"color": mode.paper, "line": {"color": mode.accent, "width": 1.4}},
        "cancelled": {
            "color": mode.paper,
            "line": {"color": mode.quiet, "width": 1.4},
            "pattern": {"shape": "x", "fgcolor": mode.quiet, "size": 5},
        },
    }
    for status, marker in styles.items():
        number = activity[activity["status"] == status].set_index("year")["events"].reindex(below.index, fill_value=0)
        left, right = scale(below.index + 0.08), scale(below.index + 0.92)
        drawn_bars.append(
            {
                "type": "bar",
                "x": list((left + right) / 2),
                "width": list(right - left),
                "base": list(below),
                "y": list(number),
                "yaxis": "y2",
                "marker": marker,
                "hoverinfo": "skip",
                "unselected": {"marker": {"opacity": 1}},
            }
        )
        below = below + number
    held = activity[activity["status"] == "held"].set_index("year")["events"].reindex(below.index, fill_value=0)
    middle = (scale(below.index + 0.08) + scale(below.index + 0.92)) / 2
    number = len(below)
    tops = labels(middle, below, _numbers(held, below - held, scale), ["top center"] * number, [mode.text] * number, size=SMALL_SIZE_PX)
    return [*drawn_bars, {**tops, "yaxis": "y2"}, _hits(activity, below.index, scale)]


def _numbers(held: pd.Series, outlined: pd.Series, scale: Scale) -> pd.Series:
    """Over each year's column `14+4`, or `14` alone over all of them where one year has no room for more."""
    both = held.astype(str) + ("+" + outlined.astype(str)).where(outlined > 0, "")
    room = scale(both.index + 1) - scale(both.index)
    fits = all(text_width(text, size=SMALL_SIZE_PX) < space for text, space in zip(both, room, strict=True))
    return both if fits else held.astype(str)


def highest(activity: pd.DataFrame) -> float:
    """The upper end of the columns' axis, in events: room above the tallest for its number."""
    return max(activity.groupby("year")["events"].sum().max() if len(activity) else 1, 1) * 1.3


def _hits(activity: pd.DataFrame, years: pd.Index, scale: Scale) -> dict:
    left, right = scale(years), scale(years + 1)
    return {
        "type": "bar",
        "x": list((left + right) / 2),
        "width": list(right - left),
        "y": [highest(activity)] * len(years),
        "yaxis": "y2",
        "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        "customdata": [[str(year), card, "year"] for year, card in zip(years, _cards(activity, years), strict=True)],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": "year",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _cards(activity: pd.DataFrame, years: pd.Index) -> list[str]:
    """What a pointer brings up over each year's column: its numbers, and what of it is thinly founded (`resting`)."""
    numbers = activity.pivot_table(index="year", columns="status", values="events", aggfunc="sum").reindex(years).fillna(0).astype("int64")
    resting = activity.drop_duplicates("year").set_index("year")["resting"].reindex(years)
    return [
        f"<b>{year}</b>: {', '.join(f'{row[status]} {words}' for status, words in _WORDS.items() if row.get(status))}<br>{resting[year]}<br>click for this year alone"
        for year, row in numbers.iterrows()
    ]


_WORDS = {"held": "held", "planned": "only announced", "cancelled": "called off"}


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
