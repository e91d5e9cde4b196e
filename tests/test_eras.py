"""Eras behind the timeline: as wide as the events that sources put into them, no wider, and each with who says so."""

import re

import pandas as pd
import pytest
from selections import read

from loaders.citations import evidence
from loaders.eras import era_text, eras, eras_within


@pytest.fixture(scope="module")
def table(fact_base):
    return eras(fact_base).set_index("era", drop=False)


# typed from the documents: the deck (2011; May 2020; IUC in November 2017 and IURC in September 2021 by Koriyama), the release on the called-off visit (December 2020), the report on the
# Japan Days dropped in 2020 and 2021, the exchange meeting of 20 November 2019 and the study visit to 15 October 2022
PERIODS = {
    "earthquake": ("2011", 2),
    "iuc": ("Nov 2017 to 20 Nov 2019", 9),
    "pandemic": ("2020 and 2021", 5),
    "iurc": ("Sept 2021 to 15 Oct 2022", 6),
}


def test_the_eras_are_those_of_the_documents_with_their_periods(table):
    assert {era: (row["period"], row["events"]) for era, row in table.iterrows()} == PERIODS
    assert not table["stated"].any(), "no source read states a whole period"


def test_an_era_is_certain_only_between_days_that_are(table):
    pandemic, iuc = table.loc["pandemic"], table.loc["iuc"]
    assert (pandemic["x0"], pandemic["x3"]) == (2020.0, 2022.0)
    assert pandemic["x1"] == pytest.approx(2020 + 151 / 366, abs=0.004), "under way by the end of May 2020"
    assert iuc["x0"] == pytest.approx(2017 + 304 / 365) and iuc["x1"] == pytest.approx(2017 + 334 / 365, abs=0.004), (
        "some day of November 2017"
    )
    assert iuc["x3"] == pytest.approx(2019 + 324 / 365, abs=0.003), "the last event is of 20 November 2019"
    assert ((table["x0"] <= table["x1"]) & (table["x2"] <= table["x3"])).all()


def test_nothing_of_an_era_is_drawn_outside_its_events(table):
    dates = {row["event_id"]: row["date"] for row in read("events")}
    for row in read("eras"):
        years = [int(year) for year in re.findall(r"\d{4}", dates[row["event_id"]])]
        era = table.loc[row["era"]]
        assert era["x0"] <= min(years) + 1 and max(years) <= era["x3"]


def test_every_row_of_the_eras_is_cited_and_its_event_not_only_planned(fact_base):
    said, rows = evidence(fact_base), fact_base.table("eras")
    assert set(rows["era_id"]) <= set(said.loc[said["table"] == "eras", "key"])
    assert set(fact_base.table("events").set_index("event_id").loc[rows["event_id"], "status"]) <= {"held", "cancelled"}


def test_every_era_has_a_name_a_period_and_who_says_so(table):
    assert all(table[["name", "period", "publishers"]].apply(lambda column: column.str.len() > 0).all())
    pandemic = table.set_index("era").loc["pandemic"]
    assert (pandemic["events"], pandemic["period"]) == (5, "2020 and 2021") and pandemic["publishers"].endswith(" more")
    assert era_text(table).startswith(
        "Bands behind the marks: Earthquake and nuclear accident, events known 2011; IUC, events known Nov 2017 to 20 Nov 2019"
    )
    assert era_text(table.iloc[:0]) == ""


@pytest.mark.parametrize(
    ("years", "found"), [((2012, 2016), []), ((2019, 2020), ["iuc", "pandemic"]), ((2011, 2011), ["earthquake"]), ((2023, 2026), [])]
)
def test_an_axis_has_only_the_eras_that_reach_into_it(table, years, found):
    assert list(eras_within(table, years).index) == found


def test_a_stated_period_takes_the_place_of_the_events(fact_base, monkeypatch):
    programmes = fact_base.table("programmes")
    programmes.loc[programmes["programme_id"] == "iuc", "period"] = "2016-12/2020-07"
    whole = type(fact_base).table
    monkeypatch.setattr(type(fact_base), "table", lambda self, name: programmes.copy() if name == "programmes" else whole(self, name))
    row = eras(fact_base).set_index("era").loc["iuc"]
    assert (
        row["stated"]
        and row["x0"] == pytest.approx(2016 + 335 / 366, abs=0.003)
        and row["x3"] == pytest.approx(2020 + 213 / 366, abs=0.003)
    )
    assert "events known" not in era_text(pd.DataFrame([row.to_dict()]))
