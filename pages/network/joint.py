"""The joint events in rows, and who stands in neither side."""

import streamlit as st

from loaders.events.selection import Selection
from loaders.network import around, joint, links, members, name_of, without_side
from loaders.text import counted, listed, say
from pages.parts.words import md
from pages.widgets.table import event_table, latest_table
from pages.widgets.take import take

LATEST, _MOST_NAMED = 8, 2


def draw_unplaced(whole: Selection) -> None:
    """How many organisations are of no side that is on record."""
    keys = without_side(whole)
    if keys and any(members(whole)):
        names = [name_of(whole.facts, key) for key in keys[:_MOST_NAMED]]
        more = len(keys) - len(names)
        names += [say("{count} more", count=more)] if more else []
        st.caption(md(say("No side on record: {names}", names=listed(names))))


def draw_joint(shown: Selection) -> None:
    """All rows of a choice, else the latest of both sides; and the pairs to take away."""
    if around(shown) != shown or not any(members(shown)):
        event_table(shown)
    else:
        both = joint(shown)
        with st.container(key="latest", horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
            st.subheader(say("Latest joint events"), anchor=False)
            label = counted("On the timeline", "All {count} on the timeline", count=len(both))
            st.page_link("timeline/timeline.py", label=md(label), query_params=both.filters.to_query(), width="content")
        latest_table(both, LATEST, key="latest-rows")
    with st.container(key="pairs-taken", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(md(say("All pairs")), width="content")
        take("links", len(links(shown)))
