"""The frame in Chromium: the picture comes first, the choices stay in view, and all of it is reached by keyboard."""

import pytest
from dashboard import ABOVE, MOST_WORDS, PATHS
from playwright.sync_api import expect

from loaders.events.filters import Filters

HIGHEST_PX = 300
VIEWS = [
    Filters(),
    Filters(sector=("energy",)),
    Filters(tie=("duesseldorf-chiba",)),
    Filters(years=(2018, 2020)),
    Filters(city=("koriyama",)),
    Filters(kind=("agreement",)),
    Filters(status=("planned",)),
    Filters(witnesses=("1",)),
    Filters(text="hydrogen"),
    Filters(background=True),
]
# By how many pixels what scrolls on a screen is longer than what stands on paper.
CUT = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return Math.max(main.scrollHeight - main.clientHeight, main.scrollWidth - main.clientWidth);
}"""


@pytest.mark.parametrize("path", PATHS)
def test_the_picture_begins_high_and_few_words_stand_above_it(reader, path):
    """On every page as it is, and on every third of the filtered views: of three pages beside each other in the list, one has it."""
    for filters in (VIEWS[0], *VIEWS[1 + PATHS.index(path) % 3 :: 3]):
        reader.opens(path, filters)
        top, words = reader.page.evaluate(ABOVE)
        assert top <= HIGHEST_PX and words <= MOST_WORDS, (filters, top, words)
    assert not reader.met


def test_the_choices_stay_in_view_when_the_page_scrolls(reader):
    reader.opens("/timeline")
    bar = reader.page.locator(".st-key-bar")
    before = bar.bounding_box()["y"]
    reader.page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollTop = 1500")
    expect(bar).to_be_in_viewport()
    assert abs(bar.bounding_box()["y"] - before) <= 1


def test_a_menu_opens_by_keyboard_takes_the_focus_and_gives_it_back(reader):
    reader.opens("/timeline")
    button = reader.page.locator(".st-key-open-sector button").first
    button.focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page.get_by_test_id("stPopoverBody")).to_be_visible()
    reader.page.wait_for_function("document.activeElement.closest('[data-testid=\"stPopoverBody\"]')")
    reader.page.keyboard.press("Escape")
    expect(reader.page.get_by_test_id("stPopoverBody")).to_have_count(0)
    expect(button).to_be_focused()


@pytest.mark.parametrize("path", ["/", "/timeline", "/network"])
def test_every_control_of_the_bar_is_reached_by_tab_alone(reader, path):
    reader.opens(path, Filters(sector=("energy",)))
    wanted = {
        "open-years",
        "open-sector",
        "open-tie",
        "open-more",
        "csv-events",
        "formats-events",
        "open-link",
        "chip-sector-energy",
        "reset",
        "how-counted",
    }
    key = "[...(document.activeElement.closest('[class*=\"st-key-\"]')?.classList ?? [])].find(name => name.startsWith('st-key-'))?.slice(7) ?? ''"
    reached = set()
    for _ in range(45):
        reader.page.keyboard.press("Tab")
        reached.add(reader.page.evaluate(key))
    assert wanted <= reached, wanted - reached
    assert reader.query == {"sector": ["energy"]}, "focus alone does nothing"


def test_on_paper_stand_headline_picture_all_rows_and_the_address_and_no_control(reader):
    reader.opens("/timeline", Filters(years=(2017, 2026)))
    reader.page.emulate_media(media="print")
    page, number = reader.page, len(reader.store.selection(Filters(years=(2017, 2026))))
    expect(page.locator(".on-paper")).to_have_text(page.url)
    expect(page.locator(".st-key-bar")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator('[class*="st-key-picture-"]').first).to_be_visible()
    expect(page.locator("tbody tr:visible")).to_have_count(number)
    assert page.evaluate(CUT) <= 1
    page.emulate_media(media="screen")


def test_a_number_of_a_picture_is_chosen_by_keyboard_alone(reader):
    reader.opens("/")
    box = reader.page.locator('[class*="st-key-marks-wall"]')
    assert box.bounding_box()["width"] <= 20
    box.get_by_role("combobox").focus()
    reader.page.wait_for_function("document.querySelector('[class*=\"st-key-marks-wall\"]').getBoundingClientRect().width > 200")
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_function("new URLSearchParams(location.search).has('tie') && new URLSearchParams(location.search).has('years')")
    assert not reader.met
