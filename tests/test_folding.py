"""Texts made comparable, so that a search finds a word however it is spelled."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.folding import folded, holds_all, searchable


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
    ],
)
def test_case_accents_and_width_do_not_count(text, plain):
    assert folded(text) == plain


@given(st.text())
def test_what_is_folded_is_folded_no_further(text):
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize("word", ["Düsseldorf", "duesseldorf", "dusseldorf", "DÜSSELDORF"])
def test_an_umlaut_is_found_in_each_of_its_spellings(word):
    texts = searchable(pd.DataFrame({"title": ["Visit to Düsseldorf"], "note": [None]}))
    assert holds_all(texts, word).tolist() == [True]


@given(st.lists(st.text(max_size=8), min_size=1, max_size=4))
def test_a_row_is_found_by_each_of_its_words(cells):
    texts = searchable(pd.DataFrame({f"c{number}": [cell] for number, cell in enumerate(cells)}))
    assert all(holds_all(texts, word).all() for cell in cells for word in cell.split())


def test_every_word_must_occur_but_in_any_column_and_order():
    texts = searchable(pd.DataFrame({"a": ["essen", "essen"], "b": ["2017", "2018"]}))
    assert holds_all(texts, "2017 essen").tolist() == [True, False]


def test_no_words_are_in_every_text():
    assert holds_all(pd.Series(["a", ""]), "  ").tolist() == [True, True]
