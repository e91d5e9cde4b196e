"""Activity by lane and year, the grid that draws it, and doubts, against what was counted by hand."""

import pytest

from charts.grid import NAME_PX, NARROW_PX, WIDE_PX, lane_tiles
from charts.look import LIGHT, SMALL_SIZE_PX, text_width
from loaders.activity import lane_years
from loaders.events.filters import Filters
from loaders.marks import by_year


def test_sectors_add_up_to_what_the_columns_by_year_show(store):
    for filters in (Filters(), Filters(tie=("essen-koriyama",)), Filters(years=(2017, 2020), sector=("energy", "trade"))):
        selection = store.selection(filters)
        table, years = lane_years(selection, "sector"), by_year(selection)
        for name in ("events", "held", "doubtful"):
            assert table[name].sum() == years[name].sum()
        assert table["events"].sum() > 0


def test_a_row_counts_what_has_no_date_too(store):
    selection = store.selection(Filters(background=True))
    rows = lane_years(selection, "sector").drop_duplicates("code").set_index("code")["total"]
    assert rows.to_dict() == {code: number for code, number in selection.counts("sector").items() if code in rows.index}
    assert rows.sum() > lane_years(selection, "sector")["events"].sum()


def test_background_stands_in_no_tile_until_it_is_asked_for(store):
    """The heritage of the cities belongs to no relationship."""
    assert "heritage" not in set(lane_years(store.selection(), "sector")["code"])
    assert "heritage" in set(lane_years(store.selection(Filters(background=True)), "sector")["code"])


def test_the_opening_that_the_deck_misdates_is_background_and_the_memorandum_is_in_doubt(store):
    rows = store.selection().events.rows
    disagree = set(rows.loc[rows["disputed"], "event_id"])
    assert "essen-koriyama-mou-2017" in disagree and "fmddsc-opening" not in disagree


def test_a_copy_is_no_second_witness(store):
    """Several documents have one city's words on the delegation to Chiba of 2025, and on Essen's delegation of 2017."""
    rows = store.selection().events.rows
    alone = set(rows.loc[rows["witnesses"].astype("str") == "1", "event_id"])
    single = set(rows.loc[rows["sources"] == 1, "event_id"])
    assert single < alone
    assert {"duesseldorf-delegation-chiba-2025", "essen-delegation-japan-2017"} <= alone - single
    assert not {"essen-koriyama-mou-2017", "students-visit-essen-2024"} & alone


def drawn(selection, narrow):
    figure = lane_tiles(lane_years(selection, "sector"), dark=False, narrow=narrow)
    (tiles,) = [trace["customdata"] for trace in figure["data"] if trace.get("name") == "tile"]
    return figure, [key for key, _, _ in tiles]


@pytest.mark.parametrize(("narrow", "years"), [(False, None), (True, None), (True, (2018, 2023))])
def test_every_number_of_the_grid_is_drawn_once_and_within_its_tile(store, narrow, years):
    figure, keys = drawn(store.selection(Filters(years=years)), narrow)
    texts = next(trace["text"] for trace in figure["data"] if trace.get("mode") == "text" and len(trace["text"]) == len(keys))
    first = [int(key.split(" ")[1]) for key in keys]
    step = max(int(key.split(" ")[2]) - int(key.split(" ")[1]) + 1 for key in keys)
    pitch = (NARROW_PX if narrow else WIDE_PX - NAME_PX) / (max(first) // step - min(first) // step + 1)
    assert all(text_width(text, size=SMALL_SIZE_PX) < pitch for text in texts)
    assert len(set(keys)) == len(keys)


def test_where_a_year_has_no_room_a_tile_stands_for_several_and_none_reaches_beyond_the_years_that_are_shown(store):
    _, keys = drawn(store.selection(Filters(years=(1981, 2025))), True)
    spans = [tuple(map(int, key.split(" ")[1:])) for key in keys]
    assert max(last - first for first, last in spans) > 0
    years = store.selection(Filters(years=(1981, 2025))).by("year")
    assert min(first for first, _ in spans) == min(years) and max(last for _, last in spans) <= 2025
    assert all(first == last for first, last in (tuple(map(int, key.split(" ")[1:])) for key in drawn(store.selection(), False)[1]))


def test_a_tile_of_which_a_part_was_not_held_is_filled_and_outlined_and_one_of_which_nothing_was_is_outlined_only(store):
    figure, _ = drawn(store.selection(), False)
    table = lane_years(store.selection(), "sector")
    tiles = next(trace["marker"] for trace in figure["data"] if trace["type"] == "bar" and trace.get("hoverinfo") == "skip")
    outlined = [colour for colour, width in zip(tiles["color"], tiles["line"]["width"], strict=True) if width]
    assert len(outlined) == (table["events"] > table["held"]).sum()
    assert outlined.count(LIGHT.paper) == (table["held"] == 0).sum() < len(outlined)


def test_what_may_lie_in_another_year_is_hatched_by_its_share_of_the_tile(invented_store):
    store = invented_store({"date": "2017"}, {"date": "[2017-12..2018-01]"}, {"date": "2018"}, {"date": "2018", "status": "planned"})
    figure, keys = drawn(store.selection(), False)
    whole, hatched = [trace for trace in figure["data"] if trace["type"] == "bar" and trace.get("hoverinfo") == "skip"]
    assert keys == ["energy 2017 2017", "energy 2018 2018"]
    assert hatched["x"] == [whole["x"][0] / 2] and hatched["marker"]["pattern"]["shape"] == "/"
    assert hatched["base"][0] + hatched["x"][0] == pytest.approx(whole["base"][0] + whole["x"][0])
