"""A brush across a chart of years, and what a click on one means: read from pixels and from plotly's selection."""

import json

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as some

from charts.brush import brushable, brushed_years
from charts.history import history_strip
from charts.lanes import NARROW_PX, WIDE_PX
from charts.scale import linear
from loaders.marks import history, marks
from pages.parts.drawn import meant

SCALE = linear(2015, 2020, 1000.0)  # 200 pixels a year


@pytest.mark.parametrize(
    ("left", "right", "years"),
    [
        (400, 600, (2017, 2017)),
        (390, 610, (2017, 2017)),  # a hand stops a little beyond
        (340, 660, (2016, 2018)),
        (420, 430, (2017, 2017)),  # a narrow brush means the year in its middle
        (599, 601, (2018, 2018)),
        (610, 390, (2017, 2017)),  # from right to left
        (-132, 90, (2015, 2015)),  # from the lanes' names
        (900, 1500, (2019, 2019)),
    ],
)
def test_a_brush_means_the_years_that_it_covers(left, right, years):
    assert brushed_years(SCALE.pieces, left, right) == years


@given(some.integers(2015, 2019), some.integers(2015, 2019), some.floats(0, 30), some.floats(0, 30))
def test_a_brush_from_year_to_year_means_them_and_all_between_however_steady_the_hand(one, other, before, after):
    first, last = sorted((one, other))
    left, right = SCALE(first) - before, SCALE(last + 1) + after
    assert brushed_years(SCALE.pieces, left, right) == (first, last)


@pytest.mark.parametrize("narrow", [False, True])
def test_the_strip_of_history_is_brushed_on_its_own_scale(all_events, sector_names, narrow):
    figure = history_strip(marks(history(all_events), lanes="sector", names=sector_names), dark=False, narrow=narrow)
    pieces, width = figure["layout"]["meta"], NARROW_PX if narrow else WIDE_PX
    assert brushed_years(pieces, 0, width) == (200, 1999)
    assert brushed_years(pieces, pieces[1][2], pieces[1][3]) == (1600, 1899)


def test_a_scale_leads_back_from_pixels_to_years():
    assert [float(SCALE.years_at(SCALE(year))) for year in (2015, 2017.5, 2020)] == [2015, 2017.5, 2020]


def test_what_is_brushed_counts_before_what_lies_under_the_brush():
    under = {"customdata": ["frea-opening", "card"]}
    selection = {"points": [under], "box": [{"xref": "x", "yref": "y", "x": [390.0, 610.0], "y": [0.0, 99.0]}]}
    assert meant(selection, SCALE.pieces) == ("years", (2017, 2017))
    assert meant({"points": [under], "box": []}, SCALE.pieces) == ("", "frea-opening")


def test_a_click_means_a_card_a_year_a_lane_or_nothing():
    assert meant({"points": [{"customdata": ["2019", "card", "year"]}]}) == ("year", "2019")
    assert meant({"points": [{"customdata": ["energy", "card", "lane"]}]}) == ("lane", "energy")
    assert meant({"points": [{"x": 1}]}) == meant({"points": [], "box": []}) == ("", "")


def test_a_brushable_figure_is_drawn_as_it_was_and_only_its_dragging_changes(all_events, figure):
    plain = figure(all_events)
    before = json.dumps(plain, default=str)
    drawn = brushable(plain)
    assert json.dumps(plain, default=str) == before
    assert drawn["data"] == plain["data"]
    assert {name: value for name, value in drawn["layout"].items() if plain["layout"].get(name) != value} == {
        "dragmode": "brush",
        "selectdirection": "h",
        "template": {"layout": {"dragmode": "select"}},
    }
    go.Figure({**drawn, "layout": {**drawn["layout"], "dragmode": "select"}})  # but for that one word plotly's own check passes
