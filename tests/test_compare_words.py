"""The sentences of a comparison say what the tables hold, and nothing about too few."""

import re

import pytest

from loaders.compare import by_sector, by_witnesses, by_word, shown_sides
from loaders.compare_findings import confidence_finding, share_finding, year_finding
from loaders.compare_sides import completed, sides
from loaders.compare_words import compare_headline, conflict_text, counted_text, shared_text
from loaders.events.filters import Filters


@pytest.fixture(scope="module")
def compared(fact_base, all_events):
    """A function that gives both sides for an address's choices and a filter."""

    def pair(filters=None, **choices):
        whole = completed(fact_base, all_events, choices)
        return shown_sides(all_events, filters or Filters(), sides(fact_base, all_events, whole))

    return pair


def test_the_headline_states_both_sides_numbers_years_and_leading_sectors(compared):
    assert compare_headline(compared(), Filters()) == (
        "Essen–Koriyama: 41 events in 2014–2025; Düsseldorf–Chiba: 27 events in 2004–2025; "
        "education and government lead the one, government the other"
    )


def test_periods_of_unequal_length_are_told_per_year(compared):
    pair = compared(compare="periods")
    said = compare_headline(pair, Filters())
    for one in pair:
        assert f"{len(one.held) / one.side.number_of_years:.1f} a year" in said
    assert "16 years" in year_finding(pair, Filters()) and "6 years" in year_finding(pair, Filters())


def test_events_of_both_sides_are_said_and_not_claimed_twice(compared):
    pair = compared(compare="cities", a="essen", b="koriyama")
    assert "38 of these are the same events on both sides" in compare_headline(pair, Filters())
    assert "together the sides hold 45 different events, not 86" in shared_text(pair)
    assert "No counted event is on both sides" in shared_text(compared())


def test_a_side_without_events_is_said_to_have_none(compared):
    filters = Filters(sector=("energy",))
    pair = compared(filters)
    assert "Düsseldorf–Chiba: none shown" in compare_headline(pair, filters)
    nothing = Filters(text="nothing has this text")
    assert "no held event of either counts" in compare_headline(compared(nothing), nothing)


def test_a_share_is_told_in_counts_and_never_in_percent_of_few(compared, fact_base):
    pair = compared()
    finding = share_finding(by_sector(fact_base, pair), pair)
    assert finding == "Most different, culture: 3 of 41 for Essen–Koriyama, 10 of 27 for Düsseldorf–Chiba."
    assert "%" in confidence_finding(pair)
    assert "%" not in confidence_finding(compared(b="duesseldorf-tokyo"))  # 13 counted events


def test_too_few_make_no_difference(compared, fact_base):
    filters = Filters(sector=("culture",))
    pair = compared(filters)
    assert min(len(one.held) for one in pair) == 3
    assert share_finding(by_word(fact_base, pair, "kind"), pair).startswith("Too few for a difference")
    assert "lead" not in compare_headline(pair, filters)


def test_equal_sides_are_said_to_be_equal(compared, fact_base):
    pair = compared(compare="cities", a="essen", b="koriyama")
    assert share_finding(by_sector(fact_base, pair), pair).startswith("Much alike")
    same = (pair[0], type(pair[0])(pair[1].side, pair[0].rows, pair[0].counted))
    assert share_finding(by_sector(fact_base, same), same) == "No difference: the two have the same numbers."
    assert year_finding(same, Filters()).startswith("Both were busiest in")
    assert "government leads both" in compare_headline(same, Filters())


def test_the_words_on_confidence_are_those_of_the_bars(compared):
    pair = compared()
    table = by_witnesses(pair)
    one = table[table["code"] == "1"].set_index("letter")
    for side in pair:
        number = one.loc[side.side.letter, ["held", "others"]].sum()
        assert f"{number} of {len(side.counted)}" in confidence_finding(pair)


@pytest.mark.parametrize(
    ("filters", "choices", "words"),
    [
        (Filters(tie=("essen-koriyama",)), {}, "leaves B (Düsseldorf–Chiba) without events"),
        (Filters(tie=("essen-koriyama", "duesseldorf-chiba")), {}, ""),
        (Filters(city=("essen",)), {"compare": "cities"}, "chooses a city too"),
        (Filters(years=(2018, 2021)), {"compare": "periods"}, "keeps 2018–2021 only"),
        (Filters(years=(2018, 2021)), {}, ""),
        (Filters(sector=("energy",)), {"compare": "periods"}, ""),
    ],
)
def test_a_filter_in_the_way_is_said(fact_base, all_events, filters, choices, words):
    said = conflict_text(filters, sides(fact_base, all_events, completed(fact_base, all_events, choices)))
    assert words in said and bool(said) == bool(words)


def test_the_caption_counts_rows_and_bars_of_each_side(compared):
    pair = compared()
    numbers = [int(number) for number in re.findall(r"(\d+) in the rows", counted_text(pair))]
    assert numbers == [len(one.rows) for one in pair]
