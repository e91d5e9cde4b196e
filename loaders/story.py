"""The story of what is shown: sentences generated from it, each with the views that show what it counts."""

from dataclasses import dataclass, replace

import pandas as pd

from loaders.events import Events
from loaders.filters import Filters, select
from loaders.marks import about, counted_here

HELD, ROWS, NAMED = "held", "rows", "named"


@dataclass(frozen=True)
class View:
    """Where a number of a sentence is shown: the selection, and what of it the number counts.

    `counts`: `held` (what headlines count and was held), `rows` (every event), `named` (the events of `keys`, each by its card).
    """

    label: str
    number: int
    filters: Filters
    counts: str = HELD
    keys: tuple[str, ...] = ()
    page: str = "timeline"


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
    """The rows that a number counts: those of `events` that `filters` select, all of them or what headlines count as held."""
    shown = select(events, filters)
    if counts != HELD:
        return shown.rows
    rows = counted_here(shown, years=filters.years).rows
    return rows[rows["status"] == "held"]


def view(events: Events, filters: Filters, label: str, *, counts: str = HELD, page: str = "timeline") -> View:
    """A view of `events` with the number of what it counts."""
    return View(label, len(told(events, filters, counts)), filters, counts, page=page)


def named(filters: Filters, label: str, rows: pd.DataFrame) -> View:
    """A view that holds these events, each of which has its card."""
    return View(label, len(rows), filters, NAMED, tuple(rows["event_id"]))


def subject(events: Events, filters: Filters) -> Filters:
    """The same selection without context: only the relationships that the data are about; unchanged where there is none."""
    rows = about(events).rows
    ties = tuple(sorted(set(rows.loc[rows["tie_scope"] == "subject", "tie_id"])))
    return replace(filters, tie=ties) if ties else filters


def has_story(events: Events) -> bool:
    """Whether anything of the relationships themselves is among `events`."""
    return bool((events.rows["tie_scope"] == "subject").any())


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
