"""Sentences about what is shown, generated from it and never typed in."""

import pandas as pd

from loaders.events import NO_TIE, Events
from loaders.marks import counted, left_out

FEW = 5


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def of_ties(events: Events) -> Events:
    """The events that belong to a tie: context never enters a headline."""
    return events.where(events.rows["tie_id"].notna())


def timeline_headline(events: Events) -> str:
    """One sentence that states the finding of the timeline of these events.

    Counts the events of the ties only, of these only what `marks.counted` counts, and of those only the held ones.
    """
    tied = of_ties(events)
    rows = tied.rows[counted(tied) & (tied.rows["status"] == "held")]
    if rows.empty:
        return _without_ties(events)
    if len(rows) <= FEW:
        return _few(rows)
    return f"{_busiest(rows, _whose(rows))} {_leading(rows)}"


def _whose(rows: pd.DataFrame) -> str:
    return f"{rows['tie'].iloc[0]}’s" if rows["tie"].nunique() == 1 else "the relationships’"


def _without_ties(events: Events) -> str:
    number = len(events)
    if number == 1:
        row = events.rows.iloc[0]
        return f"One event is shown: {row['title']}, {row['date_text']}"
    return f"{number} events are shown; none is a single dated event that the relationships have held"


def _few(rows: pd.DataFrame) -> str:
    if len(rows) == 1:
        row = rows.iloc[0]
        return f"One event of the relationships: {row['title']}, {row['date_text']}"
    first, last = rows["year"].min(), rows["year"].max()
    when = f"in {first}" if first == last else f"between {first} and {last}"
    return f"{len(rows)} events of the relationships, all {when}"


def _busiest(rows: pd.DataFrame, whose: str) -> str:
    numbers = rows["year"].value_counts()
    years = sorted(numbers.index[numbers == numbers.max()])
    if len(numbers) == 1:
        return f"{len(rows)} events of {whose.removesuffix('’s').removesuffix('’')} were held in {years[0]};"
    if len(years) > 3:
        first, last = rows["year"].min(), rows["year"].max()
        return f"{len(rows)} events of the relationships from {first} to {last}, never more than {numbers.max()} in a year;"
    if len(years) > 1:
        return f"{_joined([str(year) for year in years])} were the busiest years, each with {numbers.max()} of {whose} {len(rows)} events;"
    return f"{years[0]} was the busiest year, with {numbers.max()} of {whose} {len(rows)} events;"


def _leading(rows: pd.DataFrame) -> str:
    numbers = rows["sector"].value_counts()
    sectors = sorted(numbers.index[numbers == numbers.max()])
    if len(numbers) == 1:
        return f"all are in {sectors[0].lower()}"
    if len(sectors) > 2:
        return f"no sector has more than {numbers.max()}"
    verb = "leads" if len(sectors) == 1 else "lead"
    return f"{_joined([sector.lower() for sector in sectors])} {verb} with {numbers.max()}{' each' if len(sectors) > 1 else ''}"


def shown_sentence(events: Events, total: int) -> str:
    """`32 of 165 events`, and how many of them stand outside the axis."""
    undated = int((events.rows["precision"] == "undated").sum())
    tail = f", {undated} of them without a date" if undated else ""
    return f"{len(events)} of {total} events{tail}"


def counting_note(events: Events) -> str:
    """What the columns count and what they leave out, with the number for each reason."""
    number = int(counted(events).sum())
    reasons = [f"{count} {reason}" for reason, count in left_out(events).items()]
    tail = f" Left out, but drawn or listed: {_joined(reasons)}." if reasons else ""
    return f"The columns count {number} single event{'s' if number != 1 else ''} by the year in which they began, outlined where only announced.{tail} The headline counts what was held."


def context_note(events: Events) -> str:
    """How many of the shown events belong to no tie."""
    number = int((events.links["tie"]["code"] == NO_TIE).sum())
    if not number:
        return ""
    if number == 1:
        return "One of the events shown is context and belongs to none of the relationships; the headline leaves it out."
    return f"{number} of the events shown are context and belong to none of the relationships; the headline leaves them out."


def timeline_text(events: Events, total: int) -> str:
    """The timeline in words, for those who do not see it."""
    rows = events.rows
    sectors = ", ".join(f"{name} {number}" for name, number in rows["sector"].value_counts().items())
    return f"Timeline. {timeline_headline(events)}. {shown_sentence(events, total)}. By sector: {sectors}. The same events stand in the table below."
