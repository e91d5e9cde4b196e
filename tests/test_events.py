"""Events as a reader meets them: names for keys, one year or none, who disagrees, and no write into what all share."""

import csv
from pathlib import Path

import pandas as pd
import pytest
from selections import plain_year

from loaders.events import OUTCOME_UNKNOWN
from loaders.folding import holds_all


def test_every_event_of_the_table_is_one_row_oldest_first_and_undated_last(all_events, fact_base):
    rows = all_events.rows
    assert sorted(rows["event_id"]) == sorted(fact_base.table("events")["event_id"])
    dated = rows["start"].dropna()
    assert dated.is_monotonic_increasing
    assert rows["start"].tail(len(rows) - len(dated)).isna().all()


@pytest.mark.parametrize(
    ("date", "year"),
    [("2017-05", 2017), ("2017-12-30/2018-01-02", 2017), ("[2017..2018]", 2017), ("2020/..", 2020), ("[..2023-03-07]", 2023), (None, None)],
)
def test_an_events_year_is_that_of_its_first_possible_day_or_else_of_its_last(invented, date, year):
    (found,) = invented({"date": date}).rows["year"]
    assert found == year if year else pd.isna(found)


@pytest.mark.parametrize(("date", "unknown"), [("2020-05", True), ("2099", False), (None, False)])
def test_a_plan_whose_day_has_passed_says_that_its_outcome_is_not_known(invented, date, unknown):
    (text,) = invented({"date": date, "status": "planned"}).rows["status_text"]
    assert (text == OUTCOME_UNKNOWN) == unknown


def test_an_event_counts_each_source_that_speaks_of_it_once(all_events, fact_base):
    said = fact_base.table("evidence").query("table == 'events'")
    sources = {key: set(rows["source_id"]) for key, rows in said.groupby("key")}
    assert {row.event_id: row.sources for row in all_events.rows.itertuples()} == {key: len(found) for key, found in sources.items()}


def test_an_event_is_disputed_where_two_documents_disagree_and_nowhere_else(all_events):
    """A slide number glued to a title, a year read two ways in one flattened text and a forecast of guests are no disputes;
    a page whose headline and text give different days is one."""
    disputed = set(all_events.rows.loc[all_events.rows["disputed"], "event_id"])
    assert disputed == {
        "chiba-u14-tennis-duesseldorf-2023",
        "fukushima-nrw-medical-mou-2014",
        "fukushima-nrw-mou-2014",
        "medical-creation-fukushima-2014",
        "consulates-day-e-world-2020",
        "duesseldorf-delegation-toshiba-2025",
        "essen-koriyama-mou-2017",
        "first-japanese-company-duesseldorf-1952",
        "fmddsc-opening",
        "frea-visit-2018",
        "fukushima-nrw-seminar-koriyama-2017",
        "green-club-first-meeting",
        "hanazawa-residency-duesseldorf-2024",
        "hospitals-cooperation-2014",
        "hundred-inc-online-pitch-2020",
        "iurc-study-visit-japan-2022",
        "japan-tag-2015",
        "japan-tag-2019",
        "kirschbluetenfest-2022",
        "koriyama-collaborative-core-urban-area",
        "koriyama-delegation-essen-2018",
        "koriyama-toyota-mission-2022",
        "krupp-first-internship-koriyama",
        "mizuuchi-lecture-essen-2017",
        "nrw-fukushima-mou-2019",
        "presentation-day-2021",
        "ric-opening",
        "sauerwein-order-rising-sun",
    }


def test_an_event_of_which_a_source_states_another_year_is_not_certainly_of_its_year(all_events):
    with (Path(__file__).parent / "expected" / "other_years.csv").open(encoding="utf-8", newline="") as file:
        by_hand = {row["event_id"]: int(row["year"]) for row in csv.DictReader(file)}
    rows = all_events.rows
    contested = rows["doubtful"] & ~rows["date"].map(lambda text: plain_year(text)[1], na_action="ignore").eq(True)
    assert rows[contested].set_index("event_id")["year"].to_dict() == by_hand


def test_no_name_of_an_event_is_a_key_or_missing(all_events):
    rows = all_events.rows
    assert rows[["sector", "colour", "status_text", "date_text"]].notna().all(axis=None)
    assert rows.loc[rows["tie_id"].notna(), "tie"].notna().all()
    assert not rows[["cities", "places", "organisations", "people"]].isin(["nan", "None"]).any(axis=None)


@pytest.mark.parametrize("word", ["郡山", "Kōriyama", "デュッセルドルフ", "Tokio"])
def test_an_event_is_found_by_its_places_german_and_japanese_names(all_events, word):
    assert holds_all(all_events.rows["search"], word).any()


def test_a_choice_of_events_leaves_all_events_as_they_are(all_events):
    before = all_events.rows.copy(deep=True)
    chosen = all_events.where(all_events.rows["status"] == "planned")
    chosen.rows["title"] = "changed"
    assert all_events.rows.equals(before)


def test_sources_of_some_events_are_theirs_each_once(only, fact_base):
    said = fact_base.table("evidence").query("table == 'events' and key == 'fmddsc-opening'")
    assert sorted(only("fmddsc-opening").sources) == sorted(set(said["source_id"]))
