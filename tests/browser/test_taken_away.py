"""What was taken away stays away: by Reset, a chip, Back or another click, whatever the reader does next."""

import re

import pytest
from playwright.sync_api import expect
from test_cards import clicks_mark

from loaders.events import FACETS

EVENT = "frea-opening"
WAYS = ("reset", "chip", "back", "click")
EVERY = ("text", "years", "certainty", *FACETS)
CONTROLS = [(facet, way) for facet in ("sector", "years", "city", "mode") for way in WAYS]
CONTROLS += [(facet, WAYS[place % 3]) for place, facet in enumerate(EVERY) if facet not in dict(CONTROLS)]


def chooses(reader, facet):
    """Makes a choice by its control, as a reader would: the first that is offered. A second time takes it away, where that is how."""
    page = reader.page
    if facet == "text":
        page.get_by_role("textbox", name="Search").fill("koriyama")
        return page.get_by_role("textbox", name="Search").press("Enter")
    reader.opens_popover("years" if facet == "certainty" else facet)
    if facet == "years":
        slider = page.get_by_role("slider", name=re.compile("start"))
        slider.focus()
        slider.press("ArrowLeft" if "years" in reader.query else "ArrowRight")
    elif facet == "certainty":
        page.locator('[class*="st-key-certainty_"]').get_by_text("certainly").click()
    elif (pills := page.locator(f".st-key-{facet}").get_by_role("button", name=re.compile(r"\d$"))).count():
        pills.first.click()
    elif facet in reader.query:
        page.locator(f".st-key-{facet}").get_by_role("combobox").press("Backspace")
    else:
        page.locator(f".st-key-{facet}").get_by_role("combobox").click()
        page.get_by_role("option").first.click()
    reader.rests()
    return reader.closes_popover()


def takes_away(reader, facet, way):
    if way == "reset":
        reader.page.get_by_role("button", name="Reset").click()
    elif way == "chip":
        reader.page.locator(f'[class*="st-key-chip-{facet}"] button').first.click()
    elif way == "back":
        reader.page.go_back()
    else:
        chooses(reader, facet)


def is_without(reader, facet):
    reader.page.wait_for_function("name => !new URLSearchParams(location.search).has(name)", arg=facet)
    reader.rests()
    assert facet not in reader.query


@pytest.mark.parametrize(("facet", "way"), CONTROLS)
def test_a_choice_that_was_taken_away_stays_away(reader, facet, way):
    other = "kind" if facet == "mode" else "mode"
    reader.opens("/timeline")
    chooses(reader, facet)
    reader.page.wait_for_function("name => new URLSearchParams(location.search).has(name)", arg=facet)
    reader.rests()
    takes_away(reader, facet, way)
    is_without(reader, facet)
    clicks_mark(reader, EVENT)
    reader.finds_card(EVENT)
    is_without(reader, facet)
    reader.closes_card()
    chooses(reader, other)
    is_without(reader, facet)
    assert reader.query == {other: reader.query[other]}
    if facet != "text":
        chooses(reader, "text")
        is_without(reader, facet)
    reader.page.get_by_role("link", name="Sources and method").first.click()
    expect(reader.page.get_by_role("heading", level=1)).to_be_visible()
    is_without(reader, facet)
    assert other in reader.query
    assert not reader.met
