"""The filter's facets: every option of each counts what a plain reading of the files counts, and a pair has no order."""

import pytest
from selections import plain_links

from loaders.events import FACETS
from loaders.events.filters import Filters, facet_counts, from_query


@pytest.fixture(scope="module")
def links():
    return plain_links()


@pytest.mark.parametrize("facet", FACETS)
def test_every_option_counts_the_events_that_have_it(all_events, allowed, links, facet):
    plainly = {code: sum(code in links[facet][key] for key in all_events.rows["event_id"]) for code in allowed.codes[facet]}
    assert facet_counts(all_events, Filters(background=True))[facet] == plainly and any(plainly.values())


def test_two_cities_are_a_pair_whichever_is_named_first(allowed):
    assert from_query({"pair": ["koriyama~essen"]}, allowed) == (Filters(pair=("essen~koriyama",)), [])
