"""The map itself: the choice of an area, the map for wide and narrow screens, how to read it, and what a click on it shows."""

import pandas as pd
import streamlit as st

from charts.map import map_deck
from charts.map_marks import AREAS, HEIGHT_PX
from charts.still import still
from loaders.events import Events
from loaders.facts import FactBase, stamp
from loaders.filters import Filters
from loaders.map_marks import city_marks, places_of, ringed_note, site_marks
from pages.parts import state
from pages.parts.base import kept_map, names_of_choices
from pages.parts.drawn import dark
from pages.parts.map_choice import chosen_view
from pages.parts.map_deck import Drawn, deck_text, ground_of
from pages.parts.map_globe import draw_globe
from pages.parts.map_key import reading_key, sector_names
from pages.parts.map_tables import Where
from pages.parts.marking import marked_of
from pages.parts.opening import forget_clicked, open_clicked
from pages.parts.picture import Drawing
from pages.parts.play import draw_play
from pages.parts.screen import screen
from pages.parts.words import md

_NAMES = {"whole": "Whole", "rhine-ruhr": "Rhine–Ruhr", "fukushima-koriyama": "Fukushima–Koriyama", "tokyo-chiba": "Tokyo–Chiba"}
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
        area = "whole"
    else:
        area = _flat(facts, shown, where, text)
    sites, cities = site_marks(where.sites), city_marks(facts, shown, *where)
    st.caption(_HINT)
    reading_key(sites, cities, whole=area == "whole", dark=dark())
    st.caption(_ATTRIBUTION)


def _flat(facts: FactBase, shown: Events, where: Where, text: str) -> str:
    """The flat map of the area that is chosen, which it returns."""
    state.view_choice("area", tuple(AREAS))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="map-moves"):
        area = st.segmented_control("Area", tuple(AREAS), format_func=_NAMES.get, key="area", required=True)
        nearer, again = _moves(area)
    state.write_choice("area", tuple(AREAS))
    sites, cities = site_marks(where.sites), city_marks(facts, shown, *where)
    chosen = marked_of(shown.rows["event_id"])
    ringed = _ringed(facts, chosen, sites, cities, whole=area == "whole")
    keys = {kind: tuple(rows["place"]) for kind, rows in ringed.groupby("kind")}
    width = screen()
    of_view = (stamp(), state.current_filters(), area, dark(), width == "narrow", nearer, again, chosen)
    drawn = _drawn(*of_view, sites, cities, where.journeys, keys)
    key = state.anew(f"map-{width}")
    with st.container(key=f"{width}-map"):
        st.pydeck_chart(Drawn(*drawn), height=HEIGHT_PX[width], key=key, alt=text, on_select=lambda: _clicked(key))
    if note := ringed_note(chosen, ringed):
        st.caption(note)
    return area


def _ringed(facts: FactBase, marked: tuple[str, ...], sites: pd.DataFrame, cities: pd.DataFrame, *, whole: bool) -> pd.DataFrame:
    """The places of the marked events that this map has a mark for."""
    found = places_of(facts, marked)
    drawn = {"cities": cities["place"]} if whole else {"sites": sites["place"], "towns": cities.loc[cities["own"], "place"]}
    keys = {(kind, place) for kind, column in drawn.items() for place in column}
    return found[pd.MultiIndex.from_frame(found[["kind", "place"]]).isin(keys)]


def _moves(area: str) -> tuple[int, int]:
    """Buttons for who has no wheel to turn: how many steps nearer the map is, and how often its own view was asked for."""
    moves = st.session_state.get("map_moves", (area, 0, 0))
    of_area, nearer, again = moves if moves[0] == area else (area, 0, moves[2])
    st.session_state["map_moves"] = of_area, nearer, again
    for label, move in (("Nearer", (nearer + 1, again)), ("Wider", (nearer - 1, again)), ("Back to this area", (0, again + 1))):
        st.button(label, key=f"map-{label.split()[0].lower()}", on_click=_move, args=(area, *move))
    return nearer, again


def _move(area: str, nearer: int, again: int) -> None:
    st.session_state["map_moves"] = area, max(-2, min(5, nearer)), again


@kept_map
def _drawn(
    stamp: str,
    filters: Filters,
    area: str,
    dark: bool,
    narrow: bool,
    nearer: int,
    again: int,
    marked: tuple[str, ...],
    _sites,
    _cities,
    _journeys,
    _ringed,
) -> tuple[str, dict]:
    """The map's text and tooltip; what begins with an underscore follows from the rest and is not compared."""
    view = {"area": area, "dark": dark, "narrow": narrow, "nearer": nearer, "again": again}
    deck = map_deck(ground_of(), _sites, _cities, _journeys, **view, ringed=_ringed)
    return deck_text(deck)


def map_pictures(facts: FactBase, shown: Events, where: Where) -> list[Drawing]:
    """The map of the chosen area as it is saved: a still, because no browser hands out what WebGL has drawn as lines and letters."""
    area = st.session_state["area"] if st.session_state["view"] == "flat" else "whole"
    sites, cities = site_marks(where.sites), city_marks(facts, shown, *where)
    title = f"Map, {_NAMES[area]}" if area != "whole" else "Map of all places, by city"
    return [Drawing(title, lambda: _still(stamp(), state.current_filters(), area, sites, cities, where.journeys), _ATTRIBUTION)]


@kept_map
def _still(stamp: str, filters: Filters, area: str, _sites, _cities, _journeys) -> dict:
    return still(ground_of(), _sites, _cities, _journeys, sectors=sector_names(), area=area)


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
