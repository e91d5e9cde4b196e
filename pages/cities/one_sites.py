"""One city's sites on a map of their own: a click opens the site's card; what has no point is said."""

import pydeck as pdk
import streamlit as st

from charts.sites_deck import HEIGHT_PX, sites_deck
from loaders.events.selection import Selection, derived
from loaders.map_marks import site_marks
from loaders.profile import profile_sites
from loaders.text import listed, say
from pages.parts.drawn import dark
from pages.parts.opening import open_clicked
from pages.parts.words import md
from pages.widgets.map import ground_regions


def draw_sites(own: Selection, city: str) -> None:
    """The map, where any site has a point, and the names of those that have none."""
    placed = placed_sites(own, city)
    if placed.empty:
        return
    key = f"sites-of-{city}"
    st.pydeck_chart(
        _map(own, city, dark=dark()),
        key=key,
        height=HEIGHT_PX,
        alt=say("Map of sites: {names}.", names=listed(list(placed["said"]))),
        on_select=lambda: _clicked(key),
        selection_mode="single-object",
    )
    names = profile_sites(own, city)
    if missing := list(names.loc[~names["site_id"].isin(placed["place"]), "name"]):
        st.caption(md(say("Not placed: {names}.", names=listed(missing))))


@derived
def placed_sites(own: Selection, city: str):
    """One row is a site in the city that has a point: the columns of `loaders.map_marks.site_marks`, and its sector's colour."""
    sites, colours = profile_sites(own, city), own.facts.table("sectors").set_index("sector_id")["colour"]
    marks = site_marks(own.narrowed(city=(city,)))
    marks = marks[marks["place"].isin(sites["site_id"])]
    return marks.assign(
        colour=marks["sector"].map(colours).fillna("#777777"), events=marks["place"].map(sites.set_index("site_id")["events"])
    )


@derived
def _map(own: Selection, city: str, *, dark: bool) -> pdk.Deck:
    placed, regions = placed_sites(own, city), ground_regions()
    ends = placed["longitude"].min(), placed["latitude"].min(), placed["longitude"].max(), placed["latitude"].max()
    near = [region for region in regions.values() if region.box and all(_within(region.box, *corner) for corner in (ends[:2], ends[2:]))]
    far = [region for region in regions.values() if not region.box]
    return sites_deck(placed, [region.address for region in [*far, *near[-1:]]], dark=dark)


def _within(box: tuple[float, float, float, float], longitude: float, latitude: float) -> bool:
    west, south, east, north = box
    return west <= longitude <= east and south <= latitude <= north


def _clicked(key: str) -> None:
    found = st.session_state[key]["selection"]["objects"].get("sites", [])
    open_clicked(key, "site", [site["place"] for site in found])
