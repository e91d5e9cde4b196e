"""One city's sites on a map of their own: a click opens the site's card; what has no point is said."""

import pydeck as pdk
import streamlit as st

from charts.sites_deck import HEIGHT_PX, sites_deck
from loaders.events.selection import Selection, derived
from loaders.map_marks import SiteMark
from loaders.profile import profile_sites
from loaders.text import listed, say
from pages.parts.drawn import dark
from pages.parts.opening import open_clicked
from pages.parts.words import md
from pages.widgets.map import ground_regions


def draw_sites(own: Selection, city: str) -> None:
    """The map of the sites that have a point, and the names of those that have none."""
    sites = profile_sites(own, city)
    placed = [site for site in sites if site.latitude is not None]
    if placed:
        _draw(own, city, placed)
        if any(site.ring_m for site in placed):
            st.caption(say("A site lies within its ring."))
    if len(placed) < len(sites):
        missing = listed([site.name for site in sites if site.latitude is None])
        st.caption(md(say("Not placed: {names}.", names=missing)))


def _draw(own: Selection, city: str, placed: list[SiteMark]) -> None:
    key = f"sites-of-{city}"
    st.pydeck_chart(
        _map(own, city, dark=dark()),
        key=key,
        height=HEIGHT_PX,
        alt=say("Map of sites: {names}.", names=listed([site.said for site in placed])),
        on_select=lambda: _clicked(key),
        selection_mode="single-object",
    )


@derived
def _map(own: Selection, city: str, *, dark: bool) -> pdk.Deck:
    placed, regions = [site for site in profile_sites(own, city) if site.latitude is not None], ground_regions()
    longitudes, latitudes = zip(*((site.longitude, site.latitude) for site in placed), strict=True)
    ends = min(longitudes), min(latitudes), max(longitudes), max(latitudes)
    colours = own.facts.table("sectors").set_index("sector_id")["colour"].to_dict()
    near = [region for region in regions.values() if region.box and all(_within(region.box, *corner) for corner in (ends[:2], ends[2:]))]
    far = [region for region in regions.values() if not region.box]
    return sites_deck(placed, colours, [region.address for region in [*far, *near[-1:]]], dark=dark)


def _within(box: tuple[float, float, float, float], longitude: float, latitude: float) -> bool:
    west, south, east, north = box
    return west <= longitude <= east and south <= latitude <= north


def _clicked(key: str) -> None:
    found = st.session_state[key]["selection"]["objects"].get("sites", [])
    if found:  # a click on the ground chooses nothing
        open_clicked(key, "site", [site["place"] for site in found])
