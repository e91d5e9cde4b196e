"""The map page without a browser: what it says, shows, lists and offers for an address."""

import csv
import io
import json

import pytest
import streamlit as st
from app_pages import addressed, control, downloads, headline, opened, says, shows
from loaders.map_summary import map_headline, unplaced_note
from pages.parts.map_charts import meant
from pages.parts.map_deck import ground_addresses

from loaders.atlas import cities_shown, journeys, sites_shown, without_place
from loaders.basemap import ground_files, ground_paths
from loaders.events.filters import Filters, select
from loaders.export import csv_bytes
from loaders.map_export import journey_table, place_table
from loaders.map_marks import city_marks
from tests.test_atlas import IN_DUESSELDORF

LARGEST_BYTES = 150_000  # of a map or player as it is sent; the world's ground alone has more
COLUMNS = {"places": "How exact the point is", "journeys": "From"}  # that only this table has


def rows_of(app, name):
    """The page's table of places or of journeys, found by a column that no other has."""
    (found,) = [table.value for table in app.dataframe if COLUMNS[name] in table.value.columns]
    return found


def maps(app):
    return [json.loads(chart.proto.json) for chart in app.get("deck_gl_json_chart")]


def test_the_page_renders_with_the_headline_of_all_events(store, all_events):
    app = opened("map/map.py")
    assert not app.error and not app.warning
    assert shows(app, Filters(), all_events)
    assert headline(app).replace("\\", "") == map_headline(store.selection())


def narrow(**query):
    """The map page as a phone has it."""
    app = opened("map/map.py", **query)
    app.session_state["screen_width"] = "narrow"
    return app.run()


def test_a_globe_stands_beside_the_whole_map_where_there_is_room():
    whole, area, phone = opened("map/map.py"), opened("map/map.py", area="rhine-ruhr"), narrow()
    kinds = [[deck["views"][0]["@@type"] for deck in maps(app)] for app in (whole, area, phone)]
    assert kinds == [["MapView", "_GlobeView"], ["MapView"], ["MapView"]]
    assert (
        len({tuple(control(app, "view").options) for app in (whole, area, phone)}) == 1
    )  # a view chosen under one name is lost under another
    alts = [chart.proto.alt for chart in whole.get("deck_gl_json_chart")]
    assert alts[1] == f"Globe. {alts[0].removeprefix('Map. ')}" and "36 of 51 sites" in alts[0]


def test_leaving_the_whole_map_leaves_the_globe_and_coming_back_brings_it():
    app = opened("map/map.py")
    for area, decks in (("rhine-ruhr", 1), ("whole", 2)):
        control(app, "area").set_value(area).run()
        assert not app.exception and len(maps(app)) == decks


def test_an_area_of_the_address_is_the_one_shown():
    whole, tokyo = maps(opened("map/map.py"))[0], maps(opened("map/map.py", area="tokyo-chiba"))[0]
    assert 139 < tokyo["initialViewState"]["longitude"] < 141 and tokyo["initialViewState"]["zoom"] > whole["initialViewState"]["zoom"] + 3


def test_an_unknown_area_is_the_whole_and_leaves_the_address():
    app = opened("map/map.py", area="atlantis")
    assert maps(app)[0]["initialViewState"] == maps(opened("map/map.py"))[0]["initialViewState"]
    assert "area" not in addressed(app)


def test_nearer_is_one_step_of_zoom_and_another_area_begins_anew():
    app = opened("map/map.py")
    before = maps(app)[0]["initialViewState"]["zoom"]
    app.button(key="map-nearer").click().run()
    assert maps(app)[0]["initialViewState"]["zoom"] == pytest.approx(before + 1)
    app.button(key="map-back").click().run()
    assert maps(app)[0]["initialViewState"]["zoom"] == pytest.approx(before)


def test_which_sites_lie_in_duesseldorf_and_what_happened_there_stands_in_the_table():
    app = opened("map/map.py", city="duesseldorf")
    table = rows_of(app, "places")
    sites = table[table["Name"] != "Düsseldorf (no site named)"]
    assert len(sites) == len(IN_DUESSELDORF) and set(sites["City"]) == {"Düsseldorf"}
    city_hall = sites.set_index("Name").loc["Düsseldorf city hall"]
    assert "Morita and Elbers sign a confirmation of exchange" in city_hall["What happened here"]
    assert city_hall["Latest"] == "25 May 2019" and "1 km" in city_hall["How exact the point is"]


def test_what_cannot_be_placed_is_said_with_its_number(fact_base, all_events):
    app = opened("map/map.py", background="yes")
    assert says(app, "15 sites have no point") and says(app, "Tonhalle Düsseldorf") and says(app, "North Rhine-Westphalia to Koriyama")
    names = set(rows_of(app, "places")["Name"])
    assert {"Tonhalle Düsseldorf", "Kobe (no site named)"} <= names


def test_the_tables_are_those_of_the_downloads(fact_base, store):
    app, selection = opened("map/map.py", sector="energy"), store.selection(Filters(sector=("energy",)))
    table = place_table(fact_base, sites_shown(selection), cities_shown(selection), without_place(selection))
    assert list(rows_of(app, "places")["Name"]) == list(table["name"])
    labels = downloads(app)
    assert labels[0] == f"{len(table)} rows" and len(labels) == 2
    assert table.loc[table["name"].str.contains("FREA"), "citations"].item() != ""


def test_a_download_says_every_place_with_its_citation(fact_base, store):
    table = journey_table(fact_base, journeys(store.selection(Filters(background=True))))
    rows = list(csv.DictReader(io.StringIO(csv_bytes(table).decode("utf-8-sig"))))
    assert all(row["citations"] and row["event_ids"] for row in rows)
    assert {row["on_map"] for row in rows} == {"yes", "no: a point is missing"}


def test_an_empty_selection_says_so_and_draws_no_map():
    app = opened("map/map.py", text="nothing has this text")
    assert app.info and not maps(app) and not app.get("download_button")


def test_a_site_that_fits_by_itself_is_drawn_and_listed_though_no_event_fits(all_events):
    assert not len(select(all_events, Filters(text="Hodogaya plant")))
    app = opened("map/map.py", text="Hodogaya plant", area="fukushima-koriyama")
    name = "Hodogaya Chemical, Koriyama plant"
    assert headline(app).replace("\\", "").startswith(f"One site fits this selection, but no event: {name}")
    assert not app.info and len(maps(app)) == 1 and name in json.dumps(maps(app)[0], ensure_ascii=False)
    assert list(rows_of(app, "places")["Name"]) == [name]
    assert says(app, "Sources of this place") and not says(app, "0 events:")
    assert downloads(app) == ["1 row"]


def test_openstreetmap_is_named_under_the_map():
    assert says(opened("map/map.py"), "© OpenStreetMap contributors (ODbL)")


def test_the_headline_counts_an_event_once_in_each_city(store):
    alone = store.selection(Filters(text="Mayors of Essen and Koriyama sign a memorandum"))
    assert len(alone) == 1 and "Mayors of Essen and Koriyama sign a memorandum, in Koriyama" in map_headline(alone)


def test_the_headline_speaks_of_the_chosen_place(store):
    held = store.selection(Filters(venue=("duesseldorf",))).count(status=("held",))
    assert map_headline(store.selection(Filters(venue=("duesseldorf",)))) == f"{held} events took place in Düsseldorf"


SELECTED = [
    Filters(),
    Filters(city=("essen",)),
    Filters(sector=("culture",), background=True),
    Filters(years=(2018, 2019)),
    Filters(tie=("none",)),
]


@pytest.mark.parametrize("filters", SELECTED)
def test_every_number_on_the_map_is_that_of_its_click(store, filters):
    selection = store.selection(filters)
    for row in city_marks(selection).itertuples():
        assert row.events == selection.count(**meant("cities", {"place": row.place})), row.place
        assert sum(number for _, number in row.shares) <= row.events
    if not filters.city:
        for row in journeys(selection).itertuples():
            assert row.events == selection.count(**meant("journeys", {"place": row.place})) > 0


def test_nothing_is_said_to_be_missing_where_all_is_on_the_map(store):
    selection = store.selection(Filters(sector=("energy",), venue=("koriyama",), years=(2018, 2019)))
    assert len(selection) and unplaced_note(selection) == ""


@pytest.mark.parametrize(
    "page, query",
    [
        ("map/map.py", {}),
        ("map/map.py", {"area": "rhine-ruhr"}),
        ("map/map.py", {"view": "globe"}),
        ("map/map.py", {"view": "play"}),
        ("overview/overview.py", {}),
    ],
)
def test_a_page_says_where_the_ground_is_and_does_not_carry_it(page, query):
    app = opened(page, **query)
    players = [part for part in app.get("bidi_component") if part.proto.component_name.endswith("city_ties_play")]
    sent = [part.proto.json for part in app.get("deck_gl_json_chart")] + [part.proto.bytes.decode("utf-8") for part in players]
    assert sent and all(ground_paths(ground_files())["world"] in text and len(text.encode()) < LARGEST_BYTES for text in sent)


def test_the_addresses_of_the_ground_begin_where_the_dashboard_stands(monkeypatch):
    monkeypatch.setattr(st, "get_option", {"server.baseUrlPath": "city/ties/"}.get)
    ground_addresses.clear()
    found = ground_addresses()
    ground_addresses.clear()
    assert found == {region: f"/city/ties{path}" for region, path in ground_paths(ground_files()).items()}
