"""A part of an export: its own rows and their own sources, and how many there are in all."""

from loaders.events.filters import Filters
from loaders.exports import metadata
from loaders.offers import export
from loaders.parts import part_of


def test_a_part_cites_exactly_the_sources_of_its_rows(fact_base, store):
    whole = export(store.selection(Filters(sector=("energy",))), "events", "http://x")
    part = part_of(fact_base, whole, offset=2, limit=1)
    key = whole.rows["event_id"][2]
    said = fact_base.table("evidence").query("table == 'events' and key == @key")
    assert list(part.rows["event_id"]) == [key]
    assert set(part.sources["source_id"]) == set(said["source_id"]) < set(whole.sources["source_id"])


def test_a_part_says_of_how_many_rows_it_is_one_and_its_address_leads_to_it(fact_base, store):
    whole = export(store.selection(Filters(sector=("energy",))), "events", "http://x")
    said = metadata(part_of(fact_base, whole, offset=3, limit=4))
    assert (said["rows"], said["offset"], said["limit"], said["selected"], said["total"]) == (4, 3, 4, len(whole), len(store.selection()))
    assert said["data"] == "http://x/api/events.json?sector=energy&offset=3&limit=4"
    assert "offset" not in metadata(whole) and "selected" not in metadata(whole)
