"""Sentences about what is shown, generated from it and never typed in."""

import pandas as pd

from loaders.events import Events
from loaders.events.filters import Filters
from loaders.marks import unplaced

FEW = 5


def joined(parts: list[str]) -> str:
    """`a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def timeline_headline(events: Events, *, filters: Filters | None = None) -> str:
    """One sentence that states the finding of the timeline of these events.

    `filters`: by which they are selected; where they leave a part of what a relationship did, the sentence says so. Of the events, it tells of what was held: the columns' solid part.
    """
    filters = filters or Filters()
    rows = events.rows
    held = rows[rows["status"] == "held"]
    if held.empty:
        return _without_held(events)
    if len(held) <= FEW:
        return _few(held, filters)
    return f"{_busiest(held, filters)} {_leading(held, filters)}".removesuffix("; ")


def _who(rows: pd.DataFrame) -> str:
    if rows["tie"].isna().any():
        return "the context"
    return rows["tie"].iloc[0] if rows["tie"].nunique() == 1 else "the relationships"


def _events_of(rows: pd.DataFrame, filters: Filters) -> str:
    """How many, of whom, and whether these are all: `6 events of Essen–Koriyama shown`."""
    return f"{len(rows)} events of {_who(rows)}{' shown' * filters.narrowing}"


def _whose_events(rows: pd.DataFrame, filters: Filters) -> str:
    """Of which events a part is told: `Essen–Koriyama’s 41 events`, `the 6 events of Essen–Koriyama shown`."""
    if filters.narrowing:
        return f"the {_events_of(rows, filters)}"
    who = _who(rows)
    return f"{who}{'’' if who.endswith('s') else '’s'} {len(rows)} events"


def _without_held(events: Events) -> str:
    rows = events.rows
    if len(rows) == 1:
        row = rows.iloc[0]
        return f"One event: {row['title']}, {row['date_text']}" + ("" if row["status"] == "held" else f" ({row['status_text']})")
    statuses = rows["status"].value_counts()
    if set(statuses.index) == {"planned"}:
        return f"{len(rows)} events were announced; that they were held is not on record here"
    if set(statuses.index) == {"cancelled"}:
        return f"{len(rows)} events were called off"
    return f"{len(rows)} events, none of them a single dated event that the relationships held"


def _few(rows: pd.DataFrame, filters: Filters) -> str:
    if len(rows) == 1:
        row = rows.iloc[0]
        return f"One event of {_who(rows)}: {row['title']}, {row['date_text']}"
    first, last = rows["year"].min(), rows["year"].max()
    when = f"in {first}" if first == last else f"between {first} and {last}"
    return f"{_events_of(rows, filters)}, all {when}"


def _busiest(rows: pd.DataFrame, filters: Filters) -> str:
    numbers = rows["year"].value_counts()
    years = sorted(numbers.index[numbers == numbers.max()])
    if len(numbers) == 1:
        return f"{_events_of(rows, filters)} were held in {years[0]};"
    if len(years) > 3:
        first, last = rows["year"].min(), rows["year"].max()
        return f"{_events_of(rows, filters)} from {first} to {last}, never more than {numbers.max()} in a year;"
    whose = _whose_events(rows, filters)
    if len(years) > 1:
        return f"{joined([str(year) for year in years])} were the busiest years, each with {numbers.max()} of {whose};"
    return f"{years[0]} was the busiest year, with {numbers.max()} of {whose};"


def _leading(rows: pd.DataFrame, filters: Filters) -> str:
    """The sector with most events; nothing where one alone is chosen."""
    numbers = rows["sector"].value_counts()
    sectors = sorted(numbers.index[numbers == numbers.max()])
    if len(filters.sector) == 1:
        return ""
    if len(numbers) == 1:
        return f"all are in {sectors[0].lower()}"
    if len(sectors) > 2:
        return f"no sector has more than {numbers.max()}"
    verb = "leads" if len(sectors) == 1 else "lead"
    return f"{joined([sector.lower() for sector in sectors])} {verb} with {numbers.max()}{' each' if len(sectors) > 1 else ''}"


def shown_sentence(events: Events, total: int) -> str:
    """`32 of 165 events`, and how many of them no axis can hold."""
    beside = len(unplaced(events))
    tail = f", {beside} of them with no date or only a bound" if beside else ""
    return f"{len(events)} of {total} events{tail}"


def timeline_text(events: Events, total: int, *, filters: Filters | None = None) -> str:
    """The timeline in words, for those who do not see it."""
    rows = events.rows
    sectors = ", ".join(f"{name} {number}" for name, number in rows["sector"].value_counts().items())
    return f"Timeline. {timeline_headline(events, filters=filters)}. {shown_sentence(events, total)}. By sector: {sectors}. The same events stand in the table below."
