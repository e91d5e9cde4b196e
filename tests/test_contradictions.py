"""Where sources disagree: every word against what is shown, who is followed, and why."""

import pytest

from loaders.contradictions import contradictions


@pytest.fixture(scope="module")
def table(fact_base):
    return contradictions(fact_base).set_index("evidence_id")


def of(table, key, column):
    return table[(table["key"] == key) & (table["column"] == column)]


def test_every_word_against_what_is_shown_is_listed_with_a_reason(table, fact_base):
    said = fact_base.table("evidence")
    against = set(said.loc[said["stance"] == "contradicts", "evidence_id"])
    assert against < set(table.index)
    open_dates = {"medical-creation-fukushima-2014", "mizuuchi-lecture-essen-2017", "presentation-day-2021"}
    assert set(table.loc[sorted(set(table.index) - against), "key"]) == open_dates
    assert table["why"].str.len().min() > 10


def test_the_memorandum_of_the_mayors_is_followed_by_five_and_contradicted_by_one(table):
    (row,) = of(table, "essen-koriyama-mou-2017", "date").itertuples()
    assert (row.shown_text, row.said_text, row.by) == ("1 Dec 2017", "Sept 2019", "City of Essen, 11 Feb 2020")
    assert row.followed.split("; ")[1] == "City of Essen, 1 Dec 2017" and not row.corrected
    assert "Consulate-General of Japan in Düsseldorf, about Jan 2024 (says 2017)" in row.followed


def test_the_misdated_opening_is_a_correction_and_names_who_is_followed(table):
    (row,) = of(table, "fmddsc-opening", "date").itertuples()
    assert row.corrected and (row.shown_text, row.said_text) == ("7 Nov 2016", "7 Nov 2017")
    assert {"Kahoku Shimpo, 8 Nov 2016", "Fukushima Minyu, 8 Nov 2016"} <= set(row.followed.split("; "))


def test_the_reason_of_a_correction_goes_before_the_note(table):
    (row,) = of(table, "german-ambassador-welcomed", "date").itertuples()
    assert row.corrected and row.why.startswith("The label 2021 stands twice in the flattened timeline")


def test_days_between_which_it_stays_open_are_told_with_who_names_which(table):
    rows = of(table, "presentation-day-2021", "date")
    assert set(rows["shown_text"]) == {"25 or 26 Mar 2021"}
    assert set(rows["said_text"]) == {"25 Mar 2021", "26 Mar 2021"}


def test_a_document_that_contradicts_is_not_named_as_followed_for_its_mere_mention(table):
    """A title that a document misprints is not followed after the same document."""
    (row,) = of(table, "lord-mayor-essen-visits-koriyama-2022", "title").itertuples()
    assert row.by not in row.followed.split("; ")


def test_a_figure_is_written_as_a_number(table):
    (row,) = of(table, "koriyama-collaborative-core-urban-area.municipalities", "value").itertuples()
    assert (row.shown_text, row.said_text) == ("14", "16")
