"""The map's places and journeys in rows, their downloads, and their sources."""

import pandas as pd
import streamlit as st

from loaders.atlas import cities_shown, journeys, sites_shown, without_place
from loaders.confidence_words import LEGEND
from loaders.events.selection import Selection, derived
from loaders.map_export import on_map, place_links, place_table
from pages.parts.downloads import downloads
from pages.parts.rows import Cited, cited, event_links, rows_table, say_sources

_PLACE_COLUMNS = {
    "name": "Name",
    "city": "City",
    "kind": "Kind",
    "sector": "Sector",
    "events": "Events here",
    "titles": "What happened here",
    "also": "Also named with",
    "first": "First",
    "latest": "Latest",
    "precision": "How exact the point is",
    "latitude": "Latitude",
    "longitude": "Longitude",
    "confidence": "Confidence",
    "sources": "Documents",
}
_JOURNEY_COLUMNS = {
    "origin": "From",
    "venue": "To",
    "events": "Number",
    "titles": "Events",
    "first": "First",
    "latest": "Latest",
    "resting": "Thinly founded",
    "on_map": "On the map",
}
_MOST_TITLES = 20
_WIDTHS = {
    "Name": 230,
    "City": 120,
    "Sector": 110,
    "Events": 380,
    "What happened here": 380,
    "Also named with": 260,
    "Number": 80,
    "Events here": "small",
    "Confidence": 95,
    "From": 160,
    "To": 160,
    "Thinly founded": 360,
    "How exact the point is": 190,
}


def place_rows(selection: Selection) -> None:
    """One row a site or place, with its events; choosing one opens the site's card."""
    table = _place_table(selection)
    st.subheader("The places in rows")
    st.caption(
        "Click a site’s row to open its card. “Here” are events at the place or on a visit to it; “also named” are those that people came from there for, joined online, or that are about it. Places without a point stand here too. "
        + LEGEND
    )
    alt = f"{len(table)} sites, cities and towns in rows with their events, first and latest date, how exact the point is, and coordinates."
    rows_table(table, _PLACE_COLUMNS, kind="site", key="site_id", name="map-rows", widths=_WIDTHS, alt=alt)
    downloads("places", len(table))


@derived
def _place_table(selection: Selection) -> pd.DataFrame:
    table = place_table(selection.facts, sites_shown(selection), cities_shown(selection), without_place(selection))
    return table.assign(titles=table["titles"].map(_first), also=table["also"].map(_first))


@derived
def _journey_table(selection: Selection) -> pd.DataFrame:
    ways = journeys(selection)
    return ways.assign(on_map=on_map(ways), titles=ways["titles"].map(_first))


def _first(titles: str) -> str:
    """The first of many titles, and how many more there are."""
    *first, rest = titles.split("; ", _MOST_TITLES)
    return titles if len(first) < _MOST_TITLES else f"{'; '.join(first)}; and {rest.count('; ') + 1} more"


def journey_rows(selection: Selection) -> None:
    """One row a journey; those that cannot be drawn stand here too."""
    table = _journey_table(selection)
    if table.empty:
        return
    st.subheader("The journeys in rows")
    st.caption("From where people came, and where the event was: nothing else makes a journey.")
    rows_table(table, _JOURNEY_COLUMNS, kind=None, key="place", name="map-journeys", widths=_WIDTHS, alt=f"{len(table)} journeys in rows.")
    downloads("journeys", len(table))


def place_sources(selection: Selection) -> None:
    """The sources of exactly the places that are shown."""
    if len(_links(selection)):
        say_sources(_sources(selection))


@derived
def _sources(selection: Selection) -> Cited:
    return cited(selection.facts, _links(selection), "place")


def shown_links(selection: Selection) -> pd.DataFrame:
    """One row is one source's word on one shown place or event."""
    return pd.concat([_links(selection), event_links(selection.events)])


@derived
def _links(selection: Selection) -> pd.DataFrame:
    return place_links(selection.facts, sites_shown(selection), cities_shown(selection))
