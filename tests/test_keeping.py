"""The one cache: a thing is made once for what it is made of and what is asked, and goes with it."""

from dataclasses import replace

from loaders.citations import evidence
from loaders.events.filters import Filters
from loaders.keeping import Keeper, derived
from loaders.voices import spoken


def test_a_thing_is_made_once_for_each_keeper_and_argument():
    asked = []

    @derived
    def made(keeper, *words, **named):
        asked.append((keeper, words, named))
        return len(asked)

    one, other = Keeper(), Keeper()
    assert [made(one, "a"), made(one, "b"), made(other, "a"), made(one, "a", dark=True)] == [1, 2, 3, 4]
    assert [made(one, "a"), made(one, "b"), made(other, "a"), made(one, "a", dark=True)] == [1, 2, 3, 4]
    assert asked[3] == (one, ("a",), {"dark": True}) and len(asked) == 4


def test_facts_a_store_and_a_selection_keep_what_is_made_of_them(fact_base, store):
    changed = replace(fact_base)
    assert spoken(fact_base) is spoken(fact_base) and spoken(changed) is not spoken(fact_base)
    assert store.events() is store.events()
    assert store.selection(Filters(text="frea")).events is store.selection(Filters(text="frea")).events


def test_what_is_done_to_the_evidence_that_was_given_stays_with_whom_it_was_given(fact_base):
    rows = evidence(fact_base)
    rows["brief"] = "changed"
    assert "changed" not in set(evidence(fact_base)["brief"])
