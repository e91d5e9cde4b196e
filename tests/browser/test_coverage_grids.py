"""What the sources cover, in Chromium: a line chooses its document, a cell lists its events, and nothing sticks out or bars the way."""

from dashboard import SIDEWAYS
from playwright.sync_api import expect
from wcag import violations

from loaders.events.filters import Filters

DECK = "essen-koriyama-deck-2023"


def clicks_mark(reader, chart, key, width="wide"):
    """Clicks in the middle of what the pointer meets of this key, the last of it."""
    place = f".st-key-{width}-{chart} .js-plotly-plot"
    plot = reader.page.locator(place)
    plot.scroll_into_view_if_needed()
    at = plot.evaluate(
        """(chart, key) => {
            const {xaxis, yaxis} = chart._fullLayout;
            const places = chart._fullData.filter(trace => trace.customdata && trace.base).flatMap(trace => trace.customdata
                .map((data, row) => [data[0], trace.base[row] + trace.x[row] / 2, trace.y[row]]).filter(place => place[0] === key));
            const [, x, y] = places.at(-1);
            return {x: xaxis._offset + xaxis.l2p(x), y: yaxis._offset + yaxis.l2p(y)};
        }""",
        key,
    )
    plot.click(position=at)


def test_a_name_chooses_what_its_document_tells_and_a_cell_lists_its_events(reader):
    reader.opens("/sources", view="coverage")
    clicks_mark(reader, "source-years", DECK)
    told = Filters(source=(DECK,))
    reader.finds_address({**told.to_query(), "view": ["coverage"]}, path="/sources")
    reader.finds_count(told)
    reader.opens("/sources", view="coverage")
    clicks_mark(reader, "coverage-essen-koriyama", "trade.2016")
    cell = reader.page.locator(".st-key-chosen-cell")
    expect(cell).to_contain_text("Looked for and not found: Sake matching project with Germany.")
    assert reader.query == {"view": ["coverage"], "cell": ["essen-koriyama.trade.2016"]}
    cell.get_by_role("button", name="Online sake matching").click()
    reader.finds_card("sake-matching-project-launch")
    assert not reader.met


def test_the_view_is_sound_on_a_phone(reader_in):
    reader = reader_in("phone").opens("/sources", view="coverage", documents="all", cell="essen-koriyama.energy.2018")
    expect(reader.page.get_by_role("heading", level=1)).to_have_count(1)
    expect(reader.page.get_by_test_id("stException")).to_have_count(0)
    assert reader.page.evaluate(SIDEWAYS) <= 1
    assert violations(reader) == []
    assert not reader.met
