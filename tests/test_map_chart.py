"""The map's drawing: every place once, nothing over anything else, rings true to their metres, and nothing from outside."""

import json
import math

import pytest
from charts.map import map_deck
from charts.map_layers import CHARACTERS
from charts.map_marks import AREAS, HEIGHT_PX, WIDTH_PX, map_marks, map_view

from charts.mercator import EQUATOR_M, ring
from charts.placing import Wish, placed
from loaders.atlas import journeys, sites_shown
from loaders.basemap import ground_files, ground_paths
from loaders.events.filters import Filters
from loaders.map_marks import city_marks, site_marks

FRAMES = ("wide", "beside", "narrow")
ADDRESSES = ground_paths(ground_files())
NEAREST_PX = 10  # a finger's or pointer's width between two middles


@pytest.fixture(scope="module")
def tables(store):
    everything = store.selection(Filters(background=True))
    return site_marks(sites_shown(everything)), city_marks(everything), journeys(everything)


@pytest.fixture(scope="module")
def layers(tables):
    """A function that gives the layers of one map by their names, as deck.gl reads them."""
    found = {}

    def make(area, **how):
        if (area, *how.items()) not in found:
            deck = json.loads(map_deck(ADDRESSES, *tables, area=area, **how).to_json())
            found[(area, *how.items())] = {layer["id"]: layer for layer in deck["layers"]}
        return found[(area, *how.items())]

    return make


def boxes(marks):
    return [(mark.row.place, box) for mark, place in marks for box in (place.disc, place.name) if box]


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("area", AREAS)
def test_no_mark_and_no_name_covers_another(area, frame, tables):
    found = boxes(map_marks(*tables, area=area, frame=frame))
    pairs = [(one, other) for at, (one, a) in enumerate(found) for other, b in found[at + 1 :] if overlap(a, b)]
    assert pairs == []


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("area", [area for area in AREAS if area != "whole"])
def test_no_two_marks_are_too_near_to_be_hit(area, frame, tables):
    view = map_view(area, frame)
    found = []
    for mark, place in map_marks(*tables, area=area, frame=frame):
        x, y = view.pixels(mark.row.longitude, mark.row.latitude)
        found.append((x + place.dx, y + place.dy))
    assert min(math.dist(one, other) for at, one in enumerate(found) for other in found[at + 1 :]) >= NEAREST_PX


@pytest.mark.parametrize("area", [area for area in AREAS if area != "whole"])
def test_every_site_with_a_point_is_drawn_exactly_once(area, tables, layers):
    assert sorted(row["place"] for row in layers(area)["sites"]["data"]) == sorted(tables[0]["place"])


def test_every_site_is_inside_the_frame_of_some_area_with_its_name(tables):
    named = {
        mark.row.place
        for area in AREAS
        for mark, place in map_marks(*tables, area=area)
        if area != "whole" and mark.kind == "sites" and place.name
    }
    assert named == set(tables[0]["place"])


@pytest.mark.parametrize("area", AREAS)
def test_names_stay_inside_the_frame(area, tables):
    for frame in FRAMES:
        for _, place in map_marks(*tables, area=area, frame=frame):
            if place.name:
                left, top, right, bottom = place.name
                assert left >= 0 and top >= 0 and right <= WIDTH_PX[frame] and bottom <= HEIGHT_PX[frame]


@pytest.mark.parametrize("frame", ["wide", "beside"])
def test_the_whole_map_names_every_city_that_has_events(frame, tables):
    found = map_marks(*tables, area="whole", frame=frame)
    nameless = [mark.row.events for mark, place in found if not place.name]
    assert len(nameless) <= 2 and max(nameless, default=0) <= 5, "where there is no room"
    assert {mark.row.place for mark, _ in found} == set(tables[1]["place"])


def test_two_sites_at_one_point_stand_apart_with_a_line_to_it(layers):
    at = {row["place"]: row for row in layers("rhine-ruhr")["sites"]["data"]}
    one, other = at["toshiba-electronics-europe"], at["toshiba-ric"]
    assert one["position"] == other["position"]
    assert one["icon"] != other["icon"]
    assert one["position"] in [row["position"] for row in layers("rhine-ruhr")["leaders"]["data"]]


def test_a_ring_is_as_wide_as_the_doubt_and_dashed_where_the_point_is_approximate(layers, tables):
    drawn = layers("fukushima-koriyama")
    plain = {feature["properties"]["place"]: feature for feature in drawn["rings"]["data"]["features"]}
    dashed = {feature["properties"]["place"]: feature for feature in drawn["rings-approximate"]["data"]["features"]}
    assert "koriyama-city-hall" in plain and "fmddsc" in dashed
    assert len(plain) + len(dashed) == len(tables[0])
    assert plain["koriyama-city-hall"]["properties"]["metres"] == 150 and dashed["fmddsc"]["properties"]["metres"] == 1000
    assert len(plain["koriyama-city-hall"]["geometry"]["coordinates"]) == 1 < len(dashed["fmddsc"]["geometry"]["coordinates"])


def test_a_ring_of_a_kilometre_reaches_a_kilometre_north():
    north = max(latitude for _, latitude in ring(140.36, 37.42, 1000))
    assert (north - 37.42) / 360 * EQUATOR_M == pytest.approx(1000, rel=0.01)


def test_an_approximate_point_says_so_where_it_is_pointed_at(layers):
    tips = {row["place"]: row["tip"] for row in layers("fukushima-koriyama")["sites"]["data"]}
    assert "approximate" in tips["fmddsc"] and "1 km" in tips["fmddsc"] and "Healthcare" in tips["fmddsc"]
    assert "approximate" not in tips["koriyama-city-hall"]


def test_journeys_are_drawn_where_both_ends_have_a_point_and_their_arrowheads_point_the_way(layers, tables):
    drawn = {feature["properties"]["place"] for feature in layers("whole")["journeys"]["data"]["features"]}
    assert drawn == set(tables[2].loc[tables[2]["drawn"], "place"])
    bows = {f["properties"]["place"]: f["geometry"]["coordinates"] for f in layers("whole")["journeys"]["data"]["features"]}
    there, back = bows["essen>koriyama"], bows["koriyama>essen"]
    middle = len(there) // 2
    assert there[middle][1] < back[middle][1], "there and back are two lines: each keeps to its right"
    assert there[middle][1] > 60 < back[middle][1], "the shortest way leads far north of both cities"
    assert there[0][0] < there[-1][0] and back[0][0] > back[-1][0]


def test_every_letter_of_every_name_can_be_set(layers):
    for area in AREAS:
        for name in ("city-names", "site-names"):
            layer = layers(area).get(name, {"data": []})
            assert {letter for row in layer["data"] for letter in row["text"]} <= set(layer.get("characterSet", ""))
    assert set("üōß・") <= set(CHARACTERS)


@pytest.mark.parametrize("dark", [False, True])
def test_the_map_asks_nothing_from_outside(dark, tables):
    text = map_deck(ADDRESSES, *tables, dark=dark).to_json().replace("http://www.w3.org/2000/svg", "")
    assert "http" not in text and "mapbox" not in text and "carto" not in text


def test_the_small_map_names_the_principal_cities_and_cannot_be_moved(tables):
    deck = json.loads(map_deck(ADDRESSES, *tables, frame="small").to_json())
    names = [row["text"] for layer in deck["layers"] if layer["id"] == "city-names" for row in layer["data"]]
    assert set(names) <= {"Düsseldorf", "Koriyama", "Essen", "Chiba Prefecture", "Tokyo"} and len(names) >= 4
    assert deck["views"][0]["controller"] is False


@pytest.mark.parametrize("frame", [*FRAMES, "small"])
def test_on_the_whole_map_tokyo_is_drawn_south_of_koriyama_and_essen_north_of_duesseldorf(tables, frame):
    down = {mark.row.place: (place.disc[1] + place.disc[3]) / 2 for mark, place in map_marks(*tables, area="whole", frame=frame)}
    assert all(place.name for mark, place in map_marks(*tables, area="whole", frame=frame) if mark.row.place in ("tokyo", "koriyama"))
    assert down["tokyo"] > down["koriyama"] and down["essen"] < down["duesseldorf"]


@pytest.mark.parametrize("frame", [*FRAMES, "small"])
def test_the_cities_of_the_relationships_stand_nearest_to_where_they_are(tables, frame):
    moved = {mark.row.place: math.hypot(place.dx, place.dy) for mark, place in map_marks(*tables, area="whole", frame=frame)}
    assert moved["duesseldorf"] == moved["koriyama"] == 0
    assert moved["tokyo"] < moved["chiba-prefecture"]


def test_a_name_stands_on_the_side_of_its_mark_that_no_line_crosses():
    city = Wish(200, 100, 10, "Essen", 15)
    (free,) = placed([city], width=400, height=200, farthest=40)
    (clear,) = placed([city], width=400, height=200, farthest=40, lines=[(x, 100) for x in range(200, 400, 3)])
    assert (free.side, clear.side) == ("start", "end") and (clear.dx, clear.dy) == (0, 0)
