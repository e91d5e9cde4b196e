"""What several charts are drawn of: texts, tints, and what a pointer meets."""

import numpy as np

from charts.look import SMALL_SIZE_PX, Look, layout


def tint(colour: str, strength: float) -> str:
    """`#RRGGBB` as an rgba text with that opacity."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{strength})"


def _placed(values) -> list[float]:
    """Places on a chart as exact as they are needed: floats have twice the digits, and all of them would travel."""
    return np.round(np.asarray(values, dtype=float), 4).tolist()


def lying(left, right, y, heights, marker: dict) -> dict:
    """Bars that lie, from one edge to the other, each in the middle of its height; the pointer goes through them."""
    return {
        "type": "bar",
        "orientation": "h",
        "base": _placed(left),
        "x": _placed(np.subtract(right, left)),
        "y": _placed(y),
        "width": heights,
        "marker": {"line": {"width": 0}, **marker},
        "hoverinfo": "skip",
        "unselected": {"marker": {"opacity": 1}},
    }


def labels(x, y, texts, positions, colours, *, size) -> dict:
    """Texts; what is the same for all of them may be given once."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": _placed(x),
        "y": _placed(y),
        "text": list(texts),
        "textposition": positions if isinstance(positions, str) else list(positions),
        "textfont": {"color": colours if isinstance(colours, str) else list(colours), "size": size},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "unselected": {"textfont": {"color": None}},
    }


def hits(left, right, y, heights, keys, cards, *, what: str = "") -> dict:
    """Invisible bars over marks and labels: what the pointer meets, with its key and its hover card.

    `what`: what a key is of, where it is not of an event or another thing that has a card: a click hands it on as a third word.
    """
    kind = [what] * bool(what)
    return {
        **lying(left, right, y, list(heights), {"color": "rgba(0,0,0,0)"}),
        "customdata": [[key, card, *kind] for key, card in zip(keys, cards, strict=True)],
        "hoverinfo": "all",
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "name": what or "events",
        "selected": {"marker": {"opacity": 1}},
    }


def note(text: str, x: float, y: float, anchor: str, colour: str, *, size: int = SMALL_SIZE_PX) -> dict:
    """Words beside a drawing as a plotly annotation; `anchor`: at which end of them the place is."""
    place = {"xref": "x", "yref": "y", "x": x, "y": y, "xanchor": anchor, "yanchor": "middle"}
    return {**place, "text": text, "showarrow": False, "font": {"size": size, "color": colour}}


def canvas(mode: Look, left: float, right: float, height: float) -> dict:
    """The layout of a drawing whose places are pixels, from `left` to `right` and from 0 at the top."""
    axis = {"fixedrange": True, "showgrid": False, "zeroline": False, "showticklabels": False}
    whole = layout(mode, height=int(height), margin={"l": 0, "r": 0, "t": 0, "b": 0})
    return {**whole, "xaxis": {**axis, "range": [left, right]}, "yaxis": {**axis, "range": [height, 0]}}
