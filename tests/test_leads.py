"""Where rows are shown: every link leads to something, and to the right thing."""

import pytest
from selections import read

from loaders.checking import UNCITED
from loaders.events.filters import from_query
from loaders.facts import DATA
from loaders.folding import holds_all
from loaders.leads import leads
from loaders.readable import readable
from loaders.schema import read_schema
from loaders.subjects import card_of

SCHEMA = read_schema(DATA)


@pytest.fixture(scope="module")
def led(store):
    """A function that gives the links of one row as pairs of page and query."""
    return lambda name, key: [(lead.page, dict(lead.query)) for lead in leads(store, name, key)]


def some(name):
    """Keys of a table from its beginning, middle and end."""
    keys = [row[SCHEMA[name].key] for row in read(name)]
    return dict.fromkeys([*keys[:3], keys[len(keys) // 2], *keys[-2:]])


@pytest.mark.parametrize("name", list(SCHEMA))
def test_every_link_says_only_what_the_filter_knows_and_leaves_something(name, store, allowed):
    for key in some(name):
        for lead in leads(store, name, key):
            filters, notices = from_query(lead.query, allowed)
            assert not notices, (key, lead)
            assert lead.page == "data" or store.selection(filters).count(), (key, lead)
            assert set(lead.query.get("table", ())) <= set(SCHEMA)


def test_a_city_is_shown_on_two_pages_under_its_filter_and_by_itself(led):
    assert [(page, query) for page, query in led("cities", "essen") if page != "data"] == [
        ("timeline", {"city": ["essen"]}),
        ("map", {"city": ["essen"]}),
        ("cities", {"view": ["city"], "of": ["essen"]}),
    ]


def test_a_city_without_events_is_shown_here_only(led):
    assert {page for page, _ in led("cities", "wuppertal")} == {"data"}


def test_a_further_partner_is_shown_here_only_and_a_subject_on_the_timeline(led):
    assert {page for page, _ in led("ties", "essen-sunderland")} == {"data"}
    assert ("timeline", {"tie": ["essen-koriyama"]}) in led("ties", "essen-koriyama")


def test_an_organisation_leads_to_the_events_in_which_it_took_part(led):
    (found,) = [query for page, query in led("organisations", "ewg") if page == "timeline"]
    assert found == {"organisation": ["ewg"]}


def test_a_figure_leads_to_its_indicator(led):
    assert ("cities", {"indicator": ["population"]}) in led("observations", "essen.deck-population-undated")


def test_a_programme_leads_to_its_events(led, store):
    events = {row["event_id"] for row in read("events") if row["programme_id"] == "ars-musica-concerts"}
    (found,) = [query for page, query in led("programmes", "ars-musica-concerts") if page == "timeline"]
    filters, _ = from_query(found, store.choices())
    assert found["programme"] == ["ars-musica-concerts"] and set(store.selection(filters).events.rows["event_id"]) == events


def test_evidence_leads_to_what_it_is_about_and_to_its_source(led):
    word = next(row for row in read("evidence") if row["key"] == "fmddsc-opening" and row["stance"] == "contradicts")
    found = led("evidence", word["evidence_id"])
    assert ("data", {"table": ["events"], "row": ["fmddsc-opening"]}) in found
    assert ("timeline", {"source": [word["source_id"]]}) in found


@pytest.mark.parametrize("name", [name for name in SCHEMA if name not in UNCITED])
def test_the_link_to_the_evidence_on_a_row_finds_exactly_that(name, led, fact_base, all_events):
    table = readable(fact_base, all_events, "evidence")
    for key in some(name):
        (query,) = [query for page, query in led(name, key) if query.get("table") == ["evidence"]]
        found = set(table.rows.loc[holds_all(table.search, query["text"][0]), "evidence_id"])
        assert found == {row["evidence_id"] for row in read("evidence") if (row["table"], row["key"]) == (name, key)}


@pytest.mark.parametrize(
    "name, key, card",
    [
        ("events", "frea-opening", ("event", "frea-opening")),
        ("event_places", "alternate-fair-participation.essen.messe-essen.venue", ("event", "alternate-fair-participation")),
        ("measures", "asaka-canal-land-development.cost", ("figure", "asaka-canal-land-development.cost")),
        ("observations", "essen.deck-population-undated", ("figure", "essen.deck-population-undated")),
        ("sites", "wuppertal-institut", ("site", "wuppertal-institut")),
        ("sources", "nag-2025-06-base", ("document", "nag-2025-06-base")),
        ("searches", "ambassador-koriyama-2022", ("event", "german-ambassador-welcomed")),
        ("searches", "duesseldorf-chiba-after-2025-06", None),
        ("evidence", "cities.aachen.nag-2025-06-base", ("document", "nag-2025-06-base")),
        ("corrections", "event-places.sauerwein-order-rising-sun.erkrath.venue.city-id", ("event", "sauerwein-order-rising-sun")),
        ("cities", "essen", None),
        ("ties", "essen-koriyama", None),
    ],
)
def test_a_row_opens_the_card_of_its_kind(name, key, card, fact_base):
    assert card_of(fact_base, name, key) == card
