"""The package against the page and every other download; the dashboard on an unpacked one; what cannot be packed."""

import json
from dataclasses import replace
from functools import partial

import pytest
import streamlit as st
from app_pages import headline, opened, written
from asking import asker
from hypothesis import given, settings, strategies
from packages import SELECTIONS, opened_store, packed, rows_of
from selections import read, selections

import loaders
from loaders import packaging
from loaders.closure import parts
from loaders.events.filters import Filters, select
from loaders.facts import DATA
from loaders.faults import FaultyData
from loaders.formats import FORMATS
from loaders.offers import export, offers
from loaders.packaging import package_bytes, package_files
from loaders.readable import POINTING
from loaders.schema import read_schema
from loaders.store import Store
from loaders.story.headlines import timeline_headline
from pages.parts import base

SCHEMA = read_schema(DATA)


@settings(max_examples=5)
@given(strategies.data())
def test_page_csv_json_and_package_have_the_same_rows(store, all_events, allowed, data):
    selection = store.selection(data.draw(selections(allowed)))
    page = list(select(all_events, selection.filters).rows["event_id"])
    rows = export(selection, "events")
    assert list(rows.rows["event_id"]) == page == [row["event_id"] for row in rows_of(FORMATS["csv"].write(rows))]
    if "json" in FORMATS:
        found = json.loads(FORMATS["json"].write(rows))
        assert [row["event_id"] for row in found["rows"]] == page
    found = parts(selection)
    assert set(found["events"].cells["event_id"]) == set(page)
    for name, part in found.items():
        shown = set(offers(store.facts)[name].rows(selection)[part.table.key])
        left = shown - set(part.cells[part.table.key])
        assert len(left) == part.outside and all(hangs_outside(name, key, set(page)) for key in left), (selection, name)


def hangs_outside(table, key, shown):
    """Whether a row is of an event outside the selection, or speaks of a row that is."""
    (row,) = [row for row in read(table) if row[SCHEMA[table].key] == key]
    if table in POINTING:
        return row["key"] not in shown if row["table"] == "events" else hangs_outside(row["table"], row["key"], shown)
    return bool(row.get("event_id")) and row["event_id"] not in shown


@pytest.fixture
def on_pages(monkeypatch, store, tmp_path):
    """A function that packs a selection, unpacks it, and lets the pages read that folder."""

    def read_from(name):
        folder = packed(store, SELECTIONS[name], tmp_path / "ties").folder
        monkeypatch.setattr(loaders, "facts", partial(loaders.facts, folder))
        monkeypatch.setattr(base, "stamp", partial(base.stamp, folder))

    yield read_from
    st.cache_resource.clear()


def test_the_dashboard_on_a_package_shows_the_view_that_was_packed(on_pages, store):
    on_pages("energy")
    app = opened("timeline/timeline.py")
    shown = store.selection(SELECTIONS["energy"])
    assert headline(app).replace("\\", "") == timeline_headline(base.store().selection()).title and f"{len(shown)} events" in written(app)
    assert not app.error and not app.warning
    assert f"{len(shown)} events" in written(opened("map/map.py", sector="energy"))


def test_the_dashboard_on_a_package_without_events_says_that_there_are_none(on_pages):
    on_pages("no event")
    assert headline(opened("timeline/timeline.py")) == "No event fits this selection"


def test_the_data_routes_of_a_package_without_events_answer_each_offer_with_what_it_has(store, tmp_path):
    none = opened_store(packed(store, SELECTIONS["no event"], tmp_path / "ties").folder)
    ask = asker(none)
    said = ask("/api/index.json")
    assert said.status == 200
    for table in said.json["tables"]:
        for form in table["formats"]:
            assert ask("/api/" + form["address"].partition("/api/")[2]).status == 200, form["address"]
    assert all(ask("/api/" + example["address"].partition("/api/")[2]).status == 200 for example in said.json["examples"])
    assert [ask(f"/api/{name}.csv").rows for name in ("comparison", "profile")] == [[], []]


def test_faulty_or_changed_data_are_not_packed(fact_base, store, package):
    faulty = package("unknown-sector")
    with pytest.raises(FaultyData, match="enrgy"):
        package_bytes(Store(loaders.facts(faulty)).selection())
    changed = replace(fact_base, folder=faulty)
    with pytest.raises(FaultyData, match="was changed while it was read"):
        package_bytes(Store(changed).selection())


def test_data_that_change_while_they_are_packed_are_not_packed(package, monkeypatch):
    ours = opened_store(package())
    monkeypatch.setattr(packaging, "readme", lambda made: (made.facts.folder / "LICENSE.md").write_text("Other terms."))
    with pytest.raises(FaultyData, match="was changed while it was read"):
        package_bytes(ours.selection())


def test_what_a_reader_searched_for_is_no_markup_in_the_readme(store):
    files = package_files(store.selection(Filters(text="<b>[zzz](http://x)")))
    assert r"\<b\>\[zzz\](http://x)" in files["README.md"].decode("utf-8")
