"""One selection answers fast what the plain rule answers: counts, options and events, and what is made of it is made once."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from selections import selections

from loaders.events import FACETS
from loaders.events.filters import Filters, facet_counts, select
from loaders.events.selection import derived
from loaders.store import MOST_SELECTIONS, Store


@settings(max_examples=40)
@given(st.data())
def test_masks_select_what_the_plain_rule_selects(store, all_events, allowed, data):
    filters = data.draw(selections(allowed))
    plainly = list(select(all_events, filters).rows["event_id"])
    found = store.selection(filters)
    assert list(found.events.rows["event_id"]) == plainly and len(found) == found.count() == len(plainly)


@settings(max_examples=4)
@given(st.data())
def test_masks_count_beside_every_option_what_the_plain_rule_counts(store, all_events, allowed, data):
    filters = data.draw(selections(allowed))
    assert {facet: store.selection(filters).counts(facet) for facet in FACETS} == facet_counts(all_events, filters)


@given(st.data())
def test_a_number_by_two_names_is_that_of_choosing_both(store, allowed, data):
    found = store.selection(replace(data.draw(selections(allowed)), sector=(), years=None, undated=False))
    for (sector, year), number in found.by("sector", "year").items():
        assert number == found.count(sector=(sector,), years=(year, year))


def test_a_switch_says_what_it_adds(store):
    found = store.selection(Filters(sector=("energy",)))
    assert found.count(background=True) > found.count(background=False) == len(found)
    tie = store.selection(Filters(tie=("none",)))
    assert tie.count(background=True) == tie.count(background=False) == len(tie) > 0


def test_what_is_made_of_a_selection_is_made_once_and_only_the_last_selections_are_kept(fact_base):
    made = []

    @derived
    def number(selection, more):
        made.append(more)
        return len(selection) + more

    store = Store(fact_base)
    energy = Filters(sector=("energy",))
    assert number(store.selection(energy), 1) == number(store.selection(energy), 1) == number(store.selection(energy), 2) - 1
    assert made == [1, 2] and store.selection(energy) is store.selection(energy) == store.selection().narrowed(sector=("energy",))
    for year in range(1, MOST_SELECTIONS + 2):
        store.selection(Filters(years=(year, year)))
    assert number(store.selection(energy), 1) and made == [1, 2, 1]


@given(st.data())
def test_choices_reach_the_background_only_where_that_alone_has_events_and_nothing_where_none_has(store, allowed, data):
    found = store.selection(replace(data.draw(selections(allowed)), background=False))
    facet = data.draw(st.sampled_from(["source", "location", "organisation", "person", "city"]))
    chosen = {facet: (data.draw(st.sampled_from(allowed.codes[facet])),)}
    reached, both = found.reaching(**chosen), found.count(**chosen, background=True)
    assert bool(reached) == bool(both)
    assert not reached or ((reached == chosen) == bool(found.count(**chosen)) and found.count(**reached))
