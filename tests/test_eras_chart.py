"""Bands behind the timeline: where they stand, how they fade, and names that do not lie on each other."""

import re
from itertools import combinations

import drawn
import pandas as pd
import pytest

from charts.drawing import tint
from charts.eras import WIDER, bands
from charts.look import LIGHT, text_width
from charts.scale import linear
from charts.timeline import screen_of
from loaders.eras import eras, eras_within

YEARS = (2004, 2026)
TOP, BOTTOM = 78.0, 600.0


@pytest.fixture(scope="module")
def table(fact_base):
    return eras(fact_base)


def drawing(table, years=YEARS, narrow=False):
    """The bands and their names as a figure, the scale, and where the names end."""
    size = screen_of(narrow)
    scale = linear(years[0], years[1] + 1, size.axis)
    behind, names, foot = bands(table, scale, LIGHT, top=TOP, bottom=BOTTOM, size=size.small)
    return {"data": [*behind, *names]}, scale, foot


def strength(bar):
    return float(re.search(r"([\d.]+)\)$", bar.marker["color"])[1])


def test_bands_are_the_first_that_is_drawn_and_reach_over_all_rows(store, figure, table):
    found = figure(store.selection(), eras=table)
    assert found["data"][0]["name"] == "era"
    assert {(bar.top, bar.bottom) for bar in drawn.bars(drawing(table)[0], "era")} == {(TOP, BOTTOM)}


def test_a_band_reaches_from_its_first_to_its_last_possible_day_and_no_further(table):
    found, scale, _ = drawing(table)
    for place, era in enumerate(table.itertuples()):
        (rule,) = [trace for trace in found["data"] if trace["type"] == "bar" and trace.get("name") != "era"]
        bar = drawn.rectangles(rule)[place]
        assert (bar.left, bar.right) == pytest.approx((float(scale(era.x0)), float(scale(era.x3))), abs=1.01)
    edges = [float(scale(value)) for column in ("x0", "x3") for value in table[column]]
    pieces = drawn.bars(found, "era")
    assert min(bar.left for bar in pieces) == pytest.approx(min(edges), abs=0.11)
    assert max(bar.right for bar in pieces) == pytest.approx(max(edges), abs=0.11)


def test_no_band_whose_period_no_source_states_has_a_hard_edge(table):
    found, scale, _ = drawing(table)
    for era in table[~table["stated"]].itertuples():
        for edge, side in ((era.x0, "left"), (era.x3, "right")):
            at = [bar for bar in drawn.bars(found, "era") if getattr(bar, side) == pytest.approx(float(scale(edge)), abs=0.11)]
            assert at and min(map(strength, at)) < 0.02, (era.label, side)


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
@pytest.mark.parametrize("years", [YEARS, (2018, 2025), (2019, 2021), (2010, 2013), (2021, 2021), (2000, 2026)], ids=str)
def test_names_are_within_the_axis_and_neither_they_nor_their_rules_lie_on_each_other(table, years, narrow):
    within = eras_within(table, years)
    found, scale, foot = drawing(within, years, narrow)
    (words,), (rule,) = (
        drawn.named(found, "eras"),
        [trace for trace in found["data"] if trace["type"] == "bar" and trace.get("name") != "era"],
    )
    assert words["text"] == list(within["label"])
    size, boxes = screen_of(narrow), []
    for x, y, text, bar in zip(words["x"], words["y"], words["text"], drawn.rectangles(rule), strict=True):
        end = x + text_width(text, size=size.small) * WIDER
        assert x >= 0 and end <= scale.width + 0.1 and BOTTOM < bar.y < y < foot
        boxes.append(
            drawn.Rectangle(min(x, bar.left), max(end, bar.right), (bar.top + y + size.small / 2) / 2, y + size.small / 2 - bar.top, {})
        )
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]


def test_without_eras_there_is_no_band_and_no_room_for_names(store, figure, table):
    shown = store.selection()
    assert figure(shown, eras=table.iloc[:0]) == figure(shown)


def test_the_pointer_brings_up_the_period_and_who_says_so(table):
    (words,) = drawn.named(drawing(table)[0], "eras")
    cards = dict(zip(table["era"], words["hovertext"], strict=True))
    assert re.match(r"Pandemic<br>\d+ events known, 2020 and 2021<br>.+ more$", cards["pandemic"])
    stated, own = table.assign(stated=True), table["kind"] == "programme"
    assert "known" not in drawn.named(drawing(stated)[0], "eras")[0]["hovertext"][0]
    programmes = {tint(LIGHT.accent, round(share / 1000, 3)) for share in range(100)}
    assert {bar.marker["color"] for bar in drawn.bars(drawing(table[own])[0], "era")} <= programmes


def test_a_name_from_the_data_is_no_markup(table):
    odd = pd.concat([table.iloc[:1]]).assign(label="<b>x</b>")
    assert drawn.named(drawing(odd)[0], "eras")[0]["text"] == ["&lt;b&gt;x&lt;/b&gt;"]
