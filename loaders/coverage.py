"""What the sources cover: by tie, sector and year, by document and year, and by the side that tells; and the ways in which a cell is empty.

BEGUN: something that began earlier has no known end, so that it may have gone on. NOT_STATED: a source tells of an event of this tie
and sector whose date is missing or so vague that it may lie in this year. NOT_FOUND: anything of this tie in the whole of this year
was looked for, in vain. NONE_KNOWN: nothing that was read tells of an event.
"""

import pandas as pd

from loaders.confidence_words import resting_by
from loaders.coverage_years import BEFORE, placed, searched, ties_shown, year_columns, years_text
from loaders.dates import span_table
from loaders.documents import witnesses
from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import FactBase
from loaders.speakers import speaking_sides

EVENTS, ELSEWHERE = "events", "told, not counted"
BEGUN = "begun earlier, no end known"
NONE_KNOWN, NOT_STATED, NOT_FOUND = "none known", "not stated", "looked for and not found"
STATES = (EVENTS, ELSEWHERE, BEGUN, NOT_STATED, NOT_FOUND, NONE_KNOWN)
SIDES = ("german", "japanese", "european", "international")
_CELL = ["tie_id", "sector_id", "year"]
_STATUSES = ["held", "planned", "cancelled"]


def coverage_rows(facts: FactBase, events: Events, filters: Filters) -> pd.DataFrame:
    """One row is one tie, sector and year, with or without events. `events`: those that `filters` select.

    Columns: `tie_id`, `tie`, `sector_id`, `sector`, `year` (missing: all years before 2000), `years` (in words), `state` (one of STATES: the first
    that holds), `events` (that count there, as on the overview), `held`, `planned`, `cancelled` (of these), `resting` (what of these is thinly founded, in words), `others` (certainly there, and
    counted in another year, with another event, or not at all), `event_ids` and `titles` (of both), `begun_ids` and `begun_titles` (began earlier, no end known), `possible_ids` and
    `possible_titles` (may lie there for another reason), `search_ids` and `searches` (that found nothing there or in a part of that year, by subject
    and period); several are separated by `; `, events oldest first.
    """
    table = _cells(facts, events, filters)
    here = placed(facts, events, filters)
    some = here[here["counted"]]
    numbers = some.groupby([*_CELL, "status"]).size().unstack("status", fill_value=0)
    table = table.join(numbers.reindex(columns=_STATUSES, fill_value=0), on=_CELL).join(_resting(some, _CELL), on=_CELL)
    sure, begun = here[here["certain"]], here[~here["certain"] & here["goes_on"]]
    table = table.join(sure[~sure["counted"]].groupby(_CELL).size().rename("others"), on=_CELL)
    table[[*_STATUSES, "others"]] = table[[*_STATUSES, "others"]].fillna(0).astype("int64")
    table["events"], table["resting"] = table[_STATUSES].sum(axis="columns"), table["resting"].fillna("")
    looked = _by_sector(searched(facts, events, filters), table)
    for rows, key, words, names in (
        (sure, "event_id", "title", ("event_ids", "titles")),
        (begun, "event_id", "title", ("begun_ids", "begun_titles")),
        (here[~here["certain"] & ~here["goes_on"]], "event_id", "title", ("possible_ids", "possible_titles")),
        (looked, "search_id", "subject", ("search_ids", "searches")),
    ):
        for column, name in zip((key, words), names, strict=True):
            table = table.join(rows.groupby(_CELL, sort=False)[column].agg("; ".join).rename(name), on=_CELL)
            table[name] = table[name].astype("str").fillna("")
    table = table.join(looked.groupby(_CELL)["whole"].any(), on=_CELL)
    return _years_named(table.assign(state=_states(table)))[_COVERAGE]


_COVERAGE = ["tie_id", "tie", "sector_id", "sector", "year", "years", "state", "events", *_STATUSES, "resting", "others"]
_COVERAGE += ["event_ids", "titles", "begun_ids", "begun_titles", "possible_ids", "possible_titles", "search_ids", "searches"]


def _cells(facts: FactBase, events: Events, filters: Filters) -> pd.DataFrame:
    """Every tie shown with every sector that the filter leaves and every column."""
    ties = facts.table("ties").set_index("tie_id")["name"]
    sectors = facts.table("sectors")[["sector_id", "name"]].rename(columns={"name": "sector"})
    sectors = sectors[sectors["sector_id"].isin(filters.sector or sectors["sector_id"])]
    shown = pd.DataFrame({"tie_id": ties_shown(events, filters)}, dtype="str")
    years = pd.DataFrame({"year": year_columns(facts, events, filters)}, dtype="int64")
    return shown.assign(tie=shown["tie_id"].map(ties)).merge(sectors, how="cross").merge(years, how="cross")


def _by_sector(found: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """Searches with their sector; one for a whole tie stands in every sector."""
    every = found[found["sector_id"].isna()].drop(columns="sector_id").merge(table[["sector_id"]].drop_duplicates(), how="cross")
    return pd.concat([found.dropna(subset=["sector_id"]), every], ignore_index=True)


def _states(table: pd.DataFrame) -> pd.Series:
    found = {
        EVENTS: table["events"] > 0,
        ELSEWHERE: table["others"] > 0,
        BEGUN: table["begun_ids"] != "",
        NOT_STATED: table["possible_ids"] != "",
        NOT_FOUND: table["whole"].eq(True),
        NONE_KNOWN: pd.Series(True, index=table.index),
    }
    return pd.DataFrame(found).idxmax(axis="columns").astype("str")


def _years_named(table: pd.DataFrame) -> pd.DataFrame:
    years = table["year"].map(years_text).astype("str")
    return table.assign(years=years, year=table["year"].astype("Int64").where(table["year"] != BEFORE))


def source_year_rows(facts: FactBase, events: Events, filters: Filters) -> pd.DataFrame:
    """One row is one document and one year of the events that it tells of; what tells of most comes first. `events`: those that `filters` select.

    Columns: `source_id`, `publisher`, `title`, `side`, `kind`, `published` (EDTF, missing: not stated), `published_year` (missing where that is not one year),
    `copy_of`, `total` (counted events that it tells of), `year` (missing: all years before 2000), `years`, `events` (of that year), `resting` (what of these is thinly founded, in words), `event_ids`, `titles`.
    Counts what `coverage_rows` counts; a document that contradicts tells of the event too. Where the filter names sources, only these.
    """
    here = placed(facts, events, filters)
    here = here[here["counted"]]
    said = events.links["source"].rename(columns={"code": "source_id"})
    said = said[said["source_id"].isin(filters.source or said["source_id"])]
    told = here[["event_id", "title", "year", "witnesses", "primary"]].rename(columns={"title": "told"}).merge(said, on="event_id")
    cells = _numbers(told.rename(columns={"told": "title"}), ["source_id", "year"]).rename(columns={"titles": "told"})
    cells["total"] = cells.groupby("source_id")["events"].transform("sum")
    sources = facts.table("sources")
    sources["published_year"] = publication_years(sources)
    table = cells.merge(sources, on="source_id").rename(columns={"told": "titles"})
    table = table.sort_values(["total", "source_id", "year"], ascending=[False, True, True], kind="stable", ignore_index=True)
    return _years_named(table)[_BY_SOURCE]


def uncounted_documents(facts: FactBase, events: Events, filters: Filters, *, beside: pd.DataFrame) -> pd.DataFrame:
    """One row is one document that speaks of events that `filters` select, and of none that counts here (not in `beside`, the rows of
    `source_year_rows`): the columns of `sources`, and `told` (of how many events of the selection it speaks), the most first. Where the filter names sources, only these."""
    said = events.links["source"].rename(columns={"code": "source_id"})
    told = said[said["source_id"].isin(filters.source or said["source_id"])].groupby("source_id")["event_id"].nunique().rename("told")
    rest = facts.table("sources").merge(told, on="source_id")
    rest = rest[~rest["source_id"].isin(beside["source_id"])]
    return rest.sort_values(["told", "source_id"], ascending=[False, True], ignore_index=True)


_BY_SOURCE = ["source_id", "publisher", "title", "side", "kind", "published", "published_year", "copy_of", "total"]
_BY_SOURCE += ["year", "years", "events", "resting", "event_ids", "titles"]


def publication_years(sources: pd.DataFrame) -> pd.Series:
    """The one year in which each document was published, missing where none or not one is known; aligned with `sources`."""
    spans = span_table(sources.set_index("source_id")["published"]).drop_duplicates("row").set_index("row")
    first, last = spans["start"].dt.year, spans["end"].dt.year
    return sources["source_id"].map(first.where(first == last)).astype("Int64")


def _numbers(told: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """How many events, with keys, titles and what of them is thinly founded, by these columns."""
    told = told.drop_duplicates([*by, "event_id"])
    numbers = told.groupby(by, sort=False).agg(events=("event_id", "size"), event_ids=("event_id", "; ".join), titles=("title", "; ".join))
    return numbers.join(_resting(told, by)).reset_index()


def _resting(rows: pd.DataFrame, by: list[str]) -> pd.Series:
    return resting_by(rows, by).rename("resting")


def told_by_side(facts: FactBase, events: Events, filters: Filters) -> pd.DataFrame:
    """One row is one counted event of the ties shown and one side that tells of it: `event_id`, `tie_id`, `title`, `year`, `witnesses`, `primary`, `side`.

    A reprint or copy speaks from the side of whoever issued its words (`speakers`); what only contradicts is left out (`documents.witnesses`).
    """
    words = witnesses(facts).query("table == 'events'")
    pairs = pd.DataFrame({"event_id": words["key"], "side": words["source_id"].map(speaking_sides(facts))}).drop_duplicates()
    here = placed(facts, events, filters)
    return here.loc[here["counted"], ["event_id", "tie_id", "title", "year", "witnesses", "primary"]].merge(pairs, on="event_id")


def side_rows(facts: FactBase, events: Events, filters: Filters) -> pd.DataFrame:
    """One row is one tie, side and year in which sources of that side tell of an event. `events`: those that `filters` select.

    Columns: `tie_id`, `tie`, `side` (of SIDES), `year` (missing: all years before 2000), `years`, `events`, `resting` (what of these is thinly founded, in words), `event_ids`, `titles`.
    Counts what `coverage_rows` counts; an event that several sides tell stands in the row of each.
    """
    table = _numbers(told_by_side(facts, events, filters), ["tie_id", "side", "year"])
    ties = ties_shown(events, filters)
    table["tie"] = table["tie_id"].map(facts.table("ties").set_index("tie_id")["name"])
    order = pd.DataFrame({"tie_id": table["tie_id"].map(ties.index), "side": table["side"].map(SIDES.index), "year": table["year"]})
    table = table.loc[order.sort_values(["tie_id", "side", "year"]).index].reset_index(drop=True)
    return _years_named(table)[["tie_id", "tie", "side", "year", "years", "events", "resting", "event_ids", "titles"]]
