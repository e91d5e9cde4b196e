"""The events of a pair that is chosen, below the matrix, in which it stands among all others."""

import streamlit as st

from loaders.events.selection import Selection
from loaders.network_rows import chosen_links, is_pair_chosen
from pages.parts.opening import open_card
from pages.parts.words import md, number_of

_MOST_PAIRS, _MOST_EVENTS = 3, 15


def chosen_pair(shown: Selection, who: str) -> None:
    """Each chosen pair with its events as ways to their cards; nothing where no two are chosen."""
    links = chosen_links(shown, who)
    if not is_pair_chosen(shown.filters, who) or links.empty:
        return
    with st.container(border=True, key="network-pair"):
        for row in links.head(_MOST_PAIRS).itertuples():
            _pair(shown, row)
        if len(links) > _MOST_PAIRS:
            st.caption(f"{len(links) - _MOST_PAIRS} more chosen pairs stand in the rows below.")
        st.page_link("timeline/timeline.py", label="**The chosen events on the timeline**", query_params=shown.filters.to_query())


def _pair(shown: Selection, row) -> None:
    st.subheader(f"{md(row.one_name)} and {md(row.other_name)}: {number_of(row.events, 'joint event')}")
    if row.events > _MOST_EVENTS:
        st.caption(f"The latest {_MOST_EVENTS}, oldest first; all of them are on the timeline.")
    rows = shown.rows(row.event_ids.split("; "))
    for event in rows.tail(_MOST_EVENTS).itertuples():
        event_button(event, f"pair-{row.one}-{row.other}")


def event_button(event, place: str) -> None:
    """One event as a way to its card; `place` tells it from others of the page."""
    status = "" if event.status == "held" else f"{event.status_text}: "
    label = f"{md(event.date_text)} {md(event.confidence)} · {md(status)}{md(event.title)}"
    st.button(label, key=f"{place}-{event.event_id}", type="tertiary", on_click=open_card, args=("event", event.event_id))
