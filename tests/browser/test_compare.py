"""Comparing in Chromium: a bar narrows to its side and sector, the chip takes it away again, and a city leads to its profile."""

from playwright.sync_api import expect

from loaders.filters import Filters


def test_a_bar_narrows_to_its_side_and_sector_and_one_click_compares_again(reader):
    reader.opens("/compare", Filters(sector=("energy", "culture")))
    bars = reader.page.locator(".st-key-compared-sector .barlayer .trace").last.locator("path")
    expect(bars).to_have_count(4)
    bars.nth(1).click()  # culture, Düsseldorf–Chiba: of the two sectors the one with most, second bar
    reader.finds_address({"tie": ["duesseldorf-chiba"], "sector": ["culture"]}, path="/compare")
    reader.rests()
    expect(reader.page.get_by_text("without events")).to_be_visible()
    reader.page.locator(".st-key-compare-again button").click()
    reader.finds_address({"sector": ["culture"]}, path="/compare")
    assert not reader.met


def test_a_city_of_the_comparison_leads_to_its_profile(reader):
    reader.opens("/compare", compare="cities", a="essen", b="koriyama")
    reader.page.get_by_role("link", name="Profile of Koriyama").click()
    reader.finds_address({"of": ["koriyama"]}, path="/profile")
    reader.rests()
    expect(reader.page.get_by_role("heading", level=1)).to_contain_text("Koriyama:")
    expect(reader.page.get_by_text("郡山市").first).to_be_visible()
    assert not reader.met
