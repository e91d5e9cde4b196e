"""A click on a bar of the comparison narrows to that side and what the bar is of."""

from collections.abc import Sequence

import streamlit as st

from loaders.compare import Shown, direction_ways, years_of
from pages.parts import state
from pages.parts.base import fact_base


def bar_clicked(key: str, pair: Sequence[Shown], facet: str) -> None:
    """Narrows to the clicked bar of the chart of that key. `facet`: what the bar's code is of; `journey`: from country to country."""
    points = st.session_state[key]["selection"]["points"]
    said = [point["customdata"][0] for point in points if point.get("customdata")]
    if said:
        letter, _, code = said[0].partition("|")
        narrow_to(next(one for one in pair if one.side.letter == letter), facet, code)


def narrow_to(one: Shown, facet: str, code: str) -> None:
    """The filter of one side, and of one of its bars: a year, or a word of a facet."""
    own = (
        {"years": years_of(state.current_filters(), one.side)}
        if one.side.years
        else {name: getattr(one.side.filters, name) for name in ("tie", "city") if getattr(one.side.filters, name)}
    )
    if facet == "years":
        state.narrow(**{**own, "years": (int(code), int(code))})
        return
    codes = (code,)
    if facet == "journey":
        ways = direction_ways(fact_base(), one.counted)
        codes = tuple(sorted(set(ways.loc[ways["code"] == code, "place"])))
    if codes:
        state.narrow(**{**own, facet: codes})
