"""Every page in every mode, opened once: no error, no other host, no rule of WCAG violated, one headline, nothing that sticks out."""

import pytest
from dashboard import ABOVE, MODES, MOST_WORDS, PATHS, SIDEWAYS
from playwright.sync_api import expect
from wcag import violations

IN_THE_DARK = ("/", "/timeline", "/network", "/map")  # the other pages are of the same parts


@pytest.mark.parametrize(("mode", "path"), [("light", path) for path in PATHS] + [("dark", path) for path in IN_THE_DARK])
def test_a_page_is_sound(mode, path, reader_in):
    reader = reader_in(mode)
    is_sound(reader, path)
    assert not reader.met


def is_sound(reader, path):
    """The page is there, and nothing in it breaks a rule."""
    reader.opens(path)
    expect(reader.page.get_by_role("heading", level=1)).to_have_count(1)
    expect(reader.page.get_by_test_id("stException")).to_have_count(0)
    expect(reader.page.get_by_text("could not be drawn")).to_have_count(0)
    assert reader.page.evaluate(SIDEWAYS) <= 1
    assert violations(reader) == []


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_sound_on_a_phone_and_on_narrower_and_wider_screens(path, reader_in):
    """320 px, and 683 px: what a screen of 1366 px has left where its reader sets everything twice as large."""
    reader = reader_in("phone")
    is_sound(reader, path)
    top, words = reader.page.evaluate(ABOVE)
    assert top < MODES["phone"]["viewport"]["height"] and words <= MOST_WORDS
    for width in (683, 320):
        reader.page.set_viewport_size({"width": width, "height": 844})
        reader.rests()
        assert reader.page.evaluate(SIDEWAYS) <= 1, width
    assert not reader.met


def test_rows_of_cities_fit_a_phone_too(reader_in):
    reader = reader_in("phone").opens("/timeline", lanes="city", sector="energy")
    assert reader.page.evaluate(SIDEWAYS) <= 1
    assert not reader.met
