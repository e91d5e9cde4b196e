"""Each screen and light has the drawing made for it."""

import pytest
from dashboard import SIDEWAYS
from playwright.sync_api import expect

from loaders.events.filters import Filters

ENERGY = Filters(sector=("energy",))
PICTURE = ".st-key-picture-timeline-"


@pytest.mark.parametrize("mode, shown, hidden", [("light", "wide", "narrow"), ("phone", "narrow", "wide")])
def test_each_screen_has_the_chart_that_was_made_for_it_and_nothing_sticks_out(mode, shown, hidden, reader_in):
    reader = reader_in(mode)
    reader.opens("/timeline")
    chart, screen = reader.page.locator(f"{PICTURE}{shown} .js-plotly-plot"), reader.page.viewport_size["width"]
    expect(chart).to_be_visible()
    expect(reader.page.locator(f"{PICTURE}{hidden}")).to_have_count(0)
    assert screen * 0.85 < chart.bounding_box()["width"] <= screen
    assert chart.locator(".barlayer .point").count() > len(reader.store.selection())
    assert reader.page.evaluate(SIDEWAYS) <= 1


def test_a_window_made_narrow_or_wide_again_has_the_chart_for_its_new_width(reader):
    reader.opens("/timeline", ENERGY)
    for width, shown, gone in ((700, "narrow", "wide"), (1366, "wide", "narrow")):
        reader.page.set_viewport_size({"width": width, "height": 900})
        expect(reader.page.locator(f"{PICTURE}{shown} .js-plotly-plot")).to_have_count(1)
        expect(reader.page.locator(f"{PICTURE}{gone}")).to_have_count(0)


@pytest.mark.parametrize("mode, paper", [("light", "rgb(255, 255, 255)"), ("dark", "rgb(14, 17, 23)")])
def test_a_page_is_drawn_in_the_readers_own_light(mode, paper, reader_in):
    reader = reader_in(mode)
    reader.opens("/timeline", Filters(text="nothing has this text"))
    expect(reader.page.get_by_test_id("stApp")).to_have_css("background-color", paper)


def test_a_narrow_window_of_a_computer_shows_which_view_is_chosen(reader):
    reader.page.set_viewport_size({"width": 900, "height": 900})
    reader.opens("/map")
    expect(reader.page.get_by_role("radio", name="Map", exact=True)).to_be_checked()
