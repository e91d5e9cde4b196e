"""Which figures of one city disagree, which is followed, and why."""

import pandas as pd
import pytest

from loaders.conflicts import agree, conflicts, method_told
from loaders.figures import city_figures


@pytest.fixture(scope="module")
def figures(fact_base):
    return city_figures(fact_base)


@pytest.fixture(scope="module")
def found(fact_base, figures):
    return conflicts(fact_base, figures)


def around(found, city, indicator):
    (conflict,) = [some for some in found if some.preferred and some.name == f"{city}: {indicator}"]
    return conflict


def test_both_populations_of_the_deck_stand_against_each_other_and_the_official_ones_of_their_year(found):
    (conflict,) = [some for some in found if some.name == "Essen: Population" and some.rows[0].value == 593489]
    first, *others = conflict.rows
    assert first.as_of == "2022-12-31" and not conflict.preferred and conflict.reason == ""
    (undated,) = [row for row in others if row.value == 592000]
    assert undated.as_of_text == "no date stated" and undated.why.startswith("The same document prints both")
    assert {row.value for row in conflict.rows} == {593489, 592000, 584580, 571039}


def test_where_a_method_is_not_told_nothing_is_claimed_of_it(found):
    (of_2022,) = [some.rows for some in found if some.name == "Essen: Population" and some.rows[0].value == 593489]
    whys = {row.value: row.why for row in of_2022}
    untold = "From another source; whether it is counted alike is not told."
    assert whys[584580] == untold and whys[571039] == f"{untold} For another day."


@pytest.mark.parametrize(
    ("series", "told"), [("un-city-census", True), ("essen-register", True), ("deck-gdp", False), ("density-wikipedia", False)]
)
def test_a_definition_says_how_it_counts_or_only_where_it_stands(fact_base, series, told):
    assert method_told(fact_base.table("series").set_index("series_id").loc[series, "definition"]) == told


@pytest.mark.parametrize(("indicator", "values"), [("Area", [210.34, 210.32]), ("Gross domestic product", [25883.748, 25300])])
def test_essens_area_and_gross_domestic_product_stand_twice(found, indicator, values):
    assert [row.value for row in around(found, "Essen", indicator).rows] == values


def test_a_rounded_figure_agrees_with_what_rounds_to_it(found):
    assert agree(323350, 323000, None, "about") and not agree(323350, 323000)
    assert not agree(593489, 592000, None, "about")
    assert agree(10.64, 10.6, None, "about") and not agree(10.7, 10.6, None, "about")
    assert 323000 not in {row.value for row in around(found, "Koriyama", "Population").rows}


def test_no_conflict_holds_two_cities_two_units_or_anything_computed(found):
    for conflict in found:
        assert not any(row.derived for row in conflict.rows)
        assert len({(row.city_id, row.unit, row.indicator_id) for row in conflict.rows}) == 1
        assert len({row.value for row in conflict.rows}) == len(conflict.rows)


def test_what_a_year_cannot_change_disagrees_over_any_time_and_what_it_can_does_not(found, figures):
    days = [row.end for row in around(found, "Essen", "Area").rows]
    gap = max(days) - min(days)
    assert gap.days > 366
    for conflict in found:
        if conflict.preferred and conflict.rows[0].indicator_id != "area":
            days = [row.end for row in conflict.rows if pd.notna(row.end)]
            assert all(abs(day - days[0]).days <= 366 for day in days)


def test_a_conflict_seen_without_the_figure_that_is_followed_gives_no_reason(found):
    conflict = around(found, "Koriyama", "Population")
    keys = [row.observation_id for row in conflict.rows]
    assert conflict.within(keys[1:]).reason == ""
    assert conflict.within(keys[:2]).reason == conflict.reason
