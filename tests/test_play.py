"""The years played: in which year each event appears, and that the numbers add up to those of the map."""

import json

import pytest
from app_pages import opened, says
from hypothesis import given
from hypothesis import strategies as st

from loaders.events.filters import Filters
from loaders.map_marks import place_marks, way_marks
from loaders.play import LONGEST, played

INVENTED = (
    {"date": "1998-05-01"},
    {"date": "2017-11-07"},
    {"date": "2017"},
    {"date": "[2018-04..2019-03]"},
    {"date": "[..2023-03-07]"},
    {"date": ""},
    {"date": "2016-10/2019"},
    {"date": "2020-01", "status": "planned"},
)


@pytest.fixture(scope="module")
def invented_events(invented_store):
    return invented_store(*INVENTED)


def years(selection):
    """Per event the name of its step."""
    steps, at = played(selection)
    return {key: steps[step].name for key, step in at.items()}


def test_an_event_appears_in_the_year_in_which_it_began_and_one_without_a_date_in_none(invented_events):
    found = years(invented_events.selection(Filters(background=True)))
    assert found == {"e0": "before 2016", "e1": "2017", "e2": "2017", "e3": "2018", "e4": "2023", "e6": "2016", "e7": "2020"}


def test_with_years_chosen_only_what_began_in_them_is_played(invented_events):
    shown = invented_events.selection(Filters(years=(2018, 2020), background=True))
    assert [step.name for step in played(shown)[0]] == ["2018", "2019", "2020"]
    assert years(shown) == {"e3": "2018", "e7": "2020"}


def test_a_selection_without_any_year_has_no_step(invented_store):
    assert played(invented_store({"date": ""}).selection(Filters(background=True))) == ([], {})


@given(
    years=st.none() | st.tuples(st.integers(1500, 2030), st.integers(1500, 2030)).map(lambda pair: tuple(sorted(pair))),
    sector=st.sampled_from([(), ("energy",), ("culture", "heritage")]),
    tie=st.sampled_from([(), ("none",), ("essen-koriyama",)]),
)
def test_every_dated_event_appears_exactly_once_and_the_numbers_add_up(store, years, sector, tie):
    selection = store.selection(Filters(years=years, sector=sector, tie=tie))
    steps, at = played(selection)
    rows = selection.events.rows
    assert sorted(at) == sorted(rows.loc[rows["year"].notna(), "event_id"])
    assert sum(step.events for step in steps) == len(at) == (steps[-1].so_far if steps else 0) and len(steps) <= LONGEST + 1


def test_when_all_is_played_places_and_lines_have_the_numbers_of_the_map(store):
    app, shown = opened("map/map.py", view="play"), store.selection()
    (part,) = [part for part in app.get("bidi_component") if part.proto.component_name.endswith("city_ties_map")]
    events = json.loads(part.proto.bytes)["play"]["events"]
    assert len(events) == len(shown.events.rows.dropna(subset="year"))
    undated = shown.narrowed(undated=True)
    for table, name in ((place_marks(shown), "places"), (way_marks(shown), "ways")):
        for row in table:
            number = sum(row.place in event[name] for event in events)
            assert row.events - len(undated) <= number <= row.events, row.place


def test_where_nothing_has_a_date_the_map_is_shown_without_play(store):
    app = opened("map/map.py", view="play", years="none")
    assert says(app, "No event fits") or not any(b'"play"' in part.proto.bytes for part in app.get("bidi_component"))
