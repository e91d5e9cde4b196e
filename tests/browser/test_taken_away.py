"""What was taken away stays away: by Reset, a chip, Back or another click, whatever the reader does next."""

import re

import pytest
from playwright.sync_api import expect
from test_cards import clicks_mark

EVENT = "essen-koriyama-mou-2017"
FEW = ("text", "sector", "years", "mode")
"""A control of each kind: a line, pills, a slider, and pills behind another choice."""
CONTROLS = {"reset": ("text", "tie", "years", "certainty", "mode"), "chip": FEW, "back": FEW[1:], "click": FEW[1:]}


def chooses(reader, facet):
    """Makes a choice by its control, as a reader would: the first that is offered. A second time takes it away, where that is how."""
    page = reader.page
    if facet == "text":
        page.get_by_role("textbox", name="Search").fill("koriyama")
        return page.get_by_role("textbox", name="Search").press("Enter")
    reader.opens_popover("years" if facet == "certainty" else facet)
    expect(page.locator(f'[class*="st-key-{facet}"]').first).to_be_visible()
    if facet == "years":
        slider = page.get_by_role("slider", name=re.compile("start"))
        slider.focus()
        slider.press("ArrowLeft" if "years" in reader.query else "ArrowRight")
    elif facet == "certainty":
        page.locator('[class*="st-key-certainty_"] label').click()
    elif (control := page.locator(f".st-key-{facet}")).get_by_test_id("stButtonGroup").count():
        control.get_by_role("button").first.click()
    elif facet in reader.query:
        control.get_by_role("combobox").press("Backspace")
    else:
        control.get_by_role("combobox").click()
        page.get_by_role("option").first.click()
    reader.rests()
    return reader.closes_popover()


def takes_away(reader, controls, way):
    if way == "reset":
        reader.page.get_by_role("button", name="Reset").click()
    for name in controls if way != "reset" else ():
        if way == "chip":
            reader.page.locator(f'[class*="st-key-chip-{name}"] button').first.click()
            reader.rests()
        elif way == "back":
            reader.page.go_back()
            reader.rests()
        else:
            chooses(reader, name)


@pytest.mark.parametrize("way", CONTROLS)
def test_what_was_taken_away_stays_away(reader, way):
    reader.opens("/timeline")
    for name in CONTROLS[way]:
        chooses(reader, name)
        reader.page.wait_for_function("name => new URLSearchParams(location.search).has(name)", arg=name)
        reader.rests()
    takes_away(reader, CONTROLS[way], way)
    reader.finds_address({})
    reader.rests()
    clicks_mark(reader, EVENT)
    reader.finds_card(EVENT)
    reader.finds_address({"event": [EVENT]})
    reader.closes_card()
    reader.rests()
    reader.page.get_by_text("Background ·").click()
    reader.finds_address({"background": ["yes"]})
    reader.rests()
    chooses(reader, "text")
    reader.finds_address({"background": ["yes"], "text": ["koriyama"]})
    reader.page.get_by_role("link", name="Sources", exact=True).first.click()
    reader.finds_address({"background": ["yes"], "text": ["koriyama"]}, path="/sources")
    reader.rests()
    reader.finds_address({"background": ["yes"], "text": ["koriyama"]}, path="/sources")
    assert not reader.met
