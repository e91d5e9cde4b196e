"""What is counted: each event once, in one year, and told why where it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.marks import by_year, counted, counted_here, left_out


def counted_keys(events):
    return set(events.rows.loc[counted(events), "event_id"])


def some(data, keys):
    return data.draw(st.sets(st.sampled_from(keys)))


def test_a_part_is_not_counted_beside_its_whole(invented):
    events = invented({"event_id": "whole", "date": "2017"}, {"event_id": "part", "date": "2017-05", "part_of": "whole"})
    assert counted_keys(events) == {"whole"}
    assert left_out(events) == {"part of another event shown": 1}


def test_a_part_is_counted_where_its_whole_is_not_shown(invented):
    events = invented({"event_id": "whole", "date": "2017"}, {"event_id": "part", "date": "2017-05", "part_of": "whole"})
    assert counted_keys(events.where(events.rows["event_id"] == "part")) == {"part"}


@pytest.mark.parametrize("back", ["a", None])
def test_two_that_may_be_the_same_count_one(invented, back):
    events = invented({"event_id": "a", "date": "2017", "maybe_same_as": "b"}, {"event_id": "b", "date": "2018", "maybe_same_as": back})
    assert len(counted_keys(events)) == 1
    assert left_out(events) == {"perhaps the same as another": 1}


@pytest.mark.parametrize("key", ["a", "b"])
def test_one_of_two_that_may_be_the_same_counts_where_it_stands_alone(invented, key):
    events = invented({"event_id": "a", "date": "2017", "maybe_same_as": "b"}, {"event_id": "b", "date": "2018", "maybe_same_as": "a"})
    assert counted_keys(events.where(events.rows["event_id"] == key)) == {key}


@pytest.mark.parametrize(
    ("date", "reason"),
    [
        ("2020/..", "without an end"),
        (None, "without a date"),
        ("[2016-12..2017-01]", "not dated to one year"),
        ("[..2023-03-07]", "not dated to one year"),
    ],
)
def test_what_has_no_one_year_is_left_out_and_told_why(invented, date, reason):
    events = invented({"date": date}, {"date": "2017"})
    assert counted_keys(events) == {"e1"}
    assert left_out(events) == {reason: 1}


@pytest.mark.parametrize(
    ("date", "year"), [("2017", 2017), ("2017-12-30/2018-01-02", 2017), ("{2014-02-10,2015}", 2014), ("[2017-02..2017-04]", 2017)]
)
def test_an_event_counts_in_the_year_in_which_it_began(invented, date, year):
    assert by_year(invented({"date": date}))[["year", "status", "events"]].to_numpy().tolist() == [[year, "held", 1]]


@given(st.data())
def test_what_is_counted_and_what_is_left_out_are_all_that_is_shown(only, keys, data):
    events = only(*some(data, keys))
    assert len(counted_here(events)) + sum(left_out(events).values()) == len(events)


@given(st.data())
def test_the_columns_add_up_to_what_is_counted(only, keys, data):
    events = only(*some(data, keys))
    assert by_year(events)["events"].sum() == len(counted_here(events))


@given(st.data())
def test_a_whole_and_a_double_are_never_both_counted(only, keys, data):
    events = only(*some(data, keys))
    found = events.rows.set_index("event_id").loc[sorted(counted_keys(events))]
    assert not found["part_of"].isin(found.index).any()
    assert not found["maybe_same_as"].isin(found.index).any()


SCOPES = {"subject": "essen-koriyama", "framework": "fukushima-nrw", None: None}


@pytest.mark.parametrize(
    ("shown", "about_these"),
    [(["subject", "framework", None], "subject"), (["framework", None], "framework"), ([None], None), (["subject"], "subject")],
)
def test_columns_are_about_the_ties_of_the_data_set_then_their_frame_then_context(invented, shown, about_these):
    events = invented(*({"date": "2017", "tie_id": SCOPES[scope]} for scope in shown))
    assert list(counted_here(events).rows["tie_id"].dropna()) == [SCOPES[about_these]] * (about_these is not None)
    assert len(counted_here(events)) == 1


def test_what_is_uncounted_itself_still_keeps_context_out(invented):
    events = invented({"date": "2020/.."}, {"date": "2017", "tie_id": None})
    assert len(counted_here(events)) == 0
    assert left_out(events) == {"of no relationship or only of its state-level frame": 1, "without an end": 1}


@pytest.mark.parametrize("beside", [{"date": None}, {"date": "[..2023-03-07]"}, {"date": "2017", "tie_id": None}])
def test_history_counts_where_nothing_later_of_its_kind_is_drawn(invented, beside):
    assert list(counted_here(invented({"date": "1981"}, beside)).rows["event_id"]) == ["e0"]


def test_history_has_no_column_beside_what_came_later(invented):
    events = invented({"date": "1981"}, {"date": "2017"})
    assert list(counted_here(events).rows["event_id"]) == ["e1"]
    assert left_out(events) == {"begun before the years of the columns": 1}


def test_only_what_began_in_the_chosen_years_has_a_column(invented):
    events = invented({"date": "2016/2018"}, {"date": "2017"}, {"date": "2018"})
    assert list(counted_here(events, years=(2017, 2017)).rows["event_id"]) == ["e1"]


def test_cancelled_and_planned_are_columns_of_their_own(invented):
    events = invented(*({"date": "2017", "status": status} for status in ("held", "planned", "cancelled", "held")))
    assert by_year(events).set_index("status")["events"].to_dict() == {"held": 2, "planned": 1, "cancelled": 1}
