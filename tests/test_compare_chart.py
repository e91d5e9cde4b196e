"""The comparison's drawings: both sides on one scale, every number drawn once."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.compare import paired, side_colours
from charts.compare_years import year_panels

PAIRED = pd.DataFrame(
    [
        ("energy", "Energy", "A", 12, 2),
        ("energy", "Energy", "B", 0, 0),
        ("culture", "Culture", "A", 3, 0),
        ("culture", "Culture", "B", 10, 1),
    ],
    columns=["code", "name", "letter", "held", "others"],
)
YEARS = pd.DataFrame(
    [
        ("A", 2017, 2017, 5, 1, 0, 1, 1, 2, 0, 6),
        ("A", 2019, 2019, 2, 0, 0, 0, 0, 2, 0, 2),
        ("B", 2018, 2018, 13, 0, 0, 0, 0, 2, 0, 13),
    ],
    columns=["letter", "year", "place", "held", "planned", "cancelled", "doubtful", "held_doubtful", "alone", "secondary", "events"],
)
NAMES = {"A": "Essen–Koriyama", "B": "Düsseldorf–Chiba"}


def panels(table=YEARS, **others):
    given = {"places": (2017, 2019), "firsts": {"A": 0, "B": 0}, "lasts": {"A": 2019, "B": 2019}, "dark": False, "narrow": False}
    return year_panels(table, NAMES, **{**given, **others})


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("dark", [False, True])
def test_both_panels_have_the_same_ranges_and_the_same_height(dark, narrow):
    layout = panels(dark=dark, narrow=narrow)["layout"]
    assert layout["xaxis"]["range"] == layout["xaxis2"]["range"]
    assert layout["yaxis"]["range"] == layout["yaxis2"]["range"]
    heights = [round(layout[name]["domain"][1] - layout[name]["domain"][0], 6) for name in ("yaxis", "yaxis2")]
    assert heights[0] == heights[1]
    assert layout["yaxis"]["range"][1] >= 13


def test_a_period_names_no_year_behind_its_end():
    table = YEARS.assign(place=[1, 3, 1])
    layout = panels(table, places=(1, 3), firsts={"A": 2016, "B": 2017}, lasts={"A": 3, "B": 1})["layout"]
    assert layout["xaxis"]["ticktext"] == ["2017", "2018", "2019"]
    assert layout["xaxis2"]["ticktext"] == ["2018"]
    assert layout["xaxis"]["range"] == layout["xaxis2"]["range"]


def test_a_bar_twice_as_long_is_twice_as_many_whichever_side_it_is_of():
    figure = paired(PAIRED, dark=False)
    held, others, *_ = figure["data"]
    assert held["x"] == [12, 0, 3, 10] and others["x"] == [2, 0, 0, 1] and others["base"] == [12, 0, 3, 10]
    assert figure["layout"]["xaxis"]["range"][0] == 0 and figure["layout"]["xaxis"]["range"][1] > 14
    assert set(held["marker"]["color"]) == set(side_colours(dark=False).values())


def test_every_number_is_of_all_of_its_bar():
    figure = paired(PAIRED, dark=False)
    texts = next(trace["text"] for trace in figure["data"] if trace.get("mode") == "text")
    assert [text.strip() for text in texts] == ["14", "0", "3", "11"]


def test_a_click_says_the_side_and_what_the_bar_is_of_and_nothing_can_be_clicked_where_there_is_none():
    keys = [(key, what) for key, _, what in paired(PAIRED, dark=False)["data"][-1]["customdata"]]
    assert keys == [("A|energy", "bar"), ("A|culture", "bar"), ("B|culture", "bar")]
    columns = [(key, what) for trace in panels()["data"] if trace.get("customdata") for key, _, what in trace["customdata"]]
    assert columns == [("A|2017", "year"), ("A|2019", "year"), ("B|2018", "year")]


def test_a_column_is_as_high_as_its_number_and_what_is_in_doubt_is_hatched_in_it():
    data = panels()["data"]
    columns = [trace for trace in data if trace["type"] == "bar" and "customdata" not in trace and trace["xaxis"] == "x"]
    of_2017 = [
        (base, y, "pattern" in trace["marker"])
        for trace in columns
        for x, y, base in zip(trace["x"], trace["y"], trace["base"], strict=True)
        if x == 2017
    ]
    assert of_2017 == [(0, 4, False), (4, 1, True), (5, 1, False)]
    assert [text for trace in data if trace["type"] == "scatter" for text in trace["text"]] == ["6", "2", "13"]


@pytest.mark.parametrize("figure", [paired(PAIRED, dark=True), paired(PAIRED.iloc[:0], dark=False), panels(), panels(YEARS.iloc[:0])])
def test_the_figures_are_sound_also_without_a_row(figure):
    go.Figure(figure)


def test_a_name_with_markup_of_its_own_is_drawn_as_it_is_written():
    figure = paired(PAIRED.assign(name="<b>x</b>"), dark=False)
    assert all("<b>x" not in note["text"] for note in figure["layout"]["annotations"])


def test_the_tables_are_not_changed():
    before = PAIRED.copy(), YEARS.copy()
    paired(PAIRED, dark=False)
    panels()
    pd.testing.assert_frame_equal(PAIRED, before[0])
    pd.testing.assert_frame_equal(YEARS, before[1])
