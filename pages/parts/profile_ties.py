"""A profile's relationships, and the places with which it has events in common."""

import pandas as pd
import streamlit as st

from loaders.confidence_words import LEGEND
from pages.parts import state
from pages.parts.pages_list import PAGES
from pages.parts.words import md, number_of

_MOST = 8


def draw_ties(ties: pd.DataFrame, city: str) -> None:
    """The relationships that this data set is about, each with kind, level and beginning; then the others in one line."""
    st.subheader("Relationships")
    if ties.empty:
        st.markdown(f"{md(city)} is a member of no relationship in these data: it is named by events of others.")
        return
    st.caption(f"What a relationship is called is what its sources call it. {LEGEND}")
    for row in ties[ties["scope"] != "other"].itertuples():
        frame = " (frame: between states, in no headline)" if row.scope == "framework" else ""
        state_text = f", {row.state}" if row.state else ""
        note = f"  \n{md(row.note)}" if row.note else ""
        st.markdown(
            f"**{md(row.tie)}**, with {md(row.others)}{frame}: {md(row.kind)}; level: {md(row.level)}; since: {md(row.since_text)}{md(state_text)} {row.confidence}{note}"
        )
    rest = ties[ties["scope"] == "other"]
    if len(rest):
        named = ", ".join(
            f"{row.others} ({row.kind}, {'since ' + row.since_text if row.since_text != 'not stated' else 'year not stated'}, {row.state})"
            for row in rest.itertuples()
        )
        with st.expander(f"{number_of(len(rest), 'other partner')} outside these two relationships"):
            st.markdown(md(named))
    st.page_link("facts.py", label="**The relationships in the tables**", query_params={"table": "ties"})


def draw_partners(others: pd.DataFrame, city: pd.Series) -> None:
    """With which places it has counted events in common; one click compares the two."""
    st.subheader("Together with")
    if others.empty:
        st.markdown("No counted event here names another place.")
        return
    st.caption("Places that the same counted events name, with the number held; an event may name several.")
    with st.container(horizontal=True, gap="small"):
        for row in others.head(_MOST).itertuples():
            extra = f"+{row.others}" if row.others else ""
            query = {**_query(), "compare": ["cities"], "a": [city["city_id"]], "b": [row.city_id]}
            st.page_link(
                "compare.py",
                label=f"**{md(row.city)}** {row.held}{extra}",
                query_params=query,
                help=f"Compare {md(city['name'])} with {md(row.city)}",
            )
    if len(others) > _MOST:
        st.caption(md("Also: " + ", ".join(f"{row.city} {row.held}" for row in others.iloc[_MOST:].itertuples())))
    if any(file == "network.py" for file, *_ in PAGES):
        st.page_link("network.py", label="**Who works with whom**, on the network", query_params={**_query(), "city": [city["city_id"]]})


def _query() -> dict[str, list[str]]:
    """The filter without its city, which the profile has set itself."""
    return {name: values for name, values in state.current_filters().to_query().items() if name != "city"}
