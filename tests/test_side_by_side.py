"""Which figure stands for a place, against figures checked by hand, and what holds of every choice."""

import csv
from itertools import combinations
from pathlib import Path

import pytest

from charts.multiples import Mark, Panel, multiples
from charts.rivals import Rival, rivals
from loaders.conflicts import STEADY
from loaders.figure_words import brief_value, when_text
from loaders.side_by_side import blocks, common_years, disagreements, figures_shown, indicators_known, places_compared
from loaders.story.figures import side_headline

with (Path(__file__).parent / "expected" / "common_year.csv").open(encoding="utf-8", newline="") as file:
    BY_HAND = list(csv.DictReader(file))


def block_of(selection, indicator):
    (found,) = [block for block in blocks(selection) if block.indicator == indicator]
    return found


def test_the_common_year_is_2020_and_its_figures_are_those_checked_by_hand(store):
    whole = store.selection()
    assert common_years(whole)[0] == "2020"
    leading = [block for block in blocks(whole) if block.leads]
    assert {row["indicator"] for row in BY_HAND} == {block.indicator for block in leading}
    for row in BY_HAND:
        (found,) = [some for some in block_of(whole, row["indicator"]).figures if some.city_id == row["city_id"]]
        assert (found.value, found.as_of) == (float(row["value"]), row["as_of"])


def test_the_ordered_indicators_are_shown_in_their_order_with_a_place_for_each_member(store, fact_base):
    whole = store.selection()
    table = fact_base.table("indicators").dropna(subset="order").sort_values("order")
    for leads in (True, False):
        shown = [block.indicator for block in blocks(whole) if block.leads == leads]
        assert shown == [key for key in table["indicator_id"] if key in shown]
    assert {block.indicator for block in blocks(whole)} == set(table["indicator_id"])
    places = list(places_compared(whole)["city_id"])
    for block in blocks(whole):
        assert [row.city_id for row in block.figures] == [place for place, row in zip(places, block.rows, strict=True) if row is not None]


def test_whatever_is_chosen_each_figure_is_of_its_indicator_and_of_the_year_or_said_to_be_of_another(store):
    for year in common_years(store.selection())[::4]:
        for place in ("", "essen,koriyama", "tokyo"):
            chosen = store.selection(choices={name: value for name, value in {"year": year, "place": place}.items() if value})
            for block in blocks(chosen):
                assert {row.indicator_id for row in block.figures} == {block.indicator}
                assert block.year or not block.leads
                kept = [row for row in block.figures if row.observation_id not in block.aside]
                assert not block.year or all(int(row.x) == block.year for row in kept)
            keys = figures_shown(chosen)["observation_id"]
            assert keys.is_unique and {row.observation_id for block in blocks(chosen) for row in block.figures} <= set(keys)


def test_of_what_no_year_changes_that_figure_is_drawn_of_which_it_is_said_that_we_follow_it(store):
    for indicator in STEADY:
        chosen = store.selection(choices={"indicator": indicator})
        drawn = {row.observation_id for block in blocks(chosen) for row in block.figures}
        for conflict in disagreements(chosen):
            assert not conflict.preferred or conflict.rows[0].observation_id in drawn


def test_figures_that_disagree_are_of_the_places_and_indicators_that_are_shown(store):
    for choices in ({}, {"indicator": "population"}, {"place": "duesseldorf"}):
        chosen = store.selection(choices=choices)
        places = set(places_compared(chosen)["city_id"])
        found = [row for conflict in disagreements(chosen) for row in conflict.rows]
        assert found and {row.city_id for row in found} <= places
    every = [conflict for conflict in store.conflicts() if conflict.rows[0].indicator_id == "population" and conflict.rows[0].principal]
    assert len(disagreements(store.selection(choices={"indicator": "population"}))) == len(every)


@pytest.mark.parametrize(
    ("key", "largest", "value", "when"),
    [
        ("essen.inkar-unemployment-rate.2020", None, "11.0", "2020"),
        ("koriyama.japan-census-share-foreign.2020-10-01", 20.69, "0.8", "2020"),
        ("tokyo.prefecture-gdp-per-head.2021-04-2022-03", None, "8\u202f114\u202f626", "2021/22"),
        ("essen.essen-bredeney-temperature-normal.1991-2020", None, "about 10.6", "1991–2020"),
        ("essen.deck-population-undated", None, "592\u202f000", "no date"),
    ],
)
def test_a_figure_in_few_words(store, key, largest, value, when):
    figures = store.figures()
    (row,) = figures[figures["observation_id"] == key].itertuples()
    assert (brief_value(row, largest), when_text(row)) == (value, when)


def panel(*values):
    marks = [None if value is None else Mark(str(at), value, f"{value:g}", "", "") for at, value in enumerate(values)]
    return multiples([("", [Panel("A", "", "", marks)])], [*"abcde"][: len(values)], missing="none", over_time="", dark=False, narrow=False)


def marks_of(figure):
    (trace,) = [trace for trace in figure["data"] if trace.get("mode") == "markers"]
    return list(zip(trace["marker"]["symbol"], trace["x"], strict=True))


def test_what_is_six_times_the_next_lies_beyond_the_scale_where_most_do_not():
    assert [symbol for symbol, _ in marks_of(panel(5, 3, 6, 62, 140))] == ["circle"] * 3 + ["triangle-right"] * 2
    assert {symbol for symbol, _ in marks_of(panel(17, 0.8, 20, 2, 3))} == {symbol for symbol, _ in marks_of(panel(0.8, 17))} == {"circle"}
    assert len(marks_of(panel(1, None, 2))) == 2 and marks_of(panel(None, None)) == []


def test_what_has_another_unit_has_words_and_no_mark():
    marks = [Mark("a", 5.0, "5", "", ""), Mark("b", None, "7 JPY", "", "", computed=True), Mark("c", None, "9 JPY", "", "")]
    figure = multiples([("", [Panel("A", "EUR", "", marks)])], [*"abc"], missing="none", over_time="", dark=False, narrow=False)
    assert [symbol for symbol, _ in marks_of(figure)] == ["circle"]
    assert {"<b>7 JPY</b>", "<b>9 JPY</b>"} <= {text for trace in figure["data"] for text in trace.get("text", ())}


def test_marks_lie_in_the_order_and_the_proportion_of_their_values():
    places = dict(zip("abc", [x for _, x in marks_of(panel(0, 5, 10))], strict=True))
    assert places["b"] - places["a"] == pytest.approx((places["c"] - places["a"]) / 2, abs=0.2)


@pytest.mark.parametrize("narrow", [False, True])
def test_of_figures_that_disagree_the_shown_one_is_filled_and_the_row_is_as_long_as_they_lie_apart(narrow):
    rows = [(name, [Rival("1", 100.0, "100", "", True), Rival("2", other, "x", "", False)]) for name, other in (("a", 120.0), ("b", 110.0))]
    figure = rivals(rows, dark=False, narrow=narrow)
    (dots,) = [trace for trace in figure["data"] if trace.get("mode") == "markers"]
    assert dots["marker"]["color"][::2] == ["#8C1A3C"] * 2 and dots["marker"]["color"][1] == "#FFFFFF"
    long, short = dots["x"][1] - dots["x"][0], dots["x"][3] - dots["x"][2]
    assert long > short > 0


def test_every_indicator_with_figures_can_be_chosen_and_shows_some(store):
    for indicator in indicators_known(store)["indicator_id"][::8]:
        chosen = store.selection(choices={"indicator": indicator})
        assert all(block.indicator == indicator for block in blocks(chosen))


FRACTIONS = {"three quarters": 75, "two thirds": 200 / 3, "half": 50, "a third": 100 / 3, "a quarter": 25, "a fifth": 20, "a tenth": 10}


def test_a_headline_of_fractions_is_true_of_the_places_that_it_names(store):
    known, told = list(places_compared(store.selection())["city_id"]), 0
    for number in (2, 3, 5):
        for places in combinations(known, number):
            for year in ("2020", "2024"):
                chosen = store.selection(choices={"place": ",".join(places), "year": year})
                title = side_headline(chosen).title
                assert title
                if ": more than " not in title:
                    continue
                name, _, rest = title.partition(": more than ")
                above, below = rest.split(", less than ")
                values = {row.city: row.value for block in blocks(chosen) if block.name == name for row in block.figures}
                for words, side in ((above, 1), (below, -1)):
                    fraction, place = next(
                        (part, words.removeprefix(f"{part} in ")) for part in FRACTIONS if words.startswith(f"{part} in ")
                    )
                    assert side * (values[place] - FRACTIONS[fraction]) > 0
                    assert values[place] == (max if side > 0 else min)(values.values())
                told += 1
    assert told > 5


def test_a_figure_with_a_note_of_its_own_leads_no_headline(store):
    assert "more than" not in side_headline(store.selection(choices={"indicator": "share-foreign"})).title


def test_a_place_with_any_figure_of_an_indicator_is_never_said_to_have_none(store):
    figures = store.figures()
    for choices in ({}, {"indicator": "gdp"}, {"year": "2015"}):
        chosen = store.selection(choices=choices)
        places = set(places_compared(chosen)["city_id"])
        for block in blocks(chosen):
            assert {row.city_id for row in block.figures} == places & set(
                figures.loc[figures["indicator_id"] == block.indicator, "city_id"]
            )


def test_figures_of_two_units_or_of_two_years_make_no_headline_of_highest_and_lowest(store):
    assert ": from " not in side_headline(store.selection(choices={"indicator": "gdp"})).title
