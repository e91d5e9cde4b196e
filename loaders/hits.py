"""What a search finds, of every kind, and why: the field of each word, the text around it, and under which spelling."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import pandas as pd
import pyarrow as pa

from loaders.folding import composed, forms, places_of, searchable, typed_words
from loaders.passages import COLUMNS, NAME, NOTE, Passage
from loaders.text import say
from loaders.words import Words

AROUND_LETTERS = 60
MOST_REASONS = 3


@dataclass(frozen=True)
class Reason:
    """Why a thing was found: `field` (of `of`, blank for the thing itself), and `parts`, the text cut where the words begin and end: pairs of
    a text and whether it was looked for."""

    field: str
    of: str
    parts: tuple[tuple[str, bool], ...]

    @property
    def label(self) -> str:
        """What stands before the text: whose name or office it is, else the field."""
        return self.of or say(self.field)

    @property
    def text(self) -> str:
        """The snippet without its marks."""
        return "".join(text for text, _ in self.parts)


@dataclass(frozen=True)
class Hit:
    """One thing that was found: its key, how it is called, the passages that hold the words, best first, and its tier (0 is best).

    `asked`: each word as it was typed, and its spellings. What is shown of a hit is made when it is asked for: most are only counted.
    """

    key: str
    name: str
    passages: tuple[Passage, ...]
    asked: tuple[tuple[str, tuple[str, ...]], ...]
    tier: float

    @cached_property
    def title(self) -> tuple[tuple[str, bool], ...]:
        """How it is called, cut as `Reason.parts` is."""
        return cut(composed(self.name), _spellings(self.asked))

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """Why it was found, at most MOST_REASONS."""
        return tuple(_reason(passage, self.asked) for passage in self.passages[:MOST_REASONS])


class Prepared:
    """Passages made ready to be searched. `table`: as `passages.table_of` gives it; `keys`: of what they are, each once."""

    def __init__(self, table: pd.DataFrame):
        self.table, self.words = table, Words(searchable(table[["text"]]))
        self.of, keys = pd.factorize(table["key"])
        self.keys = {key: place for place, key in enumerate(keys.tolist())}
        self._columns = [pa.array(table[column]) for column in COLUMNS]

    def at(self, places: np.ndarray) -> Iterable[Passage]:
        """The passages in these places of the table."""
        return zip(*(column.take(pa.array(places)).to_pylist() for column in self._columns), strict=True)


def found_keys(passages: Prepared, words: str) -> list[str]:
    """The keys of which every word is in some passage."""
    found = np.ones(len(passages.keys), dtype="bool")
    for spellings in forms(words):
        some = np.zeros(len(found), dtype="bool")
        some[passages.of[passages.words.having(spellings)]] = True
        found &= some
    return [key for key, place in passages.keys.items() if found[place]]


def hits(passages: Prepared, titles: Mapping[str, str], words: str, keys: Iterable[str]) -> list[Hit]:
    """The things of these keys, the best first: those with all words in a name, then in other names, around, in notes.

    `titles`: per key, how the thing is called. Among equals the order of `keys` holds.
    """
    asked = tuple(zip(typed_words(words), forms(words), strict=True))
    found: dict[str, dict[Passage, None]] = {key: {} for key in keys}
    wanted = np.zeros(len(passages.keys), dtype="bool")
    wanted[[passages.keys[key] for key in found if key in passages.keys]] = True
    for typed, spellings in asked:
        best: dict[str, tuple[float, Passage]] = {}
        for passage in passages.at(np.flatnonzero(passages.words.having(spellings) & wanted[passages.of])):
            key, *_, text, weight = passage
            rank = weight + 0.01 * _respelled(text, typed)
            if key not in best or rank < best[key][0]:
                best[key] = rank, passage
        for key, (_, passage) in best.items():
            found[key][passage] = None
    made = [Hit(key, titles[key], tuple(some), asked, max((weight for *_, weight in some), default=NAME)) for key, some in found.items()]
    return sorted(made, key=lambda hit: hit.tier)


def merged(hits: Iterable[Hit]) -> list[tuple[Hit, int]]:
    """The hits of one kind, each with how many read word for word as it does; the first of these stands for all, where it stood."""
    found: dict[tuple, list] = {}
    for hit in hits:
        found.setdefault((hit.name, tuple(passage[1:] for passage in hit.passages)), []).append(hit)
    return [(same[0], len(same)) for same in found.values()]


def _respelled(text: str, typed: str) -> bool:
    return typed.casefold() not in composed(text).casefold()


def _spellings(asked: tuple) -> tuple[str, ...]:
    return tuple(spelling for _, some in asked for spelling in some)


def _reason(passage: Passage, asked: tuple) -> Reason:
    _, field, of, text, weight = passage
    found = composed(text)
    snippet = cut(found, _spellings(asked), around=AROUND_LETTERS if weight >= NOTE else None)
    return Reason(field, of if of != text else "", snippet)


@lru_cache(4096)
def cut(text: str, spellings: tuple[str, ...], *, around: int | None = None) -> tuple[tuple[str, bool], ...]:
    """A composed text in parts, each with whether it was looked for; with `around`, so many letters before the first and after it on."""
    places = places_of(text, spellings)
    first, last = 0, len(text)
    if around is not None and places:
        first, last = max(0, places[0][0] - around), min(len(text), places[0][1] + 2 * around)
        first = text.rfind(" ", 0, first) + 1 if first else 0
        last = found if last < len(text) and (found := text.find(" ", last)) >= 0 else len(text)
    parts, at = [("…", False)] if first else [], first
    for start, end in [place for place in places if first <= place[0] and place[1] <= last]:
        parts += [(text[at:start], False), (text[start:end], True)]
        at = end
    parts.append((text[at:last], False))
    return tuple(part for part in [*parts, *([("…", False)] if last < len(text) else [])] if part[0])


def quoted(text: str) -> str:
    """What was asked for, as it is repeated: within quotes, shortened where it is long."""
    return f"“{text if len(text) <= 40 else text[:40].rstrip() + '…'}”"
