"""What a search finds, of every kind, and why: the field of each word, the text around it, and under which spelling."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from loaders.folding import composed, forms, holds, places_of, searchable, typed_words
from loaders.passages import NAME, NOTE

AROUND_LETTERS = 60
MOST_REASONS = 3


@dataclass(frozen=True)
class Reason:
    """Why a thing was found: `field` (of `of`, blank for the thing itself), and `parts`, the text cut where the words begin and end.

    `parts`: pairs of a text and whether it was looked for. `respelled`: `(as typed, as it stands)` where the two differ by more than case.
    """

    field: str
    of: str
    parts: tuple[tuple[str, bool], ...]
    respelled: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The snippet without its marks."""
        return "".join(text for text, _ in self.parts)


@dataclass(frozen=True)
class Hit:
    """One thing that was found: its key, its title cut as `Reason.parts` is, its reasons, and its tier (0 is best)."""

    key: str
    title: tuple[tuple[str, bool], ...]
    reasons: tuple[Reason, ...]
    tier: float


def prepared(passages: pd.DataFrame) -> pd.DataFrame:
    """Passages made ready to be searched: `search`, as `folding.searchable` gives it."""
    return passages.assign(search=searchable(passages[["text"]]))


def found_keys(passages: pd.DataFrame, words: str) -> pd.Index:
    """The keys of which every word is in some passage. `passages`: as `prepared` gives them."""
    keys = pd.Index(passages["key"].unique())
    for spellings in forms(words):
        keys = keys.intersection(passages.loc[holds(passages["search"], spellings), "key"].unique(), sort=False)
    return keys


def hits(passages: pd.DataFrame, titles: pd.Series, words: str, keys: Iterable[str]) -> list[Hit]:
    """The things of these keys, the best first: those with all words in a name, then in other names, around, in notes.

    `titles`: per key, how the thing is called. Among equals the order of `keys` holds.
    """
    asked = _asked(words)
    keys = list(dict.fromkeys(keys))
    passages = passages[passages["key"].isin(keys)]
    best: dict[str, list] = {key: [] for key in keys}
    for typed, spellings in asked:
        some = passages[holds(passages["search"], spellings)]
        ranked = some.assign(rank=some["weight"] + 0.01 * _respelled(some["text"], typed))
        for row in ranked.sort_values("rank", kind="stable").drop_duplicates("key").itertuples():
            best[row.key].append(row)
    made = [_hit(key, titles[key], rows, asked) for key, rows in best.items()]
    return sorted(made, key=lambda hit: hit.tier)


def merged(hits: Iterable[Hit]) -> list[tuple[Hit, int]]:
    """The hits of one kind, each with how many read word for word as it does; the first of these stands for all, where it stood."""
    found: dict[tuple, list] = {}
    for hit in hits:
        found.setdefault((hit.title, hit.reasons), []).append(hit)
    return [(same[0], len(same)) for same in found.values()]


def _asked(words: str) -> list[tuple[str, tuple[str, ...]]]:
    """Each word as it was typed, and its folded spellings."""
    return list(zip(typed_words(words), forms(words), strict=True))


def _respelled(texts: pd.Series, typed: str) -> pd.Series:
    return ~texts.map(lambda text: typed.casefold() in composed(text).casefold()).astype("bool")


def _hit(key: str, title: str, rows: list, asked: list) -> Hit:
    tier = max((row.weight for row in rows), default=NAME)
    spellings = tuple(spelling for _, some in asked for spelling in some)
    once = {(row.field, row.of, row.text): row for row in rows}
    reasons = tuple(_reason(row, asked, spellings) for row in list(once.values())[:MOST_REASONS])
    return Hit(key, cut(composed(title), spellings), reasons, tier)


def _reason(row, asked: list, spellings: tuple[str, ...]) -> Reason:
    text = composed(row.text)
    respelled = []
    for typed, some in asked:
        stands = [text[first:last] for first, last in places_of(text, some)]
        if stands and typed.casefold() not in {word.casefold() for word in stands}:
            respelled.append((typed, stands[0]))
    snippet = cut(text, spellings, around=AROUND_LETTERS if row.weight >= NOTE else None)
    return Reason(row.field, row.of if row.of != row.text else "", snippet, tuple(respelled))


def cut(text: str, spellings: Iterable[str], *, around: int | None = None) -> tuple[tuple[str, bool], ...]:
    """A composed text in parts, each with whether it was looked for; with `around`, so many letters before the first and after it on."""
    places = places_of(text, tuple(spellings))
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


def grouped_text(text: str) -> str:
    """What was asked for, as it is repeated: within quotes, shortened where it is long."""
    return f"“{text if len(text) <= 40 else text[:40].rstrip() + '…'}”"
