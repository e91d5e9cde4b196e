"""Texts made comparable, and the rule of the search: a word is found where words begin, Chinese and Japanese script in any part."""

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selections import plainly_found

from loaders.folding import folded, holds_all, searchable, typed_words

LETTERS = "aeSsßtnäÖūō2-–'’.&, 郡山市コリとー・мЙαΆé１Ａ"


def finds(text, words):
    """Whether the text is found by these words."""
    return holds_all(searchable(pd.DataFrame({"text": [text]})), words).item()


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Düsseldorf", "dusseldorf"),
        ("Du\u0308sseldorf", "dusseldorf"),
        ("Kōriyama", "koriyama"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("郡山市", "郡山市"),
        ("Ｆｕｋｕｓｈｉｍａ", "fukushima"),
        ("Essen–Koriyama", "essen-koriyama"),
        ("Ambassador’s", "ambassador's"),
    ],
)
def test_case_accents_width_dashes_and_apostrophes_do_not_count(text, plain):
    assert folded(text) == plain


@given(st.text())
def test_what_is_folded_is_folded_no_further(text):
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize("word", ["Düsseldorf", "duesseldorf", "dusseldorf", "DÜSSELDORF", "Düss", "duess", "duss", "d"])
def test_an_umlaut_is_found_in_each_of_its_spellings(word):
    texts = searchable(pd.DataFrame({"title": ["Visit to Düsseldorf"], "note": [None]}))
    assert holds_all(texts, word).tolist() == [True]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("UN", "United Nations"),
        ("world", "E-world energy & water"),
        ("e-w", "E-world energy & water"),
        ("COP-26", "at COP-26 in Glasgow"),
        ("26", "at COP-26 in Glasgow"),
        ("Essen-Kori", "Essen–Koriyama"),
        ("Oréal", "L’Oréal"),
        ("L'Ore", "L’Oréal"),
        ("H2", "H2UB"),
        ("1&1", "1&1 AG"),
        ("2023-03", "2023-03-07"),
        ("07", "2023-03-07"),
        ("fmddsc-opening", "events.fmddsc-opening.date"),
        ("opening", "events.fmddsc-opening.date"),
        ("id", "event_id"),
        ("Kori", "郡山市Koriyama"),
        ("山市Kori", "郡山市Koriyama"),
        ("Koriyama郡", "Koriyama郡山市"),
        ("2017年", "平成29年（2017年）"),
        ("山", "郡山市"),
        ("ッセン", "エッセン"),
        ("Моск", "в Москве"),
        ("Koriyama", "Ｋｏｒｉｙａｍａ"),
        ("“Koriyama”,", "in Koriyama"),
        ("Essen – Koriyama", "Koriyama and Essen"),
    ],
)
def test_a_word_is_found_by_its_beginning_and_japanese_by_any_part(word, text):
    assert finds(text, word)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("UN", "municipality"),
        ("essen", "Hessen"),
        ("dorf", "Düsseldorf"),
        ("wirtschaft", "Energiewirtschaft"),
        ("2", "H2"),
        ("17", "2017"),
        ("iyama", "郡山市Koriyama"),
        ("осква", "Москва"),
        ("cities.chiba.", "cities.chiba-prefecture.name"),
        ("–", "Essen"),
    ],
)
def test_the_inside_of_a_word_does_not_find_it(word, text):
    assert not finds(text, word)


@settings(max_examples=300)
@given(st.text(LETTERS, max_size=14), st.text(LETTERS, min_size=1, max_size=4))
def test_what_is_found_is_what_a_plain_look_at_every_place_finds(text, words):
    assert finds(text, words) == plainly_found(text, words)


@settings(max_examples=100)
@given(st.data())
def test_every_word_of_a_title_finds_its_event_by_each_of_its_beginnings(all_events, data):
    titles = all_events.rows.set_index("event_id")[["title", "title_de", "title_ja"]].stack().droplevel(1)
    key, title = data.draw(st.sampled_from(list(titles.dropna().items())))
    word = data.draw(st.sampled_from(typed_words(title)))
    found = [holds_all(all_events.rows["search"], word[:length]) for length in range(1, len(word) + 1)]
    assert all(key in set(all_events.rows.loc[some, "event_id"]) for some in found)
    assert all(set(some.index[some]) >= set(more.index[more]) for some, more in pairwise(found))


@given(st.lists(st.text(max_size=8), min_size=1, max_size=4))
def test_a_row_is_found_by_each_of_its_words(cells):
    texts = searchable(pd.DataFrame({f"c{number}": [cell] for number, cell in enumerate(cells)}))
    assert all(holds_all(texts, word).all() for cell in cells for word in cell.split())


def test_every_word_must_occur_but_in_any_column_and_order():
    texts = searchable(pd.DataFrame({"a": ["essen", "essen"], "b": ["2017", "2018"]}))
    assert holds_all(texts, "2017 essen").tolist() == [True, False]


def test_no_words_are_in_every_text():
    assert holds_all(searchable(pd.DataFrame({"text": ["a", ""]})), "  ").tolist() == [True, True]
