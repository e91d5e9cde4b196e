"""Bands behind the timeline: where they stand, how they fade, and labels that do not lie on each other."""

import copy

import pandas as pd
import pytest

from charts.eras import ROW_PX, SMALLER, behind
from charts.lanes import NARROW_PX, WIDE_PX
from charts.look import SMALL_SIZE_PX, text_width
from charts.scale import linear
from loaders.eras import eras, eras_within

YEARS = (2004, 2026)


@pytest.fixture(scope="module")
def table(fact_base):
    return eras(fact_base)


@pytest.fixture(scope="module", params=[False, True], ids=["wide", "narrow"])
def drawn(request, figure, all_events, table):
    """The chart without and with the bands, and its scale."""
    plain = figure(all_events, years=YEARS, narrow=request.param)
    kept = copy.deepcopy(plain)
    found = behind(plain, table, years=YEARS, dark=False, narrow=request.param)
    assert plain == kept, "the figure that was given is not changed"
    return plain, found, linear(YEARS[0], YEARS[1] + 1, NARROW_PX if request.param else WIDE_PX)


def bands(figure):
    return [shape for shape in figure["layout"]["shapes"] if shape["type"] == "rect" and shape["yref"] == "paper"]


def test_bands_stand_behind_everything_and_the_plot_keeps_its_size(drawn):
    plain, found, _ = drawn
    assert bands(found) and all(shape["layer"] == "below" for shape in bands(found))
    inner = [each["layout"]["height"] - each["layout"]["margin"]["t"] - each["layout"]["margin"]["b"] for each in (plain, found)]
    assert inner[0] == inner[1]
    assert found["data"] == plain["data"]


def test_a_band_reaches_from_its_first_to_its_last_possible_day_and_no_further(drawn, table):
    _, found, scale = drawn
    left, right = (float(scale(table.set_index("era")[column]["pandemic"])) for column in ("x0", "x3"))
    inside = [shape for shape in bands(found) if shape["x0"] >= left - 0.02 and shape["x1"] <= right + 0.02]
    assert min(shape["x0"] for shape in inside) == pytest.approx(left, abs=0.02)
    assert max(shape["x1"] for shape in inside) == pytest.approx(right, abs=0.02)
    edges = [float(scale(value)) for column in ("x0", "x3") for value in table[column]]
    assert all(min(edges) - 0.02 <= shape["x0"] and shape["x1"] <= max(edges) + 0.02 for shape in bands(found))


def test_no_band_whose_period_no_source_states_has_a_hard_edge(drawn, table):
    _, found, scale = drawn
    for era in table[~table["stated"]].itertuples():
        for edge, side in ((era.x0, "x0"), (era.x3, "x1")):
            at = [shape for shape in bands(found) if shape[side] == pytest.approx(float(scale(edge)), abs=0.02)]
            assert at and min(shape["opacity"] for shape in at) < 0.02, (era.label, side)


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
@pytest.mark.parametrize("years", [YEARS, (2018, 2025), (2019, 2021), (2010, 2013), (2021, 2021), (2000, 2026)], ids=str)
def test_labels_name_every_band_within_the_chart_and_neither_they_nor_their_rules_lie_on_each_other(
    figure, all_events, table, years, narrow
):
    within = eras_within(table, years)
    found = behind(figure(all_events, years=years, narrow=narrow), within, years=years, dark=False, narrow=narrow)["layout"]
    notes = [note for note in found["annotations"] if note["text"] in set(within["label"])]
    rules = [shape for shape in found["shapes"] if shape.get("ysizemode") == "pixel"]
    assert len(notes) == len(rules) == len(within)
    boxes = [_box(note, rule, SMALLER[narrow]) for note, rule in zip(notes, rules, strict=True)]
    for at, (row, left, right) in enumerate(boxes):
        assert left >= 0 and right <= (NARROW_PX if narrow else WIDE_PX) + 1
        assert all(row != other or right <= start or end <= left for other, start, end in boxes[:at])


def _box(note, rule, wider):
    """The row, left and right of a label with the rule beneath it, where letters are `wider` than the chart as drawn."""
    assert note["yshift"] // ROW_PX == rule["y0"] // ROW_PX
    end = note["x"] + text_width(note["text"], size=SMALL_SIZE_PX) * wider
    return note["yshift"] // ROW_PX, min(note["x"], rule["x0"]), max(end, rule["x1"])


def test_without_eras_there_is_no_band_and_no_strip(figure, all_events, table):
    plain = figure(all_events, years=YEARS)
    assert behind(plain, table.iloc[:0], years=YEARS, dark=True, narrow=False) == plain


def test_a_label_from_the_data_is_no_markup(figure, all_events, table):
    odd = pd.concat([table.iloc[:1]]).assign(label="<b>x</b>")
    found = behind(figure(all_events, years=YEARS), odd, years=YEARS, dark=False, narrow=False)
    assert "&lt;b&gt;x&lt;/b&gt;" in [note["text"] for note in found["layout"]["annotations"]]
