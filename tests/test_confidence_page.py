"""Confidence on the pages: the filter and its words, the mark with its legend in rows, and the words on a card."""

import pytest
from app_pages import opened, says, shows, table

from loaders.events.filters import Filters
from loaders.events.rows import KEY_TO_PIPS


@pytest.fixture(scope="module")
def timeline():
    return opened("timeline/timeline.py", witnesses="1", primary="no", event="elbers-visits-chiba-2014")


def test_the_address_chooses_by_confidence_and_the_page_says_it_in_words(timeline, all_events):
    assert shows(timeline, Filters(witnesses=("1",), primary=("no",)), all_events)
    assert {"chip-witnesses-1", "chip-primary-no"} <= {button.key for button in timeline.button}


def test_every_row_has_its_mark_and_what_it_means_stands_below(timeline):
    rows = table(timeline)
    assert set(rows["Confidence"]) <= {"○", "○~"} and len(rows["key"]) > 5
    assert rows["note"] == KEY_TO_PIPS


def test_a_card_says_how_well_it_and_each_claim_is_founded(timeline):
    assert says(timeline, "●~ 1 independent source, primary, inferred in part")
    assert says(timeline, "18 Feb 2014") and says(timeline, "Worked out by us: ")


def test_facts_show_the_mark_of_each_cited_row():
    app = opened("data/data.py", table="sites")
    rows = next(frame.value for frame in app.dataframe if "Confidence" in frame.value).set_index("site_id")
    assert rows.loc["duesseldorf-city-hall", "Confidence"] == "○~"
