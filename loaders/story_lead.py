"""The story in short: four sentences that a reader meets first, each with the view that shows it."""

import pandas as pd

from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import FactBase
from loaders.marks import HISTORY_ENDS, counted, counted_here
from loaders.story import AMONG, Sentence, named, span, subject, times
from loaders.story_beginnings import firsts
from loaders.story_hydrogen import hydrogen, hydrogen_view
from loaders.story_meeting import one_source
from loaders.story_phases import agreements, back_again, online_ties, online_years
from loaders.story_sectors import changes, periods, shares, shown_in, years_text
from loaders.timeline_words import joined


def lead(events: Events, filters: Filters, facts: FactBase) -> list[Sentence]:
    """One sentence each on how it began, which phases followed, what grew and fell, and what rests on one source; none of which nothing is known."""
    return [*_began(events, filters), *_followed(events, filters, facts), *_changed(events, filters, facts), *one_source(events, filters)]


def _began(events: Events, filters: Filters) -> list[Sentence]:
    rows = firsts(events, filters)
    if rows.empty:
        return []
    parts = [f"{row.tie} ({row.date_text})" for row in rows.itertuples()]
    first = f"{AMONG}, the first that was held" if filters.narrowing else "The first event on record that was held"
    text = f"{first}, by relationship: {joined(parts)}.{_before_the_headline(events, filters, rows)}"
    return [Sentence(text, (named(subject(events, filters), "the first of each", rows, only_marks=True),), ())]


def _before_the_headline(events: Events, filters: Filters, firsts: pd.DataFrame) -> str:
    """That the headline counts from HISTORY_ENDS on, where for this alone a first event is not in its number; else blank."""
    if filters.years and filters.years[0] > HISTORY_ENDS:
        return ""
    uncounted = ~firsts["event_id"].isin(counted_here(events, years=filters.years).rows["event_id"])
    early = firsts[uncounted & counted(events).reindex(firsts.index) & (firsts["year"] < HISTORY_ENDS)]
    return f" The headline counts what began in {HISTORY_ENDS} or later, so not that of {joined(list(early['tie']))}." if len(early) else ""


def _followed(events: Events, filters: Filters, facts: FactBase) -> list[Sentence]:
    base, parts, said = subject(events, filters), [], []
    signed = agreements(events, filters, facts)
    if len(signed):
        years = sorted(set(signed["year"].dropna().astype(int)))
        parts.append(f"{times(len(signed), 'agreement')}{f' ({years_text((years[0], years[-1]))})' if years else ''}")
        said.append(named(base, "the agreements", signed, only_marks=True))
    if years := online_years(events, filters):
        parts.append(f"online years ({span(years)}, {online_ties(events, filters)})")
    parts += [f"the first journey in person after them ({row.date_text})" for row in back_again(events, filters, facts).itertuples()]
    named_it = hydrogen(events, filters, facts)
    if len(named_it):
        said.append(hydrogen_view(events, base, named_it))
        parts.append(f"hydrogen in {times(len(named_it))}, parts of visits included (first {named_it.iloc[0]['date_text']})")
    what = AMONG if filters.narrowing else "What followed"
    return [Sentence(f"{what}: {joined(parts)}.", tuple(said[:1]), tuple(said))] if parts else []


def _changed(events: Events, filters: Filters, facts: FactBase) -> list[Sentence]:
    found, table = periods(events, filters, facts.as_of), changes(events, filters, facts.as_of)
    if found is None or table.empty:
        return []
    top, bottom = table.iloc[0], table.sort_values("change", kind="stable").iloc[0]
    parts, said, links = [], [], []
    for row, word in ((top, "grew most"), (bottom, "fell most")):
        if (row["change"] > 0) if word == "grew most" else (row["change"] < 0):
            parts.append(f"{row['sector'].lower()} {word} (from {row['before']} to {row['after']} events)")
            said += shares(subject(events, filters), row, found)
            links.append(shown_in(subject(events, filters), row.to_frame().T, found, row["sector"].lower()))
    if not parts:
        return []
    return [Sentence(f"From {years_text(found[0])} to {years_text(found[1])}, {joined(parts)}.", tuple(links[:1]), tuple(said))]
