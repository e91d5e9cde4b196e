"""Great circles against what is known of them, and the globe's drawing."""

import itertools
import json
import math

import pytest
from app_pages import addressed, opened
from charts.globe import HEIGHT_PX, WIDTH_OF_PX, globe_deck, globe_marks, head, way_points
from charts.globe_lines import even_shares, great_circle, shares_of_a_way
from hypothesis import assume, given
from hypothesis import strategies as st

from loaders.atlas import journeys
from loaders.basemap import ground_files, ground_paths
from loaders.events.filters import Filters
from loaders.map_marks import city_marks

ADDRESSES = ground_paths(ground_files())
POINTS = st.tuples(st.floats(-180, 180), st.floats(-89, 89))
ESSEN, KORIYAMA = (7.0131, 51.4566), (140.3597, 37.4004)


def distance_km(start, end):
    """How long the shortest way between two points is, on a sphere: the haversine formula."""
    (x0, y0), (x1, y1) = (map(math.radians, point) for point in (start, end))
    chord = math.sin((y1 - y0) / 2) ** 2 + math.cos(y0) * math.cos(y1) * math.sin((x1 - x0) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(chord)))


def test_the_way_from_los_angeles_to_new_york_is_that_of_the_formulary():
    lax, jfk = (-(118 + 24 / 60), 33 + 57 / 60), (-(73 + 47 / 60), 40 + 38 / 60)
    (found,) = great_circle(lax, jfk, (0.4,))
    assert found == (pytest.approx(-(101 + 37 / 60), abs=0.02), pytest.approx(38 + 40 / 60, abs=0.02))


def test_half_way_along_the_equator_and_over_the_pole():
    assert great_circle((0, 0), (90, 0), (0.5,))[0] == pytest.approx((45, 0))
    assert great_circle((10, 60), (-170, 60), (0.5,))[0][1] == pytest.approx(90)


def test_over_the_antimeridian_longitudes_run_on():
    found = great_circle((170, 10), (-170, 10), even_shares(9))
    assert all(abs(one[0] - other[0]) < 5 for one, other in itertools.pairwise(found))
    assert found[-1] == pytest.approx((190, 10))


def test_two_opposite_points_have_no_shortest_way():
    with pytest.raises(ValueError, match="opposite"):
        great_circle((0, 0), (180, 0), (0.5,))


@given(start=POINTS, end=POINTS, share=st.floats(0, 1))
def test_a_way_begins_and_ends_at_its_points_and_no_detour_is_made(start, end, share):
    assume(1 < distance_km(start, end) < 20000)
    first, middle, last = great_circle(start, end, (0, share, 1))
    assert distance_km(first, start) < 1e-3 and distance_km(last, end) < 1e-3
    assert distance_km(start, middle) + distance_km(middle, end) == pytest.approx(distance_km(start, end), rel=1e-6)
    assert distance_km(start, middle) == pytest.approx(share * distance_km(start, end), abs=1e-3)


def test_to_the_right_of_the_way_to_japan_is_south():
    straight, bent = (great_circle(ESSEN, KORIYAMA, (0.5,), aside=aside)[0] for aside in (0, 1))
    assert bent[1] < straight[1] and distance_km(straight, bent) == pytest.approx(111.195, abs=0.05)


def test_shares_grow_and_have_both_ends():
    shares = shares_of_a_way()
    assert list(shares) == sorted(set(shares)) and (shares[0], shares[-1]) == (0, 1)


@pytest.fixture(scope="module")
def tables(store):
    everything = store.selection(Filters(background=True))
    return city_marks(everything), journeys(everything)


def test_the_globe_draws_every_journey_that_the_map_draws_and_the_cities_with_most_events(tables):
    layers = {layer["id"]: layer for layer in json.loads(globe_deck(ADDRESSES, *tables).to_json())["layers"]}
    drawn = {feature["properties"]["place"] for feature in layers["journeys"]["data"]["features"]}
    assert drawn == set(tables[1].loc[tables[1]["drawn"], "place"])
    assert {"duesseldorf", "koriyama", "essen"} <= {row["place"] for row in layers["cities"]["data"]}
    assert [layer["data"] for layer in layers.values() if isinstance(layer["data"], str)] == [ADDRESSES["world"]]


@pytest.mark.parametrize("dark", [False, True])
def test_the_globe_asks_nothing_from_outside(dark, tables):
    text = globe_deck(ADDRESSES, *tables, dark=dark).to_json().replace("http://www.w3.org/2000/svg", "")
    assert "http" not in text and "mapbox" not in text and "carto" not in text


@pytest.mark.parametrize("frame", HEIGHT_PX)
def test_no_name_on_the_globe_covers_a_mark_or_leaves_the_frame(frame, tables):
    boxes = [box for _, place in globe_marks(*tables, frame) for box in (place.disc, place.name) if box]
    for one, other in itertools.combinations(boxes, 2):
        assert not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])
    assert all(left >= 0 and top >= 0 and right <= WIDTH_OF_PX[frame] and low <= HEIGHT_PX[frame] for left, top, right, low in boxes)


def test_an_arrowhead_points_along_its_way(tables):
    (row,) = tables[1][tables[1]["place"] == "essen>koriyama"].itertuples()
    tip, left, right, _ = head(way_points(row))
    ends = (row.venue_longitude, row.venue_latitude)
    assert distance_km(tip, ends) < min(distance_km(left, ends), distance_km(right, ends))
    assert math.isclose(distance_km(tip, left), distance_km(tip, right), rel_tol=0.2)


def test_the_globe_is_a_view_of_the_map_page_with_the_same_words():
    app = opened("map/map.py", view="globe")
    charts = app.get("deck_gl_json_chart")
    assert len(charts) == 1 and charts[0].proto.alt.startswith("Globe. ") and "36 of 51 sites" in charts[0].proto.alt
    assert json.loads(charts[0].proto.json)["views"][0]["@@type"] == "_GlobeView"
    assert addressed(app)["view"] == ["globe"]
