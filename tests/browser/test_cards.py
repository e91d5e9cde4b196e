"""An event's card: opened from the chart, the table and the address, and closed again."""

import pytest
from playwright.sync_api import expect

from loaders.events.filters import Filters

ENERGY = Filters(sector=("energy",))
CARD = "essen-group-energy-agency-2018"
DECK = "essen-koriyama-deck-2023"
ROW_PX = 35  # as tall as Streamlit draws rows and their header


def clicks_mark(reader, event_id, width="wide"):
    """Clicks in the middle of what the pointer meets of the event in the chart."""
    chart = reader.page.locator(f".st-key-picture-timeline-{width} .js-plotly-plot")
    place = chart.evaluate(
        """(chart, key) => {
            const hits = chart._fullData.find(trace => trace.name === 'events'), {xaxis, yaxis} = chart._fullLayout;
            const row = hits.customdata.findIndex(data => data[0] === key);
            return {x: xaxis._offset + xaxis.l2p(hits.base[row] + hits.x[row] / 2), y: yaxis._offset + yaxis.l2p(hits.y[row])};
        }""",
        event_id,
    )
    chart.click(position=place)


@pytest.mark.parametrize("mode, width", [("light", "wide"), ("phone", "narrow")])
def test_a_click_on_a_mark_opens_the_card_and_closing_takes_it_out_of_the_address(mode, width, reader_in):
    reader = reader_in(mode)
    reader.opens("/timeline", ENERGY)
    clicks_mark(reader, CARD, width)
    reader.finds_card(CARD)
    reader.finds_address({**ENERGY.to_query(), "event": [CARD]})
    reader.closes_card()
    reader.finds(ENERGY)


def test_a_click_on_a_mark_opens_its_card_again_and_again(reader):
    reader.opens("/timeline", ENERGY)
    for event_id in (CARD, CARD, "gwi-visit-2019"):
        clicks_mark(reader, event_id)
        reader.finds_card(event_id)
        reader.closes_card()
        reader.finds(ENERGY)
        reader.rests()


def test_an_address_opens_the_card_and_escape_closes_it(reader):
    reader.opens("/timeline", ENERGY, event=CARD)
    reader.finds_card(CARD)
    reader.page.keyboard.press("Escape")
    expect(reader.page.get_by_role("dialog")).to_have_count(0)
    reader.finds(ENERGY)


def test_back_closes_the_card_that_a_click_has_opened(reader):
    reader.opens("/timeline", ENERGY)
    clicks_mark(reader, CARD)
    reader.finds_card(CARD)
    reader.rests()
    reader.page.go_back()
    expect(reader.page.get_by_role("dialog")).to_have_count(0)
    reader.finds(ENERGY)


def test_a_document_leads_to_a_fact_that_rests_on_it_and_the_fact_back_to_it(reader):
    reader.opens("/sources", view="documents")
    reader.page.locator("tbody .open", has_text="Koriyama City-to-city Partnership").first.click()
    card = reader.page.get_by_role("dialog")
    expect(card).to_contain_text("rows of the data rest on it")
    assert reader.query == {"view": ["documents"], "document": [DECK]}
    card.get_by_role("button", name="Oyasuba Burial Mound is built in Koriyama").click()
    expect(card).to_contain_text("key: oyasuba-burial-mound")
    card.get_by_text("What else rests on").click()
    card.get_by_role("button", name="City-to-city Partnership").click()
    expect(card).to_contain_text(f"key: {DECK}")
    assert reader.query == {"view": ["documents"], "document": [DECK]}
