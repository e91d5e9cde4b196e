"""Figures of cities in words, what the filter leaves of them, and what stands for a place."""

import pandas as pd
import pytest

from loaders.figures import city_figures, figure_rows, leading, places_of_figures
from loaders.numbers import figure_text, number_text, qualified, spaced


@pytest.fixture(scope="module")
def figures(fact_base):
    return city_figures(fact_base)


def of(figures, indicator):
    return listed(figures[figures["indicator_id"] == indicator])


def listed(figures):
    return list(figures.itertuples(index=False))


@pytest.mark.parametrize(
    ("value", "text"),
    [(323350.0, "323\u202f350"), (757.2, "757.2"), (51216.801, "51\u202f216.801"), (4.0, "4"), (13515271.0, "13\u202f515\u202f271")],
)
def test_a_number_has_thin_spaces_and_no_digit_more_than_its_value(value, text):
    assert number_text(value) == text


def test_a_qualifier_is_part_of_the_value():
    assert qualified("10.6", "about") == "about 10.6"
    assert figure_text(2800.0, "persons/km²", "rounded") == "2\u202f800 persons/km² (rounded)"
    assert figure_text(4.0, "", None) == "rank 4"
    assert spaced("Of 590,611 inhabitants, 2,5 years") == "Of 590\u202f611 inhabitants, 2,5 years"


def test_every_observation_is_a_figure_with_a_source_and_a_day_in_words(figures, fact_base):
    assert set(figures["observation_id"]) == set(fact_base.table("observations")["observation_id"])
    assert figures["said"].ne("").all() and figures["sources"].gt(0).all() and figures["citations"].ne("").all()
    undated = figures[figures["as_of"].isna()]
    assert len(undated) and set(undated["as_of_text"]) == {"no date stated"}


def test_the_wards_of_tokyo_and_a_prefecture_are_never_called_the_city(fact_base):
    places = places_of_figures(fact_base).set_index("city_id")["place"]
    assert places["tokyo-23-wards"] == "Tokyo (23 wards) · ward area, not a city"
    assert places["fukushima-prefecture"].endswith("prefecture, not a city")
    assert places["essen"] == "Essen"


def test_members_of_the_ties_come_first_and_in_pairs(fact_base):
    places = places_of_figures(fact_base)
    assert list(places.loc[places["principal"], "city_id"]) == ["essen", "koriyama", "duesseldorf", "chiba-prefecture", "tokyo"]


def test_koriyamas_population_is_the_decks_of_1_february_2023(figures):
    (row,) = [row for row in leading(of(figures, "population")) if row.city_id == "koriyama"]
    assert (row.value, row.as_of, row.figure) == (323350, "2023-02-01", "323\u202f350 inhabitants")
    assert "section 2, table" in row.said and "7 Mar 2023" in row.said


def test_the_download_has_the_value_as_a_number_and_the_day_in_edtf(figures):
    row = figure_rows(figures).set_index("observation_id").loc["koriyama.koriyama-gdp.2021-04-2022-03"]
    assert (row["value"], row["unit"], row["as_of"]) == (1.39, "trillion JPY", "2021-04/2022-03")
    assert pd.isna(figure_rows(figures).set_index("observation_id").loc["essen.deck-companies", "as_of"])
