"""Years that places share: the four cities of 2020 against figures checked by hand, and what holds of any figures."""

import csv
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.common_years import figure_years, of_year, shared_years

FOUR = ("essen", "koriyama", "duesseldorf", "tokyo")
FIVE = (*FOUR, "chiba-prefecture")
with (Path(__file__).parent / "expected" / "common_year.csv").open(encoding="utf-8", newline="") as file:
    BY_HAND = list(csv.DictReader(file))


def of_indicator(store, indicator):
    figures = store.figures()
    return figures[figures["indicator_id"] == indicator]


@pytest.mark.parametrize("row", BY_HAND, ids=lambda row: f"{row['indicator']} {row['city_id']}")
def test_the_figure_of_2020_is_the_one_that_was_checked_by_hand(store, row):
    rows = of_year(of_indicator(store, row["indicator"]), FIVE, 2020).set_index("city_id")
    found = rows.loc[row["city_id"]]
    assert found["value"] == float(row["value"]) and found["as_of"] == row["as_of"] and found["derived"] == (row["computed"] == "yes")


@pytest.mark.parametrize("indicator", ["population", "share-aged-65", "share-foreign", "density"])
@pytest.mark.parametrize("places", [FOUR, FIVE])
def test_2020_is_a_year_of_all_cities(store, indicator, places):
    years = shared_years(of_indicator(store, indicator), places)
    assert 2020 in set(years.loc[years["all"], "year"])


def test_where_a_place_has_no_figure_of_the_year_the_nearest_is_taken_and_says_so(store):
    figures = of_indicator(store, "unemployment-rate")
    assert set(of_year(figures, FIVE, 2021)["city_id"]) == {"essen", "duesseldorf"}
    near = of_year(figures, FIVE, 2021, within=2)
    assert list(near.loc[near["apart"] > 0, "city_id"]) == ["koriyama"]


def test_a_normal_period_and_a_day_in_doubt_are_of_no_year(store):
    figures = store.figures().set_index("observation_id")
    years = figure_years(figures)
    assert pd.isna(years["tokyo.tokyo-temperature-normal.1981-2010"]) and pd.isna(years["tokyo-23-wards.geonames-population.2020"])
    assert years["koriyama.koriyama-gdp.2021-04-2022-03"] == 2021


PLACES, SERIES = ("a", "b", "c"), ("one", "two")
FIGURE = st.tuples(st.sampled_from(PLACES), st.sampled_from(SERIES), st.integers(2010, 2014), st.sampled_from([1, 6]), st.booleans())


def table_of(drawn):
    rows = pd.DataFrame(drawn, columns=["city_id", "series_id", "year", "month", "derived"]).assign(indicator_id="people")
    day = pd.to_datetime(rows[["year", "month"]].assign(day=15))
    return rows.assign(
        start=day, end=day, x=rows["year"] + rows["month"] / 13, uncertain=False, preferred=False, as_of=day.dt.strftime("%Y-%m-%d"),
        as_of_text=day.dt.strftime("%Y-%m-%d"), series=rows["series_id"], city=rows["city_id"], note=None,
    )  # fmt: skip


@given(st.lists(FIGURE, min_size=1), st.integers(2009, 2015), st.integers(0, 2))
def test_a_place_has_one_row_at_most_and_none_nearer_is_left_out(drawn, year, within):
    figures = table_of(drawn)
    rows = of_year(figures, PLACES, year, within)
    assert rows["city_id"].is_unique and (rows["apart"] <= within).all()
    for place, own in figures.groupby("city_id"):
        nearest = (own["year"] - year).abs().min()
        assert list(rows.loc[rows["city_id"] == place, "apart"]) == ([nearest] if nearest <= within else [])


@given(st.lists(FIGURE, min_size=1))
def test_a_shared_year_has_as_many_rows_as_it_says_and_more_than_half_of_the_places(drawn):
    figures = table_of(drawn)
    years = shared_years(figures, PLACES)
    for row in years.itertuples():
        assert len(of_year(figures, PLACES, row.year)) == row.places > len(PLACES) / 2
        assert row.all == (row.places == len(PLACES))
    assert list(years["places"]) == sorted(years["places"], reverse=True)


@given(st.lists(FIGURE, min_size=1), st.integers(2010, 2014))
def test_two_places_that_share_a_series_and_day_stand_with_it_unless_more_share_another(drawn, year):
    figures = table_of(drawn)
    rows = of_year(figures, PLACES, year)
    sharing = figures.groupby(["series_id", "as_of"])["city_id"].transform("nunique")
    for row in rows.itertuples():
        own = sharing[(figures["city_id"] == row.city_id) & (figures["year"] == year)]
        assert sharing[row.Index] == own.max()
