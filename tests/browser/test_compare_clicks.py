"""Two compared and one city in Chromium: a bar narrows to its side and sector, one click compares again, and a name leads to its card."""

from playwright.sync_api import expect

from loaders.events.filters import Filters

# Where a mark of a chart stands on the screen, once it is there, by its key.
MARK = """(chart, key) => {
    const trace = chart._fullData.find(trace => trace.customdata?.some(data => data?.[0] === key)), {xaxis, yaxis} = chart._fullLayout;
    document.querySelector('[data-testid="stMain"]').scrollTop += chart.getBoundingClientRect().top - 150;
    const box = chart.getBoundingClientRect(), at = trace.customdata.findIndex(data => data?.[0] === key);
    const x = trace.type === "bar" ? trace.base[at] + trace.x[at] / 2 : trace.x[at] + 10;
    return {x: box.x + xaxis._offset + xaxis.l2p(x), y: box.y + yaxis._offset + yaxis.l2p(trace.y[at])};
}"""


def clicks(reader, chart, key):
    place = reader.page.locator(f'[class*="st-key-{chart}"] .js-plotly-plot').evaluate(MARK, key)
    reader.page.mouse.click(place["x"], place["y"])


def test_a_bar_narrows_to_its_side_and_sector_and_one_click_compares_again(reader):
    reader.opens("/cities", Filters(sector=("energy", "culture")), view="two")
    clicks(reader, "opposite-sector", "b|culture")
    reader.finds_address({"tie": ["duesseldorf-chiba"], "sector": ["culture"], "view": ["two"]}, path="/cities")
    reader.rests()
    expect(reader.page.get_by_text("The filter leaves no event of Essen–Koriyama.")).to_be_visible()
    reader.page.locator(".st-key-compare-again button").click()
    reader.finds_address({"sector": ["culture"], "view": ["two"]}, path="/cities")
    assert not reader.met


def test_the_name_of_a_site_opens_its_card_and_its_bar_lists_its_events(reader):
    reader.opens("/cities", view="city", of="essen")
    clicks(reader, "city-sites", "messe-essen")
    reader.finds_address({"view": ["city"], "of": ["essen"], "city": ["essen"], "location": ["messe-essen"]}, path="/cities")
    reader.rests()
    chart = reader.page.locator('[class*="st-key-city-sites"] .js-plotly-plot')
    place = chart.evaluate(MARK.replace("trace.customdata?.some(", 'trace.name === "name" && trace.customdata?.some('), "messe-essen")
    reader.page.mouse.click(place["x"], place["y"])
    expect(reader.page.get_by_role("dialog")).to_be_visible()
    assert not reader.met
