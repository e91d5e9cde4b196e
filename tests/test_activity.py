"""Activity by sector, beginnings and doubts, against what was counted by hand."""

import pytest

from charts.grid import NAME_PX, NARROW_PX, WIDE_PX, sector_years
from charts.look import LIGHT, SMALL_SIZE_PX, text_width
from loaders.activity import beginnings, by_sector, doubts
from loaders.events.filters import Filters, select
from loaders.marks import by_year


def test_sectors_add_up_to_what_the_columns_by_year_show(all_events):
    for filters in (Filters(), Filters(tie=("essen-koriyama",)), Filters(years=(2017, 2020), sector=("energy", "trade"))):
        shown = select(all_events, filters)
        table, years = by_sector(shown, years=filters.years), by_year(shown, years=filters.years)
        assert table["all"].sum() == years["events"].sum() > 0
        assert table["held"].sum() == years.loc[years["status"] == "held", "events"].sum()


def test_context_never_counts_among_the_relationships(all_events):
    context = all_events.rows.loc[all_events.rows["tie"].isna()]
    table = by_sector(all_events)
    assert len(context) and table["all"].sum() < (all_events.rows["tie_scope"] == "subject").sum()
    assert "Resilience" not in set(table["sector"]), "the disaster of 2011 and the flood of 2019 are context"


@pytest.mark.parametrize(
    "tie, first, latest",
    [
        ("essen-koriyama", "hospitals-cooperation-2014", "students-visit-koriyama-2025"),
        ("duesseldorf-chiba", "erwin-chiba-talk-2004", "duesseldorf-delegation-chiba-2025"),
        ("duesseldorf-tokyo", "duesseldorf-evening-tokyo-first-1981", "duesseldorf-evening-tokyo-2025"),
    ],
)
def test_each_relationship_has_its_first_and_latest_event(all_events, tie, first, latest):
    row = beginnings(all_events).set_index("tie_id").loc[tie]
    assert (row["first_id"], row["latest_id"]) == (first, latest)


def test_the_numbers_beside_the_relationships_add_up_to_the_headlines(all_events):
    assert beginnings(all_events)["counted"].sum() == by_sector(all_events)["held"].sum()


def test_a_relationship_of_which_nothing_was_held_has_no_beginning(only):
    assert beginnings(only("online-exchanges-2023")).empty


def test_the_opening_that_the_deck_misdates_is_context_and_the_memorandum_is_in_doubt(fact_base, all_events):
    disagree = set(doubts(all_events)["on which the sources disagree"]["event_id"])
    assert "essen-koriyama-mou-2017" in disagree and "fmddsc-opening" not in disagree


def test_a_copy_is_no_second_witness(all_events):
    """Three documents have the city's words on the evening of 2025; the action plan of 2018 is Koriyama's own as well."""
    alone = set(doubts(all_events)["that rest on one independent source"]["event_id"])
    single = all_events.rows.loc[(all_events.rows["sources"] == 1) & (all_events.rows["tie_scope"] == "subject"), "event_id"]
    assert set(single) < alone
    assert {"duesseldorf-evening-tokyo-2025", "koriyama-delegation-essen-2018"} <= alone - set(single)
    assert not {"essen-koriyama-mou-2017", "students-visit-essen-2024"} & alone


@pytest.mark.parametrize(("narrow", "years"), [(False, None), (True, None), (True, (2018, 2023))])
def test_every_number_of_the_grid_is_drawn_once_and_within_its_tile(all_events, narrow, years):
    table = by_sector(all_events)
    table = table[table["year"].between(*years)] if years else table
    first, last = years or (2004, 2025)
    figure = sector_years(table, years=(first, last), dark=False, narrow=narrow)
    (texts,) = [trace["text"] for trace in figure["data"] if trace["type"] == "scatter" and len(trace["text"]) == len(table)]
    both = [f"{row.held}+{row.all - row.held}" if 0 < row.held < row.all else str(row.held or row.all) for row in table.itertuples()]
    alone = [str(row.held or row.all) for row in table.itertuples()]
    assert "2+1" in both and list(texts) == (alone if narrow and not years else both)
    step = (NARROW_PX if narrow else WIDE_PX - NAME_PX) / (last - first + 1)
    assert all(text_width(text, size=SMALL_SIZE_PX) < step for text in texts)


def test_a_tile_of_which_a_part_was_not_held_is_filled_and_outlined(all_events):
    table = by_sector(all_events)
    tiles = [
        trace for trace in sector_years(table, years=(2004, 2025), dark=False, narrow=True)["data"] if trace.get("hoverinfo") == "skip"
    ]
    outlined = [
        colour for trace in tiles if trace["type"] == "bar" and trace["marker"]["line"]["width"] for colour in trace["marker"]["color"]
    ]
    assert len(outlined) == (table["all"] > table["held"]).sum()
    assert outlined.count(LIGHT.paper) == (table["held"] == 0).sum() < len(outlined)
