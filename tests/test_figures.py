"""Figures of cities in words, what the filter leaves of them, and what stands for a place."""

import pandas as pd
import pytest

from loaders.city_words import all_headline, figures_headline
from loaders.conflicts import conflicts
from loaders.events import NO_TIE
from loaders.events.filters import CERTAINLY, Filters
from loaders.figures import city_figures, figure_list, figure_rows, filter_note, leading, places_of_figures, places_shown, select_figures
from loaders.matrix import OTHERS, matrix
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


def test_where_the_preferred_figure_is_filtered_away_the_latest_of_the_rest_stands(store):
    some = figure_list(store.selection(Filters(years=(2010, 2019), certainty=CERTAINLY)), "population")
    (row,) = [row for row in leading(some) if row.city_id == "essen"]
    assert row.as_of == "2019-12-31" and not row.preferred


def test_a_city_takes_along_what_lies_in_it(store):
    assert set(select_figures(store.selection(Filters(city=("tokyo",))))["city_id"]) == {"tokyo", "tokyo-23-wards"}
    assert set(select_figures(store.selection(Filters(city=("koriyama",))))["city_id"]) == {"koriyama"}


def test_a_tie_takes_its_members_and_what_lies_in_them(store):
    chosen = Filters(tie=("duesseldorf-chiba",))
    assert set(select_figures(store.selection(chosen))["city_id"]) == {"duesseldorf", "chiba-prefecture", "chiba"}
    assert list(places_shown(store.selection(chosen))["city_id"]) == ["duesseldorf", "chiba-prefecture", "chiba"]


def test_a_source_takes_the_figures_that_rest_on_it(store):
    found = select_figures(store.selection(Filters(source=("essen-koriyama-deck-2023",))))
    assert len(found) == 18 and set(found["city"]) == {"Essen", "Koriyama"}


def test_figures_stay_where_they_may_lie_in_the_years_and_go_where_that_must_be_certain_and_the_undated_are_asked_for(store):
    keys, undated = {"duesseldorf.duesseldorf-japanese-city.2017-2018"}, "essen.deck-population-undated"
    possibly = set(select_figures(store.selection(Filters(years=(2018, 2018))))["observation_id"])
    certainly = set(select_figures(store.selection(Filters(years=(2018, 2018), certainty=CERTAINLY)))["observation_id"])
    assert keys <= possibly and not keys & certainly and undated not in possibly
    assert undated in set(select_figures(store.selection(Filters(years=(2018, 2018), undated=True)))["observation_id"])
    assert "essen.essen-register.2018-12-31" in certainly and "essen.essen-register.2016-12-31" not in possibly


def test_text_finds_cities_and_indicators_in_three_languages(store):
    for words, city in (("郡山 人口", "Koriyama"), ("dusseldorf Arbeitslosenquote", "Düsseldorf"), ("essen register", "Essen")):
        found = select_figures(store.selection(Filters(text=words)))
        assert set(found["city"]) == {city}, words


def test_sector_and_status_cut_no_figure_and_the_reader_is_told(figures, store):
    chosen = Filters(sector=("energy",), status=("held",))
    assert len(select_figures(store.selection(chosen))) == len(figures)
    assert "no sector and no status" in filter_note(chosen)
    assert select_figures(store.selection(Filters(tie=(NO_TIE,)))).empty
    assert "no figure of a city" in filter_note(Filters(tie=(NO_TIE,)))
    assert filter_note(Filters(city=("essen",))) == ""


def test_the_headline_compares_only_within_one_series(figures):
    text = figures_headline(of(figures, "population"))
    together, estimated, apart = text.split("; ")
    assert together == "Population: Essen 574\u202f682 inhabitants (31 Dec 2024) and Düsseldorf 618\u202f685 (31 Dec 2024), in one series"
    assert "Chiba Prefecture 6\u202f251\u202f000" in estimated and "Tokyo 14\u202f178\u202f000" in estimated
    assert apart == "Koriyama 323\u202f350 (1 Feb 2023), counted in its own way"


def test_the_headline_says_that_a_figure_is_undated_about_or_computed(figures):
    assert "no date stated" in figures_headline(of(figures, "elevation"))
    temperatures = figures_headline(of(figures, "mean-temperature"))
    assert "about 10.6 °C" in temperatures and "11 °C (computed)" in temperatures
    assert "Essen, Koriyama, Düsseldorf, Chiba Prefecture and Tokyo" in all_headline(listed(figures))


def test_every_cell_of_the_matrix_is_the_figure_or_a_gap_in_words(figures, fact_base):
    cells = matrix(listed(figures), places_of_figures(fact_base), [])
    by_key = figures.set_index("observation_id")
    indicators = figures["indicator"].nunique()
    assert len(cells) == indicators * 5 + cells["column"].eq(OTHERS).sum()
    assert set(cells["column"]) == {"Essen", "Koriyama", "Düsseldorf", "Chiba Prefecture · prefecture", "Tokyo · metropolis", OTHERS}
    for cell in cells[cells["column"] != OTHERS].itertuples():
        if cell.key:
            row = by_key.loc[cell.key]
            assert cell.text == f"{row['figure']}, {row['as_of_text']} {row['confidence']}" and (row["place"], row["indicator"]) == (
                cell.column,
                cell.indicator,
            )
        else:
            assert cell.text == "no figure read"
            assert figures[(figures["place"] == cell.column) & (figures["indicator"] == cell.indicator)].empty
    (wards,) = cells[(cells["column"] == OTHERS) & (cells["indicator"] == "Population")]["text"]
    assert "Tokyo (23 wards) · ward area, not a city: 9\u202f733\u202f276 inhabitants" in wards


def test_a_figure_is_marked_as_disputed_only_where_what_disputes_it_is_shown(figures, fact_base, store):
    places, found = places_of_figures(fact_base), conflicts(fact_base, figures)
    deck = select_figures(store.selection(Filters(source=("essen-koriyama-deck-2023",))))

    def cell(shown, column, indicator):
        cells = matrix(listed(shown), places, found)
        return cells.loc[(cells["column"] == column) & (cells["indicator"] == indicator), "text"].item()

    assert cell(figures, "Essen", "Population").startswith("574\u202f682") and cell(figures, "Essen", "Area").startswith("≠ ")
    assert cell(deck, "Essen", "Population").startswith("593\u202f489")  # the dated one of the two that the deck prints
    assert not cell(deck, "Essen", "Area").startswith("≠ ")  # it prints one area, the other is the statistical office's


def test_the_download_has_the_value_as_a_number_and_the_day_in_edtf(figures):
    row = figure_rows(figures).set_index("observation_id").loc["koriyama.koriyama-gdp.2021-04-2022-03"]
    assert (row["value"], row["unit"], row["as_of"]) == (1.39, "trillion JPY", "2021-04/2022-03")
    assert pd.isna(figure_rows(figures).set_index("observation_id").loc["essen.deck-companies", "as_of"])
