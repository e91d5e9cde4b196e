"""What is downloaded is what is shown: the same rows, the same number, under a name that says the selection."""

import csv
import datetime
import re
from pathlib import Path

from loaders.events.filters import Filters, select
from loaders.export import event_rows, file_name


def downloaded(reader):
    """The file's name, its rows, and the number beside the button that was clicked."""
    with reader.page.expect_download() as coming:
        reader.page.locator(".st-key-csv-events").get_by_role("button", name="CSV").click()
    text = Path(coming.value.path()).read_bytes().decode("utf-8-sig")
    assert "\r\n" in text
    number = int(re.search(r"\d+", reader.page.locator(".count").inner_text())[0])
    return coming.value.suggested_filename, list(csv.DictReader(text.splitlines())), number


def test_the_csv_has_the_rows_that_the_page_counts(reader):
    filters = Filters(years=(2017, 2020), sector=("energy", "healthcare"))
    reader.opens("/timeline", filters)
    reader.finds_count(filters)
    name, rows, number = downloaded(reader)
    expected = event_rows(select(reader.events, filters))
    assert [row["event_id"] for row in rows] == list(expected["event_id"])
    assert len(rows) == number == len(expected)
    assert list(rows[0]) == list(expected.columns)
    assert all(row["citations"] for row in rows)
    assert name == file_name("events", filters, on=datetime.date.today(), variant="excel")


def test_a_filter_changes_the_download_without_a_reload(reader):
    reader.opens("/timeline")
    reader.opens_popover("sector")
    reader.page.locator(".st-key-sector").get_by_role("button", name=re.compile("^Culture")).click()
    chosen = Filters(sector=("culture",))
    reader.finds(chosen)
    reader.closes_popover()
    reader.rests()
    name, rows, number = downloaded(reader)
    assert [row["event_id"] for row in rows] == list(select(reader.events, chosen).rows["event_id"])
    assert number == len(rows)
    assert name == file_name("events", chosen, on=datetime.date.today(), variant="excel")
