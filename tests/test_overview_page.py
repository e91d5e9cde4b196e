"""The overview and the page of sources without a browser, and cards of every kind on them."""

import json
from urllib.parse import parse_qs

import pytest
from app_pages import addressed, headline, opened, says
from loaders.story import told

from loaders.contradictions import contradictions
from loaders.documents import corrections, documents
from loaders.events.filters import Filters, choices, from_query, select
from loaders.overview import overview_headline

ENERGY = Filters(sector=("energy",))


def labels(app):
    return [button.label.replace("\\", "") for button in app.button]


def test_the_overview_is_home_and_says_what_was_counted(all_events):
    app = opened("overview.py")
    assert headline(app).replace("\\", "") == overview_headline(all_events)
    assert says(app, "593\u202f489 inhabitants") and says(app, "31 Dec 2022")
    assert says(app, "Chiba Prefecture") and says(app, "no figure was read")


def test_the_overview_leads_to_the_first_and_the_latest_of_each_relationship(all_events):
    app = opened("overview.py")
    found = labels(app)
    assert says(app, "“Hospitals of Essen and Koriyama begin to cooperate” (2014), through Essen University Hospital")
    assert "Latest: 16 Jun 2025, Düsseldorf Evening 2025 in Tokyo" in found
    app.button(key="to-first-essen-koriyama-hospitals-cooperation-2014").click().run()
    assert addressed(app) == {"event": ["hospitals-cooperation-2014"]}
    assert says(app, "key: hospitals-cooperation-2014")


def test_the_overview_answers_what_a_new_reader_asks(all_events):
    """When did Essen's mayor first travel to Koriyama, which sectors grew after 2019, and what rests on one source only?"""
    app = opened("overview.py")
    assert says(app, "from Essen to Koriyama: Thomas Kufen (Lord Mayor of Essen), 1 Dec 2017")
    assert says(app, "Grew in 2020–2025 against 2014–2019: education (from 0 to 11), energy (from 2 to 8), culture (from 2 to 6), digital")
    assert says(app, "74 of 112 events rest on one independent source alone")
    assert sum(str(button.key).startswith("to-announced-") for button in app.button) == 8


def test_links_of_the_story_lead_to_views_with_the_numbers_that_they_say(all_events):
    links = [link.proto for link in opened("overview.py", tie="essen-koriyama").get("page_link")]
    found = [(link.label.removesuffix(" among all"), link.query_string) for link in links if link.label.startswith(("See ", "Mark "))]
    found = [(label, query) for label, query in found if label.endswith(")")]
    assert len(found) > 8
    for label, query in found:
        asked = parse_qs(query)
        filters, notices = from_query(asked, choices(all_events))
        number = int(label.rsplit("(", 1)[1][:-1])
        shown = select(all_events, filters)
        assert not notices and number in {len(shown), len(told(all_events, filters)), len(asked.get("marked", []))}, label


def test_a_link_that_only_marks_some_rows_of_its_view_says_so(all_events):
    links = [link.proto for link in opened("overview.py").get("page_link")]
    assert {"Mark the first of each (3) among all", "Mark the agreements (9) among all"} <= {link.label for link in links}
    for link in links:
        filters, _ = from_query(asked := parse_qs(link.query_string), choices(all_events))
        if link.label.startswith("See ") and link.label.endswith(")") and "marked" in asked:
            assert len(select(all_events, filters)) == len(asked["marked"]), link.label


def test_context_alone_has_no_story_and_nothing_has_a_way_back():
    assert not says(opened("overview.py", tie="none"), "What followed")
    assert not says(opened("overview.py", tie="essen-koriyama", text="zzzz"), "What followed")


def test_the_overview_follows_the_filter(all_events):
    app = opened("overview.py", **ENERGY.to_query())
    assert headline(app).replace("\\", "") == overview_headline(select(all_events, ENERGY))


def test_a_figure_on_the_overview_opens_its_card():
    app = opened("overview.py")
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
    app = opened("overview.py", site="frea")
    app.button(key="to-first-essen-koriyama-hospitals-cooperation-2014").click().run()
    assert addressed(app) == {"event": ["hospitals-cooperation-2014"]}


def test_every_correction_and_contradiction_is_on_the_page_of_sources(fact_base):
    app = opened("sources.py")
    for row in corrections(fact_base).itertuples():
        assert says(app, f"“{' '.join(row.printed_text.split())}”, shown “**{row.shown_text}**”"), row.correction_id
    for row in contradictions(fact_base).itertuples():
        assert row.corrected or says(app, f"otherwise “**{row.said_text}**”"), row.evidence_id


def test_what_was_looked_for_is_on_the_page_of_sources(fact_base):
    app = opened("sources.py")
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


def test_what_the_relationships_did_stands_first_among_the_rows(all_events):
    app = opened("overview.py")
    (ties,) = [list(part.value["Relationship"]) for part in app.dataframe if "Relationship" in part.value]
    ours = (all_events.rows["tie_scope"] == "subject").sum()
    assert len(ties) == len(all_events) and "none (context)" not in ties[:ours]
    assert ties[-1] == "none (context)" and says(app, "What the relationships did stands first")


def test_both_charts_of_columns_have_the_same_years():
    for query in ({}, {"tie": "essen-koriyama"}):
        specs = [json.loads(chart.proto.spec) for chart in opened("overview.py", **query).get("plotly_chart")]
        axes = [spec["layout"]["xaxis"] for spec in specs if any(trace.get("name") == "column" for trace in spec["data"])]
        assert len(axes) == 2 and axes[0] == axes[1]
