"""Two sides of a comparison: what each shows, against the filter and against a plain count of the files."""

import pytest
from selections import TRIED, plain_links, read

from loaders.compare import by_direction, by_word, by_year, comparison_rows, comparison_table
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
def compared(store):
    """A function that gives the selection with the sides of an address's choices and a filter."""
    return lambda choices, filters=None: store.selection(filters or Filters(), completed(store, choices))


def held(side):
    return int((side.rows["status"] == "held").sum())


def test_a_side_shows_what_the_filter_shows_of_it(compared, all_events):
    for filters in (
        Filters(),
        ENERGY,
        Filters(years=(2018, 2020)),
        Filters(years=(2018, 2020), certainty="certainly"),
        Filters(text="mayor"),
    ):
        for choices, name in (({}, "tie"), ({"compare": "cities"}, "city")):
            for side in sides(compared(choices, filters)):
                alone = Filters(**{**{key: getattr(filters, key) for key in ("sector", "years", "certainty", "text")}, name: (side.code,)})
                assert list(side.rows["event_id"]) == list(select(all_events, alone).rows["event_id"])


def test_essen_koriyama_and_duesseldorf_chiba_have_the_events_of_the_files(compared):
    first, second = sides(compared({}))
    assert [first.name, second.name] == ["Essen–Koriyama", "Düsseldorf–Chiba"]
    assert (len(first), len(second)) == (67, 50)
    rows = [row for row in read("events") if row["status"] == "held"]
    for side in (first, second):
        assert held(side) == sum(row["tie_id"] == side.code for row in rows)


def test_the_cities_of_one_relationship_share_many_events_and_each_has_all_of_its_own(compared):
    shown = compared({"compare": "cities", "a": "essen", "b": "koriyama"}, Filters(background=True))
    essen, koriyama = sides(shown)
    links = plain_links()["city"]
    assert len(essen) == sum("essen" in cities for cities in links.values())
    assert len(koriyama) == sum("koriyama" in cities for cities in links.values())
    table = comparison_table(shown)
    both = set(table.loc[table["on_both"], "event_id"])
    assert both == {key for key, cities in links.items() if {"essen", "koriyama"} <= cities}


def test_two_relationships_share_no_event_and_overlapping_periods_do(compared):
    assert not comparison_table(compared({}))["on_both"].any()
    table = comparison_table(compared({"compare": "periods", "a": "2017-2019", "b": "2018-2024"}))
    assert set(table.loc[table["on_both"], "year"]) == {2018, 2019}


@pytest.mark.parametrize("choices", CHOSEN, ids=str)
def test_every_chart_holds_each_event_of_each_side_once(compared, choices):
    shown = compared(choices)
    for table in [by_word(shown, facet) for facet in ("sector", "kind", "mode", "witnesses")]:
        for side in sides(shown):
            own = table[table["letter"] == side.letter]
            assert own["held"].sum() == held(side)
            assert own["events"].sum() == (own["held"] + own["others"]).sum() == len(side)
        assert set(table.groupby("code").size()) <= {2}  # each thing has both sides, with 0 where one has none
    for side in sides(shown):
        own = by_year(shown)[by_year(shown)["letter"] == side.letter]
        assert own["events"].sum() == side.rows["year"].notna().sum()
        assert own["doubtful"].sum() == side.rows["doubtful"].sum()


def test_a_direction_is_from_country_to_country_and_only_of_recorded_journeys(compared):
    shown = compared({"compare": "ties", "a": "duesseldorf-tokyo", "b": "essen-koriyama"})
    table, links = by_direction(shown).set_index(["code", "letter"])["events"], plain_links()["journey"]
    country = {row["city_id"]: row["country"] for row in read("cities")}
    for side in sides(shown):
        for code in ("DE>JP", "JP>DE"):
            ways = [{">".join(country[end] for end in way.split(">")) for way in links[key]} for key in side.rows["event_id"]]
            assert table[code, side.letter] == sum(code in found for found in ways)
    assert 0 < table["JP>DE", "A"] < table["DE>JP", "A"]


def test_the_default_periods_meet_and_hold_as_nearly_as_many_events_as_can_be(compared, store):
    names = side_names(store, PERIODS)
    first, second = sides(compared({"compare": "periods"}))
    assert first.years[1] + 1 == second.years[0]
    assert names.years == (first.years[0], second.years[1])
    years = store.selection().events.rows["year"].dropna()
    for year in range(names.years[0], names.years[1]):
        assert abs(len(first) - len(second)) <= abs(int((years <= year).sum()) - int((years > year).sum()))


def test_a_period_has_what_began_in_it_and_its_places_begin_with_one(compared):
    shown = compared({"compare": "periods", "a": "2010-2019", "b": "2020-2025"})
    table = by_year(shown)
    for side in sides(shown):
        own = table[table["letter"] == side.letter]
        assert own["year"].between(*side.years).all()
        assert list(own["place"]) == list(own["year"] - side.years[0] + 1)


def test_a_filter_that_leaves_a_side_nothing_leaves_it_empty_and_not_the_other(compared):
    essen, chiba = sides(compared({}, Filters(tie=("essen-koriyama",))))
    assert len(essen) == 67 and len(chiba) == 0
    early, late = sides(compared({"compare": "periods"}, Filters(years=(2005, 2006))))
    assert len(early) and not len(late)
    essen, tokyo = sides(compared({"compare": "cities", "a": "essen", "b": "tokyo"}, Filters(city=("essen", "koriyama"))))
    assert len(essen) == 63 and not len(tokyo)


def test_wrong_words_of_an_address_fall_back_and_both_sides_are_never_the_same(store):
    for kind in KINDS:
        names = side_names(store, kind)
        first = next(iter(names))
        for said in ({}, {"a": "nothing", "b": "2030-1999"}, {"a": first, "b": first}, {"b": first}):
            whole = completed(store, {"compare": kind, **said})
            assert whole["a"] in names and whole["b"] in names and whole["a"] != whole["b"]
    assert completed(store, {"compare": "moons"})["compare"] == TIES


def test_context_is_no_side_and_a_city_without_a_relationship_is_none(store):
    assert "none" not in side_names(store, TIES)
    cities = side_names(store, CITIES)
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
    for filters in (Filters(), ENERGY, *TRIED[-2:]):
        shown = compared(choices, filters)
        table = comparison_rows(shown)
        assert table["comparison_id"].is_unique
        for side in sides(shown):
            own = table[table["compared_as"] == side.letter]
            assert set(own["event_id"]) == set(side.rows["event_id"])
        assert list(table["on_both"]) == list(table["event_id"].duplicated(keep=False))
        assert len(comparison_table(shown)) == len(table)
