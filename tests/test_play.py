"""The years played: in which year each event appears, what none can show, and that the numbers add up."""

import pytest
from app_pages import addressed, opened, says
from charts.play import sector_colours, stage
from hypothesis import given
from hypothesis import strategies as st

from loaders.atlas import journeys
from loaders.basemap import ground_files, ground_paths
from loaders.events.filters import Filters, select
from loaders.map_marks import city_marks
from loaders.play import LONGEST, counts, left_out_note, play_text, played, touched, travelled

ADDRESSES = ground_paths(ground_files())
INVENTED = (
    {"date": "1998-05-01"},
    {"date": "2017-11-07"},
    {"date": "2017"},
    {"date": "[2018-04..2019-03]"},
    {"date": "[..2023-03-07]"},
    {"date": ""},
    {"date": "2016-10/2019", "tie_id": ""},
    {"date": "2020-01", "status": "planned"},
)


@pytest.fixture(scope="module")
def events(invented):
    return invented(*INVENTED)


def steps(shown):
    return shown.rows.set_index("event_id")["step"].to_dict()


def test_an_event_appears_in_the_year_in_which_it_began(events):
    shown = played(events, Filters())
    assert shown.years == (2016, 2023) and shown.steps == [2015, *range(2016, 2024)]
    assert steps(shown) == {"e0": 2015, "e1": 2017, "e2": 2017, "e3": 2018, "e4": 2023, "e6": 2016, "e7": 2020}
    assert list(shown.rows.loc[shown.rows["doubtful"], "event_id"]) == ["e3", "e4"]
    assert list(shown.rows.loc[shown.rows["background"], "event_id"]) == ["e6"]


def test_what_has_no_date_stands_in_no_year(events):
    shown = played(events, Filters())
    assert list(shown.left_out["event_id"]) == ["e5"]
    assert left_out_note(shown) == "1 event has no date"


def test_the_numbers_so_far_add_up_year_by_year(events):
    table = counts(played(events, Filters()))
    assert list(table["events"]) == [1, 1, 2, 1, 0, 1, 0, 0, 1]
    assert list(table["so_far"]) == [1, 2, 4, 5, 5, 6, 6, 6, 7]
    assert play_text(played(events, Filters()), 8) == (
        "7 of 8 events year by year from 2016 to 2023, 1 of them begun before 2016; most begin in 2017 (2)"
    )


def test_with_years_chosen_only_what_began_in_them_is_played(events):
    chosen = Filters(years=(2018, 2020), background=True)
    shown = played(select(events, chosen), chosen)
    assert shown.years == (2018, 2020) and not shown.before
    assert steps(shown) == {"e3": 2018, "e7": 2020}


def test_a_selection_without_any_year_has_no_step(events):
    undated = events.where(events.rows["event_id"] == "e5")
    shown = played(undated, Filters())
    assert shown.years is None and shown.steps == [] and len(shown.left_out) == 1
    assert counts(shown).empty


@given(
    years=st.none() | st.tuples(st.integers(1500, 2030), st.integers(1500, 2030)).map(lambda pair: tuple(sorted(pair))),
    sector=st.sampled_from([(), ("energy",), ("culture", "heritage")]),
    tie=st.sampled_from([(), ("none",), ("essen-koriyama",)]),
)
def test_every_selected_event_appears_exactly_once_or_is_counted_as_left_out(all_events, years, sector, tie):
    filters = Filters(years=years, sector=sector, tie=tie)
    chosen = select(all_events, filters)
    shown = played(chosen, filters)
    assert sorted([*shown.rows["event_id"], *shown.left_out["event_id"]]) == sorted(chosen.rows["event_id"])
    assert set(shown.rows["step"]) <= set(shown.steps) and len(shown.steps) <= LONGEST + 1
    table = counts(shown)
    assert table["events"].sum() == len(shown.rows) and table["so_far"].is_monotonic_increasing


def test_every_event_is_played_in_the_year_that_its_date_states(all_events):
    shown = steps(played(all_events, Filters()))
    stated = all_events.rows[all_events.rows["year"] >= 2000].set_index("event_id")["year"]
    assert {key: shown[key] for key in stated.index} == stated.to_dict()
    assert shown["fmddsc-opening"] == 2016  # three newspapers against the deck


@pytest.fixture(scope="module")
def tables(store):
    everything = store.selection(Filters(background=True))
    return city_marks(everything), journeys(everything)


def test_when_all_is_played_cities_and_journeys_have_the_numbers_of_the_map(fact_base, all_events, tables):
    cities, ways = tables
    number = touched(fact_base, all_events)["city_id"].value_counts()
    assert {row.place: row.events for row in cities.itertuples() if row.events} == {
        key: number[key] for key in cities["place"] if key in number
    }
    assert travelled(fact_base, all_events)["place"].value_counts().to_dict() == ways.set_index("place")["events"].to_dict()


@pytest.mark.parametrize("narrow", [False, True])
def test_the_stage_has_every_city_and_journey_inside_its_frame(narrow, tables):
    drawn = stage(ADDRESSES, *tables, narrow=narrow)
    assert drawn["ground"] == ADDRESSES["world"]
    assert all(0 < city["x"] < drawn["width"] and 0 < city["y"] < drawn["height"] for city in drawn["cities"])
    assert {way["key"] for way in drawn["ways"]} == set(tables[1].loc[tables[1]["drawn"], "place"])
    heads = {way["key"]: way["head"] for way in drawn["ways"]}
    assert abs(heads["essen>koriyama"]["turn"]) < 90 < abs(heads["koriyama>essen"]["turn"]), "eastwards to Japan, westwards back"


def test_dark_colours_are_lighter(fact_base):
    colours = fact_base.table("sectors").set_index("sector_id")["colour"].to_dict()
    light, dark = (sector_colours(colours, dark=mode) for mode in (False, True))
    assert light["energy"] == "#E69F00" < dark["energy"] and set(light) == {*colours, ""}


def players(app):
    return [part for part in app.get("bidi_component") if part.proto.component_name.endswith("city_ties_play")]


def test_the_page_plays_what_its_address_selects(all_events):
    app = opened("map/map.py", view="play", years=["2017", "2020"])
    chosen = select(all_events, Filters(years=(2017, 2020)))
    shown = played(chosen, Filters(years=(2017, 2020)))
    assert says(app, play_text(shown, len(chosen))) and says(app, left_out_note(shown))
    assert addressed(app)["view"] == ["play"]
    assert len(players(app)) == 1


def test_a_selection_that_no_year_can_hold_says_so(all_events):
    undated = all_events.rows.loc[all_events.rows["precision"] == "undated", "title"].iloc[0]
    app = opened("map/map.py", view="play", text=undated, years="none", background="yes")
    assert says(app, "None of these events can be placed in a year") and not players(app)
