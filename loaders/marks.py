"""What a timeline draws: each event's spans on a scale of years, in the lane where it belongs."""

import pandas as pd

from loaders.confidence_words import resting_by
from loaders.events import Events
from loaders.events.filters import Filters

LANES = ("sector", "tie", "city")
HISTORY_ENDS = 2000
STATUSES = ("held", "planned", "cancelled")
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


def by_year(events: Events) -> pd.DataFrame:
    """One row is one year with events, in order: `year`, per status `held`, `planned` and `cancelled`, `doubtful` (how many may lie in
    another year), `events` (all of the year), and `resting` (what of them is thinly founded, in words). The undated have no year."""
    return by(events, "year")


def by(events: Events, *names: str) -> pd.DataFrame:
    """The same for each value of several columns of the events, such as `sector` and `year`."""
    rows = events.rows[events.rows["year"].notna()]
    groups = rows.groupby(list(names), observed=True)
    numbers = pd.DataFrame({status: (rows["status"] == status).groupby([rows[name] for name in names]).sum() for status in STATUSES})
    numbers = numbers.assign(doubtful=groups["doubtful"].sum(), events=groups.size()).astype("int64").reset_index()
    resting = resting_by(rows, list(names))
    keys = numbers[list(names)].itertuples(index=False, name=None)
    return numbers.assign(resting=[resting[key if len(names) > 1 else key[0]] for key in keys])
