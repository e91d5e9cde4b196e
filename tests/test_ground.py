"""The ground of a map: fetched by its address, the world first, and each kind of it in its colour."""

import json

import pytest
from charts.map_layers import rgb

from charts.ground import GROUND, WIDTH_PX, ground_layers, region_layer
from loaders.basemap import ground, ground_files, ground_paths

ADDRESSES = ground_paths(ground_files())


def read(layer):
    """The layer as deck.gl reads it."""
    return json.loads(layer.to_json())


def said_of(expression, kind):
    """What deck.gl makes of an expression for a feature of this kind."""
    *named, last = expression.removeprefix("@@=").split(" : ")
    return json.loads(dict(word.split(" ? ") for word in named).get(f"properties.kind == '{kind}'", last))


def colour(layer, feature):
    """What a layer paints a feature with."""
    said = {"MultiPolygon": layer["_subLayerProps"]["polygons-fill"]["getFillColor"], "MultiLineString": layer["getLineColor"]}
    return said_of(said[feature["geometry"]["type"]], feature["properties"]["kind"])


def test_a_map_says_where_its_ground_is_the_world_first_and_what_is_more_exact_over_it():
    sea, *regions = map(read, ground_layers(ADDRESSES, dark=False))
    assert [layer["data"] for layer in regions] == list(ADDRESSES.values())
    assert len(json.dumps([sea, *regions])) < 3000


def test_on_a_flat_map_what_is_drawn_later_lies_on_top_though_all_of_it_is_as_high():
    assert [read(layer)["parameters"] for layer in ground_layers(ADDRESSES, dark=False)] == [{"depthWriteEnabled": False}] * 4


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("region", ADDRESSES)
def test_every_kind_of_feature_has_its_colour_and_every_line_its_width(region, dark):
    layer = read(region_layer(region, ADDRESSES[region], dark=dark))
    for feature in ground()[region]:
        kind = feature["properties"]["kind"]
        assert colour(layer, feature)[:3] == rgb(GROUND[dark][kind])[:3] and colour(layer, feature)[3] > 0
        assert said_of(layer["getLineWidth"], kind) == WIDTH_PX.get(kind, WIDTH_PX["border"])


def test_what_is_hidden_is_not_seen_and_all_else_is():
    layer = read(region_layer("world", ADDRESSES["world"], dark=False, hidden=("lake", "river")))
    seen = {feature["properties"]["kind"]: colour(layer, feature)[3] > 0 for feature in ground()["world"]}
    assert seen == {"land": True, "border": True, "lake": False, "river": False}


def test_a_map_in_the_dark_has_layers_of_its_own_for_the_ground():
    light, dark = ({read(layer)["id"] for layer in ground_layers(ADDRESSES, dark=mode)[1:]} for mode in (False, True))
    assert not light & dark, "deck.gl reads no new colours for the features that a layer has"
