"""The overview's sentence and figures, against what was counted by hand."""

import pytest

from loaders.events.filters import Filters
from loaders.overview import first_figures, overview_headline


def test_the_headline_counts_the_rows_of_the_relationships(store):
    assert overview_headline(store.selection()) == (
        "134 events of Essen–Koriyama, Düsseldorf–Chiba and Düsseldorf–Tokyo from 1981 to 2025, each with its sources"
    )


def test_the_headline_names_no_relationship_where_background_is_shown(store):
    sentence = overview_headline(store.selection(Filters(background=True)))
    assert sentence.startswith("206 events") and " of " not in sentence


@pytest.mark.parametrize(
    ("filters", "sentence"),
    [
        (Filters(tie=("fukushima-nrw",)), "events of Fukushima–NRW from 2013 to 2026, each with its sources"),
        (Filters(tie=("none",)), "events of no relationship"),
        (Filters(city=("essen",), text="mayor"), "events of Essen–Koriyama involving Essen shown from"),
        (Filters(text="zzz"), "No event fits this selection"),
    ],
)
def test_the_headline_says_whose_events_are_chosen(store, filters, sentence):
    assert sentence in overview_headline(store.selection(filters))


def test_each_partner_has_its_population_with_its_day_or_none_at_all(store):
    table = first_figures(store.selection()).set_index("city_id")
    assert list(table.index[:2]) == ["essen", "koriyama"]
    assert table.loc["essen", ["value", "as_of"]].to_list() == [593489, "2022-12-31"]
    assert table.loc["koriyama", ["value", "as_of"]].to_list() == [323350, "2023-02-01"]
    assert table.loc["chiba-prefecture", ["value", "as_of"]].isna().all()


def test_a_filter_leaves_the_partners_of_its_ties_only(store):
    assert set(first_figures(store.selection(Filters(tie=("essen-koriyama",))))["city_id"]) == {"essen", "koriyama"}
