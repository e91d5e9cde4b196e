"""Which lanes the timeline has, and on a narrow screen, where all of them are many screens high, which of them is drawn alone."""

import pandas as pd
import streamlit as st

from loaders.events import Events
from loaders.marks import LANES, NO_LANE, unplaced
from pages.parts import state
from pages.parts.screen import screen

LANE_NAMES = {"sector": "Sector", "tie": "Relationship", "city": "City"}
NAME, ALL, NONE = "lane", "all", "none"


def choose_lanes() -> str:
    """The choice of what each lane is of, which the address says as `lanes`."""
    st.segmented_control("Lanes by", LANES, format_func=LANE_NAMES.get, required=True, **state.chosen("lanes", LANES))
    return state.choice("lanes", LANES)


def choose_lane(shown: Events, lanes: str, names: dict[str, str]) -> str:
    """The lane that is drawn alone, which the address says as `lane`; on a wide screen, which holds them all, always ALL."""
    if screen() == "wide":
        return ALL
    placed = shown.where(~shown.rows["event_id"].isin(unplaced(shown)["event_id"]))
    here = set(_lane_of(placed, lanes))
    allowed = (ALL, *(code for code in dict.fromkeys((*names, NONE)) if code in here))
    words = {ALL: "All lanes", NONE: NO_LANE[lanes], **names}
    st.selectbox("Lane to look at", allowed, format_func=words.get, **state.chosen(NAME, allowed))
    lane = state.choice(NAME, allowed)
    if lane != ALL:
        st.caption(
            "One lane is drawn, on the years of all. Headline, columns and rows remain those of all lanes; a tap on a lane’s name narrows them too."
        )
    return lane


def _lane_of(shown: Events, lanes: str) -> pd.Series:
    """The lane's code of each event, NONE where it has none; one row for each lane of an event, labelled with the event."""
    links = shown.links[lanes]
    links = links[links["event_id"].isin(shown.rows["event_id"])].set_index("event_id")["code"]
    rest = shown.rows.loc[~shown.rows["event_id"].isin(links.index), "event_id"]
    return pd.concat([links, pd.Series(NONE, index=rest)])


def in_lane(shown: Events, lanes: str, lane: str) -> Events:
    """The events that stand in this lane."""
    found = _lane_of(shown, lanes)
    return shown if lane == ALL else shown.where(shown.rows["event_id"].isin(found.index[found == lane]))


def only_lane(table: pd.DataFrame, lane: str) -> pd.DataFrame:
    """The rows of `loaders.marks.marks` that stand in this lane."""
    return table if lane == ALL else table[table["lane_code"].fillna(NONE) == lane]
