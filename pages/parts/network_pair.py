"""The events of a pair that is chosen, below the matrix, in which it stands among all others."""

import streamlit as st

from loaders.network_rows import chosen_links, pair_chosen_in
from pages.parts import state
from pages.parts.network_tables import Found
from pages.parts.opening import open_card
from pages.parts.words import md, number_of

_MOST_PAIRS, _MOST_EVENTS = 3, 15


def chosen_pair(found: Found, who: str) -> None:
    """Each chosen pair with its events as ways to their cards, and what of the page is not theirs alone; nothing where no two are chosen."""
    filters = state.current_filters()
    if not pair_chosen_in(filters, who):
        return
    links = chosen_links(found.net, filters, who)
    with st.container(border=True, key="network-pair"):
        if links.empty:
            st.markdown(f"**No event of this selection joins the two {who} that are chosen.**")
        for row in links.head(_MOST_PAIRS).itertuples():
            _pair(found, row)
        if len(links) > _MOST_PAIRS:
            st.caption(f"{len(links) - _MOST_PAIRS} more chosen pairs stand in the rows below.")
        st.page_link("timeline.py", label="**The chosen events on the timeline**", query_params=filters.to_query())
        st.caption(
            "Headline, matrix, graph and the list of sources leave the choice of two aside, so that a pair can be seen among all others; all other filters hold."
        )


def _pair(found: Found, row) -> None:
    keys = row.event_ids.split("; ")
    st.subheader(f"{md(row.one_name)} and {md(row.other_name)}: {number_of(len(keys), 'joint event')}")
    if len(keys) > _MOST_EVENTS:
        st.caption(f"The latest {_MOST_EVENTS}, oldest first; all of them are on the timeline.")
    rows = found.events.rows.set_index("event_id")
    for key in keys[-_MOST_EVENTS:]:
        event = rows.loc[key]
        status = "" if event["status"] == "held" else f"{event['status_text']}: "
        label = f"{md(event['date_text'])} {md(event['confidence'])} · {md(status)}{md(event['title'])}"
        st.button(label, key=f"pair-{row.one}-{row.other}-{key}", type="tertiary", on_click=open_card, args=("event", key))
