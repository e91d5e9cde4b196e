"""Who works with whom: every number against what its click lists, sides as the data say them, headlines that are true."""

from itertools import combinations

import pandas as pd
import pytest

from loaders.events.filters import Filters
from loaders.network import around, companions, joint, link_rows, links, matrix, means, members, organisations, pairs, partners
from loaders.story.network import network_headline
from loaders.views import taking_part
from pages.network.focus import _figure, _slots, partner_means
from pages.network.matrix import cell_means, matrix_figure, pairs_figure

SELECTIONS = [
    Filters(),
    Filters(sector=("healthcare",)),
    Filters(years=(2018, 2018)),
    Filters(city=("duesseldorf",), background=True),
    Filters(text="hospital"),
]


def clicked(figure):
    """What each mark of a figure hands on, with the number in its card."""
    said = [entry for trace in figure.read()["data"] for entry in trace.get("customdata", [])]
    return [(what, key, card.rpartition(": ")[2]) for key, card, what in said]


@pytest.mark.parametrize("filters", SELECTIONS)
def test_every_number_that_is_drawn_is_that_of_its_click(store, filters):
    whole = store.selection(filters)
    if matrix(whole):
        for what, key, number in clicked(matrix_figure(whole, "", (), dark=False)):
            assert what == "name" or whole.count(**cell_means(whole, key)) == int(number), key
    for pair in pairs(whole)[:20]:
        assert whole.count(**means([pair.one], [pair.other])) == pair.events
    focus = companions(whole)[0]
    slots = _slots(whole, focus)
    for _, key, number in clicked(_figure(whole, focus, dark=False, narrow=False)):
        assert whole.count(**partner_means(whole, focus, key, slots)) == int(number), key


def test_the_rows_and_columns_name_everyone_who_met_the_other_side_once(store):
    whole = store.selection()
    found = matrix(whole)
    for lines, keys in zip((found.rows, found.columns), members(whole), strict=True):
        assert sorted(key for line in lines for key in line.keys) == sorted(keys)
    assert found.joint == len(joint(whole))


def test_a_side_is_that_for_which_one_stands_else_that_of_the_seat(fact_base):
    cities, table = (fact_base.table(name) for name in ("cities", "organisations"))
    side_of = cities.set_index("city_id")["side"]
    for row in table.itertuples():
        seat = "" if pd.isna(row.city_id) or pd.isna(side_of[row.city_id]) else side_of[row.city_id]
        expected = seat if pd.isna(row.side) else row.side
        assert organisations(fact_base)["side"][row.organisation_id] == (
            "" if row.kind == "diplomatic mission" and pd.isna(row.side) else expected
        )


def test_a_click_on_two_leaves_them_among_all_others(store):
    both = store.selection(Filters(organisation=("city-of-essen",), partner=("city-of-koriyama",)))
    assert around(both) == store.selection()


def test_no_pair_is_missing_from_what_is_taken_away(fact_base, store):
    parts = taking_part(fact_base)
    expected = {pair for _, some in parts.groupby("event_id") for pair in combinations(sorted(some["organisation_id"]), 2)}
    whole = store.selection(Filters(background=True))
    found = links(whole)
    assert set(zip(found["one"], found["other"], strict=True)) == expected
    assert all(row.events == len(row.event_ids.split("; ")) for row in found.itertuples())


def test_the_pairs_that_are_taken_away_are_those_of_the_choice(store):
    both = store.selection(Filters(organisation=("city-of-essen",), partner=("city-of-koriyama",)))
    (row,) = link_rows(both).itertuples()
    assert row.event_ids.split("; ") == list(both.keys) and row.citations


def test_the_years_of_a_partner_add_up_to_what_is_dated(store):
    whole = store.selection()
    focus = companions(whole)[0]
    slots = _slots(whole, focus)
    for place, line in enumerate(partners(whole, focus)):
        dated = whole.narrowed(**means([focus], line.keys), years=(slots[0][0], slots[-1][1]))
        numbers = [whole.count(**partner_means(whole, focus, f"{place}|{slot}", slots)) for slot in range(len(slots))]
        assert sum(numbers) == len(dated)


def test_the_headline_counts_what_two_pairs_share(store):
    whole = store.selection()
    first, second = pairs(whole)[:2]
    keys = [set(whole.narrowed(**means([pair.one], [pair.other])).keys) for pair in (first, second)]
    title = network_headline(whole).title
    assert f" {len(set.union(*keys))} of the {len(joint(whole))} joint events" in title or 2 * len(set.union(*keys)) <= len(joint(whole))


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (Filters(text="nothing has this word"), "No event fits"),
        (Filters(organisation=("city-of-essen",), partner=("city-of-koriyama",)), "City of Essen and City of Koriyama: "),
        (Filters(organisation=("city-of-essen",)), "City of Essen took part in "),
        (Filters(tie=("none",), years=(1600, 1950)), "no"),
    ],
)
def test_each_selection_has_a_headline_of_one_line(store, filters, said):
    headline = network_headline(store.selection(filters))
    assert said.casefold() in headline.title.casefold() and len(headline.title) <= 95


def test_two_sides_that_never_met_are_shown_as_pairs_of_whoever_did(store):
    apart = next(
        one
        for one in (store.selection(Filters(organisation=(), years=(year, year))) for year in range(2025, 1960, -1))
        if pairs(one) and not matrix(one)
    )
    assert pairs_figure(apart, dark=False).read()["data"][0]["x"] and "two sides" in network_headline(apart).title
