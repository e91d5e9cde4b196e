"""What a click on a city or a journey shows below the map: its sites and its events, each a way to a card."""

import pandas as pd
import streamlit as st

from loaders.atlas import places_in
from loaders.events import Events
from loaders.facts import FactBase
from pages.parts.map_tables import Where
from pages.parts.opening import open_card
from pages.parts.rows import EVENT_COLUMNS, rows_table
from pages.parts.words import md, number_of

_WIDTHS = {"Date": 175, "Event": 370, "Cities": 190, "Status": 110, "Confidence": 95, "Sources": "small"}


def chosen_events(facts: FactBase, shown: Events, where: Where) -> None:
    """The events of what was clicked last, where it is still shown."""
    layer, key = st.session_state.get("map_chosen", ("", ""))
    name, keys = _events_of(facts, shown, where, layer, key)
    if not name:
        return
    rows = shown.rows[shown.rows["event_id"].isin(keys)]
    with st.container(border=True, key="map-chosen"):
        st.subheader(f"{md(name)}: {number_of(len(rows), 'event')}")
        if layer == "cities":
            _sites(where.sites[where.sites["city_id"] == key])
        if len(rows):
            table = rows.fillna({"tie": "none (context)"})
            alt = f"The {number_of(len(rows), 'event')} of {name} in rows."
            rows_table(table, EVENT_COLUMNS, kind="event", key="event_id", name="map-events", widths=_WIDTHS, alt=alt)


def _events_of(facts: FactBase, shown: Events, where: Where, layer: str, key: str) -> tuple[str, set[str]]:
    """The name of what was clicked (blank where the selection no longer shows it), and the keys of its events."""
    if layer == "journeys":
        found = where.journeys[where.journeys["place"] == key]
        name = [f"{row.origin} to {row.venue}" for row in found.itertuples()]
        return (name[0], set(found["event_ids"].iloc[0].split("; "))) if name else ("", set())
    shown_in = pd.concat([where.sites["city_id"], where.cities["city_id"]])
    if layer not in ("cities", "towns") or key not in set(shown_in):
        return "", set()
    city = facts.table("cities").set_index("city_id")["name"][key]
    if layer == "cities":
        return city, places_in(facts, shown, key)
    found = where.cities[where.cities["city_id"] == key]
    texts = found["event_ids"].iloc[0] if len(found) else ""
    return f"{city}, no site named", set(texts.split("; ")) if texts else set()


def _sites(sites: pd.DataFrame) -> None:
    if sites.empty:
        return
    with st.container(horizontal=True, gap="small"):
        for row in sites.itertuples():
            st.button(md(row.name), key=f"map-site-{row.site_id}", type="tertiary", on_click=open_card, args=("site", row.site_id))
