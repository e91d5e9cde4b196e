"""Every row of a table can be reached, by scrolling and by the keyboard alone, and opens its card; a short table is whole."""

import contextlib
from itertools import combinations

import pytest
from playwright.sync_api import expect

from loaders.city_activity import activity
from loaders.events import FACETS
from loaders.events.filters import Filters
from pages.parts.table_keys import HEAD_PX, ROW_PX

PATH, VIEW = "/cities", {"view": "activity"}
# What of the rows lies out of sight, in pixels, and how far the table is scrolled.
HIDDEN = "box => box.scrollHeight - box.clientHeight"
AT_THE_END = "box => box.scrollTop > 0 && box.scrollTop + box.clientHeight >= box.scrollHeight - 1"


@pytest.fixture(scope="module")
def with_rows(store, allowed):
    """A function that gives a selection of so many events."""
    single = [Filters(**{facet: (code,)}) for facet in FACETS for code in allowed.codes[facet]]
    several = [Filters(sector=codes) for size in (2, 3, 4) for codes in combinations(allowed.codes["sector"], size)]
    return lambda number: next(filters for filters in (*single, *several) if len(activity(store.selection(filters))) == number)


def last_event(reader, filters):
    return activity(reader.store.selection(filters)).events.rows["event_id"].iloc[-1]


def table_of(reader):
    table = reader.page.locator('[class*="st-key-rows-"]')
    table.scroll_into_view_if_needed()
    return table


@pytest.mark.parametrize("number", [12, 13])
def test_the_last_row_is_reached_by_scrolling_and_a_short_table_is_whole(number, reader, with_rows):
    filters = with_rows(number)
    reader.opens(PATH, filters, **VIEW)
    scroller = table_of(reader).locator(".dvn-scroller")
    hidden = scroller.evaluate(HIDDEN)
    assert (hidden > ROW_PX / 4) == (number > 12)
    if hidden > 0:
        scroller.hover()
        reader.page.mouse.wheel(0, ROW_PX * number)
        reader.page.wait_for_function(AT_THE_END, arg=scroller.element_handle())
    scroller.click(position={"x": 100, "y": HEAD_PX + ROW_PX * (number - 0.5) - hidden})
    reader.finds_card(last_event(reader, filters))


def focuses(reader):
    """Moves the focus into the table until it has seen that, as what watches it may come after it; gives the ring about the keyboard's row."""
    ring = reader.page.locator(".row-of-the-keyboard")
    for _ in range(10):
        reader.page.evaluate("document.activeElement.blur()")
        reader.page.keyboard.press("Tab")
        table_of(reader).get_by_test_id("data-grid-canvas").focus()
        with contextlib.suppress(AssertionError):
            expect(ring).to_be_visible(timeout=3000)
            break
    expect(ring).to_be_visible()
    return ring


@pytest.mark.parametrize("number", [60])
def test_the_last_row_is_reached_by_the_keyboard_alone_and_the_focus_opens_nothing(number, reader, with_rows):
    filters = with_rows(number)
    reader.opens(PATH, filters, **VIEW)
    table, keyboard, ring = table_of(reader), reader.page.keyboard, focuses(reader)
    for key in ("PageDown", "ArrowUp", "End"):
        keyboard.press(key)
        expect(ring).to_be_visible()
    seen, ringed = table.bounding_box(), ring.bounding_box()
    assert seen["y"] < ringed["y"] and ringed["y"] + ringed["height"] <= seen["y"] + seen["height"]
    reader.finds_address({**filters.to_query(), "view": ["activity"]}, PATH)
    keyboard.press("Enter")
    reader.finds_card(last_event(reader, filters))
