"""Numbers by facets and columns in their order, and a page of the rows."""

import pandas as pd
import pytest
from selections import TRIED

from loaders.events.filters import Filters

NAMES = [("year",), ("city", "status"), ("sector", "year", "doubtful"), ("journey",), ("maybe_same_as",), ("tie", "witnesses", "primary")]


@pytest.mark.parametrize("filters", [*TRIED, Filters(text="no event has this")], ids=str)
def test_numbers_from_codes_stand_in_the_order_of_the_codes_or_that_of_most_first(store, filters):
    selection = store.selection(filters)
    for names in NAMES:
        assert list(selection.by(*names)) == sorted(selection.by(*names))
    most = selection.most("sector")
    assert dict(most) == selection.by("sector") and most == sorted(most, key=lambda one: (-one[1], one[0]))


def test_pages_of_rows_are_the_rows_in_their_order_and_each_once(store):
    selection = store.selection(Filters(sector=("energy",)))
    pages = [selection.page(first, 7) for first in range(0, len(selection), 7)]
    assert pd.concat(pages).equals(selection.events.rows) and {len(page) for page in pages[:-1]} == {7}


@pytest.mark.parametrize("filters", [*TRIED, Filters(source=("essen-koriyama-deck-2023",))], ids=str)
def test_what_the_events_have_is_counted_beside_a_chosen_word_too_and_by_groups_each_event_once(store, filters):
    selection, links = store.selection(filters), store.selection(filters).events.links["source"]
    assert selection.had("source") == links["code"].value_counts().to_dict()
    publisher = store.facts.table("sources").set_index("source_id")["publisher"]
    assert selection.had("source", publisher) == links.groupby(links["code"].map(publisher))["event_id"].nunique().to_dict()
