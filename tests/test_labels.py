"""What events and organisations are called: titles that say what happened, and short labels where a title has no room."""

import re

import pandas as pd
import pytest

from charts.bricks import Lane, brick_wall
from loaders.bricks import bricks

LONGEST_LABEL, LONGEST_TITLE, MOST_LANDMARKS = 24, 70, 14


def test_a_title_has_at_most_70_characters(all_events):
    titles = all_events.rows["title"]
    assert titles[titles.str.len() > LONGEST_TITLE].tolist() == []


def test_a_title_does_not_repeat_a_year_of_its_date(all_events):
    dated = zip(all_events.rows["date"].fillna(""), all_events.rows["title"], strict=True)
    assert [title for date, title in dated if any(year in title for year in re.findall(r"\d{4}", date))] == []


def test_a_landmark_and_no_other_event_has_a_label_of_at_most_24_characters(all_events):
    rows = all_events.rows
    assert rows.loc[rows["landmark"].notna(), "short"].str.len().between(1, LONGEST_LABEL).all()
    assert (rows["landmark"].notna() == (rows["short"].fillna("") != "")).all()


def test_a_label_names_one_event(all_events):
    labels = all_events.rows["short"].replace("", pd.NA).dropna()
    assert labels[labels.duplicated()].tolist() == []


def test_every_relationship_of_the_subject_has_landmarks_but_not_many(fact_base, all_events):
    ties = fact_base.table("ties")
    numbers = all_events.rows.loc[all_events.rows["landmark"].notna(), "tie_id"].value_counts()
    numbers = numbers.reindex(ties.loc[ties["scope"] == "subject", "tie_id"], fill_value=0)
    assert len(numbers) == 3
    assert numbers.between(1, MOST_LANDMARKS).all()


def test_a_landmark_that_is_an_agreement_is_one(all_events):
    agreed = all_events.rows[all_events.rows["landmark"] == "agreement"]
    assert len(agreed) > 10
    assert set(agreed["kind"]) == {"agreement"}


@pytest.mark.parametrize(
    ("event", "landmark", "label"),
    [
        ("essen-koriyama-mou-2017", "agreement", "Memorandum"),
        ("essen-koriyama-pairing-agreement-2018", "agreement", "IUC pairing"),
        ("essen-koriyama-iurc-agreement-2022", "agreement", "Hydrogen agreement"),
        ("duesseldorf-chiba-joint-statement-2005", "agreement", "Joint statement"),
        ("erwin-chiba-talk-2004", "beginning", "First talks with Chiba"),
        ("duesseldorf-evening-tokyo-2019", "largest", "Largest Evening"),
        ("students-visit-essen-2022", "first visit", "Koriyama pupils in Essen"),
    ],
)
def test_a_landmark_says_why_it_stands_out_and_has_a_label(all_events, event, landmark, label):
    row = all_events.rows.set_index("event_id").loc[event]
    assert (row["landmark"], row["short"]) == (landmark, label)


def test_the_largest_of_a_series_has_the_most_guests_on_record(fact_base, all_events):
    rows, measures = all_events.rows, fact_base.table("measures")
    guests = measures[measures["measure"] == "guests"].set_index("event_id")["value"]
    largest = rows[rows["landmark"] == "largest"]
    assert len(largest) > 0
    for row in largest.itertuples():
        series = rows.loc[rows["programme_id"] == row.programme_id, "event_id"]
        assert guests[guests.index.isin(series)].idxmax() == row.event_id


def test_a_long_name_has_a_short_one_where_the_organisation_took_part_in_an_event(fact_base):
    table = fact_base.table("organisations")
    took_part = table["organisation_id"].isin(fact_base.table("participants")["organisation_id"])
    assert (table["short"].notna() == (took_part & (table["name"].str.len() > LONGEST_LABEL))).all()
    assert (table["short"].dropna().str.len() <= LONGEST_LABEL).all()


def test_a_short_name_means_one_organisation(fact_base):
    table = fact_base.table("organisations")
    names = table["short"].fillna(table["name"])
    assert names[names.duplicated()].tolist() == []


def test_the_rows_of_events_have_a_label_and_whether_it_is_an_agreement(fact_base, all_events):
    rows, known = all_events.rows, fact_base.table("events").set_index("event_id")
    landmarks = known["landmark"].reindex(rows["event_id"]).fillna("").to_numpy()
    assert (rows["short"] == known["short"].reindex(rows["event_id"]).fillna("").to_numpy()).all()
    assert rows["bold"].tolist() == (landmarks == "agreement").tolist()


def test_the_overview_labels_agreements_first(store):
    wall = brick_wall(
        bricks(store.selection()),
        [Lane("essen-koriyama", "Essen–Koriyama", 0)],
        [(str(year), (year, year)) for year in range(1981, 2027)],
        dark=False,
        narrow=False,
    )
    labels = [note["text"].split(",")[0] for note in wall["layout"]["annotations"]]
    assert labels == ["IUC pairing", "Cooperation renewed", "Hydrogen agreement"]
