"""The Düsseldorf Evenings as a series."""

import pytest
from charts.bars import Bar, bars
from loaders.city_words import evenings_headline
from loaders.evenings import evening_figures, evening_rows, evenings

from loaders.events.filters import Filters


@pytest.fixture(scope="module")
def rows(store):
    return evenings(store.selection()).set_index(["year", "measure"])


def test_guests_and_beer_of_each_evening_as_the_sources_have_them(rows):
    said = {key: row["figure"] for key, row in rows.iterrows()}
    assert said["2017", "guests"] == "more than 1\u202f000 guests" and said["2019", "guests"] == "more than 1\u202f200 guests"
    assert said["2025", "guests"] == "about 700 guests" and said["2025", "altbier"] == "about 800 litres of Altbier"
    assert said["1981", "guests"] == said["2022", "altbier"] == "no figure read"
    assert len(rows) == 18


def test_an_announced_figure_is_told_from_a_reported_one(store):
    basis = evening_figures(store.selection()).set_index("measure_id")["basis"]
    assert basis["duesseldorf-evening-tokyo-2019.kegs"] == basis["duesseldorf-evening-tokyo-2017.kegs"] == "announced"
    assert basis["duesseldorf-evening-tokyo-2019.altbier"] == basis["duesseldorf-evening-tokyo-2025.guests"] == "reported"


def test_the_announcement_that_differs_from_the_report_is_shown(rows):
    against = rows.loc[("2017", "guests"), "against"]
    assert "expected" in against and "1\u202f000 guests expected" in against
    assert rows.loc[("2019", "guests"), "against"] == ""


def test_the_headline_of_the_evenings_says_what_is_shown(store):
    text = evenings_headline(store.selection())
    assert text.startswith("Düsseldorf Evenings in Tokyo, 9 events on record") and "2019 (more than 1\u202f200 guests)" in text
    assert "none with a figure" in evenings_headline(store.selection(Filters(years=(1990, 2008))))
    assert evenings_headline(store.selection(Filters(tie=("essen-koriyama",)))) == "No Düsseldorf Evening fits this selection"


def test_the_download_of_the_evenings_has_numbers_and_sources(store):
    table = evening_rows(store.selection()).set_index("measure_id")
    row = table.loc["duesseldorf-evening-tokyo-2025.guests"]
    assert (row["value"], row["unit"], row["qualifier"], row["date"]) == (700, "persons", "about", "2025-06-16")
    assert table["citations"].ne("").all() and len(table) == 11


def test_the_words_above_a_bar_mean_the_evenings_year_and_the_bar_its_figure(rows):
    guests = rows.xs("guests", level="measure").reset_index()
    table = [
        Bar(row.date_text, row.figure, row.value, row.measure_id if isinstance(row.measure_id, str) else "", True, "", year=row.year)
        for row in guests.itertuples()
    ]
    drawn, years = (trace for trace in bars(table, dark=False)["data"] if trace["type"] == "bar")
    assert [(key, what) for key, _, what in years["customdata"]] == [(year, "year") for year in guests["year"]]
    assert [key for key, _ in drawn["customdata"]] == [row.key for row in table]
    for words, bar, tall, thick in zip(years["y"], drawn["y"], years["width"], drawn["width"], strict=True):
        assert words + tall / 2 <= bar - thick / 2
    assert all(below - above >= tall for above, below, tall in zip(years["y"], years["y"][1:], years["width"], strict=False))
