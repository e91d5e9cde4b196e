"""Confidence on the pages: the filter and its words, the mark with its legend in rows, and the words on a card."""

import json

import pytest
from app_pages import opened, says, shows, table

from loaders.confidence_words import LEGEND
from loaders.events.filters import Filters
from loaders.events.rows import KEY_TO_PIPS
from loaders.marks import YEAR


@pytest.fixture(scope="module")
def timeline():
    return opened("timeline/page.py", witnesses="1", primary="no", event="elbers-visits-chiba-2014")


def test_the_address_chooses_by_confidence_and_the_page_says_it_in_words(timeline, all_events):
    assert shows(timeline, Filters(witnesses=("1",), primary=("no",)), all_events)
    assert says(timeline, "one independent source · none that is primary")


def test_every_row_has_its_mark_and_what_it_means_stands_below(timeline):
    rows = table(timeline)
    assert set(rows["Confidence"]) <= {"○", "○~"} and len(rows["key"]) > 10
    assert rows["note"] == KEY_TO_PIPS


def test_a_card_says_how_well_it_and_each_claim_is_founded(timeline):
    assert says(timeline, "Confidence:** ●~ 1 independent source, primary, inferred in part")
    assert says(timeline, "Date**: 18 Feb 2014 · one independent source, inferred")


def test_the_columns_say_what_of_them_is_thinly_founded(timeline):
    (spec,) = [chart.proto.spec for chart in timeline.get("plotly_chart") if chart.proto.alt.startswith("Timeline.")]
    columns = next(trace for trace in json.loads(spec)["data"] if trace.get("name") == YEAR)
    assert "on none that is primary" in json.dumps(columns)


def test_facts_show_the_mark_of_each_cited_row():
    app = opened("facts.py", table="sites")
    rows = next(frame.value for frame in app.dataframe if "Confidence" in frame.value).set_index("site_id")
    assert rows.loc["duesseldorf-city-hall", "Confidence"] == "○~"
    assert says(app, LEGEND)
