"""Texts made comparable, and the one rule by which a search finds a word: where words begin; Chinese and Japanese script in any part.

Letter case, accents, width, kinds of dashes and apostrophes, and spelled-out umlauts and long vowels do not count.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd

_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ō": "ou", "ū": "uu"})
_ALIKE = {**dict.fromkeys("‐‒–—―−", "-"), **dict.fromkeys("‘’ʼ′", "'")}
_HAN_AND_KANA = "\u3005-\u3007\u3021-\u303c\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTER = rf"[^\W_{_HAN_AND_KANA}]"
_BEGINS = rf"(?<!{_LETTER})(?={_LETTER})"
_BEGINNING = re.compile(_BEGINS)
_MARK = "\x02"
_AROUND = re.compile(
    r"^[\W_]+|[^\w.]+$"
)  # a full stop stays: by it a whole key, `cities.chiba.`, is told from one that goes on, `cities.chiba-prefecture.`


def folded(text: str) -> str:
    """Lower case without accents: `Düsseldorf` and `Dusseldorf` give `dusseldorf`, `Kōriyama` gives `koriyama`."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.casefold())
    for sign in set(text):
        if sign in _ALIKE or unicodedata.combining(sign):
            text = text.replace(sign, _ALIKE.get(sign, ""))
    return text


def spelled(text: str) -> str:
    """Folded, with German umlauts and Japanese long vowels spelled out: `duesseldorf`, `kouriyama`."""
    return folded(text if text.isascii() else composed(text.casefold()).translate(_SPELLED))


def composed(text: str) -> str:
    """The text with each accented letter as one sign, so that a place in it is the place of a letter."""
    return unicodedata.normalize("NFC", text)


def begun(text: str) -> str:
    """A folded text with a mark before each word of letters or digits, so that what begins with the mark occurs only where a word begins.

    Han, Hiragana and Katakana are written without blanks: their words get none, and any part of them occurs.
    """
    return _BEGINNING.sub(_MARK, text)


def searchable(columns: pd.DataFrame) -> pd.Series:
    """Per row, the words of its texts, each once and with blanks between: folded and `begun`, and spelled out where that differs."""
    texts = [" ".join(row) for row in columns.fillna("").itertuples(index=False, name=None)]
    ready = {text: begun(" ".join(dict.fromkeys([*folded(text).split(), *spelled(text).split()]))) for text in set(texts)}
    return pd.Series([ready[text] for text in texts], index=columns.index, dtype="str")


def typed_words(words: str) -> list[str]:
    """The words of a search as they were typed, without the signs around them; signs alone are looked for where there is nothing else."""
    typed = "".join(" " if " " in folded(sign) else sign for sign in composed(words)).split()
    return [word for word in map(partial(_AROUND.sub, ""), typed) if word] or [word for word in typed if folded(word)]


def forms(words: str) -> list[tuple[str, ...]]:
    """Per word of `typed_words`, the spellings of which one must occur in what `searchable` gives: `dusseldorf` or `duesseldorf`, `begun`."""
    return [tuple(dict.fromkeys((begun(folded(word)), begun(spelled(word))))) for word in typed_words(words)]


def holds(texts: pd.Series, spellings: Sequence[str]) -> pd.Series:
    """Whether each text that `searchable` gave holds one of these spellings."""
    found = texts.str.contains(spellings[0], regex=False)
    for other in spellings[1:]:
        found |= texts.str.contains(other, regex=False)
    return found


def holds_all(texts: pd.Series, words: str) -> pd.Series:
    """Whether each text that `searchable` gave holds every word of `words`, in one of its spellings."""
    found = pd.Series(True, index=texts.index)
    for spellings in forms(words):
        found &= holds(texts, spellings)
    return found


def places_of(text: str, spellings: Sequence[str]) -> list[tuple[int, int]]:
    """Where one of the spellings of `forms` stands in a composed text: first place and the place after the last, without overlap."""
    found: list[tuple[int, int]] = []
    patterns = [_BEGINS * spelling.startswith(_MARK) + re.escape(spelling.replace(_MARK, "")) for spelling in spellings]
    for fold in (folded,) if text.isascii() else (folded, spelled):
        whole, origin = _traced(text, fold)
        for pattern in patterns:
            found += [(origin[word.start()], origin[word.end() - 1] + 1) for word in re.finditer(pattern, whole) if word[0]]
    return _apart(found)


def _traced(text: str, fold: Callable[[str], str]) -> tuple[str, Sequence[int]]:
    """The text folded letter by letter, and for each sign of that the place from which it came."""
    if text.isascii():
        return fold(text), range(len(text))
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
