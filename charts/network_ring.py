"""A ring around the cells of the matrix whose pairs are chosen."""

from collections.abc import Container

from charts.look import look

_RING_PX = 2.5


def ringed(figure: dict, pairs: Container[str], *, dark: bool) -> dict:
    """The figure of `triangle` with a ring around the cells of these pairs (`one|other`, as in its `customdata`); what was given stays as it is."""
    return {**figure, "data": [_ringed(trace, pairs, look(dark).text) for trace in figure["data"]]}


def _ringed(trace: dict, pairs: Container[str], colour: str) -> dict:
    said = [what.partition(":") for what, *_ in trace.get("customdata", ())]
    if not said or said[0][0] != "pair":
        return trace
    line = {"color": colour, "width": [_RING_PX if pair in pairs else 0 for _, _, pair in said]}
    return {**trace, "marker": {**trace["marker"], "line": line}}
