"""The way from another page to the years played."""

import streamlit as st

from pages.parts import state


def play_link() -> None:
    """A control that opens the player with the session's filters."""
    query = {**state.current_filters().to_query(), "view": ["play"]}
    st.page_link(
        "map.py", label="**Play the years**, on the map and a timeline together", query_params=query, icon=":material/play_circle:"
    )
