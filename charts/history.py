"""What came long before: a strip whose scale changes twice, so that one page holds fifteen centuries."""

from collections.abc import Collection

import pandas as pd

from charts.lanes import NARROW_PX, WIDE_PX
from charts.look import SMALL_SIZE_PX, look
from charts.scale import broken, named_years
from charts.timeline import drawn

_PIECES = ((200, 1600, 0.2), (1600, 1900, 0.3), (1900, 2000, 0.5))
_GAP_PX = 14.0
_TICKS = (300, 1000, 1600, 1700, 1800, 1900, 1920, 1940, 1960, 1980)
_NARROW_TICKS = (300, 1600, 1750, 1900, 1950)


def history_strip(marks: pd.DataFrame, *, dark: bool, narrow: bool, marked: Collection[str] = ()) -> dict:
    """The strip as a plotly figure (a dict).

    `marks`: one row is one span of one event before 2000, as `loaders.marks.marks` gives it. Of three pieces of the
    axis (to 1600, to 1900, to 2000), each with a scale of its own, those are drawn in which something happened; a dotted line
    stands where the scale changes. Lanes have no number: theirs is on the timeline. `marked`: see `timeline`.
    """
    pieces = _pieces(marks)
    scale = broken(pieces, NARROW_PX if narrow else WIDE_PX, gap=_GAP_PX)
    years = [year for year in (_NARROW_TICKS if narrow else _TICKS) if any(first <= year < last for first, last, _ in pieces)]
    figure = drawn(marks.assign(lane_events=float("nan")), scale, named_years(years), dark=dark, narrow=narrow, marked=marked)
    mode = look(dark)
    for place in scale.breaks:
        figure["layout"]["shapes"].append(
            {
                "type": "line",
                "xref": "x",
                "x0": place,
                "x1": place,
                "yref": "paper",
                "y0": 0,
                "y1": 1,
                "line": {"color": mode.quiet, "width": 1.5, "dash": "dot"},
            }
        )
        figure["layout"]["annotations"].append(
            {
                "xref": "x",
                "x": place,
                "yref": "paper",
                "y": 1,
                "yanchor": "bottom",
                "showarrow": False,
                "text": "scale changes",
                "font": {"size": SMALL_SIZE_PX, "color": mode.quiet},
            }
        )
    figure["layout"]["margin"]["t"] = 24
    figure["layout"]["height"] += 18
    return figure


def _pieces(marks: pd.DataFrame) -> list[tuple[float, float, float]]:
    """The pieces of the axis in which something is drawn, with their shares of the width."""
    begins, ends = marks["x0"].fillna(marks["x2"]), marks["x3"].fillna(marks["x1"])
    used = [piece for piece in _PIECES if ((begins < piece[1]) & (ends > piece[0])).any()]
    whole = sum(share for _, _, share in used)
    return [(first, last, share / whole) for first, last, share in used]
