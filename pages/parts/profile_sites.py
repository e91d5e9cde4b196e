"""A profile's sites, with how exact each point is; each leads to its card and to the map."""

import streamlit as st

from loaders.events.selection import Selection
from loaders.profile import city_row, profile_sites
from pages.parts import state
from pages.parts.rows import rows_table
from pages.parts.words import md, number_of

_COLUMNS = {"name": "Site", "city": "In", "kind": "Kind", "sector": "Sector", "events": "Events", "precision": "How exact the point is", "confidence": "Confidence"}  # fmt: skip
_WIDTHS = {"Site": 300, "In": 120, "Kind": 120, "Sector": 110, "Events": 95, "How exact the point is": 220, "Confidence": 95}


def draw_sites(shown: Selection, chosen: str) -> None:
    """The sites in rows; choosing one opens its card."""
    sites, city = profile_sites(shown, chosen), city_row(shown.facts, chosen)
    st.subheader("Sites")
    if sites.empty:
        st.markdown(f"No site in {md(city['name'])} is recorded in this selection.")
        return
    elsewhere = int((sites["city_id"] != chosen).sum())
    inside = f", {elsewhere} of them in places that lie in it" if elsewhere else ""
    st.caption(md(f"{number_of(len(sites), 'site')}{inside}. Events: those of the selection that name the site."))
    alt = f"{len(sites)} sites in rows with name, city, kind, sector, number of events, exactness of the point and confidence."
    rows_table(sites.fillna({"sector": ""}), _COLUMNS, kind="site", key="site_id", name="profile-sites", widths=_WIDTHS, alt=alt)
    query = {**state.current_filters().to_query(), "city": [chosen]}
    st.page_link("map/map.py", label=f"**{md(city['name'])} on the map**", query_params=query)
