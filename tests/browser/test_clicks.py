"""Views that answer one another, in Chromium: a click on a year, a brush, and marked rows become chips and leave again."""

from dataclasses import replace

from playwright.sync_api import expect
from test_cards import clicks_mark

from loaders.events.filters import Filters

ENERGY = Filters(sector=("energy",))
CHART, PHONES = ".st-key-wide-chart .js-plotly-plot", ".st-key-narrow-chart .js-plotly-plot"
# Where a year's column stands on the screen, at the middle of its place, once the chart is below the page's head.
COLUMN = """(chart, year) => {
    document.querySelector('[data-testid="stMain"]').scrollTop += chart.getBoundingClientRect().top - 150;
    const years = chart._fullData.find(trace => trace.name === 'year'), {xaxis, yaxis2} = chart._fullLayout, box = chart.getBoundingClientRect();
    const row = years.customdata.findIndex(data => data[0] === year);
    return {x: box.x + xaxis._offset + xaxis.l2p(years.x[row]), y: box.y + yaxis2._offset + yaxis2.l2p(years.y[row] / 2)};
}"""


def column(reader, year, chart=CHART):
    chart = reader.page.locator(chart)
    chart.wait_for()
    return chart.evaluate(COLUMN, year)


def takes_away(reader, chip):
    reader.page.locator(".st-key-chosen").get_by_role("button", name=chip).click()


def test_a_year_is_clicked_and_a_range_is_brushed_and_their_chips_take_them_away(reader):
    reader.opens("/timeline", ENERGY)
    place = column(reader, "2022")
    reader.page.mouse.click(place["x"], place["y"])
    reader.finds(replace(ENERGY, years=(2022, 2022)))
    takes_away(reader, "2022")
    reader.finds(ENERGY)
    reader.rests()
    start, end = column(reader, "2018"), column(reader, "2020")
    reader.page.mouse.move(start["x"], start["y"] + 90)
    reader.page.mouse.down()
    reader.page.mouse.move(end["x"] - 20, end["y"] + 92, steps=5)
    reader.page.mouse.move(end["x"], end["y"] + 92)
    reader.page.mouse.up()
    chosen = replace(ENERGY, years=(2018, 2020))
    reader.finds(chosen)
    reader.rests()
    clicks_mark(reader, "gwi-visit-2019")
    reader.finds_card("gwi-visit-2019")
    reader.closes_card()
    reader.finds(chosen)
    assert not reader.met


def test_a_fingers_first_tap_means_what_lies_under_it(reader_in):
    reader = reader_in("phone")
    reader.opens("/timeline", ENERGY)
    place = column(reader, "2022", PHONES)
    reader.page.touchscreen.tap(place["x"], place["y"])
    reader.finds(replace(ENERGY, years=(2022, 2022)))
    assert not reader.met


def test_rows_marked_by_a_link_stand_out(reader):
    reader.opens("/timeline", ENERGY, marked="gwi-visit-2019")
    expect(reader.page.locator(f"{CHART} svg text", has_text="Visit to the").locator("tspan").first).to_have_css("font-weight", "700")
    takes_away(reader, "1 row marked")
    reader.finds(ENERGY)
    expect(reader.page.locator(f"{CHART} svg text", has_text="Visit to the").first).to_be_visible()
