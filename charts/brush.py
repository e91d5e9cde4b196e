"""A drag across a chart of years: how the chart lets itself be brushed, and which years a brush means."""

import math
from collections.abc import Sequence

from charts.scale import Scale

_TOUCHED = 0.25  # of a year must be under the brush: a hand stops a little beyond the year that it means


def brushable(figure: dict) -> dict:
    """The figure, in which a drag chooses a range of the horizontal axis, and a click still chooses a mark.

    Streamlit takes clicks away from a figure whose layout says `select`; so a template says it, and the layout has a word that
    plotly does not know and reads over.
    """
    brush = {"dragmode": "brush", "selectdirection": "h", "template": {"layout": {"dragmode": "select"}}}
    return {"data": figure["data"], "layout": {**figure["layout"], **brush}}


def brushed_years(pieces: Sequence[Sequence[float]], left: float, right: float) -> tuple[int, int]:
    """First and last year under a brush from one pixel to another, on a scale of these pieces (see `Scale`): those of which at least a
    quarter is under it, or the one in its middle; none beyond the scale's ends."""
    scale = Scale(tuple(tuple(piece) for piece in pieces), pieces[-1][3])
    start, end = (float(scale.years_at(pixel)) for pixel in sorted((left, right)))
    first, last = math.floor(start + _TOUCHED), math.ceil(end - _TOUCHED) - 1
    if last < first:
        first = last = math.floor((start + end) / 2)
    lowest, highest = int(pieces[0][0]), int(pieces[-1][1]) - 1
    return tuple(min(max(year, lowest), highest) for year in (first, last))
