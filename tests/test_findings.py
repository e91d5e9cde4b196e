"""The headline of each table, against numbers counted in the files."""

from dataclasses import replace

import pytest
from selections import read

from loaders.findings import finding
from loaders.readable import readable


@pytest.fixture(scope="module")
def said(fact_base, all_events):
    """A function that gives the headline of a table, of all rows or of those that a test of their key leaves."""

    def headline(name, keep=lambda key: True):
        whole = readable(fact_base, all_events, name)
        return finding(replace(whole, rows=whole.rows[whole.rows[whole.table.key].map(keep)]), len(whole.rows))

    return headline


def test_events_say_how_many_were_held(said):
    rows = read("events")
    held = sum(row["status"] == "held" for row in rows)
    assert said("events") == f"{len(rows)} events, {held} of them known to have been held"


def test_evidence_says_how_much_of_it_contradicts(said):
    rows = read("evidence")
    against = sum(row["stance"] == "contradicts" for row in rows)
    assert said("evidence") == f"{len(rows):,} pieces of evidence, {against} of which contradict what is shown"


def test_relationships_are_told_apart_by_what_they_are_to_this_dashboard(said):
    others = sum(row["scope"] == "other" for row in read("ties"))
    assert said("ties").endswith(f"3 the subject of this dashboard, 1 the frame around them, {others} with other partners")


def test_figures_say_how_many_have_no_date(said):
    undated = sum(not row["as_of"] for row in read("observations"))
    assert said("observations").endswith(f"{undated} of them with no date stated")


def test_a_part_is_counted_of_the_whole(said):
    essen = sum(row["tie_id"].startswith("essen-") and row["scope"] == "other" for row in read("ties"))
    total = len(read("ties"))
    assert said("ties", lambda key: key.startswith("essen-")) == (
        f"{essen + 1} of {total} relationships, 1 the subject of this dashboard, {essen} with other partners"
    )


def test_one_row_is_counted_without_a_share_and_none_is_said(said):
    assert said("cities", lambda key: key == "essen") == f"1 of {len(read('cities'))} cities"
    assert said("cities", lambda key: False) == f"0 of {len(read('cities'))} cities"
