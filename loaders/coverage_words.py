"""The sentences of the view on what the sources cover, generated from what is shown."""

import pandas as pd

from loaders.coverage import BEGUN, NONE_KNOWN, NOT_FOUND, NOT_STATED, SIDES, told_by_side
from loaders.coverage_years import ties_shown
from loaders.events.selection import Selection
from loaders.timeline_words import joined

STATE_WORDS = {
    BEGUN: "begun earlier",
    NOT_STATED: "not stated: a source tells of what may lie in this year",
    NOT_FOUND: "looked for and not found",
    NONE_KNOWN: "none known",
}


def coverage_headline(selection: Selection) -> str:
    """Of how many events of each tie sources tell, and sources of which sides; the largest tie first."""
    ties = ties_shown(selection)
    if not ties:
        return "No event of the relationships fits this selection"
    names = selection.facts.table("ties").set_index("tie_id")["name"]
    numbers = selection.events.rows["tie_id"].value_counts()
    first, *others = [f"{numbers[tie]} of {names[tie]}" for tie in ties]
    first = first.replace(" ", " event " if numbers[ties[0]] == 1 else " events ", 1)
    return f"{_tellers(told_by_side(selection)['side'])} tell of {joined([first, *others])}"


def _tellers(sides: pd.Series) -> str:
    """Whose sources tell; international ones are of no side, and named only where there are no others."""
    known = [side for side in SIDES if side in set(sides)]
    named = [side.capitalize() for side in known if side != "international"] or [side.capitalize() for side in known]
    return f"{joined(named)} sources" if named else "Sources"


def coverage_text(table: pd.DataFrame, tie: str) -> str:
    """One tie's grid in words, for those who do not see it."""
    rows = table[table["tie"] == tie]
    numbers = rows.groupby("sector", sort=False)["events"].sum()
    told = ", ".join(f"{sector} {number}" for sector, number in numbers.items() if number)
    cells = rows["state"].value_counts()
    empty = ", ".join(f"{cells[state]} {state}" for state in (NONE_KNOWN, BEGUN, NOT_STATED, NOT_FOUND) if state in cells)
    return f"Events of {tie} by sector and year that the sources tell of: {told or 'none'}. Empty cells: {empty or 'none'}."


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
    return f"{tie}: {joined(parts)}." if parts else f"{tie}: no source tells of an event."
