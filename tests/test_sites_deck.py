"""The map of one city's sites: each site that has a point stands at it, and nothing comes from elsewhere."""

import json

import pytest
from app_pages import opened

from charts.mercator import View
from charts.sites_deck import HEIGHT_PX, sites_deck
from loaders.profile import of_city, profile_sites
from pages.cities.one_sites import placed_sites

GROUND = ["/api/basemap/world.geojson", "/api/basemap/near.geojson"]


def layers(deck):
    return {layer["id"]: layer for layer in json.loads(deck.to_json())["layers"]}


@pytest.mark.parametrize("city", ["essen", "koriyama"])
def test_every_site_with_a_point_stands_at_it_and_no_other_does(store, city):
    own = of_city(store.selection(), city)
    points = store.facts.table("sites").set_index("site_id")[["longitude", "latitude"]].dropna()
    wanted = {key: tuple(points.loc[key]) for key in profile_sites(own, city)["site_id"] if key in points.index}
    drawn = layers(sites_deck(placed_sites(own, city), GROUND, dark=False))["sites"]["data"]
    assert {site["place"]: (site["longitude"], site["latitude"]) for site in drawn} == wanted != {}


@pytest.mark.parametrize("city", ["essen", "koriyama", "duesseldorf"])
def test_every_site_lies_within_the_map_as_it_begins(store, city):
    sites = placed_sites(of_city(store.selection(), city), city)
    begin = json.loads(sites_deck(sites, GROUND, dark=False).to_json())["initialViewState"]
    view = View(begin["latitude"], begin["longitude"], begin["zoom"], 354, HEIGHT_PX)
    points = [view.pixels(site.longitude, site.latitude) for site in sites.itertuples()]
    assert all(0 <= x <= 354 and 0 <= y <= HEIGHT_PX for x, y in points)


@pytest.mark.parametrize("dark", [False, True])
def test_the_map_of_sites_asks_nobody_else_for_anything(store, dark):
    deck = sites_deck(placed_sites(of_city(store.selection(), "essen"), "essen"), GROUND, dark=dark)
    text = deck.to_json()
    assert "http" not in text and json.loads(text).get("mapProvider") is None
    assert [layer["data"] for layer in layers(deck).values() if isinstance(layer["data"], str)] == GROUND


def test_one_city_has_the_map_with_every_site_in_words(store):
    app = opened("cities/cities.py", view="city", of="essen")
    (chart,) = app.get("deck_gl_json_chart")
    placed = placed_sites(of_city(store.selection(), "essen"), "essen")
    assert len(placed) > 3 and all(said in chart.proto.alt for said in placed["said"])
