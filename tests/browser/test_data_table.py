"""The page on the data in a browser: choose a table, click a row, follow it to where it is shown, download what is seen."""

import csv
import datetime
from pathlib import Path

from playwright.sync_api import expect

from loaders.events.filters import Filters
from loaders.export import file_name
from loaders.selected import selected

ROW_PX = 35  # as tall as Streamlit draws rows and their header
ESSEN = Filters(city=("essen",))


def clicks_row(reader, row):
    """Clicks in a row of the table as it is drawn, the first being 0."""
    table = reader.page.locator('[class*="st-key-facts-"] .dvn-scroller')
    table.scroll_into_view_if_needed()
    table.click(position={"x": 60, "y": ROW_PX * (row + 1) + ROW_PX / 2})


def chooses(reader, title):
    """Takes a table from the list of tables."""
    reader.page.locator(".st-key-tables").get_by_role("button", name=title, exact=True).click()
    reader.rests()


def test_a_row_opens_its_card_and_says_below_where_it_is_shown(reader):
    reader.opens("/data")
    third = selected(reader.store.selection(), "events").rows["event_id"].iloc[2]
    clicks_row(reader, 2)
    reader.finds_card(third)
    reader.closes_card()
    reader.finds_address({"row": [third]}, "/data")
    reader.page.get_by_test_id("stPageLink").get_by_text("Timeline: ").click()
    reader.finds_card(third)


def test_a_chosen_table_is_in_the_address_and_a_sorted_row_is_the_one_that_is_clicked(reader):
    reader.opens("/data", ESSEN)
    chooses(reader, "Ties")
    reader.finds_address({**ESSEN.to_query(), "table": ["ties"]}, "/data")
    reader.page.locator('[class*="st-key-facts-"] .dvn-scroller').click(position={"x": 60, "y": ROW_PX / 2})
    clicks_row(reader, 0)
    reader.finds_address({**ESSEN.to_query(), "table": ["ties"], "row": ["essen-changzhou"]}, "/data")
    expect(reader.page.get_by_role("heading", name="Essen–Changzhou")).to_be_visible()


def test_the_link_of_a_row_takes_its_filter_along(reader):
    reader.opens("/data", ESSEN, table="cities", row="essen")
    reader.page.get_by_test_id("stPageLink").get_by_text("Timeline: ").click()
    reader.finds(ESSEN)


def test_the_csv_has_the_rows_of_the_table(reader, fact_base):
    table = "observations"
    reader.opens("/data", ESSEN, table=table)
    button = reader.page.locator(f".st-key-file-csv-excel-{table}").get_by_role("button")
    with reader.page.expect_download() as coming:
        button.click()
    rows = list(csv.DictReader(Path(coming.value.path()).read_bytes().decode("utf-8-sig").splitlines()))
    assert coming.value.suggested_filename == file_name(table, ESSEN, on=datetime.date.today(), variant="excel")
    stored, key = fact_base.table(table), fact_base.schema[table].key
    assert [row[key] for row in rows] == list(stored.loc[stored["city_id"] == "essen", key])
    assert all(row["citations"] for row in rows)
    expect(reader.page.get_by_text(f"{len(rows)} of {len(stored)} rows.")).to_be_visible()


def test_a_phone_shows_table_and_dictionary_without_moving_sideways(reader_in):
    reader = reader_in("phone")
    reader.opens("/data", table="evidence")
    assert reader.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 1
    meaning = reader.page.locator(".st-key-dictionary").get_by_text("The place in the source").first
    meaning.scroll_into_view_if_needed()
    box = meaning.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390
