"""An event's card: everything that is known of it, every source's word, and what the sources disagree on."""

from functools import cache

import pytest

from loaders.card_words import voices
from loaders.citations import evidence
from loaders.event_card import event_card

DECK = "essen-koriyama-deck-2023"


@pytest.fixture(scope="module")
def card(store):
    """A function that makes the card of one event, each once."""
    return cache(lambda key: event_card(store, key))


@pytest.fixture(scope="module")
def fmddsc(card):
    """The card of the opening whose year the deck prints otherwise than three newspapers."""
    return card("fmddsc-opening")


def date_of(card):
    (claim,) = [claim for claim in card.of("events") if claim.label == "Date"]
    return claim


def test_the_opening_of_the_medical_device_centre_shows_both_dates(fmddsc):
    claim = date_of(fmddsc)
    assert claim.shown == "7 Nov 2016"
    assert claim.contradicted
    against = claim.said[claim.said["stance"] == "contradicts"]
    assert list(against["value_text"]) == ["7 Nov 2017"]


def test_the_other_date_is_the_decks_and_its_place_is_named(fmddsc, fact_base):
    against = date_of(fmddsc).said.query("stance == 'contradicts'")
    assert list(against["source_id"]) == [DECK]
    assert list(against["locator"]) == ["section 3, caption"]
    deck = fact_base.table("sources").set_index("source_id").loc[DECK, "title"]
    (number,) = against["number"]
    assert deck in fmddsc.sources.set_index("number").loc[number, "cite"]


def test_at_least_three_sources_state_the_date_that_is_shown(fmddsc):
    said = date_of(fmddsc).said
    assert said.loc[said["value_text"] == "7 Nov 2016", "source_id"].nunique() >= 3


def test_what_the_sources_disagree_on_comes_first(fmddsc):
    assert fmddsc.claims[0].contradicted


def test_sources_that_name_one_of_several_dates_each_disagree(card):
    claim = date_of(card("presentation-day-2021"))
    assert claim.contradicted
    assert set(claim.said.loc[claim.said["against"], "value_text"]) == {"25 Mar 2021", "26 Mar 2021"}
    assert {voice.says for voice in voices(card("presentation-day-2021")) if voice.against} == {"25 Mar 2021", "26 Mar 2021"}


def test_every_event_on_which_sources_disagree_says_so_on_its_card(card, all_events):
    for key in all_events.links["disputed"].query("code == 'yes'")["event_id"]:
        assert any(claim.contradicted for claim in card(key).claims), key


@pytest.mark.parametrize("table", ["event_places", "participants", "measures"])
def test_every_part_of_every_event_is_on_its_card_with_a_word_for_it(card, fact_base, keys, table):
    rows = fact_base.table(table)
    for key in keys:
        claims = card(key).of(table)
        assert len(claims) == (rows["event_id"] == key).sum(), key
        assert all(claim.shown and len(claim.said) for claim in claims), key


def test_every_word_on_an_event_is_on_its_card(card, fact_base, keys):
    rows = evidence(fact_base)
    rows = rows[rows["table"] == "events"]
    for key in keys:
        said = [word for claim in card(key).of("events") for word in claim.said["evidence_id"]]
        assert sorted(said) == sorted(rows.loc[rows["key"] == key, "evidence_id"]), key


def test_a_card_names_each_source_once_by_number(card, keys):
    for key in keys:
        found = card(key)
        assert list(found.sources["number"]) == list(range(1, len(found.sources) + 1)), key
        used = {number for claim in found.claims for number in claim.said["number"]}
        assert used == set(found.sources["number"]), key


def test_no_card_shows_a_missing_value_as_a_word(card, keys):
    for key in keys:
        found = card(key)
        shown = [claim.shown for claim in found.claims] + list(found.links["text"]) + list(found.lead)
        assert not [text for text in shown if text in ("nan", "None", "<NA>", "NaT") or "nan," in text], key


def test_parts_and_wholes_name_each_other(card, all_events):
    parts = all_events.rows.dropna(subset=["part_of"])
    for part, whole in zip(parts["event_id"], parts["part_of"], strict=True):
        assert ("part of", whole) in related(card(part))
        assert ("includes", part) in related(card(whole))


def test_two_that_may_be_the_same_name_each_other(card, all_events):
    doubles = all_events.rows.dropna(subset=["maybe_same_as"])
    for one, other in zip(doubles["event_id"], doubles["maybe_same_as"], strict=True):
        assert ("perhaps the same as", other) in related(card(one))
        assert ("perhaps the same as", one) in related(card(other))


def related(card):
    rows = card.links[card.links["group"] == "Belongs together"]
    return set(zip(rows["text"].str.partition(":")[0], rows["key"], strict=True))


def test_an_event_that_there_is_not_has_no_card(card):
    with pytest.raises(KeyError, match="no-such-event"):
        card("no-such-event")


def test_a_card_says_what_was_looked_for_and_what_came_of_it(card):
    passages = {key: dict(card(key).passages) for key in ("frea-visit-2018", "essen-koriyama-mou-2017", "ric-opening")}
    (line,) = passages["frea-visit-2018"]["Looked for and not found"]
    assert line.startswith("Visit to FREA in May 2018: Nothing was found.") and line.endswith("(read 21 Nov 2026)")
    assert "Looked for, and not stated by the sources" in passages["essen-koriyama-mou-2017"]
    assert "Looked for and not found" not in passages["ric-opening"]


def test_a_note_stands_once_on_its_card_and_its_source_below(card):
    rakuten = card("duesseldorf-delegation-rakuten-2025")
    (note,) = (claim for claim in rakuten.of("events") if claim.label == "Note")
    assert note.shown == "" and set(note.said["locator"]) == {"paragraph 6"} and "Open RAN" in rakuten.notes[0]


def test_what_tells_only_of_something_around_it_bears_no_witness(store):
    """lokalklick tells that the hospitals work together since 2014, a newspaper of a lecture: neither of the meeting."""
    card = event_card(store, "hospitals-meeting-2019")
    whole = next(claim for claim in card.of("events") if claim.label != "Date")
    assert set(whole.said["stance"]) == {"context"} and whole.agreeing.empty
    assert whole.founded == "told only of things around it"
    assert "1 independent source, not primary" in card.confidence
