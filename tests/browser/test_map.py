"""The map in a browser: what a click or a key on it does, coming nearer, the years played, and that its ground is fetched once and from here."""

import contextlib

import pytest
from dashboard import MODES, Reader
from playwright.sync_api import expect

from loaders.areas import near_areas
from loaders.basemap import ground_files, ground_paths
from loaders.events.filters import Filters
from loaders.map_marks import place_marks, way_marks

# What was asked of the ground, and by how many bytes that went over the net.
ASKED = """() => performance.getEntriesByType("resource")
  .filter((entry) => entry.name.includes("/api/basemap/")).map((entry) => [entry.name, entry.transferSize])"""
# From now on, whatever the script's state changes to is kept.
WATCH_RUNS = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  window.states = [app.getAttribute('data-test-script-state')];
  new MutationObserver(() => window.states.push(app.getAttribute('data-test-script-state')))
    .observe(app, { attributeFilter: ['data-test-script-state'] });
}"""
NEAR = ".panel.near"


def mark(reader, said):
    return reader.page.locator(".maps").get_by_role("button", name=said, exact=True).first


def zoomed(reader):
    """How the near maps stand, by their grounds."""
    return reader.page.locator(f"{NEAR} svg > g:first-of-type").evaluate_all("found => found.map(node => node.getAttribute('transform'))")


def test_a_ring_by_mouse_and_a_line_by_keyboard_narrow_to_as_many_events_as_they_say(reader, store):
    shown = store.selection()
    place, way = place_marks(shown)[0], way_marks(shown)[0]
    reader.opens("/map")
    mark(reader, place.said).click()
    reader.finds_address({"city": [place.place]}, path="/map")
    reader.finds_count(Filters(city=(place.place,)))
    reader.opens("/map")
    mark(reader, way.said).press("Enter")
    reader.finds_address({"journey": [way.place]}, path="/map")
    reader.finds_count(Filters(journey=(way.place,)))
    assert store.selection(Filters(journey=(way.place,))).count() == way.events and not reader.met


def test_nearer_shows_the_sites_whose_cards_open_and_the_view_survives_a_choice(reader, store):
    sites = store.facts.table("sites")
    area = near_areas(store)[0]
    site = sites[sites["longitude"].between(area.west, area.east) & sites["latitude"].between(area.south, area.north)].iloc[0]
    reader.opens("/map")
    nearer = reader.page.get_by_role("button", name=f"Nearer: {area.name}")
    for _ in range(3):
        nearer.click()
    before = zoomed(reader)
    assert any("scale(8)" in transform for transform in before)
    found = reader.page.locator(NEAR).first.locator(f'[role=button][aria-label^="{site["name"]}:"]')
    found.focus()
    expect(found).to_be_in_viewport()
    moved = zoomed(reader)
    reader.page.keyboard.press("Enter")
    reader.finds_address({"site": [site["site_id"]]}, path="/map")
    expect(reader.page.get_by_role("dialog")).to_contain_text(site["name"])
    reader.page.keyboard.press("Escape")
    reader.finds_address({}, path="/map")
    reader.page.locator(".st-key-sectors button").first.click()
    expect(reader.page.locator(".st-key-chosen")).to_be_visible()
    reader.rests()
    assert zoomed(reader) == moved and not reader.met


def test_the_wheel_scrolls_the_page_and_a_finger_too(reader, reader_in):
    reader.opens("/map")
    box = reader.page.locator(f"{NEAR} svg").first.bounding_box()
    reader.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 50)
    reader.page.mouse.wheel(0, 300)
    reader.page.wait_for_function("() => document.querySelector('[data-testid=\"stMain\"]').scrollTop > 100")
    phone = reader_in("phone")
    phone.opens("/map")
    expect(phone.page.locator(f"{NEAR} svg").first).to_have_css("touch-action", "pan-y")
    assert not reader.met and not phone.met


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_land_lies_under_the_places(mode, reader_in):
    reader = reader_in(mode)
    reader.opens("/map")
    land = reader.page.locator(".panel.far path[fill-rule]").first
    expect(land).to_have_count(1)
    on_land = "(land, ends) => ends.map(([x, y]) => land.isPointInFill(new DOMPoint(x, y)))"
    ends = reader.page.locator(".panel.far .line .stroke").evaluate_all(
        "lines => lines.map(line => { const { x, y } = line.getPointAtLength(0); return [x, y]; })"
    )
    assert ends and all(land.evaluate(on_land, ends)), "the western end of every line is a city"


def test_the_ground_comes_from_this_dashboard_and_is_fetched_once(browser, shared_server, store):
    with contextlib.closing(browser.new_context(**MODES["light"])) as nothing_kept:
        reader = Reader(nothing_kept.new_page(), shared_server, store)
        known = {f"{shared_server}{path}" for path in ground_paths(ground_files()).values()}
        reader.opens("/map")
        expect(reader.page.locator(".panel.far path[fill-rule]").first).to_be_attached()
        travelled = [name for name, size in reader.page.evaluate(ASKED) if size]
        assert travelled and set(travelled) <= known and len(travelled) == len(set(travelled))
        reader.opens("/map", view="play")
        expect(reader.page.locator(".panel.far path[fill-rule]").first).to_be_attached()
        assert not [size for _, size in reader.page.evaluate(ASKED) if size]
        assert not reader.met


def test_the_years_pass_only_after_play_and_never_for_who_prefers_less_motion(reader):
    reader.page.emulate_media(reduced_motion="no-preference")
    reader.opens("/map", view="play")
    found = reader.page.locator(".play")
    year, run, back, on = (found.locator(name) for name in (".year", ".run", ".back", ".on"))
    expect(on).to_be_disabled()
    reader.rests()
    reader.page.evaluate(WATCH_RUNS)
    last = year.inner_text()
    run.click()
    expect(run).to_have_text("Pause")
    expect(year).not_to_have_text(last)
    first = year.inner_text()
    expect(year).not_to_have_text(first)
    run.click()
    expect(run).to_have_text("Play")
    at = year.inner_text()
    on.click()
    expect(year).not_to_have_text(at)
    back.click()
    expect(year).to_have_text(at)
    assert set(reader.page.evaluate("window.states")) == {"notRunning"}, "no step asked the server for anything"
    reader.page.emulate_media(reduced_motion="reduce")
    expect(run).to_be_hidden()
    found.get_by_role("slider").press("End")
    title = reader.page.locator(".now a").first.inner_text()
    reader.page.locator(".now a").first.click()
    expect(reader.page.get_by_role("dialog")).to_contain_text(title)
    assert len(reader.query["event"]) == 1 and not reader.met
