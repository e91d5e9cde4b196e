"""Texts made comparable: letter case, accents and the German spellings of umlauts do not count."""

import unicodedata

import pandas as pd

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def folded(text: str) -> str:
    """Lower case without accents: `Düsseldorf` and `Dusseldorf` give `dusseldorf`, `Kōriyama` gives `koriyama`."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def searchable(columns: pd.DataFrame) -> pd.Series:
    """Per row, its texts folded, once without accents and once with umlauts spelled out (`duesseldorf`)."""
    rows = columns.fillna("").itertuples(index=False, name=None)
    texts = pd.Series(map(" ".join, rows), index=columns.index, dtype="str")
    spelled = texts.map(lambda text: folded(unicodedata.normalize("NFC", text.casefold()).translate(_GERMAN)))
    return texts.map(folded) + " " + spelled


def holds_all(texts: pd.Series, words: str) -> pd.Series:
    """Whether each folded text holds every word of `words`."""
    found = pd.Series(True, index=texts.index)
    for word in folded(words).split():
        found &= texts.str.contains(word, regex=False)
    return found
