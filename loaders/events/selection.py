"""What is chosen of one state of the data: the one value that every page, chart, card, export and route is given."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

import numpy as np
import pandas as pd

from loaders.events.filters import Filters
from loaders.events.table import FACETS, Events
from loaders.keeping import Keeper, derived

__all__ = ["Selection", "derived"]


class Selection(Keeper):
    """The filters and a page's own choices (such as `indicator`), on the events of a `loaders.store.Store`; `Store.selection` gives it.

    Equal where data, filters and choices are. What is asked of it is worked out once: `len`, `events`, `count`, `counts`, `by`, and all
    that functions marked with `derived` make of it.
    """

    def __init__(self, store, filters: Filters = Filters(), choices: Mapping[str, str] | None = None):  # noqa: B008 (it is frozen)
        self.store, self.filters, self.choices = store, filters, dict(choices or {})
        self._key = (store.fingerprint, filters, tuple(sorted(self.choices.items())))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Selection) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    def __repr__(self) -> str:
        return f"Selection({self.filters!r}, {self.choices!r})"

    def __len__(self) -> int:
        return int(self.mask.sum())

    @property
    def facts(self):
        """The fact base that the selection is of."""
        return self.store.facts

    @property
    def _masks(self) -> dict[str, np.ndarray]:
        return self.kept(("masks",), lambda: self.store.index().masks(self.filters))

    @property
    def mask(self) -> np.ndarray:
        return self.kept(("mask",), lambda: self.store.index().together(self._masks.values()))

    @property
    def events(self) -> Events:
        """The selected events."""
        whole = self.store.events()
        return self.kept(("events",), lambda: whole.where(pd.Series(self.mask, index=whole.rows.index)))

    def narrowed(self, **chosen: object) -> "Selection":
        """The selection after these choices: each takes the place of that of its name, all else holds."""
        return self.other(self.filters.after(**chosen))

    def sharing(self, **chosen: tuple) -> "Selection":
        """What both this selection and these choices choose; see `Filters.sharing`."""
        return self.other(self.filters.sharing(**chosen))

    def chosen(self, **choices: str) -> "Selection":
        """The selection with these choices of a page."""
        return self.other(self.filters, {**self.choices, **choices})

    def other(self, filters: Filters, choices: Mapping[str, str] | None = None) -> "Selection":
        """The selection of these filters, and these choices (else its own): kept with this one, so that it pushes none out of those that readers made."""
        asked = Selection(self.store, filters, self.choices if choices is None else choices)
        return self if asked == self else self.kept(("other", filters, *sorted(asked.choices.items())), lambda: asked)

    def count(self, **chosen: object) -> int:
        """How many events are shown after these choices: a number alone, so that it pushes no selection out of those that are kept."""
        filters, index = self.filters.after(**chosen), self.store.index()
        return self.kept(("count", filters), lambda: int(index.together(index.masks(filters).values()).sum())) if chosen else len(self)

    def reaching(self, **chosen: object) -> dict[str, object]:
        """These choices, with the background where only that has events of them; none where no event is left."""
        return next((some for some in (chosen, {**chosen, "background": True}) if self.count(**some)), {})

    def counts(self, facet: str) -> dict[str, int]:
        """Per code of a facet, how many events that code alone would show in its place, all else as chosen."""
        return self.kept(("counts", facet), lambda: self.store.index().counts(self._masks, facet))

    def by(self, *names: str) -> dict[Any, int]:
        """Per code that the selected events have of a facet, or value of a column such as `year`, `doubtful`, `status`, how many they are;
        of several names per combination (a tuple). In the order of the codes and values.

        An event of several codes is counted with each; one without any with none. Of a facet in which words are chosen only these are
        counted: a number is that of the selection narrowed to its codes.
        """
        chosen = {name: getattr(self.filters, name) for name in names if name in FACETS}
        return self.kept(("by", *names), lambda: self.store.index().by(self.mask, names, chosen))

    def most(self, name: str) -> list[tuple[str, int]]:
        """What `by` says of one name, that of most events first."""
        return self.kept(("most", name), lambda: sorted(self.by(name).items(), key=lambda one: (-one[1], one[0])))

    def had(self, facet: str, groups: Mapping[str, str] | None = None) -> dict[str, int]:
        """Per code that the selected events have, how many of them have it, also beside a chosen one; or per group of codes, where `groups` names these."""
        found, mask = self.store.index().facets[facet], self.mask
        numbers = found.grouped(mask, groups) if groups is not None else dict(zip(found.names, found.counts(mask).tolist(), strict=True))
        return {name: number for name, number in numbers.items() if number}

    def rows(self, keys: Iterable[str]) -> pd.DataFrame:
        """The rows of these events, those of them that are selected, in the order of all rows."""
        places = self.store.index().places(keys)
        return self.store.events().rows.iloc[places[self.mask[places]]]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the selected events, for what takes them all along: a picture's sources, an export."""
        return self.kept(("keys",), lambda: tuple(self.store.events().rows["event_id"][self.mask]))

    def page(self, first: int, number: int) -> pd.DataFrame:
        """So many of the selected events' rows, after the first so many."""
        return self.store.events().rows.iloc[np.flatnonzero(self.mask)[first : first + number]]

    @property
    def query(self) -> dict[str, list[str]]:
        """The parameters that say this selection, the page's own choices behind those of the filter."""
        return {**self.filters.to_query(), **{name: [value] for name, value in self.choices.items()}}

    def address(self, path: str, **more: str) -> str:
        """The address of one path (`/timeline`, `/api/events.csv`) with this selection."""
        query = urlencode({**self.query, **more}, doseq=True)
        return path + (f"?{query}" if query else "")
