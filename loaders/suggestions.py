"""What to look for instead: the nearest names, what each word finds alone, and words to begin with."""

import difflib
from collections.abc import Mapping

import pandas as pd

from loaders.events import Events
from loaders.events.selection import Selection
from loaders.facts import FactBase
from loaders.folding import composed, folded, typed_words
from loaders.passages import OTHER_NAME

MOST, NEAR = 4, 0.72
_SHORTEST, _MOST_CITIES = 3, 2


def alone(selection: Selection) -> list[tuple[str, int]]:
    """Per word of the selection's text, how many events it finds by itself, all other choices as they are; none for a single word."""
    words = typed_words(selection.filters.text)
    return [(word, selection.count(text=word)) for word in dict.fromkeys(words)] if len(words) > 1 else []


def nearest(known: Mapping[str, str], words: str) -> list[str]:
    """The words' nearest neighbours among the names and titles that can be found, at most MOST, the nearest first.

    Names are compared folded, word by word. A word that names know is replaced by none. `known`: what `known_words` gives.
    """
    found = {}
    for word in map(folded, typed_words(words)):
        if word not in known:
            for near in difflib.get_close_matches(word, known, n=MOST, cutoff=NEAR):
                found[known[near]] = difflib.SequenceMatcher(None, word, near).ratio()
    return sorted(found, key=found.get, reverse=True)[:MOST]


def known_words(passages: pd.DataFrame) -> dict[str, str]:
    """Each word of the names, folded, and as it stands."""
    texts = passages.loc[passages["weight"] <= OTHER_NAME, "text"].drop_duplicates()
    words = {word.strip("()[],.;:„“”\"'’/").removesuffix("'s").removesuffix("’s") for text in texts for word in composed(text).split()}
    return {folded(word): word for word in sorted(words, reverse=True) if len(word) >= _SHORTEST or not word.isascii()}


def examples(facts: FactBase, events: Events) -> list[str]:
    """Words to begin with: of each side the most frequent city, its name in all ways, and the most frequent person and programme."""
    cities = facts.table("cities").set_index("city_id")
    places = events.links["city"]["code"].value_counts().index
    found = []
    often = cities.reindex(places)
    often = often[(often["level"] == "city") & often["side"].notna()].drop_duplicates("side").head(_MOST_CITIES)
    for row in often.itertuples():
        found += [row.name, row.name_de, row.name_ja]
    found += _commonest(facts, "participants", "people", "person_id")
    found += _commonest(facts, "events", "programmes", "programme_id")
    return list(dict.fromkeys(word for word in found if isinstance(word, str)))


def _commonest(facts: FactBase, links: str, table: str, key: str) -> list[str]:
    keys = facts.table(links)[key].dropna().value_counts()
    return [facts.table(table).set_index(key)["name"][keys.index[0]]] if len(keys) else []
