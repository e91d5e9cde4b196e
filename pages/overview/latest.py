"""The latest events, each with who says so."""

import streamlit as st

from loaders.events.selection import Selection
from loaders.text import counted, say
from pages.parts.words import md
from pages.widgets.table import latest_table

LATEST = 8


def draw_latest(shown: Selection) -> None:
    """Their rows, and the way to all."""
    with st.container(key="latest", horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        st.subheader(say("Latest events"), anchor=False)
        label = counted("On the timeline", "All {count} on the timeline", count=len(shown))
        st.page_link("timeline/timeline.py", label=md(label), query_params=shown.filters.to_query(), width="content")
    latest_table(shown, LATEST, key="latest-rows")
