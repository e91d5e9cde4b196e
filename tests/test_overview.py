"""The overview's sentence and figures, against what was counted by hand."""

import pytest

from charts.grid import sector_years
from loaders.activity import by_sector
from loaders.events.filters import Filters, select
from loaders.overview import counts, doubts_among, first_figures, overview_headline
from pages.parts.overview_parts import of_cell


def test_the_headline_counts_what_the_relationships_held(all_events):
    assert overview_headline(all_events) == (
        "80 events held by Essen–Koriyama, Düsseldorf–Chiba and Düsseldorf–Tokyo from 2004 to 2025, each with its sources"
    )


def test_one_event_is_said_in_the_singular(only):
    found = overview_headline(only("essen-koriyama-mou-2017"))
    assert found == "1 event held by Essen–Koriyama in 2017, each with its sources"


@pytest.mark.parametrize("filters", [Filters(tie=("none",)), Filters(status=("planned",))])
def test_context_and_plans_never_enter_the_headline(all_events, filters):
    assert overview_headline(select(all_events, filters)).startswith("Nothing in this selection is known to have been held")


def test_the_frame_is_named_where_it_alone_is_chosen(all_events):
    found = overview_headline(select(all_events, Filters(tie=("fukushima-nrw",))))
    assert found == "10 events held by Fukushima–NRW from 2014 to 2026, each with its sources"


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (Filters(), "Of the 112 events of the relationships shown, those that the headline does not count included"),
        (Filters(tie=("fukushima-nrw",)), "events of the agreements around the relationships shown"),
        (Filters(tie=("none",)), "events shown, which are context"),
    ],
)
def test_doubts_are_counted_among_all_events_of_whom_the_headline_is_about(all_events, filters, said):
    assert said in doubts_among(select(all_events, filters))


def test_doubts_among_just_what_the_headline_counts_name_no_more(only):
    assert doubts_among(only("essen-koriyama-mou-2017")) == "Of the 1 event of the relationships shown"


def test_each_partner_has_its_population_with_its_day_or_none_at_all(fact_base, all_events):
    table = first_figures(fact_base, all_events).set_index("city_id")
    assert list(table.index[:2]) == ["essen", "koriyama"]
    assert table.loc["essen", ["value", "as_of"]].to_list() == [593489, "2022-12-31"]
    assert table.loc["koriyama", ["value", "as_of"]].to_list() == [323350, "2023-02-01"]
    assert table.loc["chiba-prefecture", ["value", "as_of"]].isna().all()


def test_a_filter_leaves_the_partners_of_its_ties_only(fact_base, all_events):
    shown = select(all_events, Filters(tie=("essen-koriyama",)))
    assert set(first_figures(fact_base, shown)["city_id"]) == {"essen", "koriyama"}


def test_what_is_shown_is_counted(fact_base, only):
    found = counts(fact_base, only("frea-opening"))
    assert found["events"] == 1 and found["sites"] == 1 and found["ties"] == 0


def test_a_click_on_a_tile_of_the_grid_narrows_to_its_sector_and_year(all_events):
    figure = sector_years(by_sector(all_events), years=(2004, 2025), dark=False, narrow=False)
    (hits,) = [trace for trace in figure["data"] if trace.get("name") == "cell"]
    assert {data[2] for data in hits["customdata"]} == {"cell"}
    chosen = [of_cell(data[0], all_events) for data in hits["customdata"]]
    assert {"sector": ("education",), "years": (2025, 2025)} in chosen
    for one in chosen:
        assert len(select(all_events, Filters(**one))), one
