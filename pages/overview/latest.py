"""The latest events, each with who says so."""

import streamlit as st

from loaders.events.selection import Selection
from pages.parts.rows import event_rows
from pages.parts.words import md

LATEST = 8


def draw_latest(shown: Selection) -> None:
    """Their rows, and the way to all."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.subheader("Latest events", anchor=False)
        st.page_link("timeline.py", label=md(f"All {len(shown)} on the timeline"), query_params=shown.filters.to_query())
    event_rows(shown, name="latest")
