"""The map of one city's sites: each site that has a point stands at it, and nothing comes from elsewhere."""

import json

import pytest
from app_pages import opened, says

from charts.mercator import View
from charts.sites_deck import HEIGHT_PX, sites_deck
from loaders.events.filters import Filters
from loaders.profile import of_city, profile_cities, profile_sites

COLOURS = {}
EVERYTHING = Filters(background=True)
GROUND = ["/api/basemap/world.geojson", "/api/basemap/near.geojson"]


def placed_sites(store, city):
    return [site for site in profile_sites(of_city(store.selection(), city), city) if site.latitude is not None]


def layers(deck):
    return {layer["id"]: layer for layer in json.loads(deck.to_json())["layers"]}


@pytest.mark.parametrize("city", ["essen", "koriyama"])
def test_every_site_with_a_point_stands_at_it_and_no_other_does(store, city):
    own = of_city(store.selection(), city)
    points = store.facts.table("sites").set_index("site_id")[["longitude", "latitude"]].dropna()
    wanted = {key: tuple(points.loc[key]) for key in (site.place for site in profile_sites(own, city)) if key in points.index}
    drawn = layers(sites_deck(placed_sites(store, city), COLOURS, GROUND, dark=False))["sites"]["data"]
    assert {site["place"]: (site["longitude"], site["latitude"]) for site in drawn} == wanted != {}


@pytest.mark.parametrize("city", ["essen", "koriyama", "duesseldorf"])
def test_every_site_lies_within_the_map_as_it_begins(store, city):
    sites = placed_sites(store, city)
    begin = json.loads(sites_deck(sites, COLOURS, GROUND, dark=False).to_json())["initialViewState"]
    view = View(begin["latitude"], begin["longitude"], begin["zoom"], 354, HEIGHT_PX)
    points = [view.pixels(site.longitude, site.latitude) for site in sites]
    assert all(0 <= x <= 354 and 0 <= y <= HEIGHT_PX for x, y in points)


@pytest.mark.parametrize("dark", [False, True])
def test_the_map_of_sites_asks_nobody_else_for_anything(store, dark):
    deck = sites_deck(placed_sites(store, "essen"), COLOURS, GROUND, dark=dark)
    text = deck.to_json()
    assert "http" not in text and json.loads(text).get("mapProvider") is None
    assert [layer["data"] for layer in layers(deck).values() if isinstance(layer["data"], str)] == GROUND


def test_one_city_has_the_map_with_every_site_in_words(store):
    app = opened("cities/cities.py", view="city", of="essen")
    (chart,) = app.get("deck_gl_json_chart")
    placed = placed_sites(store, "essen")
    assert len(placed) > 3 and all(site.said in chart.proto.alt for site in placed)


def test_a_city_whose_sites_have_no_point_names_them(store):
    (city, *_) = (
        city
        for city in profile_cities(store)
        if (sites := profile_sites(of_city(store.selection(EVERYTHING), city), city)) and all(site.latitude is None for site in sites)
    )
    app = opened("cities/cities.py", view="city", of=city, background="yes")
    assert not app.get("deck_gl_json_chart") and says(app, "Not placed: ")
