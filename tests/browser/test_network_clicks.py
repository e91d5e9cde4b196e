"""The network in Chromium: a number of the matrix becomes the two chips of its pair, whose events it counted."""

from playwright.sync_api import expect

from loaders.events.filters import Filters

HEALTH = Filters(sector=("healthcare",))
PAIR = ("essen-university-hospital", "southern-tohoku-hospital")
# The middle of a pair's cell on the screen, once it is there.
CELL = """(chart, keys) => {
    const cells = chart._fullData.find(trace => trace.customdata?.[0]?.[0].startsWith('pair:')), {xaxis, yaxis} = chart._fullLayout;
    const row = cells.customdata.findIndex(data => keys.every(key => data[0].includes(key)));
    document.querySelector('[data-testid="stMain"]').scrollTop += chart.getBoundingClientRect().top - 150;
    const box = chart.getBoundingClientRect();
    return {x: box.x + xaxis._offset + xaxis.l2p(cells.base[row] + cells.x[row] / 2), y: box.y + yaxis._offset + yaxis.l2p(cells.y[row])};
}"""


def test_a_number_of_the_matrix_becomes_the_chips_of_its_pair(reader):
    reader.opens("/network", HEALTH)
    expect(reader.page.get_by_text("Who connects the hospitals?")).to_be_in_viewport()
    place = reader.page.locator(".st-key-wide-network-matrix .js-plotly-plot").evaluate(CELL, PAIR)
    reader.page.mouse.click(place["x"], place["y"])
    chosen = Filters(sector=HEALTH.sector, organisation=PAIR[:1], partner=PAIR[1:])
    reader.finds_address(chosen.to_query(), path="/network")
    reader.finds_count(chosen)
    chips = reader.page.locator(".st-key-chosen")
    for name in ("Essen University Hospital", "Southern Tohoku General Hospital"):
        expect(chips.get_by_role("button", name=name)).to_be_visible()
    assert not reader.met
