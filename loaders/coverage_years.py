"""In which years an event stands, in which it went on or may lie beside its own, and what was searched for in vain there.

Years before HISTORY_ENDS are one column, BEFORE. An event counts in the column of its one year; in every other it only went on, or may lie.
"""

from collections.abc import Mapping
from datetime import date
from math import inf
from typing import NamedTuple

import pandas as pd

from loaders.dates import span_table
from loaders.datetext import date_text
from loaders.events import NO_TIE
from loaders.events.filters import POSSIBLY
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.marks import HISTORY_ENDS
from loaders.text import say

BEFORE, _NOWHERE = HISTORY_ENDS - 1, 10_000  # in the place of a year
NOT_FOUND = "not found"
COUNTED, BEGUN, POSSIBLE = "counted", "begun", "possible"


class Reach(NamedTuple):
    """The years that one span may touch, `low` to `high`, and from when to when it certainly lasted; `low` is missing where it has no first day."""

    low: float | None
    high: float
    sure_low: float
    sure_high: float
    endless: bool

    def touches(self, column: int, first: float) -> bool:
        """Whether it may lie in this column; `first`: where it begins that has no first day."""
        return _column(first if self.low is None else self.low) <= column <= _column(self.high)

    def begun(self, column: int) -> bool:
        """Whether it certainly began before this column, and lasted into it or has no known end."""
        return _column(self.sure_low) < column and (self.endless or column <= self.sure_high)


class Placed(NamedTuple):
    """One event of a tie in one column. `part`: COUNTED where the selection has it in that year; else BEGUN where it began earlier and lasted or
    may have lasted into it, and POSSIBLE where it may lie there."""

    event_id: str
    tie_id: str
    title: str
    year: int
    part: str


class Search(NamedTuple):
    """One vain search in one column of one tie. `whole`: anything of that whole year was looked for, in the year of the data up to its day."""

    search_id: str
    subject: str
    tie_id: str
    year: int
    whole: bool


def ties_shown(selection: Selection) -> list[str]:
    """Keys of the selection's ties, the one with most events first: each has a block."""
    return [tie for tie, _ in selection.most("tie") if tie != NO_TIE]


@derived
def year_columns(selection: Selection) -> list[int]:
    """The columns of every grid: BEFORE where something is known so early, then each year to that of the data, within the filter's;
    none where only the undated are chosen."""
    filters, years = selection.filters, selection.events.rows["year"].dropna()
    if filters.undated and not filters.years:
        return []
    first, last = filters.years or (0, 9999)
    latest = max([int(selection.facts.as_of[:4]), *years])
    return [BEFORE] * bool((years < HISTORY_ENDS).any()) + list(range(max(first, HISTORY_ENDS), min(last, latest) + 1))


def columns_of(years: pd.Series) -> pd.Series:
    """The column of each year; one that no grid has where there is none."""
    return years.clip(lower=BEFORE).fillna(_NOWHERE).astype("int64")


def column_year(column: int) -> int | None:
    """The year of a column; none where it stands for several."""
    return None if column == BEFORE else column


def _column(year: float) -> float:
    return max(year, BEFORE)


def years_text(column: int) -> str:
    """A column's name."""
    return say("before {year}", year=str(HISTORY_ENDS)) if column == BEFORE else str(column)


def years_mean(selection: Selection, column: int) -> dict[str, object]:
    """The choices that a click on a column makes, within the filter's years."""
    first, last = selection.store.choices().years[0], BEFORE
    if selection.filters.years:
        first, last = max(first, selection.filters.years[0]), min(last, selection.filters.years[1])
    return {"years": (first, last) if column == BEFORE else (column, column)}


def reaches(spans: pd.DataFrame, key: str) -> dict[str, list[Reach]]:
    """Per key, what its spans may touch."""
    names = ("start", "end", "start_latest", "end_earliest")
    ends = [[None if pd.isna(day) else day.year for day in spans[name]] for name in names]
    found: dict[str, list[Reach]] = {}
    for row, lasted, start, end, latest, earliest in zip(spans[key], spans["lasted"], *ends, strict=True):
        sure_high = earliest or latest or -inf
        reach = Reach(start, end or inf, latest or earliest or inf, sure_high if lasted else -inf, bool(lasted) and end is None)
        found.setdefault(row, []).append(reach)
    return found


@derived
def _reaches(store) -> Mapping[str, list[Reach]]:
    """Per event, what its spans may touch; what has no date may lie anywhere."""
    events = store.events()
    undated = events.rows.loc[events.rows["precision"] == "undated", "event_id"]
    return {**reaches(events.spans, "event_id"), **{key: [Reach(None, inf, inf, -inf, False)] for key in undated}}


@derived
def placed(selection: Selection) -> list[Placed]:
    """Each event of the ties shown in each column in which it stands, went on or may lie, oldest first: of those that all choices leave but
    those of years. What has no first possible day, or none at all, is possible from the first year of which anything of its tie is known."""
    ties, columns, reach = set(ties_shown(selection)), year_columns(selection), _reaches(selection.store)
    rows = selection.events.rows
    here = dict(zip(rows["event_id"], columns_of(rows["year"]), strict=True))
    every = selection.narrowed(years=None, certainty=POSSIBLY).events.rows
    firsts = every.groupby("tie_id")["start"].min().dt.year.fillna(inf).to_dict()
    found = []
    for event, tie, title in every[["event_id", "tie_id", "title"]].itertuples(index=False, name=None):
        for column in columns if tie in ties else ():
            if any(some.touches(column, firsts[tie]) for some in reach[event]):
                begun = any(some.begun(column) for some in reach[event])
                part = COUNTED if here.get(event) == column else BEGUN if begun else POSSIBLE
                found.append(Placed(event, tie, title, column, part))
    return found


@derived
def searched(selection: Selection) -> list[Search]:
    """The vain searches. One for an event covers the years in which that event is or may be, and is no search for others; one for a tie
    covers the years of its period. The subject says the period that was asked about, if any."""
    shown, ties, found = set(selection.events.rows["event_id"]), ties_shown(selection), []
    for row, reach in _in_vain(selection.facts):
        words = search_text(row)
        if isinstance(row.event_id, str):
            own = [some for some in placed(selection) if some.event_id == row.event_id and row.event_id in shown]
            found += [Search(row.search_id, words, some.tie_id, some.year, False) for some in own]
        elif row.tie_id in ties and reach:
            years = [column for column in year_columns(selection) if any(some.touches(column, inf) for some in reach)]
            found += [Search(row.search_id, words, row.tie_id, year, _whole(row, year, selection.facts.day)) for year in years]
    return found


@derived
def _in_vain(facts: FactBase) -> list[tuple]:
    """Each search that found nothing, with what its period may touch and, in the row, that period's first and last day."""
    table = facts.table("searches")
    spans = span_table(table.set_index("search_id")["period"])
    table = table.merge(spans[["row", "start", "end"]].drop_duplicates("row"), left_on="search_id", right_on="row", how="left")
    reach = reaches(spans, "row")
    return [(row, reach.get(row.search_id, [])) for row in table[table["outcome"] == NOT_FOUND].itertuples()]


def search_text(row) -> str:
    """What was looked for, and in which time, if that is said: of one row of `searches`."""
    return f"{row.subject} ({date_text(row.period)})" if isinstance(row.period, str) else row.subject


def _whole(row, column: int, as_of: date) -> bool:
    """Whether the time asked about covers the column from its first day to its last, or to the day of the data."""
    first, last = date(column, 1, 1), min(date(column, 12, 31), as_of)
    from_first = pd.isna(row.start) or (column != BEFORE and row.start.date() <= first)
    return bool(from_first and (pd.isna(row.end) or row.end.date() >= last))


def silence(selection: Selection) -> tuple[str, int, int] | None:
    """The longest stretch of several years, after a relationship's first event, of which no source tells anything of it: its name, first and last year.
    Years before HISTORY_ENDS count one by one, as all others do."""
    names, longest = selection.facts.table("ties").set_index("tie_id")["name"], None
    for tie in ties_shown(selection):
        until = None
        for low, high in (*_told(selection, tie), (int(selection.facts.as_of[:4]) + 1, inf)):
            if until is not None and low - until > 2 and (longest is None or low - until - 2 > longest[2] - longest[1]):
                longest = names[tie], int(until) + 1, int(low) - 1
            until = max(high, until or high)
    return longest


def _told(selection: Selection, tie: str) -> list[tuple[float, float]]:
    """From which year to which each event of a tie is or may be, the earliest first; what has no first possible day from the first year known."""
    rows, reach = selection.events.rows, _reaches(selection.store)
    rows = rows[rows["tie_id"] == tie]
    if pd.isna(rows["start"].min()):
        return []
    first = rows["start"].min().year
    return sorted((first if some.low is None else some.low, some.high) for event in rows["event_id"] for some in reach[event])
