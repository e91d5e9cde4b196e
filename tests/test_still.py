"""The still map: the scene as plain shapes, with the land of every view in it."""

import re

import pytest

from charts.still import GAP_PX, still
from loaders.basemap import ground
from loaders.events.filters import Filters
from pages.widgets.map import scene

POINT = re.compile(r"(-?[\d.]+),(-?[\d.]+)")


@pytest.fixture(scope="module")
def made(store):
    return scene(store.selection(Filters(background=True)), "wide", dark=False)


@pytest.fixture(scope="module")
def figure(made):
    return still(made, ground())


def test_every_place_of_the_scene_is_in_the_still_where_its_map_has_it(made, figure):
    (trace,) = figure["data"]
    found = {key: (x, y) for (key,), x, y in zip(trace["customdata"], trace["x"], trace["y"], strict=True)}
    left = 0.0
    for panel in made["panels"]:
        for ring in panel["rings"]:
            assert found.pop(ring["key"]) == pytest.approx((left + ring["x"] + ring["dx"], ring["y"] + ring["dy"]))
        left += panel["width"] + GAP_PX
    assert not found and figure["layout"]["width"] == pytest.approx(left - GAP_PX)


def test_every_number_and_every_name_of_the_scene_is_in_the_still(made, figure):
    texts = " ".join(note["text"] for note in figure["layout"]["annotations"])
    for panel in made["panels"]:
        for mark in (*panel["rings"], *panel["lines"]):
            assert f"<b>{mark['n']}</b>" in texts
        assert all(ring["name"] in texts for ring in panel["rings"] if ring["anchor"])


def test_land_lies_in_every_map_and_hardly_beyond_it(made, figure):
    left, paths = 0.0, [shape["path"] for shape in figure["layout"]["shapes"] if shape.get("fillrule") == "evenodd"]
    spans = [(min(xs), max(xs)) for path in paths for xs in [[float(x) for x, _ in POINT.findall(path)]]]
    for panel in made["panels"]:
        right = left + panel["width"]
        assert any(left - GAP_PX < first < last < right + GAP_PX for first, last in spans)
        left = right + GAP_PX
