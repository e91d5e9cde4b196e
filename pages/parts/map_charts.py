"""What the map page draws: the view that is chosen, how to read it, what a click on it shows, and the map as it is saved."""

import streamlit as st

from charts.ready import ReadyFigure
from charts.still import still
from loaders.atlas import journeys
from loaders.basemap import ground
from loaders.events.selection import Selection
from loaders.map_marks import city_marks, shown_site_marks
from pages.parts import state
from pages.parts.base import names_of_choices
from pages.parts.drawn import dark
from pages.parts.map_choice import AREA_NAMES, VIEWS, chosen_view
from pages.parts.map_flat import draw_flat
from pages.parts.map_globe import draw_globe
from pages.parts.map_key import reading_key, sector_names
from pages.parts.opening import forget_clicked, open_clicked
from pages.parts.picture import Drawing
from pages.parts.play import draw_play
from pages.parts.words import md

_ATTRIBUTION = (
    "Land, borders, rivers and lakes: Natural Earth (public domain). Points: the sources of the places, among them GeoNames, Geolonia "
    "(CC BY 4.0) and © OpenStreetMap contributors (ODbL) by way of DB InfraGO."
)


def draw(selection: Selection, text: str) -> None:
    """Everything between the headline and the rows. `text`: the map in a sentence."""
    view = chosen_view()
    if view == "play":
        return draw_play(selection)
    if view == "globe":
        draw_globe(selection, text, _clicked)
        area = "whole"
    else:
        area = draw_flat(selection, text, _clicked)
    reading_key(shown_site_marks(selection), city_marks(selection), whole=area == "whole", dark=dark())
    st.caption(_ATTRIBUTION)


def map_pictures(selection: Selection) -> list[Drawing]:
    """The map of the chosen area as it is saved: a still, because no browser hands out what WebGL has drawn as lines and letters."""
    area = state.choice("area", tuple(AREA_NAMES)) if state.choice("view", tuple(VIEWS)) == "flat" else "whole"
    title = f"Map, {AREA_NAMES[area]}" if area != "whole" else "Map of all places, by city"
    return [Drawing(title, lambda: _still(selection, area), _ATTRIBUTION)]


def _still(selection: Selection, area: str) -> ReadyFigure:
    drawn = ground(), shown_site_marks(selection), city_marks(selection), journeys(selection)
    return ReadyFigure(still(*drawn, sectors=sector_names(), area=area))


def meant(layer: str, row: dict) -> dict[str, object]:
    """What a click on a mark chooses: `layer` is that of the mark, `row` what it carries."""
    place = row.get("place") or row["properties"]["place"]
    return {"journey" if layer == "journeys" else "city": (place,)}


def _clicked(key: str) -> None:
    """A site opens its card; a city, a town or a journey becomes the filter's. None that no event names: then the map would be empty."""
    objects = st.session_state[key]["selection"]["objects"]
    found = {layer: rows[0] for layer, rows in objects.items() if rows}
    site = found.pop("sites", None)
    if site or not found:
        open_clicked(key, "site", [site["place"]] if site else [])
        return
    ((layer, row),) = list(found.items())[:1]
    ((facet, (place,)),) = meant(layer, row).items()
    forget_clicked(key)
    if place in names_of_choices()[facet]:
        state.narrow(**{facet: (place,)})
    else:
        st.toast(f"No event names {md((row.get('properties') or row)['name'])}.")
