"""The words of many texts: a search through them finds what a search through the texts finds."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_folding import LETTERS

from loaders.folding import holds_all, searchable
from loaders.words import Words


@given(st.lists(st.text(LETTERS, max_size=14), max_size=5), st.text(LETTERS, max_size=5))
def test_words_find_the_texts_that_hold_them(texts, words):
    ready = searchable(pd.DataFrame({"text": texts}, dtype="str"))
    assert Words(ready).holding(words).tolist() == holds_all(ready, words).tolist()


@pytest.mark.parametrize("words", ["UN", "duesseldorf", "郡山", "hydrogen essen", "2017-", "zzz", ""])
def test_words_find_the_events_that_the_filter_shows(all_events, words):
    texts = all_events.rows["search"]
    assert Words(texts).holding(words).tolist() == holds_all(texts, words).tolist()
