"""The sentences of a comparison say what the tables hold, and nothing about too few."""

from dataclasses import replace

import pandas as pd
import pytest
from selections import TRIED

from loaders.compare import by_word
from loaders.compare_findings import confidence_finding, share_finding, year_finding
from loaders.compare_sides import completed, sides
from loaders.compare_words import compare_headline, conflict_text
from loaders.events.filters import Filters


@pytest.fixture(scope="module")
def compared(store):
    """A function that gives the selection with the sides of an address's choices and a filter."""
    return lambda filters=None, **choices: store.selection(filters or Filters(), completed(store, choices))


def test_the_headline_states_both_sides_numbers_years_and_leading_sectors(compared):
    assert compare_headline(compared()) == (
        "Essen–Koriyama: 67 events in 2014–2025; Düsseldorf–Chiba: 50 events in 2004–2025; "
        "education and government lead the one, government the other"
    )


def test_periods_of_unequal_length_are_told_per_year(compared):
    shown = compared(compare="periods", a="2004-2019", b="2020-2025")
    for side in sides(shown):
        assert f"{len(side) / side.number_of_years:.1f} a year" in compare_headline(shown)
    assert "16 years" in year_finding(sides(shown)) and "6 years" in year_finding(sides(shown))


def test_events_of_both_sides_are_said(compared):
    shown = compared(compare="cities", a="essen", b="koriyama")
    first, second = (set(side.rows["event_id"]) for side in sides(shown))
    assert f"{len(first & second)} of these are the same events on both sides" in compare_headline(shown)
    assert "both sides" not in compare_headline(compared())


def test_a_side_without_events_is_said_to_have_none(compared):
    assert "Düsseldorf–Chiba: none" in compare_headline(compared(Filters(sector=("energy",))))
    assert "no event of either fits" in compare_headline(compared(Filters(text="nothing has this text")))


@pytest.mark.parametrize("filters", TRIED, ids=str)
@pytest.mark.parametrize("compare", ["ties", "cities", "periods"])
def test_the_headlines_numbers_are_those_of_the_rows_of_each_side(compared, filters, compare):
    shown = compared(filters, compare=compare)
    for side in sides(shown):
        said = f"{side.name}: {len(side)} event" if len(side) else side.name
        assert said in compare_headline(shown)


def test_a_share_is_told_in_counts_and_never_in_percent_of_few(compared):
    shown = compared()
    finding = share_finding(by_word(shown, "sector"), sides(shown))
    assert finding == "Most different, culture: 5 of 67 for Essen–Koriyama, 17 of 50 for Düsseldorf–Chiba."
    assert "%" in confidence_finding(sides(shown))
    few = sides(compared(b="duesseldorf-tokyo"))
    assert len(few[1]) < 20 and "%" not in confidence_finding(few)


def test_too_few_make_no_difference(compared):
    shown = compared(Filters(sector=("trade",)))
    assert min(map(len, sides(shown))) <= 4
    assert share_finding(by_word(shown, "kind"), sides(shown)).startswith("Too few for a difference")
    assert "lead" not in compare_headline(shown)


def test_equal_sides_are_said_to_be_equal(compared):
    shown = compared(compare="cities", a="essen", b="koriyama")
    assert share_finding(by_word(shown, "sector"), sides(shown)).startswith("Much alike")
    one, other = sides(shown)
    same, table = (one, replace(other, selection=one.selection)), by_word(shown, "sector")
    first = table[table["letter"] == "A"]
    table = pd.concat([first, first.assign(letter="B")])
    assert share_finding(table, same) == "No difference: the two have the same numbers."
    assert year_finding(same).startswith("Both were busiest in")
    assert "government leads both" in compare_headline(shown)


def test_the_words_on_confidence_are_those_of_the_bars(compared):
    shown = compared()
    one = by_word(shown, "witnesses").set_index(["code", "letter"])["events"]
    for side in sides(shown):
        assert f"{one['1', side.letter]} of {len(side)}" in confidence_finding(sides(shown))


@pytest.mark.parametrize(
    ("filters", "choices", "words"),
    [
        (Filters(tie=("essen-koriyama",)), {}, "leaves B (Düsseldorf–Chiba) without events"),
        (Filters(tie=("essen-koriyama", "duesseldorf-chiba")), {}, ""),
        (Filters(city=("tokyo",)), {"compare": "cities", "a": "essen", "b": "koriyama"}, "A (Essen) and B (Koriyama) without events"),
        (Filters(city=("essen", "koriyama")), {"compare": "cities", "a": "essen", "b": "koriyama"}, ""),
        (Filters(years=(2018, 2021)), {"compare": "periods"}, "chooses years too"),
        (Filters(years=(2018, 2021)), {}, ""),
        (Filters(sector=("energy",)), {"compare": "periods"}, ""),
    ],
)
def test_a_filter_in_the_way_is_said(compared, filters, choices, words):
    said = conflict_text(compared(filters, **choices))
    assert words in said and bool(said) == bool(words)
