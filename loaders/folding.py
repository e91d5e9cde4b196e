"""Texts made comparable: letter case, accents, width and the spelled-out umlauts and long vowels do not count."""

import unicodedata
from collections.abc import Sequence

import pandas as pd

_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ō": "ou", "ū": "uu"})


def folded(text: str) -> str:
    """Lower case without accents: `Düsseldorf` and `Dusseldorf` give `dusseldorf`, `Kōriyama` gives `koriyama`."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def spelled(text: str) -> str:
    """Folded, with German umlauts and Japanese long vowels spelled out: `duesseldorf`, `kouriyama`."""
    return folded(composed(text.casefold()).translate(_SPELLED))


def composed(text: str) -> str:
    """The text with each accented letter as one sign, so that a place in it is the place of a letter."""
    return unicodedata.normalize("NFC", text)


def searchable(columns: pd.DataFrame) -> pd.Series:
    """Per row, its texts folded, once without accents and once with umlauts and long vowels spelled out (`duesseldorf`)."""
    rows = columns.fillna("").itertuples(index=False, name=None)
    texts = pd.Series(map(" ".join, rows), index=columns.index, dtype="str")
    return texts.map(folded) + " " + texts.map(spelled)


def forms(words: str) -> list[tuple[str, ...]]:
    """Per word of a search, the folded spellings of which one must occur: `Düsseldorf` asks for `dusseldorf` or `duesseldorf`."""
    pairs = zip(folded(words).split(), spelled(words).split(), strict=True)
    return [tuple(dict.fromkeys(pair)) for pair in pairs]


def holds(texts: pd.Series, spellings: Sequence[str]) -> pd.Series:
    """Whether each folded text holds one of these spellings."""
    found = texts.str.contains(spellings[0], regex=False)
    for other in spellings[1:]:
        found |= texts.str.contains(other, regex=False)
    return found


def holds_all(texts: pd.Series, words: str) -> pd.Series:
    """Whether each folded text holds every word of `words`, in one of its spellings."""
    found = pd.Series(True, index=texts.index)
    for spellings in forms(words):
        found &= holds(texts, spellings)
    return found


def places_of(text: str, spellings: Sequence[str]) -> list[tuple[int, int]]:
    """Where one of the spellings stands in a composed text: first place and the place after the last, without overlap."""
    found: list[tuple[int, int]] = []
    for fold in (folded, spelled):
        whole, origin = _traced(text, fold)
        for spelling in spellings:
            at = whole.find(spelling)
            while spelling and at >= 0:
                found.append((origin[at], origin[at + len(spelling) - 1] + 1))
                at = whole.find(spelling, at + len(spelling))
    return _apart(found)


def _traced(text: str, fold) -> tuple[str, list[int]]:
    """The text folded letter by letter, and for each folded letter the place from which it came."""
    parts = [fold(letter) for letter in text]
    return "".join(parts), [place for place, part in enumerate(parts) for _ in part]


def _apart(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for first, last in sorted(set(places)):
        if kept and first < kept[-1][1]:
            kept[-1] = kept[-1][0], max(last, kept[-1][1])
        else:
            kept.append((first, last))
    return kept
