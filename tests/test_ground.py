"""The ground of a map: each kind of it in its colour, and of its regions only those that a view needs."""

import pytest

from charts.ground import GROUND, WIDTH_PX, Region, regions
from charts.mercator import fitted
from loaders.basemap import ground, ground_boxes, ground_files, ground_paths


@pytest.fixture(scope="module")
def found():
    files = ground_files()
    boxes = ground_boxes(files)
    return {name: Region(path, boxes[name]) for name, path in ground_paths(files).items()}


@pytest.mark.parametrize("dark", [False, True])
def test_every_kind_of_the_ground_has_its_colour_and_every_line_its_width(dark):
    for features in ground().values():
        for feature in features:
            kind = feature["properties"]["kind"]
            assert kind in GROUND[dark]
            assert (kind in WIDTH_PX) == (feature["geometry"]["type"] == "MultiLineString")


@pytest.mark.parametrize(
    "box, wanted",
    [
        ((-7.0, 24.0, 148.0, 69.0), ["world"]),
        ((6.5, 51.0, 7.5, 52.0), ["europe"]),
        ((139.0, 35.0, 141.0, 37.0), ["japan"]),
        ((0.5, 46.0, 3.0, 48.0), ["world", "europe"]),
        ((-60.0, -30.0, -58.0, -28.0), ["world"]),
    ],
)
def test_a_view_is_drawn_of_the_region_that_covers_it_and_a_wide_one_of_the_world_alone(found, box, wanted):
    assert regions(found, fitted(box, width=300, height=300, margin=0)) == wanted
