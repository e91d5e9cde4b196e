"""What the map page draws: the view that is chosen, how to read it, what a click on it shows, and the map as it is saved."""

import streamlit as st

from charts.globe import DISCS
from charts.ready import ReadyFigure
from charts.still import still
from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import FactBase, stamp
from loaders.map_marks import site_marks
from pages.parts import state
from pages.parts.base import kept_map, names_of_choices
from pages.parts.drawn import dark
from pages.parts.map_choice import AREA_NAMES, chosen_view
from pages.parts.map_deck import ground_of
from pages.parts.map_flat import draw_flat
from pages.parts.map_globe import draw_globe
from pages.parts.map_key import reading_key, sector_names
from pages.parts.map_ringed import ringed_places
from pages.parts.map_tables import Where, cities_of
from pages.parts.opening import forget_clicked, open_clicked
from pages.parts.picture import Drawing
from pages.parts.play import draw_play
from pages.parts.screen import screen
from pages.parts.words import md

_HINT = "Click a city, a town or an arrow for its events alone, a site for its card. The filter bar’s More has the same choices by name."
_ATTRIBUTION = (
    "Land, borders, rivers and lakes: Natural Earth (public domain). Points: the sources of the places, among them GeoNames, Geolonia "
    "(CC BY 4.0) and © OpenStreetMap contributors (ODbL) by way of DB InfraGO."
)


def draw(facts: FactBase, shown: Events, where: Where, text: str) -> None:
    """Everything between the headline and the rows. `text`: the map in a sentence."""
    view = chosen_view()
    if view == "play":
        return draw_play(facts, shown, where)
    if view == "globe":
        draw_globe(facts, shown, where, text, _clicked)
        area, frame = "whole", DISCS
    else:
        area, frame = draw_flat(facts, shown, where, text, _clicked), screen()
    if note := ringed_places(facts, shown, where, area=area, frame=frame).note:
        st.caption(note)
    sites, cities = site_marks(where.sites), cities_of(facts, shown, where)
    st.caption(_HINT)
    reading_key(sites, cities, whole=area == "whole", dark=dark())
    st.caption(_ATTRIBUTION)


def map_pictures(facts: FactBase, shown: Events, where: Where) -> list[Drawing]:
    """The map of the chosen area as it is saved: a still, because no browser hands out what WebGL has drawn as lines and letters."""
    area = st.session_state["area"] if st.session_state["view"] == "flat" else "whole"
    sites, cities = site_marks(where.sites), cities_of(facts, shown, where)
    rings = ringed_places(facts, shown, where, area=area)
    drawn = (stamp(), state.current_filters(), area, rings.marked, sites, cities, where.journeys, rings.keys)
    title = f"Map, {AREA_NAMES[area]}" if area != "whole" else "Map of all places, by city"
    return [Drawing(title, lambda: _still(*drawn), " ".join(note for note in (rings.note, _ATTRIBUTION) if note))]


@kept_map
def _still(stamp: str, filters: Filters, area: str, marked: tuple[str, ...], _sites, _cities, _journeys, _ringed) -> ReadyFigure:
    return ReadyFigure(still(ground_of(), _sites, _cities, _journeys, sectors=sector_names(), area=area, ringed=_ringed))


def _clicked(key: str) -> None:
    """A site opens its card; a city, a town or a journey becomes the filter's. None that no event names: then the map would be empty."""
    objects = st.session_state[key]["selection"]["objects"]
    found = {layer: rows[0] for layer, rows in objects.items() if rows}
    site = found.pop("sites", None)
    if site or not found:
        open_clicked(key, "site", [site["place"]] if site else [])
        return
    ((layer, row),) = list(found.items())[:1]
    facet, place = "journey" if layer == "journeys" else "city", row.get("place") or row["properties"]["place"]
    forget_clicked(key)
    if place in names_of_choices()[facet]:
        state.narrow(**{facet: (place,)})
    else:
        st.toast(f"No event names {md((row.get('properties') or row)['name'])}.")
