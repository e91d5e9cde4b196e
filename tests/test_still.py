"""The still map: marks where the map has them, land and rings in its window, every place to be found."""

import re

import pytest
from charts.map_marks import AREAS, map_marks, map_view

from charts.still import still
from loaders.atlas import journeys, sites_shown
from loaders.basemap import ground
from loaders.events.filters import Filters
from loaders.map_marks import city_marks, site_marks

SECTORS = {"#0072B2": "Government", "#123456": "A sector without an event"}
POINT = re.compile(r"(-?[\d.]+),(-?[\d.]+)")


@pytest.fixture(scope="module")
def tables(store):
    everything = store.selection(Filters(background=True))
    return site_marks(sites_shown(everything)), city_marks(everything), journeys(everything)


@pytest.fixture(scope="module")
def stills(tables):
    land = ground()
    return {area: still(land, *tables, sectors=SECTORS, area=area) for area in AREAS}


def points(figure, name):
    """The trace's middles by their places' keys."""
    (trace,) = [trace for trace in figure["data"] if trace["name"] == name]
    return {key: (x, y) for (key,), x, y in zip(trace["customdata"], trace["x"], trace["y"], strict=True)}


def test_tokyo_lies_south_of_koriyama_and_essen_far_to_the_west_of_both(stills):
    found = points(stills["whole"], "cities")
    assert found["tokyo"][1] > found["koriyama"][1]
    assert found["essen"][0] < found["koriyama"][0] - 700


@pytest.mark.parametrize("area", ["whole", "rhine-ruhr"])
def test_every_mark_stands_where_the_map_has_it(area, stills, tables):
    view = map_view(area)
    wanted = {}
    for mark, place in map_marks(*tables, area=area):
        x, y = view.pixels(mark.row.longitude, mark.row.latitude)
        wanted[mark.kind, mark.row.place] = (pytest.approx(x + place.dx, abs=0.1), pytest.approx(y + place.dy, abs=0.1))
    found = {(kind, key): point for kind in ("cities", "sites", "towns") for key, point in points(stills[area], kind).items()}
    assert found == wanted


@pytest.mark.parametrize("area", AREAS)
def test_the_ground_fills_the_window_and_does_not_go_beyond_it(area, stills):
    view = map_view(area)
    paths = [shape["path"] for shape in stills[area]["layout"]["shapes"] if shape["type"] == "path" and "fillrule" in shape]
    assert paths
    found = [(float(x), float(y)) for path in paths for x, y in POINT.findall(path)]
    assert all(-5 <= x <= view.width + 5 and -5 <= y <= view.height + 5 for x, y in found)
    assert max(x for x, _ in found) - min(x for x, _ in found) > view.width / 2


def test_koriyama_is_on_land_and_the_sea_off_iwaki_is_not(stills):
    view = map_view("fukushima-koriyama")
    shapes = [shape for shape in stills["fukushima-koriyama"]["layout"]["shapes"] if shape.get("fillrule") == "evenodd"]
    koriyama, sea = view.pixels(140.36, 37.4), view.pixels(141.08, 37.6)
    assert top_colour(shapes, koriyama) == "#FAF9F6"
    assert top_colour(shapes, sea) == "#E4EDF3"


def top_colour(shapes, point):
    """The colour of the topmost of the shapes that holds the point."""
    return [shape["fillcolor"] for shape in shapes if holds(shape["path"], point)][-1]


def holds(path, point):
    """Whether a path of closed rings holds a point, by how many of its edges lie to the right of it."""
    crossed = 0
    for part in path.split("Z"):
        ring = [(float(x), float(y)) for x, y in POINT.findall(part)]
        for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
            crossed += (y0 > point[1]) != (y1 > point[1]) and point[0] < x0 + (point[1] - y0) / (y1 - y0) * (x1 - x0)
    return crossed % 2 == 1


def test_the_key_names_only_sectors_that_are_drawn(stills):
    (meanings,) = [trace for trace in stills["whole"]["data"] if trace["name"] == "meanings"]
    assert "Government" in meanings["text"]
    assert "A sector without an event" not in meanings["text"]


def test_a_city_has_a_name_and_its_number_of_events(stills, tables):
    essen = tables[1].set_index("place").loc["essen"]
    texts = {note["text"] for note in stills["whole"]["layout"]["annotations"]}
    assert {"<b>Essen</b>", f"<b>{essen['events']}</b>"} <= texts
