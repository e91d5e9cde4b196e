"""Events as integer codes and masks: which of them a filter selects, and how many each choice would show."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from loaders.events.filters import CERTAINLY, Filters
from loaders.events.table import FACETS, Events
from loaders.folding import holds_all

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
        places = {name: place for place, name in enumerate(self.names)}
        found = [places[word] for word in words if word in places]
        return np.concatenate([self.events[self.first[code] : self.first[code + 1]] for code in found] or [self.events[:0]])

    def counts(self, mask: np.ndarray) -> np.ndarray:
        """How many of the masked events each code has."""
        return np.bincount(self.codes[mask[self.events]], minlength=len(self.names))


class Index:
    """All events as arrays, in the order of their rows: `years` (NO_YEAR where there is none), and per facet its links."""

    def __init__(self, events: Events):
        rows = events.rows
        self._places = {key: place for place, key in enumerate(rows["event_id"])}
        self._search, self.size = rows["search"], len(rows)
        self.years = rows["year"].fillna(NO_YEAR).to_numpy("int32")
        self.doubtful, self.background = (rows[name].to_numpy("bool") for name in ("doubtful", "background"))
        self.facets = {facet: self._facet(events, facet) for facet in FACETS}

    def _facet(self, events: Events, facet: str) -> Facet:
        links = events.links[facet]
        names = tuple(sorted(set(links["code"])))
        place = {name: number for number, name in enumerate(names)}
        codes = links["code"].map(place).to_numpy("int32")
        order = np.argsort(codes, kind="stable")
        at = links["event_id"].map(self._places).to_numpy("int32")
        return Facet(names, at[order], codes[order], np.searchsorted(codes[order], np.arange(len(names) + 1)))

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
            found["text"] = holds_all(self._search, filters.text).to_numpy("bool")
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
