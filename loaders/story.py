"""The story of what is shown: sentences generated from it, each with the views that show what it counts."""

from dataclasses import dataclass, replace
from functools import lru_cache

import pandas as pd

from loaders.events import Events
from loaders.events.filters import Filters, select
from loaders.marks import about, counted_here

HELD, ROWS, NAMED, SHARE, UNSAID = "held", "rows", "named", "share", "unsaid"
AMONG = "Among the events shown"
_KEPT = 64  # the sentences of one selection ask for the same views again and again


@dataclass(frozen=True)
class View:
    """Where a number of a sentence is shown: the selection, and what of it the number counts.

    `counts`: `held` (what headlines count and was held), `rows` (every event), `named` (the events of `keys`, each by its card),
    `share` (the sector's and years' part of what the whole selection counts: a number without a link), `unsaid` (a link that says no number).
    `only_marks`: the view holds more than `label` names, and there `keys` are marked.
    """

    label: str
    number: int
    filters: Filters
    counts: str = HELD
    keys: tuple[str, ...] = ()
    page: str = "timeline"
    only_marks: bool = False


@dataclass(frozen=True)
class Sentence:
    """One statement in plain text, the views that it leads to, and every number that it says.

    `counted`: the views that show each of its numbers, in the order in which they are said; None where these are `views`.
    """

    text: str
    views: tuple[View, ...]
    counted: tuple[View, ...] | None = None

    @property
    def numbers(self) -> list[int]:
        """Every number that the sentence says of events, in its order; titles, dates and years aside."""
        return [one.number for one in (self.views if self.counted is None else self.counted)]


def told(events: Events, filters: Filters, counts: str = HELD) -> pd.DataFrame:
    """The rows that a number counts: those of `events` that `filters` select, all of them or what headlines count as held; not to be written to."""
    return _held(events, filters) if counts == HELD else _selected(events, filters).rows


@lru_cache(maxsize=_KEPT)
def _selected(events: Events, filters: Filters) -> Events:
    return select(events, filters)


@lru_cache(maxsize=_KEPT)
def _held(events: Events, filters: Filters) -> pd.DataFrame:
    rows = counted_here(_selected(events, filters), years=filters.years).rows
    return rows[rows["status"] == "held"]


def view(events: Events, filters: Filters, label: str, *, counts: str = HELD, page: str = "timeline") -> View:
    """A view of `events` with the number of what it counts."""
    return View(label, len(told(events, filters, counts)), filters, counts, page=page)


def named(filters: Filters, label: str, rows: pd.DataFrame, *, only_marks: bool = False) -> View:
    """A view that holds these events, each of which has its card. `only_marks`: where `label` names them, not the view."""
    return View(label, len(rows), filters, NAMED, tuple(rows["event_id"]), only_marks=only_marks)


def subject(events: Events, filters: Filters) -> Filters:
    """The same selection without context: only the relationships that the data are about; unchanged where there is none."""
    rows = about(events).rows
    ties = tuple(sorted(set(rows.loc[rows["tie_scope"] == "subject", "tie_id"])))
    return replace(filters, tie=ties) if ties else filters


def link(filters: Filters, label: str) -> View:
    """A view that a sentence leads to and of which it says no number: there, parts count whose whole is not in it."""
    return View(f"{label}, parts of visits included", 0, filters, UNSAID)


def has_story(events: Events) -> bool:
    """Whether anything of the relationships themselves is among `events`."""
    return bool((events.rows["tie_scope"] == "subject").any())


def outermost(key: str, rows: pd.DataFrame) -> str:
    """The whole of which an event is a part, or a part of a part, as far up as these rows reach; the event itself where it is none."""
    whole_of = dict(zip(rows["event_id"], rows["part_of"], strict=True))
    while whole_of.get(key) in whole_of:
        key = whole_of.pop(key)
    return key


def times(number: int, thing: str = "event") -> str:
    """`1 event`, `2 events`."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def span(years: list[int]) -> str:
    """`2020`, `2020–2021` or, where a year lies between, `2020 and 2022`."""
    if len(years) == 1:
        return str(years[0])
    if years[-1] - years[0] == len(years) - 1:
        return f"{years[0]}–{years[-1]}"
    return f"{', '.join(map(str, years[:-1]))} and {years[-1]}"
