"""The map page without a browser: its headline, its maps, what a click on them lists, and what it lists and offers."""

import csv
import io
import json

import pytest
import streamlit as st
from app_pages import addressed, headline, opened, says, shows
from selections import read

from loaders.atlas import journeys
from loaders.basemap import ground_files, ground_paths
from loaders.events.filters import Filters
from loaders.export import csv_bytes
from loaders.map_export import journey_table
from loaders.map_marks import off_map, place_marks, point_notices, way_marks
from loaders.story.map import map_headline
from loaders.trips import country_pairs, country_ways
from pages.map.lists import means, place_bars, trip_bars
from pages.widgets.map import directions, ground_regions, meant

LARGEST_BYTES = 60_000  # of the scene as it is sent; the world's ground alone has more
SELECTED = [
    Filters(),
    Filters(city=("essen",)),
    Filters(city=("essen", "tokyo")),
    Filters(sector=("culture",), background=True),
    Filters(years=(2018, 2019)),
    Filters(tie=("none",)),
    Filters(journey=("essen>koriyama",)),
]


def narrow(**query):
    """The map page as a phone has it."""
    app = opened("map/map.py", **query)
    app.session_state["screen_width"] = "narrow"
    return app.run()


def sent(app):
    """The scene as the page sends it."""
    (part,) = [part for part in app.get("bidi_component") if part.proto.component_name.endswith("city_ties_map")]
    return part.proto.bytes


@pytest.mark.parametrize("filters", SELECTED, ids=str)
def test_every_number_on_the_map_is_that_of_its_click(store, filters):
    shown = store.selection(filters)
    for kind, table in (("place", place_marks(shown)), ("journey", way_marks(shown))):
        for row in table:
            assert len(shown) >= row.events == shown.count(**meant(shown, kind, row.place)) > 0, row.place
    for direction in directions(shown):
        assert direction.events == shown.count(**meant(shown, "to", direction.to))


@pytest.mark.parametrize("filters", SELECTED, ids=str)
def test_every_bar_and_every_part_of_one_is_as_long_as_what_its_click_lists(store, filters):
    shown = store.selection(filters)
    for figure in (place_bars(shown, False, dark=False), *([trip_bars(shown, False, dark=False)] if len(way_marks(shown)) else [])):
        for trace in figure.read()["data"]:
            for key, card, what in trace.get("customdata", ()):
                assert int(card.split(": ")[-1].split(" ")[0]) == shown.count(**means(shown, what, key)), card


def test_the_page_has_the_headline_of_its_events_and_counts_them(store, all_events):
    app = opened("map/map.py")
    assert not app.error and not app.warning and shows(app, Filters(), all_events)
    assert headline(app).replace("\\", "") == map_headline(store.selection()).title


@pytest.mark.parametrize("filters", SELECTED, ids=str)
def test_the_headline_of_trips_has_the_numbers_of_both_ways_and_says_brought_only_of_what_was_held(store, filters):
    shown, (title, _) = store.selection(filters), map_headline(store.selection(filters))
    if not title.startswith("Trips run both ways"):
        return
    for to in country_pairs(shown):
        choices = {"journey": country_ways(shown, to)}
        assert f"{shown.count(**choices)} " in title
        assert "brought" not in title or shown.count(**choices) == shown.count(**choices, status=("held",))


def test_of_one_event_and_of_none_the_headline_says_so(store):
    alone = store.selection(Filters(text="Mayors of Essen and Koriyama sign a memorandum"))
    assert len(alone) == 1 and map_headline(alone).title == alone.events.rows["title"].iloc[0]
    app = opened("map/map.py", text="nothing has this text")
    assert headline(app) == "No event fits this selection" and app.info and not app.get("bidi_component")[:0]


def test_what_is_not_on_the_map_is_a_control_that_lists_exactly_these_events(store):
    shown = store.selection()
    codes, names = off_map(shown)
    app = opened("map/map.py")
    button = app.button(key="off-map")
    assert f"{shown.count(city=codes)} events" in button.label and all(name.split("-")[0] in button.label for name in names)
    app = button.click().run()
    assert addressed(app)["city"] == sorted(codes)
    table = store.facts.table("cities").set_index("city_id")
    assert table.loc[list(codes), "latitude"].isna().all()


def test_a_phone_and_a_wide_screen_have_their_own_frames():
    frames = [json.loads(sent(app))["frame"] for app in (opened("map/map.py"), narrow())]
    assert frames == ["wide", "narrow"]


def test_an_area_of_an_older_address_is_where_the_near_map_begins_and_an_unknown_one_is_none(store):
    row = store.facts.table("areas").set_index("area_id").loc["tokyo-chiba"]
    assert json.loads(sent(opened("map/map.py", area="tokyo-chiba")))["start"] == [row["west"], row["south"], row["east"], row["north"]]
    app = opened("map/map.py", area="atlantis", view="globe")
    assert json.loads(sent(app))["start"] is None
    assert not {"area", "view"} & set(addressed(app)), "an address of before, with a globe, leads to the map"


@pytest.mark.parametrize("page, query", [("map/map.py", {}), ("map/map.py", {"view": "play"}), ("overview/overview.py", {})])
def test_a_page_says_where_the_ground_is_and_does_not_carry_it(page, query):
    data = sent(opened(page, **query))
    assert ground_paths(ground_files())["world"].encode() in data and len(data) < LARGEST_BYTES


def test_the_addresses_of_the_ground_begin_where_the_dashboard_stands(monkeypatch):
    monkeypatch.setattr(st, "get_option", {"server.baseUrlPath": "city/ties/"}.get)
    ground_regions.clear()
    found = {name: region.address for name, region in ground_regions().items()}
    ground_regions.clear()
    assert found == {region: f"/city/ties{path}" for region, path in ground_paths(ground_files()).items()}


def test_what_the_licences_of_the_points_ask_for_stands_under_the_map(store):
    app = opened("map/map.py")
    assert point_notices(store) and all(says(app, notice) for notice in point_notices(store))


def test_the_routes_are_listed_with_those_that_cannot_be_drawn(store):
    app = opened("map/map.py", menus=["all-routes"])
    ways = way_marks(store.selection())
    tables = [json.loads(part.proto.bytes) for part in app.get("bidi_component") if part.proto.component_name.endswith("city_ties_table")]
    assert [way.place for way in ways] in [table["keys"] for table in tables]


def test_a_download_says_every_route_with_its_citation(fact_base, store):
    table = journey_table(fact_base, journeys(store.selection(Filters(background=True))))
    rows = list(csv.DictReader(io.StringIO(csv_bytes(table).decode("utf-8-sig"))))
    assert all(row["citations"] and row["event_ids"] for row in rows)
    assert {row["on_map"] for row in rows} == {"yes", "no: a point is missing"}


def test_the_places_of_the_event_whose_card_is_open_are_ringed(store):
    event = "students-visit-essen-2022"
    named = {row["city_id"] for row in read("event_places") if row["event_id"] == event}
    assert set(json.loads(sent(opened("map/map.py", event=event)))["lit"]) == named != set()
    assert json.loads(sent(opened("map/map.py")))["lit"] == []
