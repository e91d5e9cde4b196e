"""The filter on what was looked for: by its event, or for a relationship as a whole by that and the period; as the coverage has it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from selections import dated, plain_links, plainly_selected, read, selections

from loaders.coverage import coverage_rows
from loaders.events.filters import Filters
from loaders.events.narrowing import NARROWING, narrowed

LINKS = plain_links()


@pytest.fixture(scope="module")
def left(fact_base, store):
    """A function that gives the keys of the searches that filters leave."""
    table = fact_base.table("searches")
    return lambda filters: set(table.loc[narrowed(store.selection(filters), "searches"), "search_id"])


@hypothesis_settings(max_examples=15)
@given(data=st.data())
def test_a_search_is_shown_by_its_event_or_by_its_relationship_and_its_period(data, left, allowed):
    filters = replace(data.draw(selections(allowed)), text="")
    chosen = {choice: getattr(filters, choice) for choice in NARROWING if getattr(filters, choice)}
    events = plainly_selected(Filters(**chosen, certainty=filters.certainty, background=filters.background), LINKS, {})
    others = {choice: words for choice, words in chosen.items() if choice not in ("years", "tie")}
    ties = (
        {
            row["tie_id"]
            for row in read("events")
            if row["event_id"] in plainly_selected(Filters(**others, background=filters.background), LINKS, {})
        }
        if others
        else None
    )

    def shown(row):
        if row["event_id"]:
            return row["event_id"] in events
        of_tie = (not filters.tie or row["tie_id"] in filters.tie) and (ties is None or row["tie_id"] in ties)
        return of_tie and dated(row["period"], filters)

    assert left(filters) == {row["search_id"] for row in read("searches") if shown(row)}


def test_what_was_looked_for_of_a_whole_relationship_is_shown_where_the_coverage_names_it(left, store):
    for filters in (Filters(sector=("energy",)), Filters(primary=("yes",)), Filters(years=(2026, 2026)), Filters(city=("tokyo",))):
        cells = coverage_rows(store.selection(filters))
        named = {key for keys in cells["search_ids"] for key in keys.split("; ") if key}
        assert "essen-koriyama-after-2025-01" in left(filters) and named <= left(filters)
    assert "duesseldorf-chiba-after-2025-06" not in left(Filters(tie=("essen-koriyama",)))
    assert left(Filters(years=(1990, 1999))) & {"duesseldorf-chiba-after-2025-06", "essen-koriyama-after-2025-01"} == set()
