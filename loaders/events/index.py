"""Events as integer codes and masks: which of them a filter selects, and how many each choice would show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from loaders.events.filters import CERTAINLY, Filters
from loaders.events.table import FACETS, Events
from loaders.words import Words

NO_YEAR = 0


@dataclass(frozen=True)
class Facet:
    """The links of one facet: `events` and `codes` are places in the events and in `names`, a link each, sorted by code; `first` is where a code's links begin."""

    names: tuple[str, ...]
    events: np.ndarray
    codes: np.ndarray
    first: np.ndarray

    def of(self, words: Iterable[str]) -> np.ndarray:
        """The places of the events that have one of these words."""
        found = [self.places[word] for word in words if word in self.places]
        return np.concatenate([self.events[self.first[code] : self.first[code + 1]] for code in found] or [self.events[:0]])

    @cached_property
    def places(self) -> dict[str, int]:
        """Per name, its place among the names."""
        return {name: place for place, name in enumerate(self.names)}

    def counts(self, mask: np.ndarray) -> np.ndarray:
        """How many of the masked events each code has."""
        return np.bincount(self.codes[mask[self.events]], minlength=len(self.names))

    def having(self, mask: np.ndarray) -> dict[str, np.ndarray]:
        """Per code that a masked event has, the places of these events, in their order."""
        here = mask[self.events]
        events, first = self.events[here], np.concatenate(([0], np.cumsum(here)))[self.first]
        return {name: events[begin:end] for name, begin, end in zip(self.names, first[:-1], first[1:], strict=True) if begin < end}

    def grouped(self, mask: np.ndarray, groups: Mapping[str, str]) -> dict[str, int]:
        """How many of the masked events each group of codes has, an event of several codes of one group once. `groups`: the codes' groups."""
        group, names = pd.factorize(np.array([groups[name] for name in self.names], dtype="object"))
        here = mask[self.events]
        pairs = np.unique(self.events[here].astype("int64") * len(names) + group[self.codes[here]])
        return dict(zip(names, np.bincount(pairs % len(names), minlength=len(names)).tolist(), strict=True))

    @cached_property
    def by_event(self) -> tuple[np.ndarray, np.ndarray]:
        """The same links sorted by event: the places of the events, and their codes."""
        order = np.argsort(self.events, kind="stable")
        return self.events[order], self.codes[order]


def facet_of(places: pd.Series, words: pd.Series) -> Facet:
    """Links, a place and a word each, as a facet; those of one word in the order of the places."""
    names = tuple(sorted(set(words)))
    codes = words.map({name: number for number, name in enumerate(names)}).to_numpy("int32")
    at = places.to_numpy("int32")
    order = np.lexsort((at, codes))
    return Facet(names, at[order], codes[order], np.searchsorted(codes[order], np.arange(len(names) + 1)))


class Index:
    """All events as arrays, in the order of their rows: `years` (NO_YEAR where there is none), and per facet its links."""

    def __init__(self, events: Events):
        rows = events.rows
        self._places = {key: place for place, key in enumerate(rows["event_id"])}
        self._rows, self.size = rows, len(rows)
        self._columns: dict[str, tuple[np.ndarray, list]] = {}
        self.years = rows["year"].fillna(NO_YEAR).to_numpy("int32")
        self.doubtful, self.background = (rows[name].to_numpy("bool") for name in ("doubtful", "background"))
        self.facets = {facet: self.facet(events.links[facet]) for facet in FACETS}

    @cached_property
    def _words(self) -> Words:
        return Words(self._rows["search"])

    def facet(self, links: pd.DataFrame) -> Facet:
        """Links of events to codes (`event_id`, `code`) as arrays; those of one code in the order of the events."""
        return facet_of(links["event_id"].map(self._places), links["code"])

    def places(self, keys: Iterable[str]) -> np.ndarray:
        """The places of these events among all, sorted; a key that is none is left out."""
        return np.array(sorted({self._places[key] for key in keys if key in self._places}), dtype="int64")

    def keys(self, filters: Filters) -> pd.Series:
        """The keys of the events that the filters select."""
        return self._rows["event_id"][self.together(self.masks(filters).values())]

    def masks(self, filters: Filters) -> dict[str, np.ndarray]:
        """Per choice that is made, which events it leaves."""
        found = {facet: self._holding(facet, words) for facet in FACETS if (words := getattr(filters, facet))}
        if filters.years or filters.undated:
            first, last = filters.years or (1, 0)
            found["years"] = ((self.years >= first) & (self.years <= last)) | ((self.years == NO_YEAR) & filters.undated)
        if filters.certainty == CERTAINLY:
            found["certainty"] = ~self.doubtful
        if not filters.with_background:
            found["background"] = ~self.background
        if filters.text:
            found["text"] = self._words.holding(filters.text)
        return found

    def _holding(self, facet: str, words: Iterable[str]) -> np.ndarray:
        mask = np.zeros(self.size, dtype="bool")
        mask[self.facets[facet].of(words)] = True
        return mask

    def together(self, masks: Iterable[np.ndarray]) -> np.ndarray:
        """The events that all of the masks leave."""
        return np.logical_and.reduce([np.ones(self.size, dtype="bool"), *masks])

    def counts(self, masks: dict[str, np.ndarray], facet: str) -> dict[str, int]:
        """Per code of a facet, how many events that code alone would show in its place; a chosen relationship is shown in any case."""
        others = [mask for name, mask in masks.items() if name != facet and not (facet == "tie" and name == "background")]
        found = self.facets[facet].counts(self.together(others))
        return dict(zip(self.facets[facet].names, found.tolist(), strict=True))

    def by(self, mask: np.ndarray, names: Sequence[str], chosen: Mapping[str, Sequence[str]]) -> dict[Any, int]:
        """How many of the masked events have what of each name, a facet or a column of the events; see `Selection.by`.

        `chosen`: of these facets only these words count.
        """
        at, found = np.flatnonzero(mask), []
        for name in names:
            if name in self.facets:
                facet = self.facets[name]
                which, codes = self._links(at, facet)
                if words := chosen.get(name):
                    kept = np.isin(codes, [place for place, word in enumerate(facet.names) if word in words])
                    which, codes = which[kept], codes[kept]
                values = facet.names
            else:
                codes, values = self._column(name)
                which = np.flatnonzero(codes[at] >= 0)
                codes = codes[at[which]]
            at, found = at[which], [*((before[which], known) for before, known in found), (codes, values)]
        if not len(at):
            return {}
        sizes = [len(values) for _, values in found]
        cells, numbers = np.unique(np.ravel_multi_index([codes for codes, _ in found], sizes), return_counts=True)
        places = np.unravel_index(cells, sizes)
        words = [[values[code] for code in some.tolist()] for some, (_, values) in zip(places, found, strict=True)]
        return dict(zip(zip(*words, strict=True) if len(names) > 1 else words[0], numbers.tolist(), strict=True))

    def _links(self, at: np.ndarray, facet: Facet) -> tuple[np.ndarray, np.ndarray]:
        """The links of these events to a facet: for each, which of `at` it is of, and its code."""
        events, codes = facet.by_event
        first, last = np.searchsorted(events, at), np.searchsorted(events, at, side="right")
        number = last - first
        which = np.repeat(np.arange(len(at)), number)
        return which, codes[np.arange(number.sum()) + np.repeat(first - (np.cumsum(number) - number), number)]

    def _column(self, name: str) -> tuple[np.ndarray, list]:
        """A column of the events as codes (-1 where it is missing), and the values that they stand for, sorted."""
        if name not in self._columns:
            codes, values = pd.factorize(self._rows[name], sort=True)
            self._columns[name] = codes, np.asarray(values).tolist()
        return self._columns[name]
