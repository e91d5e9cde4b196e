"""What is downloaded is what is shown: the same rows, the same number, under a name that says the selection."""

import csv
import datetime
import re
from pathlib import Path

import pytest

from loaders.contradictions import contradictions
from loaders.documents import corrections, documents
from loaders.export import event_rows, file_name
from loaders.filters import Filters, select


def downloaded(reader, key="csv"):
    """The file's name, its rows, and the number on the button that was clicked."""
    button = reader.page.locator(f".st-key-{key}").get_by_role("button", name="CSV")
    with reader.page.expect_download() as coming:
        button.click()
    text = Path(coming.value.path()).read_bytes().decode("utf-8-sig")
    assert "\r\n" in text
    return coming.value.suggested_filename, list(csv.DictReader(text.splitlines())), int(re.search(r"\d+", button.inner_text())[0])


@pytest.mark.parametrize(
    "filters",
    [Filters(), Filters(years=(2017, 2020), sector=("energy", "healthcare")), Filters(text="hydrogen")],
    ids=["all", "years and sectors", "words"],
)
def test_the_csv_has_the_rows_that_the_page_counts(filters, reader):
    reader.opens("/timeline", filters)
    reader.finds_count(filters)
    name, rows, on_button = downloaded(reader)
    expected = event_rows(select(reader.events, filters))
    assert [row["event_id"] for row in rows] == list(expected["event_id"])
    assert len(rows) == on_button == len(expected)
    assert list(rows[0]) == list(expected.columns)
    assert all(row["citations"] for row in rows)
    assert name == file_name("events", filters, on=datetime.date.today())


def test_a_filter_changes_the_download_without_a_reload(reader):
    reader.opens("/timeline")
    reader.opens_popover("sector")
    reader.page.locator(".st-key-sector").get_by_role("button", name=re.compile("^Culture")).click()
    chosen = Filters(sector=("culture",))
    reader.finds(chosen)
    reader.closes_popover()
    reader.rests()
    name, rows, on_button = downloaded(reader)
    assert [row["event_id"] for row in rows] == list(select(reader.events, chosen).rows["event_id"])
    assert on_button == len(rows)
    assert name == file_name("events", chosen, on=datetime.date.today())


def test_the_csv_of_the_sources_has_every_document(reader, fact_base):
    reader.opens("/sources")
    name, rows, on_button = downloaded(reader)
    assert [row["source_id"] for row in rows] == list(documents(fact_base)["source_id"])
    assert on_button == len(rows)
    assert name == file_name("sources", Filters(), on=datetime.date.today())


@pytest.mark.parametrize("key, table", [("csv-corrections", "corrections"), ("csv-contradictions", "contradictions")])
def test_the_lists_below_the_documents_have_a_csv_of_their_own(key, table, reader, fact_base):
    reader.opens("/sources")
    name, rows, on_button = downloaded(reader, key)
    expected = {"corrections": corrections, "contradictions": contradictions}[table](fact_base)
    assert [row["subject"] for row in rows] == list(expected["subject"])
    assert len(rows) == on_button and name == file_name(table, Filters(), on=datetime.date.today())


def test_the_overviews_csv_has_its_events(reader):
    chosen = Filters(tie=("duesseldorf-tokyo",))
    reader.opens("/", chosen)
    _, rows, on_button = downloaded(reader)
    assert [row["event_id"] for row in rows] == list(select(reader.events, chosen).rows["event_id"])
    assert len(rows) == on_button
