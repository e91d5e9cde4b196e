"""Sentences about what is shown, generated from it and never typed in."""

import pandas as pd

from loaders.confidence_words import resting_note
from loaders.events import Events
from loaders.events.filters import Filters
from loaders.marks import counted_here, left_out, unplaced

FEW = 5


def joined(parts: list[str]) -> str:
    """`a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def timeline_headline(events: Events, *, filters: Filters | None = None) -> str:
    """One sentence that states the finding of the timeline of these events.

    `filters`: by which they are selected; where they leave a part of what a relationship did, the sentence says so. Counts what `marks.counted_here` counts, and of that only what was held: the columns' solid part.
    """
    filters = filters or Filters()
    rows = counted_here(events, years=filters.years).rows
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


_PARTS = "A part of an event counts where its whole is not shown: a selection may hold more than its share of all."
_OUTLINED = {"planned": "only announced", "cancelled": "called off"}


def counting_note(events: Events, *, filters: Filters | None = None) -> str:
    """What headline and columns count, and what they leave out, with the number for each reason, in one go. `filters`: by which they are selected."""
    statuses, reasons = _counts(events, filters)
    outlined = _outlined(statuses)
    drawn = f", outlined {joined(outlined)}" if outlined else ""
    tail = f" Drawn or listed, but not counted: {joined(reasons)}." if reasons else ""
    held = statuses.get("held", 0)
    return f"Headline and columns count {held} held event{'' if held == 1 else 's'} by the year of their beginning{drawn}.{tail}{f' {_PARTS}' * _in_part(filters)}"


def counting_sentence(events: Events, *, filters: Filters | None = None) -> str:
    """The same in short: how many held events are counted, how many stand beside them in outline, how many are not counted."""
    statuses, _ = _counts(events, filters)
    held, outlined = statuses.pop("held", 0), sum(statuses.values())
    left = len(events) - held - outlined
    counted = f"{held} held event{' is' if held == 1 else 's are'} counted, {'' if held == 1 else 'each '}in the year in which it began"
    parts = [counted] if held or not len(events) else []
    parts += [f"{outlined}{' more' * bool(held)} {'is' if outlined == 1 else 'are'} outlined: {_any_of(statuses)}"] if outlined else []
    parts += [f"{left} {'is' if left == 1 else 'are'} drawn or listed, but not counted"] if left else []
    return "; ".join(parts) + "."


def counting_list(events: Events, *, filters: Filters | None = None) -> list[str]:
    """The rest of the same: what the outlined are, why each of the others is not counted, and what of them all is thinly founded, each a line."""
    statuses, reasons = _counts(events, filters)
    outlined = _outlined(statuses)
    return [
        *([f"Outlined: {joined(outlined)}"] if outlined else []),
        *(f"Not counted: {reason}" for reason in reasons),
        *([_PARTS.removesuffix(".")] * _in_part(filters)),
        *([sure.removesuffix(".")] if (sure := confidence_note(events, years=filters.years if filters else None)) else []),
    ]


def _counts(events: Events, filters: Filters | None) -> tuple[dict[str, int], list[str]]:
    """How many counted events there are by status, and how many are not counted for each reason, in words."""
    years = filters.years if filters else None
    statuses = counted_here(events, years=years).rows["status"].value_counts()
    reasons = [f"{count} {reason}" for reason, count in left_out(events, years=years).items()]
    return {str(code): int(number) for code, number in statuses.items()}, reasons


def _outlined(statuses: dict[str, int]) -> list[str]:
    return [f"{statuses[code]} {name}" for code, name in _OUTLINED.items() if code in statuses]


def _any_of(statuses: dict[str, int]) -> str:
    """What is outlined of these statuses: `only announced or called off`."""
    return " or ".join(name for code, name in _OUTLINED.items() if code in statuses)


def _in_part(filters: Filters | None) -> bool:
    return bool(filters and filters.narrowing)


def confidence_note(events: Events, *, years: tuple[int, int] | None = None) -> str:
    """What of the events that headline and columns count, the outlined among them, is thinly founded; blank where they count none."""
    return resting_note(counted_here(events, years=years).rows)


def timeline_text(events: Events, total: int, *, filters: Filters | None = None) -> str:
    """The timeline in words, for those who do not see it."""
    rows = events.rows
    sectors = ", ".join(f"{name} {number}" for name, number in rows["sector"].value_counts().items())
    return f"Timeline. {timeline_headline(events, filters=filters)}. {shown_sentence(events, total)}. By sector: {sectors}. The same events stand in the table below."
