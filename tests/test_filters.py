"""The one filter: what an address says is what is selected, counted and said again."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selections import plain_links, plainly_selected, selections

from loaders.events import FACETS
from loaders.events.filters import CERTAINLY, LONGEST_SHOWN, LONGEST_TEXT, NAMES, POSSIBLY, Filters, facet_counts, from_query, select
from loaders.passages import event_passages

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


@given(st.data())
def test_what_has_no_date_may_lie_in_any_years(all_events, allowed, data):
    years = data.draw(selections(allowed)).years
    undated = set(all_events.rows.loc[all_events.rows["precision"] == "undated", "event_id"])
    assert undated
    assert undated <= chosen_keys(all_events, Filters(years=years))


def test_what_has_no_date_certainly_lies_in_no_years(all_events):
    certain = select(all_events, Filters(years=(2000, 2026), certainty=CERTAINLY))
    assert "undated" not in set(certain.rows["precision"])


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("name", [name for name in NAMES if name != "text"])
def test_a_value_that_means_nothing_is_named_in_a_notice_and_left_out(allowed, name, value):
    filters, notices = from_query({name: [value]}, allowed)
    assert filters == Filters()
    (notice,) = notices
    assert notice.startswith(f"{name}: “")
    assert all(letter in notice for letter in value[:LONGEST_SHOWN] if letter.isprintable())


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.one_of(st.text(), st.sampled_from(HOSTILE)), max_size=4)))
def test_no_address_raises_and_no_notice_is_unprintable_or_long(all_events, allowed, query):
    filters, notices = from_query(query, allowed)
    select(all_events, filters)
    assert all(notice.isprintable() and len(notice) < 160 for notice in notices)


@given(st.dictionaries(st.text(min_size=1).filter(lambda name: name not in NAMES), st.lists(st.text(), max_size=2), max_size=4))
def test_parameters_with_other_names_are_not_looked_at(allowed, query):
    assert from_query(query, allowed) == (Filters(), [])


def test_what_is_good_holds_beside_what_is_not(allowed):
    filters, notices = from_query({"sector": ["energy", "enrgy"], "years": ["2017", "soon"]}, allowed)
    assert filters == Filters(sector=("energy",), years=(2017, 2017))
    assert len(notices) == 2


@pytest.mark.parametrize("years", [["2020", "2017"], ["2017", "2020"], ["2018", "2020", "2017"]])
def test_years_in_any_order_are_the_first_to_the_last(allowed, years):
    assert from_query({"years": years}, allowed) == (Filters(years=(2017, 2020)), [])


def test_years_beyond_all_events_are_drawn_in_and_said(allowed):
    filters, notices = from_query({"years": ["2017", "3000"]}, allowed)
    assert filters == Filters(years=(2017, allowed.years[1]))
    assert "2017–3000 was read as 2017–" in notices[0]


def test_all_years_are_no_choice_of_years(allowed):
    assert from_query({"years": [str(year) for year in allowed.years]}, allowed) == (Filters(), [])


def test_a_code_said_twice_is_chosen_once(allowed):
    assert from_query({"sector": ["energy", "energy"]}, allowed) == (Filters(sector=("energy",)), [])


def test_a_long_text_is_cut_and_said(allowed):
    filters, notices = from_query({"text": ["y" * 5000]}, allowed)
    assert filters.text == "y" * LONGEST_TEXT
    assert notices == [f"text: only the first {LONGEST_TEXT} characters are searched for."]


@pytest.mark.parametrize("text", ["Düsseldorf", "Dusseldorf", "duesseldorf", "DÜSSELDORF", "Du\u0308sseldorf"])
def test_a_search_finds_a_city_however_it_is_spelled(all_events, text):
    named = all_events.rows["cities"].str.contains("Düsseldorf")
    assert set(all_events.rows.loc[named, "event_id"]) <= chosen_keys(all_events, Filters(text=text))


def test_a_search_for_two_words_finds_what_has_both(all_events):
    both = chosen_keys(all_events, Filters(text="essen 2017"))
    assert both == chosen_keys(all_events, Filters(text="essen")) & chosen_keys(all_events, Filters(text="2017"))


@pytest.mark.parametrize("text", [".*", "(", "[", "\\", "a|b", "^$"])
def test_a_search_takes_signs_as_they_are(all_events, text):
    found = select(all_events, Filters(text=text)).rows
    assert found["search"].str.contains(text, regex=False).all()
