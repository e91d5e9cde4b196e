"""Nothing goes wrong unseen, nothing leaves the machine, and every page fits its screen."""

import pytest
from dashboard import PATHS
from playwright.sync_api import expect

from loaders.filters import Filters

ENERGY = Filters(sector=("energy",))
SIDEWAYS = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return Math.max(...[document.documentElement, main].map(box => box.scrollWidth - box.clientWidth));
}"""


@pytest.mark.parametrize("mode", ["light", "dark", "phone"])
def test_no_page_meets_an_error_or_asks_another_host(mode, reader_in):
    reader = reader_in(mode)
    reader.opens("/timeline", ENERGY)
    reader.opens_popover("sector")
    reader.closes_popover()
    reader.opens("/timeline", ENERGY, event="fmddsc-opening")
    reader.finds_card("fmddsc-opening")
    for path in PATHS:
        reader.opens(path)
        assert reader.page.get_by_test_id("stException").count() == 0
        assert reader.page.get_by_text("could not be drawn").count() == 0
    assert not reader.met


@pytest.mark.parametrize("mode, shown, hidden", [("light", "wide", "narrow"), ("phone", "narrow", "wide")])
def test_each_screen_has_the_chart_that_was_made_for_it_and_nothing_sticks_out(mode, shown, hidden, reader_in):
    reader = reader_in(mode)
    reader.opens("/timeline")
    for chart in ("chart", "history"):
        expect(reader.page.locator(f".st-key-{shown}-{chart}")).to_be_visible()
        expect(reader.page.locator(f".st-key-{hidden}-{chart}")).to_be_hidden()
    chart, screen = reader.page.locator(f".st-key-{shown}-chart .js-plotly-plot").bounding_box(), reader.page.viewport_size["width"]
    assert screen * 0.85 < chart["width"] <= screen
    assert reader.page.locator(f".st-key-{shown}-chart svg text").count() > len(reader.events) / 2
    assert reader.page.evaluate(SIDEWAYS) <= 1


@pytest.mark.parametrize("mode", ["light", "phone"])
def test_every_page_fits_its_screen_under_one_headline(mode, reader_in):
    reader = reader_in(mode)
    for path in PATHS:
        reader.opens(path)
        assert (path, reader.page.evaluate(SIDEWAYS)) <= (path, 1)
        expect(reader.page.get_by_role("heading", level=1)).to_have_count(1)


def test_lanes_of_cities_fit_a_phone_too(reader_in):
    reader = reader_in("phone")
    reader.opens("/timeline", ENERGY, lanes="city")
    assert reader.page.evaluate(SIDEWAYS) <= 1


@pytest.mark.parametrize("mode, paper", [("light", "rgb(255, 255, 255)"), ("dark", "rgb(18, 22, 27)")])
def test_a_page_is_drawn_in_the_readers_own_light(mode, paper, reader_in):
    reader = reader_in(mode)
    reader.opens("/timeline", Filters(text="nothing has this text"))
    expect(reader.page.get_by_test_id("stApp")).to_have_css("background-color", paper)
