"""The one table in Chromium: alone on an empty page with rows of every kind, and under the timeline."""

import json
import math
import re
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest
from playwright.sync_api import expect
from wcag import violations

from loaders.events.filters import Filters
from loaders.events.rows import event_rows
from loaders.text import counted
from pages.widgets import table
from pages.widgets.table import EVENT_COLUMNS, PAGE_ROWS, Column, packed

ENERGY, EVERY = Filters(sector=("energy",)), Filters(background=True)
COLUMNS = [
    Column("date", "Date", by="day"),
    Column("name", "Name", "title", beside="quiet"),
    Column("share", "Share", "number", by="value"),
    Column("pages", "Pages", "links"),
]
ROWS = pd.DataFrame(
    [
        ("b", 0, "2 Mar", 61.0, "Émile", "announced", "7 %", 7.0, [["One", "https://example.org/1"], ["Two", "https://example.org/2"]]),
        ("b1", 1, "9 Mar", 68.0, "zoo, part", "", "1 %", 1.0, []),
        ("b2", 1, "1 Mar", 60.0, "Ape, part", "", "2 %", 2.0, []),
        ("a", 0, "no date", math.nan, "eagle", "", "", math.nan, []),
        ("c", 0, "1 Feb", 31.0, "<b>Zebra</b>", "", "30 %", 30.0, []),
        ("", 0, "1 Jan", 0.0, "ant 10", "", "9 %", 9.0, []),
    ],
    columns=["key", "level", "date", "day", "name", "quiet", "share", "value", "pages"],
)
# Has the component draw into a shadow of its own, as Streamlit does; `said` is what it tells the server.
DRAW = """async ([page, style, script, text]) => {
  window.draw ??= (await import(`data:text/javascript,${encodeURIComponent(script)}`)).default;
  if (!window.place) {
    window.said = [];
    window.place = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
    window.place.innerHTML = `<style>${style}</style>${page}`;
  }
  window.draw({ parentElement: window.place, data: new TextEncoder().encode(text), setTriggerValue: (...what) => window.said.push(what) });
}"""


class Alone:
    """The table alone on an empty page."""

    def __init__(self, page):
        self.page = page
        self.parts = [(table._HERE / f"table.{kind}").read_text(encoding="utf-8") for kind in ("html", "css", "js")]

    def draws(self, rows=ROWS, columns=COLUMNS, **words):
        self.page.evaluate(DRAW, [*self.parts, packed(rows, columns, caption="beasts", **words).decode()])
        return self

    @property
    def said(self):
        return self.page.evaluate("window.said")

    @property
    def names(self):
        """The titles of the rows that are seen, from above."""
        return [row.inner_text() for row in self.page.locator("tbody .open").all() if row.is_visible()]

    def sorts(self, label):
        self.page.get_by_role("columnheader", name=label).get_by_role("button").click()
        return self.names


@pytest.fixture
def alone(browser):
    page = browser.new_page()
    yield Alone(page)
    page.close()


def test_columns_sort_by_value_with_parts_under_their_whole_and_what_is_missing_last(alone):
    alone.draws()
    assert alone.sorts("Date") == ["ant 10", "<b>Zebra</b>", "Émile", "Ape, part", "zoo, part", "eagle"]
    assert alone.sorts("Date") == ["Émile", "zoo, part", "Ape, part", "<b>Zebra</b>", "ant 10", "eagle"]
    assert alone.sorts("Name") == ["<b>Zebra</b>", "ant 10", "eagle", "Émile", "Ape, part", "zoo, part"]
    assert alone.sorts("Share") == ["Émile", "zoo, part", "Ape, part", "ant 10", "<b>Zebra</b>", "eagle"]
    assert alone.sorts("Share") == ["<b>Zebra</b>", "ant 10", "Émile", "Ape, part", "zoo, part", "eagle"]
    expect(alone.page.get_by_role("columnheader", name="Share")).to_have_attribute("aria-sort", "descending")
    assert alone.page.locator("[aria-sort]").count() == 1


def test_other_rows_are_sorted_as_the_reader_had_sorted_those_before(alone):
    alone.draws().sorts("Share")
    assert alone.draws(ROWS.iloc[3:]).names == ["ant 10", "<b>Zebra</b>", "eagle"]


def test_a_link_in_a_cell_leads_elsewhere_and_opens_no_row(alone):
    alone.draws()
    link = alone.page.get_by_role("link", name="Two")
    assert link.get_attribute("href") == "https://example.org/2"
    alone.page.route("https://example.org/*", lambda route: route.fulfill(body="elsewhere"))
    link.evaluate("link => { link.target = 'elsewhere' }")
    with alone.page.expect_popup() as other:
        link.click()
    other.value.close()
    assert alone.said == []


def test_a_row_opens_at_a_click_anywhere_and_one_without_a_key_does_not(alone):
    alone.draws()
    alone.page.get_by_role("cell", name="30 %").click()
    alone.page.get_by_role("cell", name="9 %").click()
    assert alone.said == [["open", "c"]]


def many(number, first=0):
    return pd.DataFrame(
        {"key": [f"k{at}" for at in range(first, first + number)], "name": [f"n{at}" for at in range(first, first + number)]}
    )


def test_pages_of_rows_that_are_all_there_are_turned_in_the_browser(alone):
    alone.draws(many(120), [Column("name", "Name", "title")])
    assert alone.names == [f"n{at}" for at in range(PAGE_ROWS)]
    assert alone.page.locator(".range").first.inner_text() == "Rows 1–50 of 120"
    alone.page.get_by_role("button", name="Next").click()
    alone.page.get_by_role("button", name="Next").click()
    assert alone.names == [f"n{at}" for at in range(100, 120)] and alone.page.get_by_role("button", name="Next").is_disabled()
    alone.page.keyboard.press("ArrowUp")
    assert alone.names[0] == "n50" and alone.page.evaluate("place.activeElement.textContent") == "n99"
    assert alone.said == []


def test_of_more_rows_the_server_is_asked_for_a_page_and_none_is_sorted(alone):
    alone.draws(many(50, 50), [Column("name", "Name", "title")], sorted_by=("Name", False), page=1, total=100_000)
    assert alone.page.locator(".range").first.inner_text() == "Rows 51–100 of 100\u202f000"
    assert alone.page.get_by_role("columnheader").get_by_role("button").count() == 0
    assert alone.page.get_by_role("row").nth(1).get_attribute("aria-rowindex") == "52"
    alone.page.get_by_role("button", name="Next").click()
    assert alone.said == [["page", 2]]
    alone.draws(many(50, 100), [Column("name", "Name", "title")], page=2, total=100_000)
    assert alone.page.evaluate("place.activeElement.textContent") == "n100"


def rows_of(reader):
    return reader.page.locator(".st-key-rows").locator("tbody tr")


def focused(reader):
    """The title of the row that has the focus; blank where none has."""
    return reader.page.evaluate("document.activeElement?.shadowRoot?.activeElement?.textContent ?? ''")


def test_the_rows_are_as_many_as_the_bar_counts_and_stand_newest_first(reader):
    reader.opens("/timeline")
    shown = reader.store.selection()
    expect(rows_of(reader)).to_have_count(len(shown))
    said = counted("{count} event", "{count} events", count=len(shown))
    expect(reader.page.locator("p.count")).to_have_text(said)
    assert rows_of(reader).locator(".open").all_text_contents() == event_rows(shown)["title"]
    expect(reader.page.get_by_role("table", name=re.compile(f"^{said} with date"))).to_be_visible()


def test_every_column_of_the_events_sorts_both_ways(reader):
    reader.opens("/timeline", EVERY)
    rows = event_rows(reader.store.selection(EVERY))
    for at, column in enumerate(EVENT_COLUMNS):
        head = reader.page.locator(".st-key-rows").locator("thead th").nth(at)
        value = dict(zip(rows["title"], rows[column.by or column.name], strict=True))
        compare = "([a, b]) => a === b ? 0 : new Intl.Collator(undefined, {numeric: true}).compare(a, b)"
        for way in ("ascending", "descending"):
            head.get_by_role("button").click()
            expect(head).to_have_attribute("aria-sort", way)
            tops = [
                value[title] for title in rows_of(reader).and_(reader.page.locator("tr:not(.part)")).locator(".open").all_text_contents()
            ]
            known = [text for text in tops if text == text]
            assert all(text == text for text in tops[: len(known)]), "what is missing comes last"
            turned = known[::-1] if way == "descending" else known
            if isinstance(known[0], str):
                pairs = json.dumps(list(pairwise(turned)))
                assert reader.page.evaluate(f"JSON.parse({json.dumps(pairs)}).every(pair => ({compare})(pair) <= 0)"), column.label
            else:
                assert turned == sorted(turned), column.label


def test_arrows_move_enter_opens_the_card_and_escape_comes_back_to_the_row(reader):
    reader.opens("/timeline", ENERGY)
    rows, keyboard = event_rows(reader.store.selection(ENERGY)), reader.page.keyboard
    reader.page.locator(".st-key-rows").get_by_role("button", name="Who says so").focus()
    keyboard.press("Tab")
    assert focused(reader) == rows["title"][0]
    for key, row in (("ArrowDown", 1), ("End", -1), ("ArrowDown", -1), ("Home", 0), ("ArrowUp", 0), ("ArrowDown", 1), ("ArrowDown", 2)):
        keyboard.press(key)
        assert focused(reader) == rows["title"][row]
    reader.finds_address(ENERGY.to_query())
    assert parse_qs(urlsplit(rows_of(reader).nth(2).get_by_role("link").get_attribute("href")).query) == {
        **ENERGY.to_query(),
        "event": [rows["key"][2]],
    }
    for _ in range(2):
        keyboard.press("Enter")
        reader.finds_card(rows["key"][2])
        keyboard.press("Escape")
        expect(reader.page.get_by_role("dialog")).to_have_count(0)
        reader.finds_address(ENERGY.to_query())
        reader.page.wait_for_function(
            "title => document.activeElement?.shadowRoot?.activeElement?.textContent === title", arg=rows["title"][2]
        )
        reader.rests()
    assert focused(reader) == rows["title"][2] and not reader.met


@pytest.mark.parametrize("mode", ["light", "phone"])
def test_a_click_on_a_row_opens_its_card_again_and_again(mode, reader_in):
    reader = reader_in(mode)
    reader.opens("/timeline", ENERGY)
    rows = event_rows(reader.store.selection(ENERGY))
    for row in (2, 2, 4):
        rows_of(reader).nth(row).locator(".pips").click()
        reader.finds_card(rows["key"][row])
        reader.closes_card()
        reader.finds_address(ENERGY.to_query())
        reader.rests()


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_nothing_of_the_table_lies_beside_the_screen(width, reader_in):
    reader = reader_in("phone")
    reader.page.set_viewport_size({"width": width, "height": 844})
    reader.opens("/timeline", EVERY)
    expect(rows_of(reader).first).to_be_visible()
    inside = reader.page.locator(".st-key-rows").locator("section *")
    assert inside.evaluate_all("parts => Math.max(...parts.map(part => part.getBoundingClientRect().right))") <= width
    assert reader.page.get_by_role("row").nth(1).get_by_role("cell").count() == len(EVENT_COLUMNS) - 1, "it is still read as a table"


@pytest.mark.parametrize("mode", ["light", "phone"])
def test_on_paper_all_rows_stand(mode, reader_in):
    reader = reader_in(mode)
    reader.opens("/timeline", EVERY)
    expect(rows_of(reader).locator("visible=true")).to_have_count(PAGE_ROWS)
    reader.page.emulate_media(media="print")
    expect(rows_of(reader).locator("visible=true")).to_have_count(len(reader.store.selection(EVERY)))
    reader.page.emulate_media(media="screen")


@pytest.mark.parametrize("mode", ["light", "dark", "phone"])
def test_the_table_violates_no_rule(mode, reader_in):
    reader = reader_in(mode)
    reader.opens("/timeline", EVERY)
    expect(rows_of(reader).first).to_be_visible()
    assert violations(reader, ".st-key-rows") == [] and not reader.met
