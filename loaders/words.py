"""The words of many texts, each once: a search looks through the words, not through the texts."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from loaders.folding import forms

_MOST_KEPT = 64  # of the last words that were looked for


class Words:
    """Which texts have which words. `texts`: as `folding.searchable` gives them."""

    def __init__(self, texts: pd.Series):
        lists = pc.split_pattern(pa.array(texts.tolist(), pa.large_string()), " ")
        words = lists.flatten().dictionary_encode()
        codes = words.indices.to_numpy()
        order = np.argsort(codes, kind="stable")
        self._size, self._words, self._found = len(texts), words.dictionary, {}
        self._texts = np.repeat(np.arange(len(texts), dtype="int32"), np.diff(lists.offsets))[order]  # word by word
        self._first = np.searchsorted(codes[order], np.arange(len(self._words) + 1))

    def holding(self, words: str) -> np.ndarray:
        """Per text, whether it holds every word of `words`: what `folding.holds_all` says of it."""
        found = np.ones(self._size, dtype="bool")
        for spellings in forms(words):
            found &= self.having(spellings)
        return found

    def having(self, spellings: Sequence[str]) -> np.ndarray:
        """Per text, whether it holds one of these spellings of a word, as `folding.forms` gives them; nobody may write to it."""
        name = tuple(spellings)
        if name not in self._found:
            if len(self._found) >= _MOST_KEPT:
                self._found.clear()
            self._found[name] = self._having(name)
        return self._found[name]

    def _having(self, spellings: Sequence[str]) -> np.ndarray:
        holding = [pc.match_substring(self._words, spelling).to_numpy(zero_copy_only=False) for spelling in spellings]
        found = np.zeros(self._size, dtype="bool")
        for word in np.flatnonzero(np.logical_or.reduce(holding)):
            found[self._texts[self._first[word] : self._first[word + 1]]] = True
        return found
