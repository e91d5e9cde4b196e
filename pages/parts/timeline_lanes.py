"""Which lanes the timeline has, and on a narrow screen, where all of them are many screens high, which of them is drawn alone."""

import pandas as pd
import streamlit as st

from loaders.events.selection import Selection
from loaders.marks import LANES, NO_LANE, lane_marks
from pages.parts import state
from pages.parts.screen import screen

LANE_NAMES = {"sector": "Sector", "tie": "Relationship", "city": "City"}
NAME, ALL, NONE = "lane", "all", "none"


def choose_lanes() -> str:
    """The choice of what each lane is of, which the address says as `lanes`."""
    st.segmented_control("Lanes by", LANES, format_func=LANE_NAMES.get, required=True, **state.chosen("lanes", LANES))
    return state.choice("lanes", LANES)


def choose_lane(selection: Selection, lanes: str) -> str:
    """The lane that is drawn alone, which the address says as `lane`; on a wide screen, which holds them all, always ALL."""
    if screen() == "wide":
        return ALL
    names = selection.store.names()[lanes]
    here = {code for past in (False, True) for code in _lane_of(lane_marks(selection, lanes, past=past))}
    allowed = (ALL, *(code for code in dict.fromkeys((*names, NONE)) if code in here))
    words = {ALL: "All lanes", NONE: NO_LANE[lanes], **names}
    st.selectbox("Lane to look at", allowed, format_func=words.get, **state.chosen(NAME, allowed))
    lane = state.choice(NAME, allowed)
    if lane != ALL:
        st.caption("One lane is drawn, on the years of all. Headline, columns and rows remain those of all lanes.")
    return lane


def _lane_of(table: pd.DataFrame) -> pd.Series:
    return table["lane_code"].fillna(NONE)


def only_lane(table: pd.DataFrame, lane: str) -> pd.DataFrame:
    """The rows of `loaders.marks.marks` that stand in this lane."""
    return table if lane == ALL else table[_lane_of(table) == lane]
