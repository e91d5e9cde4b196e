"""The story in short: four sentences that a reader meets first, each with the view that shows it."""

from dataclasses import replace

import pandas as pd

from loaders.events import Events
from loaders.facts import FactBase
from loaders.filters import Filters
from loaders.story import ROWS, Sentence, View, named, span, subject, times, told, view
from loaders.story_beginnings import firsts
from loaders.story_meeting import one_source
from loaders.story_phases import back_again, hydrogen, hydrogen_view, online_years
from loaders.story_sectors import changes, periods, years_text
from loaders.summary import joined


def lead(events: Events, filters: Filters, facts: FactBase) -> list[Sentence]:
    """One sentence each on how it began, which phases followed, what grew and fell, and what rests on one source; none of which nothing is known."""
    return [*_began(events, filters), *_followed(events, filters, facts), *_changed(events, filters, facts), *one_source(events, filters)]


def _began(events: Events, filters: Filters) -> list[Sentence]:
    rows = firsts(events, filters)
    if rows.empty:
        return []
    parts = [f"{row.tie} ({row.date_text})" for row in rows.itertuples()]
    text = f"The first event on record that was held, by relationship: {joined(parts)}."
    return [Sentence(text, (named(subject(events, filters), "where each began", rows),), ())]


def _followed(events: Events, filters: Filters, facts: FactBase) -> list[Sentence]:
    base, parts, counted = subject(events, filters), [], []
    signed = agreements(events, filters)
    if len(signed):
        years = sorted(set(signed["year"].dropna().astype(int)))
        parts.append(f"{times(len(signed), 'agreement')}{f' ({years_text((years[0], years[-1]))})' if years else ''}")
        counted.append(named(base, "the agreements", signed))
    if years := online_years(events, filters):
        parts.append(f"online years ({span(years)})")
    parts += [f"the first journey in person after them ({row.date_text})" for row in back_again(events, filters, facts).itertuples()]
    named_it = hydrogen(events, filters, facts)
    if len(named_it):
        counted.append(hydrogen_view(events, base, named_it))
        parts.append(f"hydrogen in {times(len(named_it))} (first {named_it.iloc[0]['date_text']})")
    return [Sentence(f"What followed: {joined(parts)}.", tuple(counted[:1]), tuple(counted))] if parts else []


def agreements(events: Events, filters: Filters) -> pd.DataFrame:
    """The held rows of `events` of the relationships whose kind is agreement."""
    rows = told(events, subject(events, filters), ROWS)
    return rows[(rows["status"] == "held") & (rows["kind"] == "agreement") & (rows["tie_scope"] == "subject")]


def _changed(events: Events, filters: Filters, facts: FactBase) -> list[Sentence]:
    found, table = periods(events, filters, facts.as_of), changes(events, filters, facts.as_of)
    if found is None or table.empty:
        return []
    top, bottom = table.iloc[0], table.sort_values("change", kind="stable").iloc[0]
    parts, counted = [], []
    for row, word in ((top, "grew most"), (bottom, "fell most")):
        if (row["change"] > 0) if word == "grew most" else (row["change"] < 0):
            parts.append(f"{row['sector'].lower()} {word} (from {row['before']} to {row['after']} events)")
            counted += _in_both(events, filters, row["sector_id"], found)
    if not parts:
        return []
    text = f"From {years_text(found[0])} to {years_text(found[1])}, {joined(parts)}."
    return [Sentence(text, (counted[1],), tuple(counted))]


def _in_both(events: Events, filters: Filters, sector: str, found: tuple) -> list[View]:
    one = replace(subject(events, filters), sector=(sector,))
    name = events.rows.loc[events.rows["sector_id"] == sector, "sector"].iloc[0]
    return [view(events, replace(one, years=years), f"{name.lower()} in {years_text(years)}") for years in found]
