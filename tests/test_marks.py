"""What is drawn: each event in its rows, each mark where its date is, and nothing lost."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selections import TRIED, selections

from loaders.events.filters import Filters
from loaders.marks import BACKGROUND, LANES, NO_PLACE, ROW, axis, by_year, decimal_years, lane_marks, lane_rows, means

ALL = Filters(background=True)


@pytest.mark.parametrize("lanes", LANES)
def test_all_that_is_dated_is_drawn(store, all_events, lanes):
    dated = all_events.rows.loc[all_events.rows["precision"] != "undated", "event_id"]
    assert set(lane_marks(store.selection(ALL), lanes)["event_id"]) == set(dated) < set(all_events.rows["event_id"])


@given(st.data())
def test_the_axis_of_a_selection_holds_the_year_of_each_of_its_events(store, allowed, data):
    selection = store.selection(data.draw(selections(allowed)))
    years = selection.events.rows["year"].dropna()
    if len(years):
        first, last = axis(selection)
        assert first <= years.min() and years.max() <= last
    else:
        assert axis(selection) is None


@pytest.mark.parametrize("filters", [*TRIED, Filters(city=("essen", "tokyo"), background=True)], ids=str)
@pytest.mark.parametrize("lanes", LANES)
def test_the_number_beside_a_row_is_that_of_its_click_and_its_marks_are_among_these(store, filters, lanes):
    selection = store.selection(filters)
    rows, marks = lane_rows(selection, lanes), lane_marks(selection, lanes)
    assert bool(len(rows)) == bool(len(selection)) or lanes == "city"
    for place, row in enumerate(rows.itertuples()):
        if row.key or row.head:
            listed = selection.narrowed(**means(ROW, row.key))
            assert len(listed) == row.number, row
            assert set(marks.loc[marks["row"] == place, "event_id"]) <= set(listed.keys)
        else:
            assert row.name == NO_PLACE and pd.isna(row.number)


@pytest.mark.parametrize("filters", [Filters(), ALL, Filters(tie=("none", "essen-koriyama")), Filters(text="mayor")], ids=str)
def test_rows_of_a_relationship_add_up_to_it_and_relationships_the_largest_first_to_all(store, filters):
    selection = store.selection(filters)
    rows = lane_rows(selection, "tie")
    inner = rows[~rows["head"]].groupby("block", sort=False)["number"].sum()
    heads = rows[rows["head"]].set_index("block")["number"]
    assert inner.to_dict() == heads.to_dict() and heads.sum() == len(selection)
    front = heads.drop(BACKGROUND, errors="ignore")
    assert list(front) == sorted(front, reverse=True) and list(heads)[: len(front)] == list(front)


@pytest.mark.parametrize("lanes", LANES)
def test_background_is_a_block_of_its_own_at_the_foot_only_where_it_is_shown(store, lanes):
    assert BACKGROUND not in set(lane_rows(store.selection(), lanes)["name"])
    shown = store.selection(ALL)
    rows, marks = lane_rows(shown, lanes), lane_marks(shown, lanes)
    (at,) = rows.index[rows["name"] == BACKGROUND]
    behind = set(marks.loc[marks["row"] > at, "event_id"])
    assert rows.loc[at, "head"] and set(rows.loc[at:, "block"]) == {BACKGROUND}
    all_rows = shown.events.rows
    assert behind == set(all_rows.loc[all_rows["background"] & (all_rows["precision"] != "undated"), "event_id"])
    assert rows.loc[at, "number"] == all_rows["background"].sum()


def test_a_relationship_chosen_by_name_is_no_background(store):
    assert next(iter(lane_rows(store.selection(Filters(tie=("fukushima-nrw",))), "tie")["name"])) == "Fukushima–NRW"


def test_a_landmark_has_its_label_in_bold_where_it_is_an_agreement(invented_store):
    accord = {"date": "2017", "short": "Accord", "landmark": "agreement"}
    store = invented_store(accord, {"date": "2018", "short": "First visit", "landmark": "first visit"}, {"date": "2019"})
    marks = lane_marks(store.selection(), "sector")
    assert list(zip(marks["short"], marks["bold"], strict=True)) == [("Accord", True), ("First visit", False), ("", False)]


def test_a_set_has_a_mark_for_each_of_its_dates(chosen):
    table = lane_marks(chosen({"date": "{2014-02-10,2014-09-01}"}), "sector")
    assert list(table["x0"]) == pytest.approx([2014 + 40 / 365, 2014 + 243 / 365])


def test_an_event_stands_in_the_row_of_each_of_its_cities_and_what_names_none_in_one_without_a_number(store, all_events):
    selection = store.selection()
    names, cities = lane_rows(selection, "city")["name"], all_events.rows.set_index("event_id")["cities"]
    for key, some in lane_marks(selection, "city").groupby("event_id"):
        assert set(names[some["row"]]) == (set(cities[key].split("; ")) if cities[key] else {NO_PLACE}), key


def test_only_the_rows_of_what_is_chosen_are_drawn(store):
    selection = store.selection(Filters(city=("essen", "tokyo")))
    rows, marks = lane_rows(selection, "city"), lane_marks(selection, "city")
    assert set(rows["code"]) == {"essen", "tokyo", ""}
    assert set(marks["event_id"]) == set(selection.events.rows.loc[selection.events.rows["precision"] != "undated", "event_id"])


@pytest.mark.parametrize(
    ("date", "year", "doubtful"),
    [
        ("2017", 2017, False),
        ("2017-12-30/2018-01-02", 2017, False),
        ("{2014-02-10,2015}", 2014, False),
        ("[2017-02..2017-04]", 2017, False),
        ("[2016-12..2017-01]", 2016, True),
        ("[..2023-03-07]", 2023, True),
        ("2020/..", 2020, False),
    ],
)
def test_an_event_counts_in_the_year_in_which_it_began_and_may_be_in_doubt(invented_store, date, year, doubtful):
    (row,) = by_year(invented_store({"date": date}).selection()).itertuples()
    assert (row.year, row.events, row.held, row.doubtful, row.held_doubtful) == (year, 1, 1, doubtful, doubtful)


def test_cancelled_and_planned_are_numbers_of_their_own(invented_store):
    rows = ({"date": "2017", "status": status} for status in ("held", "planned", "cancelled", "held"))
    (row,) = by_year(invented_store(*rows).selection()).itertuples()
    assert (row.held, row.planned, row.cancelled, row.events) == (2, 1, 1, 4)


def test_the_axis_has_the_years_of_the_columns_too(invented_store):
    store = invented_store({"date": "2017"}, {"date": "[..2023-03-07]"})
    assert axis(store.selection()) == (2017, 2023)


@pytest.mark.parametrize(("day", "place"), [("2017-01-01", 2017), ("2017-07-01", 2017 + 181 / 365), ("2020-12-31", 2020 + 365 / 366)])
def test_a_day_lies_in_its_year_by_the_days_before_it(day, place):
    assert decimal_years(pd.Series([pd.Timestamp(day)])).iloc[0] == pytest.approx(place)


@given(st.dates())
def test_a_days_place_is_within_its_year_and_before_the_next_day(day):
    twice = pd.DatetimeIndex([day, day], dtype="datetime64[s]")
    here, next_day = decimal_years(pd.Series(twice + pd.to_timedelta([0, 1], unit="D")))
    assert int(here) == day.year
    assert here < next_day


def test_no_day_has_no_place():
    assert decimal_years(pd.Series([pd.NaT], dtype="datetime64[s]")).isna().all()


def test_a_day_is_marked_as_a_day_and_a_month_as_no_day(chosen):
    dates = ("2017-05-01", "2017-05", "2017-05-01/2017-05-02", "[2017-05-01,2017-05-02]")
    table = lane_marks(chosen(*({"date": date} for date in dates)), "sector").set_index("event_id")
    assert list(table.loc[["e0", "e1", "e2", "e3"], "day"]) == [True, False, False, False]
