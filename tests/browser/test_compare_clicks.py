"""Comparing in Chromium: a bar narrows to its side and sector, the chip takes it away again, and a city leads to its profile."""

from playwright.sync_api import expect

from loaders.events.filters import Filters

# The start of a bar on the screen, once it is there.
BAR = """(chart, code) => {
    const hits = chart._fullData.find(trace => trace.customdata?.some(data => data[0] === code)), {xaxis, yaxis} = chart._fullLayout;
    document.querySelector('[data-testid="stMain"]').scrollTop += chart.getBoundingClientRect().top - 150;
    const box = chart.getBoundingClientRect(), row = hits.customdata.findIndex(data => data[0] === code);
    return {x: box.x + xaxis._offset + 20, y: box.y + yaxis._offset + yaxis.l2p(hits.y[row])};
}"""


def test_a_bar_narrows_to_its_side_and_sector_and_one_click_compares_again(reader):
    reader.opens("/compare", Filters(sector=("energy", "culture")))
    place = reader.page.locator(".st-key-compared-sector .js-plotly-plot").evaluate(BAR, "B|culture")
    reader.page.mouse.click(place["x"], place["y"])
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
