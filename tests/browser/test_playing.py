"""The years played in a browser: nothing moves before Play, then the years pass without a run of the page."""

from charts.map_marks import map_view
from playwright.sync_api import expect

# From now on, whatever the script's state changes to is kept.
WATCH_RUNS = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  window.states = [app.getAttribute('data-test-script-state')];
  new MutationObserver(() => window.states.push(app.getAttribute('data-test-script-state')))
    .observe(app, { attributeFilter: ['data-test-script-state'] });
}"""
# Whether the pixels of a stage lie on its land.
ON_LAND = """(land, points) => points.map(([x, y]) => land.isPointInFill(new DOMPoint(x, y)))"""


def test_the_land_lies_where_the_cities_are(reader):
    reader.opens("/map", view="play")
    land, view = reader.page.locator(".play .stage path[fill-rule]"), map_view("whole")
    expect(land).to_have_count(1)
    places = {"Essen": (7.0, 51.4), "Koriyama": (140.3, 37.4), "the North Sea": (3.0, 56.0), "the Pacific": (150.0, 35.0)}
    found = land.evaluate(ON_LAND, [view.pixels(*place) for place in places.values()])
    assert dict(zip(places, found, strict=True)) == {"Essen": True, "Koriyama": True, "the North Sea": False, "the Pacific": False}


def test_the_years_pass_by_themselves_only_after_play_and_never_for_who_prefers_less_motion(reader):
    reader.page.emulate_media(reduced_motion="no-preference")
    reader.opens("/map", view="play")
    found = reader.page.locator(".play")
    expect(found.locator(".stage svg")).to_be_visible()
    reader.rests()
    reader.page.evaluate(WATCH_RUNS)
    year, run = found.locator(".year"), found.locator(".run")
    last = year.inner_text()
    run.click()
    expect(run).to_have_text("Pause")
    expect(year).not_to_have_text(last)
    first = year.inner_text()
    expect(year).not_to_have_text(first)
    run.click()
    expect(run).to_have_text("Play")
    steps_back_and_forward(found)
    assert set(reader.page.evaluate("window.states")) == {"notRunning"}, "no step asked the server for anything"
    run.click()
    expect(run).to_have_text("Pause")
    reader.page.emulate_media(reduced_motion="reduce")
    expect(found.get_by_text("nothing plays by itself")).to_be_visible()
    expect(run).to_be_hidden()
    expect(run).to_have_text("Play")
    steps_back_and_forward(found)
    opens_the_first_of_its_list(reader, found)


def steps_back_and_forward(found):
    year = found.locator(".year")
    at = year.inner_text()
    found.get_by_role("button", name="One step back").click()
    expect(year).not_to_have_text(at)
    found.get_by_role("button", name="One step forward").click()
    expect(year).to_have_text(at)
    expect(found.get_by_role("slider", name="Year")).to_have_attribute("aria-valuetext", at)


def opens_the_first_of_its_list(reader, found):
    """Goes to the last step, whose list has events, and opens the card of the first."""
    found.get_by_role("slider", name="Year").press("End")
    expect(found.get_by_role("button", name="One step forward")).to_be_disabled()
    title = found.locator(".now a").first.inner_text()
    found.locator(".now a").first.click()
    expect(reader.page.get_by_role("dialog")).to_contain_text(title)
    assert len(reader.query["event"]) == 1 and not reader.met
