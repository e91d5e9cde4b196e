"""The sentences of the view on what the sources cover, generated from what is shown."""

from itertools import groupby
from operator import itemgetter

import pandas as pd

from loaders.confidence_words import resting_note
from loaders.coverage import BEGUN, ELSEWHERE, EVENTS, NONE_KNOWN, NOT_FOUND, NOT_STATED, SIDES
from loaders.coverage_years import placed
from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import FactBase
from loaders.timeline_words import joined

STATE_WORDS = {
    ELSEWHERE: "told, but counted in another year, with another event, or not at all",
    BEGUN: "begun earlier, no end known",
    NOT_STATED: "not stated: a source tells of what may lie in this year",
    NOT_FOUND: "looked for and not found",
    NONE_KNOWN: "none known",
}


def coverage_note(facts: FactBase, events: Events, filters: Filters) -> str:
    """What of the events that count in the grids is thinly founded; blank where none counts. `events`: those that `filters` select."""
    return resting_note(placed(facts, events, filters).query("counted"))


def coverage_headline(table: pd.DataFrame, told: pd.DataFrame) -> str:
    """In how many years sources tell of each tie, and of which sides; `table` as `coverage_rows`, `told` as `told_by_side` gives them."""
    years = sorted(table["year"].dropna().unique())
    span = f"the {len(years)} years from {years[0]} to {years[-1]}" if len(years) > 1 else ""
    told_by, silent = [], []
    for tie, rows in table.groupby("tie", sort=False):
        known = rows.loc[rows["state"].isin([EVENTS, ELSEWHERE]), "years"]
        sides = told.loc[told["tie_id"] == rows["tie_id"].iloc[0], "side"]
        if known.empty:
            silent.append(tie)
            continue
        number = known[known.str.isdigit()].nunique()
        when = f"in {number}{f' of {span}' * (not told_by)}" if span else ("before 2000" if not years else f"in {years[0]}")
        told_by.append((f"{tie}{' is told' * (not told_by)} {when}", _tellers(sides)))
    groups = [(by, joined([words for words, _ in same])) for by, same in groupby(told_by, key=itemgetter(1))]
    parts = [f"{words}, by {by} {'ones' if number else 'sources'}" if by else words for number, (by, words) in enumerate(groups)]
    if silent:
        parts.append(f"of {joined(silent)} nothing that is dated to {'these years' if len(years) != 1 else years[0]}")
    sentence = "; ".join(parts)
    return sentence[0].upper() + sentence[1:]


def _tellers(sides: pd.Series) -> str:
    """Whose sources tell; international ones are of no side, and named only where there are no others."""
    known = [side for side in SIDES if side in set(sides)]
    named = [side.capitalize() for side in known if side != "international"] or known
    return joined(named) if named else ""


def coverage_text(table: pd.DataFrame, tie: str) -> str:
    """One tie's grid in words, for those who do not see it."""
    rows = table[table["tie"] == tie]
    numbers = rows.groupby("sector", sort=False)["events"].sum()
    told = ", ".join(f"{sector} {number}" for sector, number in numbers.items() if number)
    cells = rows["state"].value_counts()
    empty = ", ".join(f"{cells[state]} {state}" for state in (NONE_KNOWN, BEGUN, NOT_STATED, NOT_FOUND) if state in cells)
    return f"Events of {tie} by sector and year that the sources tell of: {told or 'none that counts'}. Empty cells: {empty or 'none'}."


def quiet_sectors(table: pd.DataFrame) -> list[str]:
    """The sectors of one tie of which nothing is known: no event in any year, not even a vague one."""
    rows = table.assign(known=(table["event_ids"] + table["begun_ids"] + table["possible_ids"]) != "")
    known = rows.groupby("sector", sort=False)["known"].any()
    return list(known.index[~known])


def sides_text(tie: str, sums: pd.DataFrame) -> str:
    """How many events of a tie each side tells, as a sentence."""
    told = sums[sums["events"] > 0]
    parts = [
        f"{row.side.capitalize() if row.side != 'international' else 'international'} sources tell {row.events}, {row.only} of them alone"
        for row in told.itertuples()
    ]
    return f"{tie}: {joined(parts)}." if parts else f"{tie}: no source tells of an event that counts."
