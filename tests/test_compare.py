"""Two sides of a comparison: what each shows and counts, against the filter and against a plain count of the files."""

import pytest
from selections import plain_links, read

from loaders.city_activity import cooperation
from loaders.compare import (
    by_direction,
    by_sector,
    by_witnesses,
    by_word,
    by_year,
    comparison_rows,
    comparison_table,
    held_with_way,
    often,
    shared,
    shown_sides,
)
from loaders.compare_sides import CITIES, KINDS, PERIODS, TIES, Periods, completed, period_of, side_names, sides
from loaders.events.filters import Filters, select

ENERGY = Filters(sector=("energy",))
CHOSEN = [
    {},
    {"compare": "ties", "a": "duesseldorf-chiba", "b": "duesseldorf-tokyo"},
    {"compare": "cities", "a": "essen", "b": "koriyama"},
    {"compare": "cities", "a": "chiba-prefecture", "b": "toyota"},
    {"compare": "periods"},
    {"compare": "periods", "a": "2017-2019", "b": "2018-2024"},
]


@pytest.fixture(scope="module")
def compared(fact_base, all_events):
    """A function that gives both sides for an address's choices and a filter."""

    def pair(choices, filters=None):
        whole = completed(fact_base, all_events, choices)
        return shown_sides(all_events, filters or Filters(), sides(fact_base, all_events, whole))

    return pair


def test_a_side_shows_what_the_filter_shows_of_it(compared, all_events):
    for filters in (
        Filters(),
        ENERGY,
        Filters(years=(2018, 2020)),
        Filters(years=(2018, 2020), certainty="certainly"),
        Filters(text="mayor"),
    ):
        for choices, name in (({}, "tie"), ({"compare": "cities"}, "city")):
            for one in compared(choices, filters):
                alone = Filters(
                    **{**{key: getattr(filters, key) for key in ("sector", "years", "certainty", "text")}, name: (one.side.code,)}
                )
                wanted = select(all_events, alone)
                assert list(one.rows.rows["event_id"]) == list(wanted.rows["event_id"])
                assert list(one.counted.rows["event_id"]) == list(cooperation(wanted, years=filters.years).rows["event_id"])


def test_essen_koriyama_and_duesseldorf_chiba_are_counted_as_the_timeline_counts_them(compared):
    first, second = compared({})
    assert [first.side.name, second.side.name] == ["Essen–Koriyama", "Düsseldorf–Chiba"]
    assert (len(first.rows), len(first.held), len(second.rows), len(second.held)) == (62, 41, 34, 27)


def test_the_cities_of_one_relationship_share_nearly_all_events_and_count_them_once_together(compared):
    essen, koriyama = compared({"compare": "cities", "a": "essen", "b": "koriyama"})
    links = plain_links()["city"]
    assert len(essen.rows) == sum("essen" in cities for cities in links.values())
    assert len(koriyama.rows) == sum("koriyama" in cities for cities in links.values())
    found = shared((essen, koriyama))
    both = set(essen.counted.rows["event_id"]) & set(koriyama.counted.rows["event_id"])
    assert all({"essen", "koriyama"} <= links[key] for key in both)
    assert found["both"] == len(both) == 41
    assert found["different"] == len(essen.counted) + len(koriyama.counted) - 41 == 45


def test_two_relationships_share_no_event_and_overlapping_periods_do(compared):
    assert shared(compared({}))["both"] == 0
    first, second = compared({"compare": "periods", "a": "2017-2019", "b": "2018-2024"})
    years = first.counted.rows["year"]
    assert shared((first, second))["both"] == int(((years >= 2018) & (years <= 2019)).sum()) > 0


@pytest.mark.parametrize("choices", CHOSEN, ids=str)
def test_every_chart_holds_each_counted_event_of_each_side_once(compared, fact_base, choices):
    pair = compared(choices)
    for table in (
        by_sector(fact_base, pair),
        by_word(fact_base, pair, "kind"),
        by_word(fact_base, pair, "mode"),
        by_witnesses(pair),
        by_year(pair),
    ):
        for one in pair:
            own = table[table["letter"] == one.side.letter]
            assert own["held"].sum() == len(one.held)
            assert (own["held"] + own["others"]).sum() == len(one.counted)
        if "code" in table:
            assert set(table.groupby("code").size()) <= {2}  # each thing has both sides, with 0 where one has none


def test_a_direction_is_from_country_to_country_and_only_of_recorded_journeys(compared, fact_base):
    first, second = compared({"compare": "ties", "a": "duesseldorf-tokyo", "b": "essen-koriyama"})
    table = by_direction(fact_base, (first, second)).set_index(["code", "letter"])["held"]
    assert table["DE>JP", "A"] == 9 and table["JP>DE", "A"] == 0
    links, held = plain_links()["journey"], set(second.held["event_id"])
    assert table["JP>DE", "B"] == sum(any(way in links[key] for way in ("koriyama>essen", "fukushima-prefecture>essen")) for key in held)
    assert held_with_way(fact_base, second) == sum(bool(links[key]) for key in held) < len(held)


def test_the_default_periods_meet_and_hold_as_nearly_as_many_held_events_as_can_be(compared, all_events, fact_base):
    names = side_names(fact_base, all_events, PERIODS)
    first, second = compared({"compare": "periods"})
    assert first.side.years[1] + 1 == second.side.years[0]
    assert names.years == (first.side.years[0], second.side.years[1])
    apart = abs(len(first.held) - len(second.held))
    whole = cooperation(all_events).rows
    held = whole[whole["status"] == "held"]["year"]
    for year in range(names.years[0], names.years[1]):
        assert apart <= abs(int((held <= year).sum()) - int((held > year).sum()))


def test_a_period_counts_what_began_in_it_and_its_places_begin_with_one(compared):
    pair = compared({"compare": "periods", "a": "2010-2019", "b": "2020-2025"})
    table = by_year(pair)
    for one in pair:
        own = table[table["letter"] == one.side.letter]
        assert own["year"].between(*one.side.years).all()
        assert list(own["place"]) == list(own["year"] - one.side.years[0] + 1)


def test_a_filter_that_leaves_a_side_nothing_leaves_it_empty_and_not_the_other(compared):
    essen, chiba = compared({}, Filters(tie=("essen-koriyama",)))
    assert len(essen.rows) == 62 and len(chiba.rows) == 0
    early, late = compared({"compare": "periods"}, Filters(years=(2005, 2006)))
    assert len(early.counted) and not len(late.counted)


def test_wrong_words_of_an_address_fall_back_and_both_sides_are_never_the_same(fact_base, all_events):
    for kind in KINDS:
        names = side_names(fact_base, all_events, kind)
        first = next(iter(names))
        for said in ({}, {"a": "nothing", "b": "2030-1999"}, {"a": first, "b": first}, {"b": first}):
            whole = completed(fact_base, all_events, {"compare": kind, **said})
            assert whole["a"] in names and whole["b"] in names and whole["a"] != whole["b"]
    assert completed(fact_base, all_events, {"compare": "moons"})["compare"] == TIES


def test_context_is_no_side_and_a_city_without_a_relationship_is_none(fact_base, all_events):
    assert "none" not in side_names(fact_base, all_events, TIES)
    cities = side_names(fact_base, all_events, CITIES)
    assert {"essen", "koriyama", "chiba-prefecture"} <= set(cities)
    tied = {row["event_id"] for row in read("events") if row["tie_id"]}
    assert set(cities) == {row["city_id"] for row in read("event_places") if row["event_id"] in tied}


@pytest.mark.parametrize(
    ("code", "years"), [("2010-2019", (2010, 2019)), ("2019-2019", (2019, 2019)), ("2019-2010", None), ("2019", None), ("a-b", None)]
)
def test_a_period_is_two_years_in_order(code, years):
    assert period_of(code) == years


def test_any_period_within_the_years_of_the_events_is_one():
    periods = Periods((2004, 2025), ("2004-2019", "2020-2025"))
    assert "2010-2012" in periods and periods["2010-2010"] == "2010"
    assert "2003-2012" not in periods and "2010-2026" not in periods and "x" not in periods


@pytest.mark.parametrize("choices", CHOSEN, ids=str)
def test_a_row_is_one_event_on_one_side(compared, choices):
    pair = compared(choices)
    table = comparison_rows(pair)
    assert table["comparison_id"].is_unique
    for one in pair:
        own = table[table["compared_as"] == one.side.letter]
        assert set(own["event_id"]) == set(one.rows.rows["event_id"])
        assert set(own.loc[own["counted"], "event_id"]) == set(one.counted.rows["event_id"])
    twice = table["event_id"].duplicated(keep=False)
    assert list(table["on_both"]) == list(twice)
    assert len(comparison_table(pair)) == len(table)


def test_what_a_side_has_once_at_most_is_set_apart_only_where_it_is_much(compared, fact_base):
    table = by_word(fact_base, compared({}), "kind")
    common, once = often(table)
    assert set(common["code"]) | set(once["code"]) == set(table["code"])
    assert (once["held"] + once["others"]).max() == 1 and once["code"].nunique() >= 3
    few = by_sector(fact_base, compared({"compare": "cities", "a": "essen", "b": "koriyama"}))
    assert often(few)[0].equals(few)
