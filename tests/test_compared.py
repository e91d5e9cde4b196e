"""What is drawn side by side, over the years and by computing: never two series together, every drawn value as in the data."""

import itertools

import pandas as pd
import pytest

from charts.bars import Bar, bars
from charts.dots import dots
from charts.lines import Point, lines, spread
from charts.scale import number_texts, round_ticks
from loaders.compared import compared, same_day
from loaders.computed import computed
from loaders.figures import city_figures
from loaders.over_time import over_time, unplaced_figures


@pytest.fixture(scope="module")
def figures(fact_base):
    return city_figures(fact_base)


@pytest.fixture(scope="module")
def listed(figures):
    return list(figures.itertuples(index=False))


@pytest.fixture(scope="module")
def by_indicator(figures):
    return {code: list(rows.itertuples(index=False)) for code, rows in figures.groupby("indicator_id", sort=False)}


@pytest.fixture(scope="module")
def tables(by_indicator):
    return [pd.DataFrame(table) for rows in by_indicator.values() for table in compared(rows)]


def drawing(rows):
    return [
        Bar(row.place, row.figure, row.value, row.observation_id, row.principal, row.confidence_text)
        for row in rows.itertuples(index=False)
    ]


def test_bars_stand_only_where_one_published_series_holds_for_two_cities(tables):
    assert len(tables) >= 18
    for rows in tables:
        assert rows["series_id"].nunique() == rows["unit"].nunique() == 1
        assert rows.loc[rows["principal"], "city_id"].nunique() >= 2 and rows["city_id"].is_unique
        assert not rows["derived"].any()


def test_a_series_of_one_city_and_its_wards_or_its_state_is_no_comparison(tables):
    assert not {"tmg-estimate", "japantag-japanese-companies", "toyama-students-per-1000"} & {rows["series_id"].iloc[0] for rows in tables}


def test_the_decks_populations_stand_together_each_with_its_own_day(by_indicator):
    (first,) = [rows for rows in compared(by_indicator["population"]) if rows[0].series_id == "deck-population-dated"]
    assert [(row.city, row.value, row.as_of) for row in first] == [
        ("Essen", 593489, "2022-12-31"),
        ("Koriyama", 323350, "2023-02-01"),
    ]
    assert not same_day(first)


def test_of_several_days_the_latest_that_all_places_share_is_taken(by_indicator):
    (rows,) = [rows for rows in compared(by_indicator["population"]) if rows[0].series_id == "it-nrw-population-2011"]
    assert {row.as_of for row in rows} == {"2020-06-30"} and same_day(rows)


def test_every_bar_and_dot_has_the_value_of_the_data_and_begins_or_does_not_begin_at_zero_as_said(tables):
    for rows in tables:
        bar = bars(drawing(rows), dark=False)
        assert bar["data"][0]["x"] == list(rows["value"]) and bar["layout"]["xaxis"]["range"][0] == 0
        assert [key for key, _ in bar["data"][0]["customdata"]] == list(rows["observation_id"])
        dot = dots(drawing(rows), dark=True)
        assert dot["data"][0]["x"] == list(rows["value"])
        assert dot["layout"]["xaxis"]["range"][0] <= rows["value"].min() <= rows["value"].max() <= dot["layout"]["xaxis"]["range"][1]


def charted(rows, narrow):
    points = [
        Point(row.series, row.x, row.value, row.value_text, row.observation_id, row.figure, row.confidence_text, row.preferred)
        for row in rows
    ]
    return lines(points, dark=False, narrow=narrow)


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
def test_no_line_joins_two_series_and_every_point_is_a_figure(by_indicator, figures, narrow):
    value = figures.set_index("observation_id")
    panels = [rows for some in by_indicator.values() for rows in over_time(some)]
    assert len(panels) >= 10
    for rows in panels:
        drawn = [trace for trace in charted(rows, narrow)["data"] if trace.get("customdata")]
        assert sorted(key for trace in drawn for key, _ in trace["customdata"]) == sorted(row.observation_id for row in rows)
        for trace in drawn:
            keys = [key for key, _ in trace["customdata"]]
            assert value.loc[keys, "series_id"].nunique() == 1
            assert trace["y"] == list(value.loc[keys, "value"]) and trace["x"] == sorted(trace["x"])
            assert ("lines" in trace["mode"]) == (len(keys) > 1)


def test_the_undated_are_named_beside_the_axis_and_not_drawn_on_it(by_indicator):
    (rows,) = [rows for rows in over_time(by_indicator["population"]) if rows[0].city_id == "essen"]
    assert "essen.deck-population-undated" not in {row.observation_id for row in rows}
    assert [row.value for row in unplaced_figures(by_indicator["population"], "essen")] == [592000]


def test_a_year_stands_in_its_middle_and_a_day_on_its_day(by_indicator):
    rows = {row.observation_id: row.x for row in over_time(by_indicator["population"])[0]}
    assert rows["essen.un-city-estimate.2013"] == pytest.approx(2013.5, abs=0.01)
    assert rows["essen.essen-register.2018-12-31"] == pytest.approx(2019, abs=0.01)


def test_labels_at_the_ends_never_overlap():
    heights = [22.0] * 7
    places = spread([0, 1, 2, 50, 51, 190, 191], heights, 200)
    assert all(after - before >= 22 for before, after in itertools.pairwise(places))
    assert places[0] >= 11 and places[-1] <= 189


def test_ticks_are_round_and_span_the_values():
    assert round_ticks(571058, 593489, most=4) == [570000, 580000, 590000, 600000]
    assert number_texts([210.32, 210.33]) == ["210.32", "210.33"] and number_texts([0, 20000]) == ["0", "20\u202f000"]


def test_computed_figures_are_recomputed_by_hand(listed):
    rows = pd.DataFrame(computed(listed, {"koriyama": 40})).set_index(["city_id", "name"])
    nationals = rows.loc[("duesseldorf", "Japanese nationals per 1\u202f000 inhabitants")]
    assert nationals["value"] == pytest.approx(7795 / 618685 * 1000) and nationals["value_text"] == "12.6"
    assert "31 Dec 2024" in nationals["inputs"] and len(nationals["keys"]) == 2 and not nationals["warning"]
    assert "not exact" in rows.loc[("duesseldorf", "Japanese residents per 1\u202f000 inhabitants")]["warning"]
    assert rows.loc[("koriyama", "Events per 100\u202f000 inhabitants")]["value_text"] == "12.4"


def test_what_lies_years_apart_is_not_computed(listed):
    """Japanese residents of 2020 have no population of about that time in the census of 2011."""
    alone = [
        row for row in listed if row.city_id == "duesseldorf" and row.series_id in ("japantag-japanese-residents-city", "un-city-census")
    ]
    assert {row.indicator_id for row in alone} == {"japanese-residents", "population"}
    assert computed(alone) == []


def test_a_density_and_a_share_of_foreign_nationals_are_rows_of_the_data(figures):
    """So none is computed here: each place whose people and area, or foreign residents, are known has one."""
    places = figures.groupby("indicator_id")["city_id"].agg(set)
    assert places["density"] >= places["area"] & places["population"] >= {"essen", "koriyama", "duesseldorf", "tokyo"}
    assert places["share-foreign"] >= places["foreign-residents"] >= {"essen", "koriyama", "duesseldorf", "tokyo"}


def test_nothing_is_computed_from_what_is_computed(figures, listed):
    theirs = set(figures.loc[figures["derived"], "observation_id"])
    assert len(theirs) > 60
    assert not theirs & {key for row in computed(listed) for key in row.keys}
