"""The one filter: what an address says is what is selected, counted and said again."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selections import plain_links, plainly_selected, selections

from loaders.events import FACETS
from loaders.events.filters import (
    CERTAINLY,
    LONGEST_TEXT,
    NAMES,
    NO_LETTER,
    NOT_A_YEAR,
    OUTSIDE,
    POSSIBLY,
    TOO_LONG,
    UNKNOWN,
    Filters,
    Wrong,
    facet_counts,
    from_query,
    select,
)
from loaders.passages import event_passages
from pages.parts.notices import MOST, notices

HOSTILE = [
    "<script>alert(1)</script>",
    "essen\0",
    "x" * 5000,
    "２０１７",
    "٢٠١٧",
    "-5",
    "+2017",
    "2017.5",
    "1e3",
    " 2017",
    "99999",
    "",
    "\u202eessen",
    "\ud800",
    "' OR 1=1 --",
    "%00",
    "../../etc",
]


@pytest.fixture(scope="module")
def links():
    return plain_links()


@pytest.fixture(scope="module")
def texts(fact_base):
    """Per event, all that is searched of it, as it stands."""
    return event_passages(fact_base).groupby("key")["text"].agg(" ".join)


def chosen_keys(events, filters):
    return set(select(events, filters).rows["event_id"])


@given(st.data())
def test_an_address_says_the_selection_that_wrote_it(allowed, data):
    filters = data.draw(selections(allowed))
    assert from_query(filters.to_query(), allowed) == (filters, [])


@given(st.data())
def test_an_address_has_only_the_filters_own_names_and_texts(allowed, data):
    query = data.draw(selections(allowed)).to_query()
    assert set(query) <= set(NAMES)
    assert all(isinstance(value, str) for values in query.values() for value in values)


def test_nothing_chosen_leaves_nothing_in_the_address():
    assert Filters().to_query() == {}
    assert not Filters().chosen


@settings(max_examples=80)
@given(st.data())
def test_a_selection_is_what_every_facet_takes(all_events, allowed, links, texts, data):
    filters = data.draw(selections(allowed))
    assert chosen_keys(all_events, filters) == plainly_selected(filters, links, texts)


@pytest.mark.parametrize("certainty", [POSSIBLY, CERTAINLY])
def test_a_year_selects_what_lay_in_it(all_events, allowed, links, texts, certainty):
    for year in range(1995, allowed.years[1] + 1):
        filters = Filters(years=(year, year), certainty=certainty)
        assert chosen_keys(all_events, filters) == plainly_selected(filters, links, texts), year


@given(st.data())
def test_a_selection_keeps_order_spans_and_links_of_its_rows(all_events, allowed, data):
    found = select(all_events, data.draw(selections(allowed)))
    keys = set(found.rows["event_id"])
    assert list(found.rows["event_id"]) == [key for key in all_events.rows["event_id"] if key in keys]
    assert set(found.spans["event_id"]) <= keys
    assert all(set(table["event_id"]) <= keys for table in found.links.values())


@settings(max_examples=25)
@given(st.data())
def test_the_count_beside_an_option_is_what_choosing_it_gives(all_events, allowed, data):
    filters = data.draw(selections(allowed))
    counts = facet_counts(all_events, filters)
    for facet in FACETS:
        code = data.draw(st.sampled_from(allowed.codes[facet]))
        assert counts[facet][code] == len(select(all_events, replace(filters, **{facet: (code,)})))


def test_every_option_has_a_count_even_where_it_is_nought(all_events, allowed):
    counts = facet_counts(all_events, Filters(text="zzz"))
    assert {facet: tuple(numbers) for facet, numbers in counts.items()} == dict(allowed.codes)
    assert not any(number for numbers in counts.values() for number in numbers.values())


@given(st.data())
def test_what_certainly_lies_in_the_years_possibly_does(all_events, allowed, data):
    filters = data.draw(selections(allowed))
    certain = chosen_keys(all_events, replace(filters, certainty=CERTAINLY))
    assert certain <= chosen_keys(all_events, replace(filters, certainty=POSSIBLY))


def test_what_has_no_date_stands_in_no_year_and_is_asked_for_by_itself(all_events, allowed):
    undated = set(all_events.rows.loc[all_events.rows["precision"] == "undated", "event_id"])
    assert undated and undated == chosen_keys(all_events, Filters(undated=True, background=True))
    everything = Filters(years=allowed.years, background=True)
    assert not undated & chosen_keys(all_events, everything)
    assert chosen_keys(all_events, replace(everything, undated=True)) == set(all_events.rows["event_id"])
    assert from_query({"years": ["none"]}, allowed) == (Filters(undated=True), [])


def test_the_years_columns_add_up_to_all_that_has_a_year(all_events, allowed):
    first, last = allowed.years
    numbers = [len(select(all_events, Filters(years=(year, year), background=True))) for year in range(first, last + 1)]
    assert sum(numbers) == all_events.rows["year"].notna().sum()


def test_background_is_left_out_unless_it_or_its_relationship_is_asked_for(all_events):
    known = all_events.rows.set_index("event_id")["tie_scope"].eq("subject")
    assert all(known[key] for key in chosen_keys(all_events, Filters()))
    assert len(chosen_keys(all_events, Filters(background=True))) == len(all_events)
    for tie in ("none", "fukushima-nrw"):
        shown = chosen_keys(all_events, Filters(tie=(tie,)))
        assert shown and not any(known[key] for key in shown)


def test_a_city_is_asked_for_as_the_place_where_it_was_held(all_events):
    held, named = (chosen_keys(all_events, Filters(**{facet: ("duesseldorf",)})) for facet in ("venue", "city"))
    assert held < named and "mizuho-duesseldorf-1973" not in held - named


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("name", [name for name in NAMES if name != "text"])
def test_a_value_that_means_nothing_is_told_and_left_out(allowed, name, value):
    filters, wrong = from_query({name: [value]}, allowed)
    assert filters == Filters()
    assert [(one.parameter, one.value, one.reason) for one in wrong] == [(name, value, NOT_A_YEAR if name == "years" else UNKNOWN)]
    assert wrong[0].allowed


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.one_of(st.text(), st.sampled_from(HOSTILE)), max_size=4)))
def test_no_address_raises_and_no_notice_is_unprintable_or_long(all_events, allowed, query):
    filters, wrong = from_query(query, allowed)
    select(all_events, filters)
    lines = notices(wrong)
    assert len(lines) <= MOST + 1 and all(line.isprintable() and len(line) < 160 for line in lines)


@given(st.dictionaries(st.text(min_size=1).filter(lambda name: name not in NAMES), st.lists(st.text(), max_size=2), max_size=4))
def test_parameters_with_other_names_are_not_looked_at(allowed, query):
    assert from_query(query, allowed) == (Filters(), [])


def test_what_is_good_holds_beside_what_is_not(allowed):
    filters, wrong = from_query({"sector": ["energy", "enrgy"], "years": ["2017", "soon"]}, allowed)
    assert filters == Filters(sector=("energy",), years=(2017, 2017))
    assert {(one.parameter, one.value) for one in wrong} == {("sector", "enrgy"), ("years", "soon")}


@pytest.mark.parametrize("years", [["2020", "2017"], ["2017", "2020"], ["2018", "2020", "2017"]])
def test_years_in_any_order_are_the_first_to_the_last(allowed, years):
    assert from_query({"years": years}, allowed) == (Filters(years=(2017, 2020)), [])


def test_years_beyond_all_events_are_drawn_in_and_told(allowed):
    filters, wrong = from_query({"years": ["2017", "3000"]}, allowed)
    assert filters == Filters(years=(2017, allowed.years[1]))
    assert [(one.value, one.reason) for one in wrong] == [("3000", OUTSIDE)]


def test_a_code_said_twice_is_chosen_once(allowed):
    assert from_query({"sector": ["energy", "energy"]}, allowed) == (Filters(sector=("energy",)), [])


def test_a_long_text_is_cut_and_told(allowed):
    filters, wrong = from_query({"text": ["y" * 5000]}, allowed)
    assert filters.text == "y" * LONGEST_TEXT
    assert [one.reason for one in wrong] == [TOO_LONG]
    assert from_query({"text": ["..."]}, allowed)[1] in ([], [Wrong("text", "...", NO_LETTER)])


@pytest.mark.parametrize("text", ["Düsseldorf", "Dusseldorf", "duesseldorf", "DÜSSELDORF", "Du\u0308sseldorf"])
def test_a_search_finds_a_city_however_it_is_spelled(all_events, text):
    named = all_events.rows["cities"].str.contains("Düsseldorf")
    assert set(all_events.rows.loc[named, "event_id"]) <= chosen_keys(all_events, Filters(text=text, background=True))


def test_a_search_for_two_words_finds_what_has_both(all_events):
    both = chosen_keys(all_events, Filters(text="essen 2017"))
    assert both == chosen_keys(all_events, Filters(text="essen")) & chosen_keys(all_events, Filters(text="2017"))


@pytest.mark.parametrize("text", [".*", "(", "[", "\\", "a|b", "^$"])
def test_a_search_takes_signs_as_they_are(all_events, text):
    found = select(all_events, Filters(text=text)).rows
    assert found["search"].str.contains(text, regex=False).all()
