"""The scene of the map: every place once and where it is, nothing over anything else, lines from where to where they lead."""

import math

import pytest

from charts.map_lines import bow_width, far_ways
from charts.map_scene import FRAMES
from charts.mercator import View, fitted
from charts.placing import Wish, placed
from loaders.areas import Area, far_box, near_areas
from loaders.events.filters import Filters
from loaders.map_marks import place_marks, way_marks
from pages.widgets.map import drawn, scene

EVERYTHING = Filters(background=True)
SOME = [Filters(), EVERYTHING, Filters(sector=("energy",)), Filters(years=(2018, 2019))]


@pytest.fixture(scope="module")
def made(store):
    """A function that gives the scene of a selection, made once."""
    found = {}

    def make(filters=EVERYTHING, frame="wide", dark=False):
        key = filters, frame, dark
        found[key] = found.get(key) or scene(store.selection(filters), frame, dark)
        return found[key]

    return make


def panel(found, kind):
    return next(panel for panel in found["panels"] if panel["kind"] == kind)


def discs(some):
    return [(ring["x"] + ring["dx"], ring["y"] + ring["dy"], ring["r"]) for ring in some["rings"]]


def where(panel, longitude, latitude):
    """The pixel of a point, by the rule of Web Mercator."""
    north = math.asinh(math.tan(math.radians(latitude))) / 2 / math.pi
    return panel["zero"][0] + longitude / 360 * panel["scale"], panel["zero"][1] - north * panel["scale"]


@pytest.mark.parametrize("frame", ["wide", "narrow"])
@pytest.mark.parametrize("filters", SOME, ids=str)
def test_no_ring_covers_another_and_each_lies_in_its_frame(made, frame, filters):
    for each in made(filters, frame)["panels"]:
        found = discs(each)
        assert all(math.dist(one[:2], other[:2]) >= one[2] + other[2] for at, one in enumerate(found) for other in found[at + 1 :])
        assert all(radius <= x <= each["width"] - radius and radius <= y <= each["height"] - radius for x, y, radius in found)


def test_on_a_phone_the_rings_of_several_events_have_their_names(made):
    rings = [ring for panel in made(Filters(), "narrow")["panels"] if panel["kind"] == "near" for ring in panel["rings"]]
    assert len(rings) > 4 and all(ring["anchor"] for ring in rings if ring["n"] >= 5)


@pytest.mark.parametrize("filters", SOME, ids=str)
def test_every_place_with_a_point_is_drawn_once_and_at_its_point(store, made, filters):
    marks = {mark.place: mark for mark in place_marks(store.selection(filters))}
    rings = [(ring, each) for each in made(filters)["panels"] for ring in each["rings"]]
    assert sorted(ring["key"] for ring, _ in rings) == sorted(key for key, mark in marks.items() if mark.latitude is not None)
    for ring, each in rings:
        row = marks[ring["key"]]
        assert where(each, row.longitude, row.latitude) == pytest.approx((ring["x"], ring["y"]), abs=0.1)
        assert ring["n"] == row.events and sum(number for _, number in ring["shares"]) <= ring["n"]


def test_a_place_is_moved_aside_only_where_another_stands(made):
    for each in made()["panels"]:
        for ring in each["rings"]:
            alone = all(other is ring or math.dist((ring["x"], ring["y"]), (other["x"], other["y"])) > 70 for other in each["rings"])
            beside = any(
                left - 30 < ring["x"] < right + 30 and top - 30 < ring["y"] < bottom + 30
                for left, top, right, bottom in each.get("boxes", ())
            )
            assert ring["dx"] == ring["dy"] == 0 or not alone or beside, ring["key"]


def test_a_site_is_drawn_where_it_is_and_a_rough_point_says_so(store, made):
    table = store.facts.table("sites").set_index("site_id")
    for each in made()["panels"]:
        for site in each["sites"]:
            row = table.loc[site["key"]]
            assert where(each, row["longitude"], row["latitude"]) == pytest.approx((site["x"], site["y"]), abs=0.02)
            assert site["rough"] == (row["approximate"] is True or bool(row["approximate"] == True)) and site["ring"] > 0  # noqa: E712 (it may be missing)
            assert ("point approximate" in site["said"]) == site["rough"]


def test_the_lines_of_the_far_map_are_the_ways_with_most_events(store, made):
    found = made()
    ways = {way.place: way for way in way_marks(store.selection(EVERYTHING))}
    lines = {line["key"]: line for line in panel(found, "far")["lines"]}
    assert lines and all(line["n"] == ways[key].events >= found["least"] for key, line in lines.items())
    rest = [way for key, way in ways.items() if key not in lines and way.start and way.end]
    far = [way for way in rest if not any({way.origin_id, way.venue_id} <= set(area.places) for area in near_areas(store))]
    assert all(way.events < found["least"] for way in far)


def test_a_line_ends_at_its_places_and_its_head_points_to_where_it_leads(store, made):
    each = panel(made(), "far")
    ways = {way.place: way for way in way_marks(store.selection(EVERYTHING))}
    for line in each["lines"]:
        way, (x0, y0, _, _, x1, y1), (x, y, turn) = ways[line["key"]], line["points"], line["head"]
        ends = [where(each, *way.start), where(each, *way.end)]
        assert sorted(ends) == [pytest.approx(point, abs=0.1) for point in ((x0, y0), (x1, y1))]
        assert math.dist((x, y), ends[1]) < math.dist((x, y), ends[0])
        ahead = x + math.cos(math.radians(turn)), y + math.sin(math.radians(turn))
        assert math.dist(ahead, ends[1]) < math.dist((x, y), ends[1])


def test_lines_that_run_side_by_side_are_a_line_of_text_apart(made):
    middles = [line["middle"] for line in panel(made(), "far")["lines"]]
    assert min(math.dist(one, other) for at, one in enumerate(middles) for other in middles[at + 1 :]) > 18


def test_a_small_screen_has_a_line_to_either_country_with_the_number_of_its_click(store, made):
    shown = store.selection(Filters())
    lines = panel(made(Filters(), "narrow"), "far")["lines"]
    assert len(lines) == 2 and {line["kind"] for line in lines} == {"to"}
    for line, direction in zip(sorted(lines, key=lambda line: line["key"]), drawn(shown, "narrow").directions, strict=True):
        assert (line["key"], line["n"]) == (direction.to, direction.events) and str(line["n"]) in line["text"]


@pytest.mark.parametrize("frame", FRAMES)
def test_the_names_on_a_far_map_stay_in_its_frame(made, frame):
    each = panel(made(EVERYTHING, frame), "far")
    for node in each["nodes"]:
        assert node["ty"] + 17 * (len(node["names"]) - 1) < each["height"] - 4 and 0 < node["tx"] < each["width"]


def test_the_near_areas_are_those_with_most_events_and_lie_apart(store):
    areas = near_areas(store)
    numbers = {area: store.selection().count(city=area.places) for area in areas}
    table, cities = store.facts.table("areas"), store.facts.table("cities")
    for row in table.itertuples():
        box = Area(row.area_id, row.name, row.west, row.south, row.east, row.north)
        if box.box == far_box(store) or any(area.meets(box) for area in areas):
            continue
        inside = cities[cities["longitude"].between(row.west, row.east) & cities["latitude"].between(row.south, row.north)]
        assert inside.empty or store.selection().count(city=tuple(inside["city_id"])) <= min(numbers.values())
    assert not any(one.meets(other) for at, one in enumerate(areas) for other in areas[at + 1 :])
    assert all(numbers.values()) and [area.west for area in areas] == sorted(area.west for area in areas)


def test_without_an_area_the_map_is_one_that_holds_every_place(invented_store):
    found = scene(invented_store({"date": "2017"}).selection(Filters()), "wide", dark=False)
    assert panel(found, "far")


def test_a_line_is_the_thicker_the_more_events_up_to_a_point():
    widths = [bow_width(number) for number in (1, 5, 20, 500, 5000)]
    assert widths == sorted(widths) and widths[-1] == widths[-2] <= 9


def test_of_many_ways_those_are_drawn_that_have_at_least_as_many_events_as_the_least(store):
    ways = way_marks(store.selection(EVERYTHING))
    view = fitted(far_box(store), width=640, height=416, margin=6)
    rows, least = far_ways(ways, view, lambda place: place)
    assert len(rows) <= 8 and all(way.events >= least for way in rows)


def test_a_disc_keeps_its_point_and_a_name_takes_the_side_that_is_free():
    one, other = placed([Wish(100, 100, 20, "One", 14), Wish(135, 100, 10, "Other", 14)], width=400, height=200)
    assert (one.dx, one.dy, other.dx, other.dy) == (0, 0, 0, 0)
    assert (one.side, other.side) == ("end", "start")
    (at_the_edge,) = placed([Wish(20, 100, 10, "A long name", 14)], width=400, height=200)
    assert at_the_edge.side == "start"


def test_what_stands_at_one_point_is_set_apart_and_a_name_without_room_is_left_out():
    one, other = placed([Wish(50, 50, 20, "One", 14), Wish(50, 50, 10, "Other", 14)], width=100, height=100)
    assert math.hypot(other.dx - one.dx, other.dy - one.dy) >= 30
    (alone,) = placed([Wish(50, 50, 40, "A name that has no room", 14)], width=100, height=100)
    assert alone.name is None


def test_pixels_and_degrees_of_a_view_are_each_others_reverse():
    view = View(51.0, 7.0, 6.0, 300.0, 400.0)
    assert view.degrees(*view.pixels(7.4, 51.9)) == pytest.approx((7.4, 51.9))
