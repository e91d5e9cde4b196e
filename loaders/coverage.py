"""What the sources cover: by tie, sector and year, by document and year, and by the side that tells; and the ways in which a cell is empty.

BEGUN: something began earlier, and lasted or may have lasted into this year. NOT_STATED: a source tells of an event of this tie
and sector whose date is missing or so vague that it may lie in this year. NOT_FOUND: anything of this tie in the whole of this year
was looked for, in vain. NONE_KNOWN: nothing that was read tells of an event.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pandas as pd

from loaders.confidence_words import resting_text
from loaders.coverage_years import (
    BEFORE,
    COUNTED,
    POSSIBLE,
    UNDATED,
    Placed,
    Search,
    columns_of,
    placed,
    searched,
    ties_shown,
    year_columns,
    years_mean,
    years_text,
)
from loaders.coverage_years import BEGUN as IN_BEGUN
from loaders.dates import span_table
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.marks import STATUSES
from loaders.speakers import speaking_sides

EVENTS, BEGUN = "events", "begun earlier"
NONE_KNOWN, NOT_STATED, NOT_FOUND = "none known", "not stated", "looked for and not found"
STATES = (EVENTS, BEGUN, NOT_STATED, NOT_FOUND, NONE_KNOWN)
SIDES = ("german", "japanese", "european", "international")
_TOLD = ["event_id", "title", "tie_id", "status", "doubtful", "witnesses", "primary"]
_COVERAGE = ["tie_id", "tie", "sector_id", "sector", "year", "years", "state", "events", *STATUSES, "doubtful", "resting"]
_COVERAGE += ["event_ids", "titles", "begun_ids", "begun_titles", "possible_ids", "possible_titles", "search_ids", "searches"]
_BY_SOURCE = ["source_id", "publisher", "title", "side", "kind", "published", "published_year", "copy_of", "total"]
_BY_SOURCE += ["year", "years", "events", "held", "doubtful", "resting", "event_ids", "titles"]
_BY_SIDE = ["tie_id", "tie", "side", "year", "years", "events", "held", "doubtful", "resting", "event_ids", "titles", "source_ids"]


@derived
def coverage_rows(selection: Selection) -> pd.DataFrame:
    """One row is one tie, sector and year, with or without events.

    Columns: `tie_id`, `tie`, `sector_id`, `sector`, `year` (missing: all years before 2000), `years` (in words), `state` (one of STATES: the first
    that holds), `events` (of that year), `held`, `planned`, `cancelled` (of these), `doubtful` (of these, may lie in another year), `resting` (what of these is thinly founded, in words),
    `event_ids` and `titles`, `begun_ids` and `begun_titles` (began earlier, and lasted or have no known end), `possible_ids` and
    `possible_titles` (may lie there), `search_ids` and `searches` (that found nothing there or in a part of that year, by subject
    and period); several are separated by `; `, events oldest first.
    """
    ties, sectors = (
        selection.facts.table(name).set_index(key)["name"].to_dict() for name, key in (("ties", "tie_id"), ("sectors", "sector_id"))
    )
    sectors = {key: name for key, name in sectors.items() if key in (selection.filters.sector or sectors)}
    told = {row.event_id: row for row in selection.events.rows[_TOLD].itertuples(index=False)}
    here, looked = defaultdict(list), defaultdict(list)
    for some in placed(selection):
        here[some.tie_id, some.sector_id, some.year].append(some)
    for search in searched(selection):
        for sector in [search.sector_id] if search.sector_id else sectors:
            looked[search.tie_id, sector, search.year].append(search)
    found = [
        {
            "tie_id": tie,
            "tie": ties[tie],
            "sector_id": sector,
            "sector": sectors[sector],
            **_year_named(column),
            **_cell(here.get((tie, sector, column), ()), looked.get((tie, sector, column), ()), told),
        }
        for tie in ties_shown(selection)
        for sector in sectors
        for column in year_columns(selection)
    ]
    return _table(found, _COVERAGE, ("events", *STATUSES, "doubtful"))


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
    """How many events these are, of which status, and how well founded; with their keys and titles."""
    return {
        "events": len(rows),
        **{status: sum(row.status == status for row in rows) for status in STATUSES},
        "doubtful": sum(bool(row.doubtful) for row in rows),
        "resting": resting_text(rows) if rows else "",
        "event_ids": "; ".join(row.event_id for row in rows),
        "titles": "; ".join(row.title for row in rows),
    }


def _year_named(column: int) -> dict[str, object]:
    return {"year": None if column in (BEFORE, UNDATED) else column, "years": years_text(column)}


def _table(found: list[dict], columns: list[str], numbers: Iterable[str]) -> pd.DataFrame:
    table = pd.DataFrame(found, columns=columns)
    texts = dict.fromkeys([name for name in columns if name not in (*numbers, "year", "published_year")], "str")
    return table.astype(
        {**texts, **dict.fromkeys(numbers, "int64"), **{name: "Int64" for name in ("year", "published_year") if name in columns}}
    )


def cell_means(selection: Selection, tie: str, sector: str, column: int) -> dict[str, object]:
    """The choices that a cell of tie, sector and year stands for."""
    return {"tie": (tie,), "sector": (sector,), **years_mean(selection, column)}


def document_means(selection: Selection, source: str, column: int | None = None) -> dict[str, object]:
    """The choices that a document stands for, of all years or of one column."""
    return {"source": (source,), **(years_mean(selection, column) if column else {})}


def side_means(selection: Selection, tie: str, sources: str, column: int) -> dict[str, object]:
    """The choices that a cell of tie, side and year stands for; `sources`: the side's documents that tell of its events, separated by `; `."""
    return {"tie": (tie,), "source": tuple(sorted(sources.split("; "))), **years_mean(selection, column)}


@derived
def _telling(selection: Selection) -> list[tuple[object, str, int]]:
    """Each event with a document that tells of it and its column, under all choices but those of a source, and of chosen documents only;
    events oldest first. A document that contradicts tells of the event too."""
    events, chosen = selection.narrowed(source=()).events, selection.filters.source
    sources = defaultdict(list)
    for event, source in events.links["source"][["event_id", "code"]].itertuples(index=False, name=None):
        sources[event] += [source] if source in (chosen or (source,)) else []
    rows, columns = events.rows[_TOLD].itertuples(index=False), columns_of(events.rows["year"])
    return [(row, source, column) for row, column in zip(rows, columns, strict=True) for source in sources[row.event_id]]


@derived
def source_year_rows(selection: Selection) -> pd.DataFrame:
    """One row is one document and one year of the events that it tells of; what tells of most comes first.

    Columns: `source_id`, `publisher`, `title`, `side`, `kind`, `published` (EDTF, missing: not stated), `published_year` (missing where that is not one year),
    `copy_of`, `total` (events that it tells of), `year` (missing: all years before 2000, or none), `years`, `events` (of that year), `held` and `doubtful` (of these),
    `resting` (what of these is thinly founded, in words), `event_ids`, `titles`. Where the filter names sources, only these.
    """
    by, total = defaultdict(list), defaultdict(int)
    for row, source, column in _telling(selection):
        by[source, column].append(row)
        total[source] += 1
    sources = _documents(selection.facts)
    ordered = sorted(by, key=lambda cell: (-total[cell[0]], *cell))
    found = [
        {**sources[source], "total": total[source], **_year_named(column), **_numbers(by[source, column])} for source, column in ordered
    ]
    return _table(found, _BY_SOURCE, ("total", "events", "held", "doubtful"))


@derived
def _documents(facts: FactBase) -> dict[str, dict[str, object]]:
    sources = facts.table("sources")
    table = sources.assign(published_year=publication_years(sources)).drop(columns="title").assign(title=sources["title"])
    return table.set_index("source_id", drop=False).to_dict("index")


def publication_years(sources: pd.DataFrame) -> pd.Series:
    """The one year in which each document was published, missing where none or not one is known; aligned with `sources`."""
    spans = span_table(sources.set_index("source_id")["published"]).drop_duplicates("row").set_index("row")
    first, last = spans["start"].dt.year, spans["end"].dt.year
    return sources["source_id"].map(first.where(first == last)).astype("Int64")


@derived
def told_by_side(selection: Selection) -> pd.DataFrame:
    """One row is one event of a tie and one side that tells of it, oldest first: `event_id`, `tie_id`, `side`.

    A reprint or copy speaks from the side of whoever issued its words (`speakers`).
    """
    sides = speaking_sides(selection.facts)
    told = dict.fromkeys((row.event_id, row.tie_id, sides[source]) for row, source, _ in _telling(selection) if isinstance(row.tie_id, str))
    return pd.DataFrame(list(told), columns=["event_id", "tie_id", "side"], dtype="str")


@derived
def side_rows(selection: Selection) -> pd.DataFrame:
    """One row is one tie, side and year in which sources of that side tell of an event.

    Columns: `tie_id`, `tie`, `side` (of SIDES), `year` (missing: all years before 2000, or none), `years`, `events`, `held` and `doubtful` (of these), `resting` (what of these is
    thinly founded, in words), `event_ids`, `titles`, `source_ids` (the side's documents that tell of them). An event that several sides tell stands in the row of each.
    """
    rows, sources = defaultdict(dict), defaultdict(dict)
    sides, ties = speaking_sides(selection.facts), ties_shown(selection)
    for row, source, column in _telling(selection):
        if isinstance(row.tie_id, str):
            rows[row.tie_id, sides[source], column][row.event_id] = row
            sources[row.tie_id, sides[source], column][source] = True
    names = selection.facts.table("ties").set_index("tie_id")["name"]
    ordered = sorted(rows, key=lambda cell: (ties.index(cell[0]), SIDES.index(cell[1]), cell[2]))
    found = [
        {
            "tie_id": tie,
            "tie": names[tie],
            "side": side,
            "source_ids": "; ".join(sources[tie, side, column]),
            **_year_named(column),
            **_numbers(list(rows[tie, side, column].values())),
        }
        for tie, side, column in ordered
    ]
    return _table(found, _BY_SIDE, ("events", "held", "doubtful"))
