"""A figure saved from the page: with headline and sources in it, sharp, and with nothing from outside."""

import datetime
import re
import struct
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from dashboard import SIDEWAYS
from playwright.sync_api import expect
from wcag import violations

from loaders.events.filters import Filters
from loaders.export import file_name
from loaders.story.headlines import timeline_headline
from pages.parts.rows import events_cited

ENERGY = Filters(sector=("energy",), years=(2017, 2020))
SVG = "{http://www.w3.org/2000/svg}"


def opens_picture(reader):
    reader.page.locator(".st-key-open-link button").first.click()
    reader.page.get_by_role("button", name="Picture for slides").click()
    expect(reader.page.locator(".st-key-picture-paper .main-svg").first).to_be_visible()
    reader.rests()


def saved(reader, kind):
    """The name and the path of what a press of Enter on the button saves."""
    button = reader.page.get_by_role("dialog").get_by_role("button", name=f"Save {kind}")
    button.focus()
    with reader.page.expect_download() as coming:
        reader.page.keyboard.press("Enter")
    return coming.value.suggested_filename, Path(coming.value.path())


def drawing(path):
    """The root of an SVG, and its texts."""
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    return root, ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def hosts(path):
    found = re.findall(r"(?:https?|wss?)://([^\s\"'<)&/]+)", path.read_text(encoding="utf-8"))
    return set(found) - {"www.w3.org"}


def test_the_timeline_is_saved_with_its_headline_and_sources(reader):
    reader.opens("/timeline", ENERGY)
    opens_picture(reader)
    name, path = saved(reader, "SVG")
    shown = reader.store.selection(ENERGY)
    root, texts = drawing(path)
    assert timeline_headline(shown).title in texts
    assert "Shown: Years 2017–2020; Sector Energy." in texts
    assert events_cited(shown).sentence() in " ".join(texts)
    assert hosts(path) == {urlsplit(reader.base).netloc}
    assert "@font-face" in root.find(f"{SVG}style").text
    assert name == file_name("timeline", ENERGY, on=datetime.date.today(), ending="svg")
    _, png = saved(reader, "PNG")
    width, height = struct.unpack(">II", png.read_bytes()[16:24])
    assert (width, height) == (2 * int(root.get("width")), 2 * int(root.get("height")))
    assert width == 2400
    assert not reader.met


def test_the_map_is_saved_as_shapes_with_every_citys_name(reader):
    reader.opens("/map")
    opens_picture(reader)
    expect(reader.page.locator(".st-key-picture-paper .layer-subplot .shape-group").nth(5)).to_be_attached()
    _, path = saved(reader, "SVG")
    root, texts = drawing(path)
    assert {"Essen", "Koriyama", "Düsseldorf", "Tokyo"} <= set(texts)
    assert any("Natural Earth" in text for text in texts)
    assert max(len(part.get("d", "")) for part in root.iter(f"{SVG}path")) > 5000, "the land is in it"
    assert hosts(path) == {urlsplit(reader.base).netloc}
    assert saved(reader, "PNG")[1].stat().st_size > 200_000


@pytest.mark.parametrize("mode", ["dark", "phone"])
def test_the_dialog_violates_no_rule_stays_within_the_screen_and_saves_the_whole_width(mode, reader_in):
    reader = reader_in(mode)
    reader.opens("/timeline", ENERGY)
    opens_picture(reader)
    assert violations(reader) == []
    assert reader.page.evaluate(SIDEWAYS) <= 1
    assert drawing(saved(reader, "SVG")[1])[0].get("width") == "1200"
    reader.page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(reader.page.get_by_role("dialog")).to_have_count(0)
    reader.finds_address(ENERGY.to_query())


def test_another_figure_of_the_page_is_saved_under_its_own_name(reader):
    reader.opens("/cities")
    opens_picture(reader)
    dialog = reader.page.get_by_role("dialog")
    dialog.get_by_test_id("stSelectbox").get_by_role("button").or_(dialog.get_by_test_id("stSelectbox").locator("input")).first.click()
    reader.page.get_by_role("option", name="Where sources disagree on a figure").click()
    expect(dialog.locator(".st-key-picture-paper")).to_contain_text("Where sources disagree on a figure")
    reader.rests()
    name, path = saved(reader, "SVG")
    assert "disagree" in name and "Where sources disagree on a figure" in drawing(path)[1]
