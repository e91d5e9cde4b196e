"""What is drawn: each event in its lanes, each mark where its date is, history apart, and nothing lost."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selections import selections

from loaders.events.filters import Filters, select
from loaders.marks import HISTORY_ENDS, axis, axis_years, by_year, decimal_years, history, lane_marks, marks, recent, unplaced


def some(data, keys):
    return data.draw(st.sets(st.sampled_from(keys)))


@given(st.data())
def test_history_and_the_rest_are_every_event_once(only, keys, data):
    chosen = some(data, keys)
    events = only(*chosen)
    past, now = set(history(events).rows["event_id"]), set(recent(events).rows["event_id"])
    assert past | now == chosen
    assert not past & now


@pytest.mark.parametrize(("date", "past"), [("1995", True), ("1999-12-31", True), ("1999/2000", False), ("1999/..", False), (None, False)])
def test_history_is_over_before_2000(invented, date, past):
    assert HISTORY_ENDS == 2000
    assert len(history(invented({"date": date}))) == past


def test_what_no_axis_holds_is_listed_apart(invented):
    events = invented({"date": None}, {"date": "[..2023-03-07]"}, {"date": "[2023-03-07..]"}, {"date": "2023"}, {"date": "2020/.."})
    assert set(unplaced(events).event_id) == {"e0", "e1", "e2"}


@pytest.mark.parametrize("lanes", ["sector", "tie"])
def test_every_event_is_drawn_or_listed_apart(all_events, sector_names, lanes):
    drawn = set(marks(all_events, lanes=lanes, names=sector_names)["event_id"])
    apart = set(unplaced(all_events)["event_id"])
    assert drawn | apart == set(all_events.rows["event_id"])
    assert not drawn & apart


@given(st.data())
def test_the_axis_of_a_selection_holds_all_of_it_that_an_axis_can(all_events, allowed, data):
    filters = data.draw(selections(allowed))
    now = recent(select(all_events, filters))
    apart = set(unplaced(now)["event_id"])
    if len(apart) < len(now):
        first, last = axis_years(now, filters)
        spans = now.spans[~now.spans["event_id"].isin(apart)]
        held = ~(spans["start"].dt.year > last) & ~(spans["end"].dt.year < first)
        assert set(spans.loc[held, "event_id"]) == set(now.rows["event_id"]) - apart


def test_a_set_has_a_mark_for_each_of_its_dates(invented, sector_names):
    table = marks(invented({"date": "{2014-02-10,2014-09-01}"}), lanes="sector", names=sector_names)
    assert list(table["x0"]) == pytest.approx([2014 + 40 / 365, 2014 + 243 / 365])


def test_an_event_stands_in_the_lane_of_each_of_its_cities(all_events, fact_base):
    names = fact_base.table("cities").set_index("city_id")["name"]
    table = marks(all_events, lanes="city", names=names)
    for key, some_rows in table.groupby("event_id"):
        cities = all_events.rows.set_index("event_id").loc[key, "cities"].split("; ")
        assert set(some_rows["lane"]) == set(cities) if cities != [""] else len(some_rows) == 1, key


def test_what_belongs_to_no_tie_stands_in_a_last_lane_of_its_own(invented, fact_base):
    names = fact_base.table("ties").set_index("tie_id")["name"]
    table = marks(invented({"date": "2017", "tie_id": None}, {"date": "2018"}), lanes="tie", names=names)
    assert list(table["lane"]) == ["Essen–Koriyama", "No relationship"]


def test_only_the_lanes_of_what_is_chosen_are_drawn_with_the_number_of_their_click(store):
    selection = store.selection(Filters(city=("essen", "tokyo")))
    table = lane_marks(selection, "city", past=False)
    assert set(table["lane_code"]) == {"essen", "tokyo"}
    assert set(table["event_id"]) == set(recent(selection.events).rows["event_id"]) - set(unplaced(selection.events)["event_id"])
    for lane, number in table.drop_duplicates("lane_code").set_index("lane_code")["lane_events"].items():
        assert number == selection.count(city=(lane,))


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


def test_lanes_follow_the_order_of_their_names(all_events, sector_names):
    table = marks(all_events, lanes="sector", names=sector_names)
    order = list(sector_names)
    assert list(dict.fromkeys(table["lane"])) == [name for name in order if name in set(table["lane"])]


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


def test_a_day_is_marked_as_a_day_and_a_month_as_no_day(invented, sector_names):
    dates = ("2017-05-01", "2017-05", "2017-05-01/2017-05-02", "[2017-05-01,2017-05-02]")
    table = marks(invented(*({"date": date} for date in dates)), lanes="sector", names=sector_names).set_index("event_id")
    assert list(table.loc[["e0", "e1", "e2", "e3"], "day"]) == [True, False, False, False]
