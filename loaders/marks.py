"""What a timeline draws: each event's spans on a scale of years, in the lane where it belongs."""

from functools import lru_cache

import pandas as pd

from loaders.confidence_words import resting_by
from loaders.events import Events
from loaders.events.filters import Filters

LANES = ("sector", "tie", "city")
HISTORY_ENDS = 2000
_KEPT = 64  # a page asks for the same of its selection up to twenty times
_SHOWN = ["event_id", "title", "date_text", "status", "status_text", "sector", "cities", "tie", "sources", "disputed"]
_SHOWN += ["confidence", "confidence_text", "colour"]
NO_LANE = {"sector": "No sector", "tie": "No tie (context)", "city": "No place named"}


def decimal_years(days: pd.Series) -> pd.Series:
    """Days as years with a fraction: 1 July 2017 is 2017 + 181/365. NaT stays missing."""
    length = 365 + days.dt.is_leap_year.astype("int64")
    return days.dt.year + (days.dt.day_of_year - 1) / length


def marks(events: Events, *, lanes: str, names: pd.Series) -> pd.DataFrame:
    """One row is one span of one event in one lane; an event of several cities stands in each of their lanes.

    `names`: the lanes' names by code, in the order in which they are drawn. Columns: `event_id`, `lane`, `lane_order`,
    `title`, `date_text`, `status`, `status_text`, `sector`, `cities`, `tie`, `sources`, `disputed`, `confidence`, `confidence_text`, `colour`, and on the scale of
    decimal years `x0` (first possible start), `x1` (last possible start), `x2` (first possible end), `x3` (the end of
    the last possible day), missing where open; `day` (a single day), `lasted`, `uncertain`.
    Undated events, and those of which only one bound is known, have no row: see `unplaced`.
    """
    spans = events.spans[_placed(events.spans)]
    table = spans.merge(events.rows[_SHOWN])
    one_day = pd.Timedelta(days=1)
    table["x0"], table["x1"] = decimal_years(table["start"]), decimal_years(table["start_latest"])
    table["x2"], table["x3"] = decimal_years(table["end_earliest"]), decimal_years(table["end"] + one_day)
    table["x2_after"] = decimal_years(table["end_earliest"] + one_day)
    table["x1_after"] = decimal_years(table["start_latest"] + one_day)
    table["day"] = ~table["lasted"] & (table["start"] == table["end"])
    links = events.links[lanes].rename(columns={"code": "lane_code"})
    table = table.merge(links, on="event_id", how="left")
    table["lane"] = table["lane_code"].map(names).astype("str").fillna(NO_LANE[lanes])
    order = {name: number for number, name in enumerate([*names, NO_LANE[lanes]])}
    table["lane_order"] = table["lane"].map(order)
    return table.sort_values(["lane_order", "x0", "x3", "event_id"], ignore_index=True, na_position="first")


def _placed(spans: pd.DataFrame) -> pd.Series:
    return spans["lasted"] | (spans["start"].notna() & spans["end"].notna())


def unplaced(events: Events) -> pd.DataFrame:
    """The rows of `events` that no axis can hold: undated, or known only to lie before or after a day."""
    placed = events.spans.loc[_placed(events.spans), "event_id"]
    return events.rows[~events.rows["event_id"].isin(placed)]


def history(events: Events) -> Events:
    """The events that were over before HISTORY_ENDS (1 January)."""
    return events.where(events.rows["end"].dt.year < HISTORY_ENDS)


def recent(events: Events) -> Events:
    """The events that reach into HISTORY_ENDS or later, the unplaced included."""
    return events.where(~(events.rows["end"].dt.year < HISTORY_ENDS))


def axis_years(events: Events, filters: Filters) -> tuple[int, int]:
    """First and last year of the axis for `recent` events: those of the filter, cut to where something is known."""
    spans = events.spans[_placed(events.spans)]
    first = max(int(spans["start"].fillna(spans["end_earliest"]).dt.year.min()), HISTORY_ENDS)
    last = max(int(spans["end"].fillna(spans["start_latest"]).dt.year.max()), first)
    if not filters.years:
        return first, last
    chosen = max(filters.years[0], HISTORY_ENDS), max(filters.years[1], HISTORY_ENDS)
    return max(first, chosen[0]), max(min(last, chosen[1]), chosen[0])


@lru_cache(maxsize=_KEPT)
def counted(events: Events) -> pd.Series:
    """Which rows enter sums and bars; aligned with `events.rows`.

    Left out: a row whose whole is also shown (`part_of`), one that may be the same as another that is shown, a series
    or state without an end, what has no one year of beginning, and the undated.
    """
    rows = events.rows
    shown = rows["event_id"]
    return ~(rows["part_of"].isin(shown) | _doubles(rows)) & ~rows["open_end"] & rows["year"].notna()


def _doubles(rows: pd.DataFrame) -> pd.Series:
    """Rows that may be the same as another shown one; of two that name each other, the later key."""
    named = set(zip(rows["event_id"], rows["maybe_same_as"], strict=True))
    mutual = pd.Series(
        [(other, key) in named for key, other in zip(rows["event_id"], rows["maybe_same_as"], strict=True)], index=rows.index
    )
    return rows["maybe_same_as"].isin(rows["event_id"]) & (~mutual | (rows["event_id"] > rows["maybe_same_as"].fillna("")))


@lru_cache(maxsize=_KEPT)
def about(events: Events) -> Events:
    """What the headline and the columns are about: the events of the ties that this data set is about.

    Where none of these is among `events`, those of the agreements around them; where none of these either, all of them:
    context never enters a headline about the ties.
    """
    scope = events.rows["tie_scope"]
    for mask in (scope == "subject", scope.notna()):
        if mask.any():
            return events.where(mask)
    return events


@lru_cache(maxsize=_KEPT)
def counted_here(events: Events, *, years: tuple[int, int] | None = None) -> Events:
    """The counted ones among the events that headline and columns are about, of those that began in `years`, if given.

    What lies before HISTORY_ENDS has its own strip and no column; it is counted only where nothing else is shown.
    """
    subject = about(events)
    kept = counted(events) & _begun(events, years)
    return subject.where(kept.reindex(subject.rows.index))


def _begun(events: Events, years: tuple[int, int] | None) -> pd.Series:
    """Rows that began where the columns stand; those without a year of beginning are for `counted` to judge."""
    year = events.rows["year"].fillna(9999)
    now = recent(about(events))
    first = HISTORY_ENDS if len(now) > len(unplaced(now)) else 0
    first, last = (max(first, years[0]), years[1]) if years else (first, 9999)
    return ((year >= first) & (year <= last)) | (year == 9999)


def left_out(events: Events, *, years: tuple[int, int] | None = None) -> dict[str, int]:
    """Why rows are not counted: how many for each reason, every row under the first that holds."""
    rows = events.rows
    subject = rows["event_id"].isin(about(events).rows["event_id"])
    begun = _begun(events, years)
    rest = rows[~(counted(events) & subject & begun)]
    reasons = {
        "of no relationship or only of its state-level frame": ~subject.reindex(rest.index),
        "begun before the years of the columns": ~begun.reindex(rest.index),
        "part of another event shown": rest["part_of"].isin(rows["event_id"]),
        "perhaps the same as another": _doubles(rows).reindex(rest.index),
        "without an end": rest["open_end"],
        "without a date": rest["precision"] == "undated",
        "not dated to one year": rest["year"].isna(),
    }
    first = pd.DataFrame(reasons).idxmax(axis="columns")
    return {reason: int(number) for reason in reasons if (number := (first == reason).sum())}


def by_year(events: Events, *, years: tuple[int, int] | None = None) -> pd.DataFrame:
    """One row is one year and status of the counted events that the headline is about; columns `year`, `status`, `events`, and
    `resting` (what of all events of the year is thinly founded, in words)."""
    rows = counted_here(events, years=years).rows
    table = rows.groupby(["year", "status"]).size().rename("events").reset_index()
    return table.assign(resting=table["year"].map(resting_by(rows, ["year"])).astype("str"))
