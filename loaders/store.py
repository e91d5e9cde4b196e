"""One state of the data with all that is made of it, each thing once."""

from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock

import pandas as pd

from loaders.chosen import facet_names
from loaders.conflicts import Conflict, conflicts
from loaders.events import Events, events
from loaders.events.filters import Choices, Filters, choices
from loaders.events.index import Index
from loaders.events.selection import Selection
from loaders.facts import FactBase
from loaders.figures import city_figures
from loaders.keeping import Keeper
from loaders.readable import Readable, readable

MOST_SELECTIONS = 48
_OF_EVENTS = ("events", "sites")  # the other tables are worded while events are faulty
_NO_EVENTS = Events(pd.DataFrame(), pd.DataFrame(), {})


class Store(Keeper):
    """The fact base, and what is made of it when it is first asked for; nobody may write to what it gives.

    Each of its methods raises FaultyData where a table that it needs has faults.
    """

    def __init__(self, facts: FactBase):
        self.facts = facts
        self._selections: OrderedDict[tuple, Selection] = OrderedDict()
        self._lock = Lock()

    @property
    def fingerprint(self) -> str:
        """What changes when a fact changes."""
        return self.facts.fingerprint

    def events(self) -> Events:
        """Every event."""
        return self.kept(("events",), lambda: events(self.facts))

    def index(self) -> Index:
        """The events as integer codes and masks."""
        return self.kept(("index",), lambda: Index(self.events()))

    def choices(self) -> Choices:
        """What the filter's words may be."""
        return self.kept(("choices",), lambda: choices(self.events()))

    def names(self) -> dict[str, Mapping[str, str]]:
        """Per facet, the readers' names of its codes; see `chosen.facet_names`."""
        return self.kept(("names",), lambda: facet_names(self.facts, self.events()))

    def conflicts(self) -> list[Conflict]:
        """Every conflict between figures of one city."""
        return self.kept(("conflicts",), lambda: conflicts(self.facts, self.figures()))

    def figures(self) -> pd.DataFrame:
        """Every figure of a city."""
        return self.kept(("figures",), lambda: city_figures(self.facts)).copy(deep=False)

    def words(self, name: str) -> Readable:
        """One table with names beside its keys."""
        return self.kept(("words", name), lambda: readable(self.facts, self.events() if name in _OF_EVENTS else _NO_EVENTS, name))

    def selection(self, filters: Filters = Filters(), choices: Mapping[str, str] | None = None) -> Selection:  # noqa: B008 (it is frozen)
        """The selection of these filters and choices: the same one as before, as long as it is among the MOST_SELECTIONS last asked for."""
        key = filters, tuple(sorted((choices or {}).items()))
        with self._lock:
            found = self._selections.pop(key, None)
            found = Selection(self, filters, choices) if found is None else found  # an empty one is false
            self._selections[key] = found
            if len(self._selections) > MOST_SELECTIONS:
                self._selections.popitem(last=False)
        return found
