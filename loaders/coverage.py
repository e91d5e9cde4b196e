"""What the sources cover: by tie and year; and the ways in which a cell is empty.

BEGUN: something began earlier, and lasted or may have lasted into this year. NOT_STATED: a source tells of an event of this tie
whose date is missing or so vague that it may lie in this year. NOT_FOUND: anything of this tie in the whole of this year
was looked for, in vain. NONE_KNOWN: nothing that was read tells of an event.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pandas as pd

from loaders.coverage_years import BEGUN as IN_BEGUN
from loaders.coverage_years import (
    COUNTED,
    POSSIBLE,
    Placed,
    Search,
    column_year,
    placed,
    searched,
    ties_shown,
    year_columns,
    years_mean,
    years_text,
)
from loaders.events.selection import Selection, derived
from loaders.marks import STATUSES

EVENTS, BEGUN = "events", "begun earlier"
NONE_KNOWN, NOT_STATED, NOT_FOUND = "none known", "not stated", "looked for and not found"
STATES = (EVENTS, BEGUN, NOT_STATED, NOT_FOUND, NONE_KNOWN)
_NUMBERS = ("events", *STATUSES, "doubtful")
_TOLD = ["event_id", "title", "status", "doubtful"]
_COLUMNS = ["tie_id", "tie", "year", "years", "state", *_NUMBERS, "event_ids", "titles"]
_COLUMNS += ["begun_ids", "begun_titles", "possible_ids", "possible_titles", "search_ids", "searches"]


@derived
def coverage_rows(selection: Selection) -> pd.DataFrame:
    """One row is one tie and year, with or without events.

    Columns: `tie_id`, `tie`, `year` (missing: all years before 2000), `years` (in words), `state` (one of STATES: the first
    that holds), `events` (of that year), `held`, `planned`, `cancelled` (of these), `doubtful` (of these, may lie in another year),
    `event_ids` and `titles`, `begun_ids` and `begun_titles` (began earlier, and lasted or have no known end), `possible_ids` and
    `possible_titles` (may lie there), `search_ids` and `searches` (that found nothing there or in a part of that year, by subject
    and period); several are separated by `; `, events oldest first.
    """
    names = selection.facts.table("ties").set_index("tie_id")["name"].to_dict()
    told = {row.event_id: row for row in selection.events.rows[_TOLD].itertuples(index=False)}
    here, looked = defaultdict(list), defaultdict(list)
    for some in placed(selection):
        here[some.tie_id, some.year].append(some)
    for search in searched(selection):
        looked[search.tie_id, search.year].append(search)
    found = [
        {
            "tie_id": tie,
            "tie": names[tie],
            "year": column_year(column),
            "years": years_text(column),
            **_cell(here.get((tie, column), ()), looked.get((tie, column), ()), told),
        }
        for tie in ties_shown(selection)
        for column in year_columns(selection)
    ]
    texts = dict.fromkeys([name for name in _COLUMNS if name not in (*_NUMBERS, "year")], "str")
    return pd.DataFrame(found, columns=_COLUMNS).astype({**texts, **dict.fromkeys(_NUMBERS, "int64"), "year": "Int64"})


def _cell(here: Iterable[Placed], looked: Iterable[Search], told: Mapping[str, object]) -> dict[str, object]:
    by = {part: [some for some in here if some.part == part] for part in (COUNTED, IN_BEGUN, POSSIBLE)}
    named = {
        f"{name}{ending}": "; ".join(getattr(some, column) for some in by[part])
        for part, name in ((IN_BEGUN, "begun_"), (POSSIBLE, "possible_"))
        for column, ending in (("event_id", "ids"), ("title", "titles"))
    }
    holds = {
        EVENTS: by[COUNTED],
        BEGUN: by[IN_BEGUN],
        NOT_STATED: by[POSSIBLE],
        NOT_FOUND: any(search.whole for search in looked),
        NONE_KNOWN: True,
    }
    return {
        "state": next(state for state in STATES if holds[state]),
        **_numbers([told[some.event_id] for some in by[COUNTED]]),
        **named,
        "search_ids": "; ".join(search.search_id for search in looked),
        "searches": "; ".join(search.subject for search in looked),
    }


def _numbers(rows: list) -> dict[str, object]:
    """How many events these are, of which status, and how many may lie in another year; with their keys and titles."""
    return {
        "events": len(rows),
        **{status: sum(row.status == status for row in rows) for status in STATUSES},
        "doubtful": sum(bool(row.doubtful) for row in rows),
        "event_ids": "; ".join(row.event_id for row in rows),
        "titles": "; ".join(row.title for row in rows),
    }


def cell_means(selection: Selection, tie: str, column: int) -> dict[str, object]:
    """The choices that a cell of tie and year stands for."""
    return {"tie": (tie,), **years_mean(selection, column)}
