"""Every page with one bad cell in one table: it works, and what it cannot show it says with the fault's place."""

import csv
import shutil
from functools import partial

import pytest
import streamlit as st
from app_pages import headline, opened, says, shows

import loaders
from loaders.events.filters import Filters
from loaders.facts import DATA
from loaders.schema import read_schema
from pages.parts import base
from pages.parts.rows import PAGE_ROWS

SCHEMA = read_schema(DATA)
TELLING = ("events", "observations", "searches")  # what most and what fewest pages need
WITHOUT_EVENTS = ("sectors", "sources", "observations", "vocabulary")
VIEWS = (
    ("overview/overview.py", {}),
    ("timeline/timeline.py", {}),
    ("cities/cities.py", {}),
    ("cities/cities.py", {"view": "time"}),
    ("cities/cities.py", {"view": "city"}),
    ("cities/cities.py", {"view": "two"}),
    ("network/network.py", {}),
    ("search/search.py", {"text": "Koriyama"}),
    ("map/map.py", {}),
    ("data/data.py", {}),
    ("data/data.py", {"table": "sectors"}),
    ("sources/sources.py", {}),
)


@pytest.fixture(autouse=True)
def nothing_cached():
    yield
    st.cache_resource.clear()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A copy of the data for all tests here; each takes its fault back."""
    return shutil.copytree(DATA, tmp_path_factory.mktemp("faulty") / "data")


@pytest.fixture
def spoiled(folder, monkeypatch):
    """A function that puts a blank behind one cell of a table that the pages then read, and gives the fault's words."""
    monkeypatch.setattr(loaders, "facts", partial(loaders.facts, folder))
    monkeypatch.setattr(base, "stamp", partial(base.stamp, folder))
    kept = {}

    def spoil(name):
        table, file = SCHEMA[name], folder / SCHEMA[name].path
        kept[file] = file.read_bytes()
        plain = set(table.names) - {table.key} - {reference.column for reference in table.references}
        with file.open(encoding="utf-8", newline="") as opened_file:
            rows = list(csv.DictReader(opened_file))
        column = next(column for column in reversed(table.names) if column in plain and rows[0][column])
        rows[0][column] += " "
        with file.open("w", encoding="utf-8", newline="") as opened_file:
            writer = csv.DictWriter(opened_file, table.names, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        return next(str(fault) for fault in loaders.facts().faults if fault.file.endswith(f"/{table.path}"))

    yield spoil
    for file, content in kept.items():
        file.write_bytes(content)


def parts(app) -> set[str]:
    """What a page shows: its headings, charts and tables."""
    charts = {f"chart: {chart.proto.alt.partition(':')[0]}" for chart in app.get("plotly_chart")}
    return {heading.value for heading in app.subheader} | charts | {f"table {number}" for number, _ in enumerate(app.dataframe)}


@pytest.fixture(scope="module")
def whole_pages():
    """What each page shows of sound data."""
    found = {str(view): parts(opened(view[0], **view[1])) for view in VIEWS}
    st.cache_resource.clear()  # so that the first test that asks for them meets faulty data too
    return found


@pytest.mark.parametrize("name", TELLING)
def test_a_page_lacks_nothing_or_names_the_fault_under_one_headline(name, spoiled, whole_pages):
    fault = spoiled(name)
    for page, query in VIEWS:
        app = opened(page, **query)
        assert headline(app), (page, query)
        lacking = whole_pages[str((page, query))] - parts(app)
        assert not lacking or says(app, fault), (page, query, lacking)


def test_a_table_that_needs_no_event_is_shown_whole_while_events_are_faulty(spoiled):
    spoiled("events")
    for table in WITHOUT_EVENTS:
        app = opened("data/data.py", table=table)
        assert not app.error and len(app.dataframe[0].value) == min(len(loaders.facts().table(table)), PAGE_ROWS), table


def test_the_figures_of_cities_are_shown_whole_while_events_are_faulty(spoiled, whole_pages):
    spoiled("events")
    app = opened("cities/cities.py")
    assert not app.error and whole_pages[str(("cities/cities.py", {}))] <= parts(app)


def test_the_timeline_is_drawn_without_its_background_where_the_eras_are_faulty(spoiled, whole_pages):
    fault = spoiled("eras")
    app = opened("timeline/timeline.py")
    assert whole_pages[str(("timeline/timeline.py", {}))] <= parts(app)
    (error,) = app.error
    assert error.value.startswith("The background of the timeline cannot be shown") and says(app, fault)


def test_a_card_that_cannot_be_shown_names_its_fault_and_the_filter_works_on(spoiled, all_events):
    fault = spoiled("observations")
    app = opened("timeline/timeline.py", document="essen-koriyama-deck-2023", sector="energy")
    assert shows(app, Filters(sector=("energy",)), all_events) and not app.warning
    (error,) = app.error
    assert error.value.startswith("The card that the address names cannot be shown") and says(app, fault)


def test_a_card_of_faulty_events_does_not_silently_stay_shut(spoiled):
    fault = spoiled("events")
    app = opened("sources/sources.py", site="frea")
    assert app.warning and app.error and says(app, fault)
