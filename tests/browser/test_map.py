"""The map in a browser: a click on it, its areas, a phone before it, and that nothing is asked of another host."""

import contextlib
import io

import pytest
from charts.map_layers import rgb
from charts.map_marks import map_marks, map_view
from dashboard import MODES, WAIT_MS, Reader
from PIL import Image
from playwright.sync_api import TimeoutError, expect

from charts.ground import GROUND
from loaders.atlas import journeys, sites_shown
from loaders.basemap import ground_files, ground_paths
from loaders.events.filters import Filters
from loaders.map_marks import city_marks, site_marks

AGAIN_MS, CLICK_AGAIN_MS = 200, 10_000
# The map has drawn: its canvas has the size of its frame.
DRAWN = """frame => {
  const canvas = document.querySelector(`.st-key-map-${frame} canvas`);
  return canvas && canvas.getBoundingClientRect().width > 300 && canvas.width > 300;
}"""

# What was asked of the ground, and by how many bytes that went over the net.
ASKED = """() => performance.getEntriesByType("resource")
  .filter((entry) => entry.name.includes("/api/basemap/")).map((entry) => [entry.name, entry.transferSize])"""
LAND, SEA = (68.0, 48.0), (155.0, 45.0)  # on the whole map, where nothing else is


@pytest.fixture(scope="module")
def marks(store):
    """A function that gives where a mark stands in an area, in pixels from the middle of the frame."""
    shown = store.selection()
    tables = site_marks(sites_shown(shown)), city_marks(shown), journeys(shown)

    def find(key, area, frame="wide"):
        view = map_view(area, frame)
        (found,) = [(mark.row, place) for mark, place in map_marks(*tables, area=area, frame=frame) if mark.row.place == key]
        row, place = found
        x, y = view.pixels(row.longitude, row.latitude)
        return x + place.dx - view.width / 2, y + place.dy - view.height / 2

    return find


def canvas(reader, frame="wide"):
    reader.page.wait_for_function(DRAWN, arg=frame)
    found = reader.page.locator(f".st-key-map-{frame} canvas").first
    found.scroll_into_view_if_needed()
    return found


def points_at(reader, offset, frame="wide"):
    """Moves over a mark until its tooltip is there: then it can be picked. The frame may still move while the page is built."""
    found, tooltip = canvas(reader, frame), reader.page.locator(f".st-key-map-{frame} .deck-tooltip")
    x = y = 0.0
    for nudge in range(WAIT_MS // AGAIN_MS):
        box = found.bounding_box()
        x, y = box["x"] + box["width"] / 2 + offset[0], box["y"] + box["height"] / 2 + offset[1]
        reader.page.mouse.move(x + nudge % 2, y)
        with contextlib.suppress(TimeoutError):
            tooltip.wait_for(state="visible", timeout=AGAIN_MS)
            break
    expect(tooltip).to_be_visible()
    return x, y, tooltip


def clicks_until(reader, x, y, query):
    """Clicks until the address says so: a map that is still being drawn may miss a click."""
    for _ in range(WAIT_MS // CLICK_AGAIN_MS):
        reader.page.mouse.click(x, y)
        with contextlib.suppress(TimeoutError):
            reader.page.wait_for_function(
                "wanted => new URLSearchParams(location.search).toString() === new URLSearchParams(wanted).toString()",
                arg=query,
                timeout=CLICK_AGAIN_MS,
            )
            return
    reader.finds_address({name: [value] for name, value in query.items()}, path="/map")


def clicks_site(reader, marks, key, area, name):
    """Clicks on a site and waits for its card."""
    x, y, tooltip = points_at(reader, marks(key, area))
    expect(tooltip).to_contain_text(name)
    clicks_until(reader, x, y, {"area": area, "site": key})
    expect(reader.page.get_by_role("dialog")).to_contain_text(f"key: {key}")


def test_an_area_is_a_click_away_and_a_click_on_one_of_its_coincident_sites_opens_its_card(reader, marks, fact_base):
    reader.opens("/map", area="tokyo-chiba")
    reader.page.get_by_role("radio", name="Rhine–Ruhr").click()
    reader.finds_address({"area": ["rhine-ruhr"]}, path="/map")
    reader.rests()
    for back_or_forward, area in ((reader.page.go_back, "tokyo-chiba"), (reader.page.go_forward, "rhine-ruhr")):
        back_or_forward()
        reader.finds_address({"area": [area]}, path="/map")
        reader.rests()
        expect(reader.page.get_by_role("radio", name="Flat map")).to_be_checked()
    clicks_site(reader, marks, "toshiba-ric", "rhine-ruhr", fact_base.table("sites").set_index("site_id")["name"]["toshiba-ric"])
    assert not reader.met


def test_a_site_leads_to_its_event(reader, marks):
    reader.opens("/map", area="fukushima-koriyama")
    clicks_site(reader, marks, "fmddsc", "fukushima-koriyama", "FMDDSC")
    reader.page.get_by_role("dialog").get_by_role("button", name="FMDDSC opens in Koriyama").click()
    reader.finds_address({"area": ["fukushima-koriyama"], "event": ["fmddsc-opening"]}, path="/map")
    expect(reader.page.get_by_role("dialog")).to_contain_text("7 November 2017")


def test_a_click_on_a_city_shows_its_events_alone_and_is_a_chip(reader, marks):
    reader.opens("/map")
    x, y, _ = points_at(reader, marks("toyota", "whole", "beside"), "beside")
    clicks_until(reader, x, y, {"city": "toyota"})
    reader.finds_count(Filters(city=("toyota",)))
    expect(reader.page.get_by_role("heading", name="What happened: Toyota")).to_be_visible()
    expect(reader.page.locator(".st-key-chosen").get_by_role("button", name="City: Toyota")).to_be_visible()


def test_the_map_fits_a_phone_and_lets_its_reader_scroll_past(reader_in):
    reader = reader_in("phone")
    reader.opens("/map", area="fukushima-koriyama")
    canvas(reader, "narrow")
    events = reader.page.locator(".st-key-map-narrow .deck-events-root")
    expect(events).to_have_css("touch-action", "pan-y")
    assert not reader.met


def test_the_wheel_scrolls_the_page_and_not_the_map(reader):
    reader.opens("/map", area="tokyo-chiba")
    box = canvas(reader).bounding_box()
    reader.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 50)
    top = "() => document.querySelector('[data-testid=\"stMain\"]').scrollTop"
    before = reader.page.evaluate(top)
    reader.page.mouse.wheel(0, 300)
    reader.page.wait_for_function(f"before => ({top})() > before + 100", arg=before)


def colour_at(reader, place, frame):
    """The colour of a place on the whole map."""
    view, box = map_view("whole", frame), canvas(reader, frame).bounding_box()
    x, y = view.pixels(*place)
    point = {"x": box["x"] + box["width"] / 2 + x - view.width / 2, "y": box["y"] + box["height"] / 2 + y - view.height / 2}
    return Image.open(io.BytesIO(reader.page.screenshot(clip={**point, "width": 1, "height": 1}))).convert("RGB").getpixel((0, 0))


@pytest.mark.parametrize("mode, dark", [("light", False), ("dark", True)])
def test_land_and_sea_have_their_colours_in_either_light(mode, dark, reader_in):
    reader = reader_in(mode)
    reader.opens("/map")
    wanted = [tuple(rgb(GROUND[dark][kind])[:3]) for kind in ("land", "sea")]
    for _ in range(WAIT_MS // AGAIN_MS):
        found = [colour_at(reader, place, "beside") for place in (LAND, SEA)]
        if found == wanted:
            break
    assert found == wanted


def test_the_ground_comes_from_this_dashboard_once_for_two_views(browser, shared_server, store):
    with contextlib.closing(browser.new_context(**MODES["light"])) as nothing_kept:
        reader = Reader(nothing_kept.new_page(), shared_server, store)
        wanted = {f"{shared_server}{path}" for path in ground_paths(ground_files()).values()}
        reader.opens("/map")
        reader.page.wait_for_function(f"() => ({ASKED})().length === 4")  # the map asks for three, the globe beside it for the world
        travelled = [name for name, size in reader.page.evaluate(ASKED) if size]
        assert len(travelled) == 3 and set(travelled) == wanted
        reader.opens("/map", view="globe")
        reader.page.wait_for_function(f"() => ({ASKED})().length === 1")
        assert [size for _, size in reader.page.evaluate(ASKED)] == [0]
        assert not reader.met
