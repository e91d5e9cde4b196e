"""The overview and the page of sources without a browser, and cards of every kind on them."""

import json

import pytest
from app_pages import addressed, headline, opened, says, shows
from test_year_clicks import hold, lane_numbers, named, texts

from loaders.contradictions import contradictions
from loaders.documents import corrections, documents
from loaders.events.filters import Filters
from loaders.marks import LANE, TILE
from loaders.story.headlines import overview_headline

ENERGY = Filters(sector=("energy",))


def test_the_overview_says_how_large_the_partners_are_and_where_no_figure_was_read():
    app = opened("overview/page.py")
    assert says(app, "593\u202f489 inhabitants") and says(app, "31 Dec 2022")
    assert says(app, "Chiba Prefecture") and says(app, "no figure was read")


@pytest.mark.parametrize("filters", [Filters(), ENERGY, Filters(tie=("essen-koriyama",)), Filters(background=True)], ids=str)
def test_headline_count_rows_and_tiles_of_the_overview_are_of_the_selection(store, all_events, filters):
    shown, app = store.selection(filters), opened("overview/page.py", **filters.to_query())
    assert headline(app).replace("\\", "") == overview_headline(shown) and shows(app, filters, all_events)
    assert list(app.dataframe[-1].value["Event"]) == list(shown.events.rows["title"])
    (figure,) = [
        json.loads(chart.proto.spec) for chart in app.get("plotly_chart") if chart.proto.alt.startswith("Events by sector and year")
    ]
    tiles = named(figure, TILE)
    assert tiles
    hold(shown, tiles, texts(figure, tiles), TILE, "sector")
    hold(shown, named(figure, LANE), lane_numbers(figure), LANE, "sector")


def test_a_figure_on_the_overview_opens_its_card():
    app = opened("overview/page.py")
    app.button(key="to-figures-koriyama.deck-population-dated.2023-02-01").click().run()
    assert addressed(app) == {"figure": ["koriyama.deck-population-dated.2023-02-01"]}
    assert says(app, "section 2, table")


@pytest.mark.parametrize(
    "kind, key, word",
    [
        ("event", "fmddsc-opening", "7 November 2017"),
        ("site", "frea", "within about 1 km"),
        ("figure", "essen.deck-population-undated", "593\u202f489"),
        ("document", "essen-koriyama-deck-2023", "308 rows of the data rest on it"),
    ],
)
def test_a_card_of_each_kind_opens_from_the_address(kind, key, word):
    app = opened("sources.py", **{kind: key})
    assert not app.warning and not app.error
    assert says(app, word) and says(app, f"key: {key}")


@pytest.mark.parametrize("kind", ["event", "site", "figure", "document"])
def test_an_unknown_card_is_named_in_a_notice(kind):
    app = opened("sources.py", **{kind: "no-such-key"})
    (notice,) = app.warning
    assert f"no {kind}" in notice.value and "no-such-key" in notice.value.replace("\\", "")


def test_one_card_takes_the_place_of_another_in_the_address():
    app = opened("overview/page.py", site="frea")
    app.button(key="to-figures-koriyama.deck-population-dated.2023-02-01").click().run()
    assert addressed(app) == {"figure": ["koriyama.deck-population-dated.2023-02-01"]}


def test_every_correction_and_contradiction_is_on_the_page_of_sources(fact_base):
    app = opened("sources.py")
    for row in corrections(fact_base).itertuples():
        assert says(app, f"“{' '.join(row.printed_text.split())}”, shown “**{row.shown_text}**”"), row.correction_id
    for row in contradictions(fact_base).itertuples():
        assert row.corrected or says(app, f"otherwise “**{row.said_text}**”"), row.evidence_id


def test_what_was_looked_for_is_on_the_page_of_sources(fact_base):
    app = opened("sources.py", background="yes")
    for row in fact_base.table("searches").itertuples():
        assert says(app, row.result), row.search_id


def test_the_documents_follow_the_filter(fact_base):
    app = opened("sources.py", city="koriyama", sector="healthcare")
    (table,) = app.dataframe
    assert 0 < len(table.value) < len(documents(fact_base)) / 2


def test_an_anchor_leads_to_each_part_of_the_page_of_sources():
    app = opened("sources.py")
    anchors = {heading.proto.anchor for heading in app.subheader}
    assert {"documents", "printed-wrongly", "where-sources-disagree", "looked-for"} <= anchors
