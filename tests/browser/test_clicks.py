"""Views that answer one another, in Chromium: a click on a year or a row becomes a chip and leaves again."""

from dataclasses import replace

from loaders.events.filters import Filters

ENERGY = Filters(sector=("energy",))
CHART = {width: f".st-key-picture-timeline-{width} .js-plotly-plot" for width in ("wide", "narrow")}
# Where a year's column or a row's name stands on the screen, once the chart is below the page's head.
PLACE = """(chart, [name, key]) => {
    document.querySelector('[data-testid="stMain"]').scrollTop += chart.getBoundingClientRect().top - 150;
    const trace = chart._fullData.find(trace => trace.name === name), {xaxis, yaxis} = chart._fullLayout, box = chart.getBoundingClientRect();
    const at = trace.customdata.findIndex(data => data[0] === key);
    return {x: box.x + xaxis._offset + xaxis.l2p(trace.base[at] + trace.x[at] / 2), y: box.y + yaxis._offset + yaxis.l2p(trace.y[at])};
}"""


def place(reader, name, key, width="wide"):
    chart = reader.page.locator(CHART[width])
    chart.wait_for()
    return chart.evaluate(PLACE, [name, key])


def takes_away(reader, chip):
    reader.page.locator(".st-key-chosen").get_by_role("button", name=chip).click()


def test_a_year_and_a_row_are_clicked_and_their_chips_take_them_away(reader):
    reader.opens("/timeline", ENERGY)
    reader.page.mouse.click(*place(reader, "year", "2022").values())
    reader.finds(replace(ENERGY, years=(2022, 2022)))
    takes_away(reader, "2022")
    reader.finds(ENERGY)
    reader.rests()
    (tie, _), names = reader.store.selection(ENERGY).most("tie")[0], reader.store.names()["tie"]
    reader.page.mouse.click(*place(reader, "row", f"tie={tie}").values())
    reader.finds(replace(ENERGY, tie=(tie,)))
    takes_away(reader, names[tie])
    reader.finds(ENERGY)
    assert not reader.met


def test_a_fingers_first_tap_means_what_lies_under_it(reader_in):
    reader = reader_in("phone")
    reader.opens("/timeline", ENERGY)
    reader.page.touchscreen.tap(*place(reader, "year", "2022", "narrow").values())
    reader.finds(replace(ENERGY, years=(2022, 2022)))
    assert not reader.met
