"""The years played in a browser: nothing moves before Play, then the years pass without a run of the page."""

from dashboard import MODES, Reader
from playwright.sync_api import expect


def player(reader, **query):
    reader.opens("/map", view="play", **query)
    found = reader.page.locator(".play")
    expect(found.locator(".stage svg")).to_be_visible()
    return found


def test_the_years_pass_by_themselves_only_after_play_and_ask_the_server_for_nothing(browser, shared_server, all_events):
    context = browser.new_context(**MODES["light"], reduced_motion="no-preference")
    try:
        reader = Reader(context.new_page(), shared_server, all_events)
        sent = []
        reader.page.on("websocket", lambda socket: socket.on("framesent", sent.append))
        found = player(reader)
        year, run = found.locator(".year"), found.locator(".run")
        last = year.inner_text()
        before = len(sent)
        found.locator("select").select_option("2")
        run.click()
        expect(run).to_have_text("Pause")
        expect(year).not_to_have_text(last)
        first = year.inner_text()
        expect(year).not_to_have_text(first)
        run.click()
        expect(run).to_have_text("Play")
        at = year.inner_text()
        found.get_by_role("button", name="One step back").click()
        expect(year).not_to_have_text(at)
        found.get_by_role("button", name="One step forward").click()
        expect(year).to_have_text(at)
        expect(found.get_by_role("slider", name="Year")).to_have_attribute("aria-valuetext", at)
        assert len(sent) == before, "no step asked the server for anything"
        expect(reader.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        assert not reader.met
    finally:
        context.close()


def test_who_prefers_less_motion_has_a_still_of_all_and_steps(reader):
    found = player(reader)  # readers of these tests prefer reduced motion
    expect(found.locator(".run")).to_be_hidden()
    expect(found.get_by_text("nothing plays by itself")).to_be_visible()
    expect(found.get_by_role("button", name="One step forward")).to_be_disabled()
    last = found.locator(".year").inner_text()
    found.get_by_role("button", name="One step back").click()
    expect(found.locator(".year")).not_to_have_text(last)
    found.locator(".now a").first.click()
    expect(reader.page.get_by_role("dialog")).to_be_visible()
    assert reader.query["event"] and not reader.met
