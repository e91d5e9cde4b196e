"""Cards of sites, figures and documents: what is known, what it leads to, and who says so."""

from functools import cache

import pytest

from loaders.card import KINDS
from loaders.cards import CARDS, card_of
from loaders.events.filters import from_query

DECK = "essen-koriyama-deck-2023"


@pytest.fixture(scope="module")
def card(store):
    """A function that makes one card, each once."""
    return cache(lambda kind, key: card_of(store, kind, key))


@pytest.fixture(scope="module")
def every(card, fact_base):
    """Every card of sites, every sixth of figures, and a few of documents."""
    keys = [
        (KINDS[table], key)
        for table, step in (("sites", 1), ("observations", 6), ("measures", 6))
        for key in fact_base.table(table).iloc[::step, 0]
    ]
    return [
        card(*key)
        for key in [*keys, ("document", DECK), ("document", "geonames"), ("document", "adeac-fmddsc"), ("document", "nag-2025-06-base")]
    ]


def linked(card, group):
    return list(card.links.loc[card.links["group"].str.startswith(group), "key"])


def test_the_address_knows_the_same_kinds_of_cards():
    assert set(CARDS) == set(KINDS.values())


def test_a_figure_of_a_city_and_one_of_an_event_never_share_a_key(fact_base):
    assert not set(fact_base.table("observations")["observation_id"]) & set(fact_base.table("measures")["measure_id"])


def test_no_card_shows_a_missing_value_as_a_word(every):
    for card in every:
        lines = [line for _, some in card.passages for line in some]
        texts = [card.title, *card.lead, *card.notes, *lines, *card.links["text"], *(claim.shown for claim in card.claims)]
        assert all(text.strip() and not set(text.split()) & {"nan", "None", "<NA>", "NaT", "nan,"} for text in texts), card.key


def test_every_card_names_its_sources_and_every_link_leads_to_a_card(every, fact_base):
    keys = {(kind, key) for table, kind in KINDS.items() for key in fact_base.table(table).iloc[:, 0]}
    for card in every:
        assert len(card.sources) and card.sources["cite"].str.len().min() > 0, card.key
        assert set(card.links[["kind", "key"]].itertuples(index=False, name=None)) <= keys, card.key


def test_the_figure_of_essen_names_the_other_one_of_the_same_deck_and_says_which_is_first(card):
    shown, other = card("figure", "essen.deck-population-dated.2022-12-31"), card("figure", "essen.deck-population-undated")
    assert shown.title == "Population, Essen: 593\u202f489 inhabitants" and "as of: 31 Dec 2022" in shown.lead
    assert "not the figure shown first for this city" in shown.lead and "not the figure shown first for this city" in other.lead
    assert linked(shown, "Other figures")[:2] == ["essen.it-nrw-population-2022.2024-12-31", other.key]
    assert linked(other, "Other figures")[1] == shown.key
    assert list(shown.sources["source_id"]) == [DECK]


def test_koriyamas_inhabitants_have_a_day_a_source_and_a_place_in_it(card):
    found = card("figure", "koriyama.deck-population-dated.2023-02-01")
    assert found.title == "Population, Koriyama: 323\u202f350 inhabitants" and "as of: 1 Feb 2023" in found.lead
    (claim,) = found.claims
    assert list(claim.said["locator"]) == ["section 2, table"]


def test_a_figure_without_a_date_says_so(card):
    assert "as of: no date stated" in card("figure", "essen.deck-companies").lead


def test_a_figure_of_an_event_leads_to_the_event_and_to_the_series(card):
    found = card("figure", "duesseldorf-evening-tokyo-2019.altbier")
    assert found.lead[0] == "850\u202flitres (altbier)" or found.lead[0] == "850 litres (altbier)"
    assert linked(found, "The event") == ["duesseldorf-evening-tokyo-2019"]
    assert linked(found, "The same figure") == ["duesseldorf-evening-tokyo-2017.altbier", "duesseldorf-evening-tokyo-2025.altbier"]


def test_a_site_says_how_exactly_it_is_known_and_what_happened_there(card):
    found = card("site", "frea")
    ((title, (line,)),) = found.passages
    assert title == "Where it lies" and "within about 1 km" in line and "37.4497° N" in line
    assert "frea-opening" in linked(found, "What happened here")
    assert "opened 1 Apr 2014" in found.lead


def test_a_site_without_a_coordinate_says_so(card):
    ((_, (line,)),) = card("site", "tonhalle").passages
    assert line.startswith("No coordinate was read")


def test_the_centre_whose_opening_the_deck_misdates_shows_both_years(card):
    (claim,) = [claim for claim in card("site", "fmddsc").claims if claim.contradicted]
    assert claim.shown == "7 Nov 2016" and "7 Nov 2017" in set(claim.said["value_text"])


def test_the_decks_card_lists_all_that_rests_on_it(card, fact_base):
    rows = fact_base.table("evidence")
    rows = rows[rows["source_id"] == DECK]
    found = card("document", DECK)
    for table, group in (
        ("events", "Events ("),
        ("sites", "Sites ("),
        ("observations", "Figures of cities"),
        ("measures", "Figures of events"),
    ):
        assert sorted(linked(found, group)) == sorted(set(rows.loc[rows["table"] == table, "key"]))


def test_the_decks_card_names_every_correction_once(card, fact_base):
    fixed = fact_base.table("corrections")
    (lines,) = [lines for title, lines in card("document", DECK).passages if title == "Corrected"]
    assert len(lines) == (fixed["source_id"] == DECK).sum()
    assert any("printed “7 Nov 2017”, shown “7 Nov 2016”" in line for line in lines)


def test_a_copy_leads_to_what_it_repeats_and_back(card, fact_base):
    rows = fact_base.table("sources").dropna(subset=["copy_of"])
    for copy, original in zip(rows["source_id"], rows["copy_of"], strict=True):
        assert linked(card("document", copy), "It repeats") == [original]
        assert copy in linked(card("document", original), "Repeated by")


@pytest.mark.parametrize("kind", CARDS)
def test_what_there_is_not_has_no_card(card, kind):
    with pytest.raises(KeyError, match="no-such-key"):
        card(kind, "no-such-key")


def test_every_way_on_from_a_card_to_a_choice_of_events_leaves_some(every, store):
    for card in every:
        for page, _, query in card.views:
            filters, wrong = from_query(query, store.choices())
            assert not wrong and (page != "timeline" or store.selection(filters).count()), card.key
    assert all(card.views for card in every if card.kind == "site")
