"""Every page in every mode, opened once: no error, no other host, no rule of WCAG violated, one headline, nothing that sticks out."""

import pytest
from dashboard import MODES, PATHS, SIDEWAYS
from playwright.sync_api import expect
from wcag import violations

IN_THE_DARK = ("/", "/timeline", "/network", "/map")  # the other pages are of the same parts


@pytest.mark.parametrize(("mode", "path"), [(mode, path) for mode in MODES for path in PATHS if mode != "dark" or path in IN_THE_DARK])
def test_a_page_is_sound(mode, path, reader_in):
    reader = reader_in(mode)
    reader.opens(path)
    expect(reader.page.get_by_role("heading", level=1)).to_have_count(1)
    expect(reader.page.get_by_test_id("stException")).to_have_count(0)
    expect(reader.page.get_by_text("could not be drawn")).to_have_count(0)
    assert reader.page.evaluate(SIDEWAYS) <= 1
    assert violations(reader) == []
    assert not reader.met


@pytest.mark.parametrize("path", PATHS)
def test_nothing_sticks_out_on_a_narrow_screen_nor_at_twice_the_size(path, reader_in):
    """320 px, and 683 px: what a screen of 1366 px has left where its reader sets everything twice as large."""
    reader = reader_in("phone")
    for width in (683, 320):
        reader.page.set_viewport_size({"width": width, "height": 844})
        reader.opens(path)
        assert reader.page.evaluate(SIDEWAYS) <= 1, width


@pytest.mark.parametrize(
    "path, query",
    [
        ("/cities", {"view": "time"}),
        ("/cities", {"view": "city"}),
        ("/cities", {"view": "two"}),
        ("/timeline", {"lanes": "city", "sector": "energy"}),
    ],
    ids=["figures over time", "one city", "two compared", "lanes of cities"],
)
def test_other_views_fit_a_phone_too(path, query, reader_in):
    reader = reader_in("phone").opens(path, **query)
    assert reader.page.evaluate(SIDEWAYS) <= 1
    assert not reader.met
