"""In which years an event certainly lies and in which it only may, and what was searched for in vain there.

Years before HISTORY_ENDS are one column, BEFORE. The columns end with the year of the data. An event counts, as on the overview
and the timeline, in the year of its beginning (`marks.counted`); in every other year it is told but not counted, or only possible.
"""

from dataclasses import replace

import pandas as pd

from loaders.dates import span_table
from loaders.datetext import date_text
from loaders.events import Events
from loaders.events.filters import Filters
from loaders.events.narrowing import narrowed
from loaders.facts import FactBase
from loaders.marks import HISTORY_ENDS

BEFORE = HISTORY_ENDS - 1
NOT_FOUND = "not found"
_KEYS = ["event_id", "tie_id", "sector_id"]


def ties_shown(events: Events, filters: Filters) -> list[str]:
    """Keys of the ties that have a block: those that the headline is about, and those that the filter names; the largest first."""
    rows = events.rows
    named = events.rows[events.rows["tie_id"].isin(filters.tie)]
    return list(pd.concat([rows, named]).drop_duplicates("event_id")["tie_id"].value_counts().index)


def of_ties(events: Events, filters: Filters) -> Events:
    """The events of the ties that have a block."""
    return events.where(events.rows["tie_id"].isin(ties_shown(events, filters)))


def year_columns(facts: FactBase, events: Events, filters: Filters) -> list[int]:
    """The columns of every grid: BEFORE where something is known so early, then each year to that of the data, within the filter's."""
    rows = of_ties(events, filters).rows
    first, last = filters.years or (0, 9999)
    early = [BEFORE] * bool(first < HISTORY_ENDS and (rows["start"].dt.year < HISTORY_ENDS).any())
    return early + list(range(max(first, HISTORY_ENDS), min(last, int(facts.as_of[:4])) + 1))


def years_text(year: int) -> str:
    """A column's name."""
    return f"before {HISTORY_ENDS}" if year == BEFORE else str(year)


def placed(facts: FactBase, events: Events, filters: Filters) -> pd.DataFrame:
    """One row is one event of the ties shown in one column in which it is or may be.

    Columns: `event_id`, `tie_id`, `sector_id`, `status`, `title`, `year` (a column), `certain` (it was, at least in part, in that year however the
    doubt is settled), `goes_on` (it began before that year and no end is known), `counted` (it counts there; always certain), `witnesses` and `primary` (how well it is founded). What has no first possible day, or none at all, is possible from the first year of which
    anything of its tie is known. What has no last one is possible to the end, and certain only in the year of its beginning.
    """
    shown = of_ties(events, filters)
    columns = year_columns(facts, events, filters)
    parts = _spread(_with_undated(shown), _firsts(shown), columns).groupby(["event_id", "year"], as_index=False)
    spread = parts[["certain", "goes_on"]].any()
    rows = shown.rows.assign(begun=shown.rows["year"].clip(lower=BEFORE))
    table = rows[[*_KEYS, "status", "title", "witnesses", "primary", "begun"]].merge(spread, on="event_id")
    table["counted"] = (table["begun"] == table["year"]).fillna(False).astype(bool) & _begun_within(shown, table, filters)
    return table.drop(columns=["begun"])


def _begun_within(shown: Events, table: pd.DataFrame, filters: Filters) -> pd.Series:
    """Whether the one year of beginning is one of the filter's: of the column BEFORE the filter may have only a part."""
    first, last = filters.years or (0, 9999)
    year = table["event_id"].map(shown.rows.set_index("event_id")["year"])
    return year.between(first, last).fillna(False).astype(bool)


def _with_undated(shown: Events) -> pd.DataFrame:
    """The spans, and one without any bound for each undated event."""
    undated = shown.rows.loc[shown.rows["precision"] == "undated", ["event_id", "lasted"]]
    return pd.concat([shown.spans, undated.reindex(columns=shown.spans.columns).astype(shown.spans.dtypes)], ignore_index=True)


def _firsts(shown: Events) -> pd.Series:
    """Per event, the first year of which anything of its tie is known."""
    rows = shown.rows
    return rows.groupby("tie_id")["start"].transform("min").dt.year.set_axis(rows["event_id"])


def _spread(spans: pd.DataFrame, firsts: pd.Series, columns: list[int]) -> pd.DataFrame:
    """One row is one span in one column: `event_id`, `year`, `certain`, `goes_on`."""
    known = spans.assign(
        low=spans["start"].dt.year.fillna(spans["event_id"].map(firsts).astype("float64")).clip(lower=BEFORE),
        high=spans["end"].dt.year.fillna(9999),
        sure_low=spans["start_latest"].dt.year.fillna(spans["end_earliest"].dt.year).clip(lower=BEFORE),
        sure_high=spans["end_earliest"].dt.year.fillna(spans["start_latest"].dt.year),
        endless=spans["lasted"].astype(bool) & spans["end"].isna(),
    )[["event_id", "lasted", "low", "high", "sure_low", "sure_high", "endless"]]
    table = known.merge(pd.DataFrame({"year": columns}), how="cross")
    table = table[(table["low"] <= table["year"]) & (table["high"].clip(lower=BEFORE) >= table["year"])]
    lasting = table["lasted"] & (table["sure_low"] <= table["year"]) & (table["year"] <= table["sure_high"].clip(lower=BEFORE))
    one_year = ~table["lasted"] & (table["low"] == table["high"].clip(lower=BEFORE))
    goes_on = table["endless"] & (table["sure_low"] < table["year"])
    return table.assign(certain=lasting | one_year, goes_on=goes_on)[["event_id", "year", "certain", "goes_on"]]


def searched(facts: FactBase, events: Events, filters: Filters) -> pd.DataFrame:
    """One row is one vain search in one column of one tie.

    Columns: `search_id`, `subject` (with the period that was asked about, if any), `tie_id`, `sector_id` (missing: every sector), `year`,
    `whole` (anything of that whole year was looked for, in the year of the data up to its day). A search for an event covers the years
    in which that event is or may be, and is no search for others; one for a tie covers the years of its `period`.
    """
    table = facts.table("searches")
    table = table[(table["outcome"] == NOT_FOUND) & narrowed(facts, events, "searches", replace(filters, text=""))]
    table = table.assign(subject=[search_text(row) for row in table.itertuples()])
    single = table.drop(columns="tie_id").merge(placed(facts, events, filters)[[*_KEYS, "year"]], on="event_id").assign(whole=False)
    asked = table[table["event_id"].isna() & table["tie_id"].isin(ties_shown(events, filters))]
    spans = span_table(asked.set_index("search_id")["period"]).rename(columns={"row": "event_id"})
    spread = _spread(spans, pd.Series(dtype="int64"), year_columns(facts, events, filters)).rename(columns={"event_id": "search_id"})
    bounds = spans.set_index("event_id")[["start", "end"]].rename_axis("search_id")
    asked = asked.merge(spread[["search_id", "year"]], on="search_id").join(bounds, on="search_id").assign(sector_id=None)
    asked["whole"] = _whole(asked, facts.as_of)
    keep = ["search_id", "subject", "tie_id", "sector_id", "year", "whole"]
    return pd.concat([single[keep], asked[keep].astype({"sector_id": "str"})], ignore_index=True)


def search_text(row) -> str:
    """What was looked for, and in which time, if that is said: of one row of `searches`."""
    return f"{row.subject} ({date_text(row.period)})" if isinstance(row.period, str) else row.subject


def _whole(asked: pd.DataFrame, as_of: str) -> pd.Series:
    """Whether the time asked about covers the column from its first day to its last, or to the day of the data."""
    first = pd.to_datetime(asked["year"].where(asked["year"] != BEFORE).map("{:.0f}-01-01".format, na_action="ignore"))
    last = pd.to_datetime(asked["year"].map("{}-12-31".format)).clip(upper=pd.Timestamp(as_of))
    return (asked["start"].isna() | (asked["start"] <= first)) & (asked["end"].isna() | (asked["end"] >= last))
