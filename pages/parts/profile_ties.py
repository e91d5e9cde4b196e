"""A profile's relationships, and the places with which it has events in common."""

import streamlit as st

from loaders.confidence_words import LEGEND
from loaders.events.selection import Selection, derived
from loaders.profile import city_row, of_city, partners, profile_ties
from loaders.store import Store
from pages.parts.words import md, number_of

_MOST = 8


def draw_ties(store: Store, city: str) -> None:
    """The relationships that this data set is about, each with kind, level and beginning; then the others in one line."""
    ties = profile_ties(store, city)
    st.subheader("Relationships")
    if ties.empty:
        st.markdown(
            f"{md(city_row(store.facts, city)['name'])} is a member of no relationship in these data: it is named by events of others."
        )
        return
    st.caption(f"What a relationship is called is what its sources call it. {LEGEND}")
    lines, rest, number = _in_words(store, city)
    for line in lines:
        st.markdown(line)
    if number:
        with st.expander(f"{number_of(number, 'other partner')} outside these two relationships"):
            st.markdown(rest)
    st.page_link("data/data.py", label="**The relationships in the tables**", query_params={"table": "ties"})


@derived
def _in_words(store: Store, city: str) -> tuple[list[str], str, int]:
    """A line for each relationship of this data set or its frame, the others in one line, and how many these are."""
    ties, lines = profile_ties(store, city), []
    for row in ties[ties["scope"] != "other"].itertuples():
        frame = " (frame: between states, in no headline)" if row.scope == "framework" else ""
        state_text = f", {row.state}" if row.state else ""
        note = f"  \n{md(row.note)}" if row.note else ""
        lines.append(
            f"**{md(row.tie)}**, with {md(row.others)}{frame}: {md(row.kind)}; level: {md(row.level)}; since: {md(row.since_text)}{md(state_text)} {row.confidence}{note}"
        )
    rest = [
        f"{row.others} ({row.kind}, {'since ' + row.since_text if row.since_text != 'not stated' else 'year not stated'}, {row.state})"
        for row in ties[ties["scope"] == "other"].itertuples()
    ]
    return lines, md(", ".join(rest)), len(rest)


def draw_partners(shown: Selection, city: str) -> None:
    """With which places it took part in events, how often, and the way to these events."""
    others, own = partners(shown, city), of_city(shown, city)
    name = md(city_row(shown.facts, city)["name"])
    st.subheader("Together with")
    if others.empty:
        st.markdown("In no event here another place took part.")
        return
    st.caption("Places that took part in the same events, with the number of these; an event may have several.")
    with st.container(horizontal=True, gap="small"):
        for row in others.head(_MOST).itertuples():
            query = own.filters.after(pair=(row.pair,)).to_query()
            st.page_link(
                "timeline/timeline.py", label=f"**{md(row.city)}** {row.events}", query_params=query, help=f"{name} with {md(row.city)}"
            )
    if len(others) > _MOST:
        st.caption(md("Also: " + ", ".join(f"{row.city} {row.events}" for row in others.iloc[_MOST:].itertuples())))
    first = others.iloc[0]
    query = {facet: values for facet, values in shown.filters.to_query().items() if facet != "city"}
    sides = {"view": ["two"], "compare": ["cities"], "a": [city], "b": [first["city_id"]]}
    st.page_link("cities/cities.py", label=f"**{name} and {md(first['city'])}** side by side", query_params={**query, **sides})
    st.page_link("network/network.py", label="**Who works with whom**, on the network", query_params={**query, "city": [city]})
