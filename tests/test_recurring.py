"""Figures that recur from event to event of a programme."""

from collections import Counter

import pytest
from selections import read

from loaders.events.filters import Filters
from loaders.recurring import LEAST, figures, recurring, recurring_rows


@pytest.fixture(scope="module")
def rows(store):
    return figures(store.selection(Filters(background=True))).set_index("measure_id")


def test_a_figure_recurs_where_events_of_one_programme_have_it_often_enough(rows):
    programme = {row["event_id"]: row["programme_id"] for row in read("events") if row["programme_id"]}
    measures = [row for row in read("measures") if row["event_id"] in programme]
    often = Counter((programme[row["event_id"]], row["measure"]) for row in measures)
    assert set(rows.index) == {row["measure_id"] for row in measures if often[programme[row["event_id"]], row["measure"]] >= LEAST}


def test_the_figures_are_told_as_the_sources_have_them(rows):
    said = rows["figure"]
    assert said["duesseldorf-evening-tokyo-2017.guests"] == "more than 1\u202f000 guests"
    assert said["duesseldorf-evening-tokyo-2025.altbier"] == "about 800 litres"


def test_a_figure_is_announced_where_nobody_reports_it(rows):
    assert rows["report"].isin(["reported", "announced"]).all()
    assert rows.loc["duesseldorf-evening-tokyo-2025.guests", "report"] == "reported"
    assert rows.loc[rows["qualifier"] == "planned", "report"].eq("announced").all() and (rows["report"] == "announced").any()


def test_the_announcement_that_differs_from_the_report_stands_beside_it(rows):
    against = rows["against"]
    assert "expected" in against["duesseldorf-evening-tokyo-2017.guests"] and not against["duesseldorf-evening-tokyo-2019.guests"]


def test_the_file_has_numbers_and_sources_and_the_choices_cut_it(store):
    table = recurring_rows(store.selection()).set_index("measure_id")
    row = table.loc["duesseldorf-evening-tokyo-2025.guests"]
    assert (row["value"], row["unit"], row["qualifier"], row["date"]) == (700, "persons", "about", "2025-06-16")
    assert table["citations"].ne("").all()
    some = store.selection(Filters(sector=("trade",)))
    assert set(recurring_rows(some)["event_id"]) <= set(some.keys)
    assert not recurring(store.selection(Filters(text="nothing has this text")), 4)
