"""A number on the charts of the years is the number of events that a click on it lists, whatever is chosen."""

import json
import re

import drawn
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selections import TRIED, selections

from charts.grid import lane_tiles
from loaders.activity import lane_years
from loaders.events.filters import Filters
from loaders.marks import LANE, LANES, ROW, TILE, YEAR, axis, by_year, means

SELECTIONS = [*TRIED, Filters(city=("essen", "tokyo")), Filters(years=(1981, 1999)), Filters(undated=True, sector=("energy",))]


def named(figure, name):
    """The keys of what can be clicked under one name."""
    return [data[0] for trace in figure["data"] if trace.get("name") == name for data in trace["customdata"]]


def texts(figure, keys, axis=None):
    """The numbers written for these keys."""
    written = [trace["text"] for trace in figure["data"] if trace.get("mode") == "text" and trace.get("yaxis") == axis]
    return [int(re.sub(r"\D", "", text)) for text in next(found for found in written if len(found) == len(keys))]


def lane_numbers(figure):
    """The numbers beside the lanes' names."""
    plain = [re.sub("<.*?>", " ", note["text"]) for note in figure["layout"]["annotations"]]
    return [int(re.search(r"(\d+)(?: events?)? *$", text)[1]) for text in plain if re.search(r"\d+(?: events?)? *$", text)]


def hold(selection, keys, numbers, what, lanes):
    """That each number is that of its click."""
    assert len(keys) == len(numbers)
    for key, number in zip(keys, numbers, strict=True):
        assert selection.count(**means(what, key, lanes)) == number, (selection, key)


@pytest.mark.parametrize("filters", SELECTIONS, ids=str)
@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
def test_each_tile_and_each_row_of_the_grid_has_the_number_of_its_click(store, filters, narrow):
    selection = store.selection(filters)
    for lanes in LANES:
        table = lane_years(selection, lanes)
        if len(table):
            figure = lane_tiles(table, dark=False, narrow=narrow)
            tiles = named(figure, TILE)
            hold(selection, tiles, texts(figure, tiles), TILE, lanes)
            hold(selection, named(figure, LANE), lane_numbers(figure), LANE, lanes)
            assert sum(table["events"]) == sum(texts(figure, tiles))


def hold_timeline(selection, figure):
    """That each number over a column and beside a row of the timeline is that of its click."""
    columns, rows = named(figure, YEAR), named(figure, ROW)
    texts = dict(zip(columns, drawn.texts(figure, "number"), strict=True))
    written = {year: text for year, (text, _) in texts.items() if text}
    hold(selection, list(written), [int(re.sub(r"\D", "", drawn.plain(text))) for text in written.values()], YEAR, "")
    said = [int(re.search(r": (\d+) events?</b>$", card)[1]) for card in cards(figure, ROW)]
    hold(selection, rows, said, ROW, "")
    beside = {place.y: int(text) for text, place in drawn.texts(figure, "row number") if text}
    names = {place.y: drawn.plain(text) for text, place in drawn.texts(figure, "rows")}
    inline = [int(name.rpartition("  ")[2]) for name in names.values() if "  " in name]
    assert sorted([*beside.values(), *inline]) == sorted(said)


def cards(figure, name):
    """The hover cards of what can be clicked under one name."""
    return [data[1] for trace in figure["data"] if trace.get("name") == name for data in trace["customdata"]]


@pytest.mark.parametrize("filters", SELECTIONS, ids=str)
@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
def test_each_column_and_each_row_of_the_timeline_has_the_number_of_its_click(store, figure, filters, narrow):
    selection = store.selection(filters)
    for lanes in LANES if axis(selection) else ():
        drawing = figure(selection, narrow=narrow, lanes=lanes)
        hold_timeline(selection, drawing)
        assert selection.count(years=axis(selection)) == sum(selection.count(**means(YEAR, key)) for key in named(drawing, YEAR))


@given(st.data())
def test_columns_and_what_has_no_date_add_up_to_all(store, allowed, data):
    selection = store.selection(data.draw(selections(allowed)))
    numbers = by_year(selection)
    undated = len(selection) - numbers["events"].sum()
    assert undated == selection.events.rows["year"].isna().sum()
    assert (numbers["events"] == numbers[["held", "planned", "cancelled"]].sum(axis=1)).all()
    assert (numbers["held_doubtful"] <= numbers["doubtful"]).all() and (numbers["doubtful"] <= numbers["events"]).all()


def test_a_figure_can_be_sent_as_it_is(store):
    json.dumps(lane_tiles(lane_years(store.selection(), "tie"), dark=True, narrow=True))
