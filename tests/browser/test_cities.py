"""The figures of the cities in Chromium: a figure opens its card, the title of a panel leads to its lines, and both ways back."""

import re

from playwright.sync_api import expect

# Where a mark of a trace stands on the screen, once it is in the middle of it.
PLACE = """(chart, [name, mark]) => {
  const trace = chart._fullData.find(trace => trace.name === name), layout = chart._fullLayout;
  const x = layout.xaxis._offset + layout.xaxis.l2p(trace.base[mark] + trace.x[mark] / 2), y = layout.yaxis._offset + layout.yaxis.l2p(trace.y[mark]);
  document.querySelector('[data-testid="stMain"]').scrollTop += chart.getBoundingClientRect().y + y - innerHeight / 2;
  const box = chart.getBoundingClientRect();
  return {x: box.x + x, y: box.y + y, key: trace.customdata[mark][0]};
}"""


def clicks(reader, chart, trace, mark):
    place = reader.page.locator(f'[class*="st-key-{chart}"] .js-plotly-plot').evaluate(PLACE, [trace, mark])
    reader.page.mouse.click(place["x"], place["y"])
    return place["key"]


def test_a_figure_opens_its_card_and_the_title_of_a_panel_leads_to_its_lines_over_time(reader):
    reader.opens("/cities", sector="energy")
    key = clicks(reader, "multiples-year-wide", "events", 6)
    reader.finds_address({"sector": ["energy"], "figure": [key]}, path="/cities")
    expect(reader.page.get_by_role("dialog")).to_be_visible()
    reader.page.keyboard.press("Escape")
    expect(reader.page.get_by_role("dialog")).to_have_count(0)
    reader.rests()
    indicator = clicks(reader, "multiples-year-wide", "indicator", 1)
    reader.finds_address({"sector": ["energy"], "view": ["time"], "indicator": [indicator]}, path="/cities")
    reader.rests()
    expect(reader.page.locator('[class*="st-key-picture-years"]')).to_be_visible()
    reader.page.go_back()
    reader.finds_address({"sector": ["energy"]}, path="/cities")
    assert not reader.met


def test_a_row_of_the_table_opens_the_same_card_by_keyboard(reader):
    reader.opens("/cities", view="time", indicator="mean-age")
    row = reader.page.locator(".st-key-figures").get_by_role("link").first
    row.focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page.get_by_role("dialog")).to_contain_text("Mean age")
    assert re.search("figure=", reader.page.url)
