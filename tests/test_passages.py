"""The one search text of events: every spelling and script of a name finds the same, and the search page finds what the filter shows."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.events.filters import Filters, select
from loaders.folding import composed, forms, places_of
from loaders.hits import Prepared, found_keys, hits
from loaders.passages import event_passages
from loaders.things import titles

SAME = [
    ("Düsseldorf", "Duesseldorf", "Dusseldorf", "DÜSSELDORF", "Du\u0308sseldorf", "Ｄüsseldorf"),
    ("Koriyama", "Kōriyama", "KORIYAMA", "Kōriyama", "Kouriyama", "Ｋｏｒｉｙａｍａ"),
    ("Koriyama-shi", "Kōriyama-shi", "郡山市"),
    ("Fukushima-ken", "福島県"),
    ("Tokyo", "Tōkyō", "Tokio", "東京"),
    ("NRW", "ＮＲＷ", "nrw"),
    ("Frühling", "Fruehling", "Fruhling"),
    ("エッセン・郡山", "Essen–Koriyama", "Essen–Kōriyama"),
]


@pytest.fixture(scope="module")
def passages(fact_base):
    return Prepared(event_passages(fact_base))


@pytest.fixture(scope="module")
def found(all_events):
    return lambda text: set(select(all_events, Filters(text=text, background=True)).rows["event_id"])


@pytest.mark.parametrize("spellings", SAME, ids=lambda spellings: spellings[0])
def test_every_spelling_and_script_of_a_name_finds_the_same_events(found, spellings):
    """But for what only a note mentions, which is in English alone."""
    first, *others = (found(spelling) for spelling in spellings)
    assert first and all(other <= first and len(first - other) <= 2 for other in others)


@pytest.mark.parametrize("spelling", ["Koriyama", "Kōriyama", "Kouriyama", "郡山"])
def test_a_city_is_found_in_every_script_at_each_event_that_is_in_it(found, fact_base, spelling):
    places = fact_base.table("event_places")
    in_it = set(places.loc[places["city_id"] == "koriyama", "event_id"])
    assert in_it and in_it <= found(spelling)


def test_a_long_vowel_that_the_data_do_not_write_is_not_guessed(found):
    assert not found("Toukyou")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Lord Mayor of Essen", "essen-delegation-japan-2017"),
        ("IURC", "iurc-kick-off-2022"),
        ("International Urban Cooperation", "iuc-selection-2017"),
    ],
)
def test_an_event_is_found_by_an_office_and_by_its_programme(found, text, event):
    assert event in found(text)


def words_of(passages):
    return sorted({word for text in passages.table["text"] for word in composed(text).split()})


@settings(max_examples=30)
@given(st.data())
def test_the_search_page_finds_exactly_the_events_that_the_filter_shows(passages, found, data):
    words = words_of(passages)
    text = " ".join(data.draw(st.lists(st.one_of(st.sampled_from(words), st.text(max_size=6)), max_size=3)))
    assert set(found_keys(passages, " ".join(text.split()))) == found(" ".join(text.split()))


@settings(max_examples=30)
@given(st.data())
def test_every_event_found_has_a_reason_for_every_word(fact_base, passages, found, data):
    text = data.draw(st.sampled_from(words_of(passages)))
    for hit in hits(passages, titles(fact_base, "events"), text, sorted(found(text))):
        marked = [part for reason in hit.reasons for part, sought in reason.parts if sought]
        assert marked, (text, hit.key)


@given(st.text(max_size=20), st.text(min_size=1, max_size=3))
def test_the_places_of_a_word_lie_in_the_text_in_order_and_apart(text, word):
    text = composed(text)
    for spellings in forms(word):
        places = places_of(text, spellings)
        assert all(0 <= first < last <= len(text) for first, last in places)
        assert all(before[1] <= after[0] for before, after in itertools.pairwise(places))
