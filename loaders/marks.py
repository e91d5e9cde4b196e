"""What a timeline draws: each event's spans on a scale of years, in the lane where it belongs."""

import numpy as np
import pandas as pd

from loaders.events import Events
from loaders.events.filters import Filters
from loaders.events.selection import Selection, derived

LANES = ("sector", "tie", "city")
HISTORY_ENDS = 2000
STATUSES = ("held", "planned", "cancelled")
_SHOWN = ["event_id", "title", "date_text", "status", "status_text", "sector", "cities", "tie", "sources", "disputed"]
_SHOWN += ["confidence", "confidence_text", "colour"]
NO_LANE = {"sector": "No sector", "tie": "No relationship", "city": "No place named"}
YEAR, LANE, TILE = "year", "lane", "tile"
"""What can be clicked beside the marks."""
UNDATED = {"years": None, "undated": True}
"""The choice of what has no date, and of nothing else."""


def decimal_years(days: pd.Series) -> pd.Series:
    """Days as years with a fraction: 1 July 2017 is 2017 + 181/365. NaT stays missing."""
    length = 365 + days.dt.is_leap_year.astype("int64")
    return days.dt.year + (days.dt.day_of_year - 1) / length


def marks(events: Events, *, lanes: str, names: pd.Series, numbers: pd.Series | None = None) -> pd.DataFrame:
    """One row is one span of one event in one lane; an event of several cities stands in each of their lanes.

    `names`: the lanes' names by code, in the order in which they are drawn. `numbers`: the lanes that there are, by code, with how many
    events a click on each lists; those of `events` itself where it is not given. Columns: `event_id`, `lane`, `lane_code`, `lane_order`,
    `lane_events`, `title`, `date_text`, `status`, `status_text`, `sector`, `cities`, `tie`, `sources`, `disputed`, `confidence`,
    `confidence_text`, `colour`, and on the scale of decimal years `x0` (first possible start), `x1` (last possible start), `x2` (first
    possible end), `x3` (the end of the last possible day), missing where open; `day` (a single day), `lasted`, `uncertain`.
    Undated events, and those of which only one bound is known, have no row: see `unplaced`.
    """
    links = events.links[lanes]
    return _numbered(
        _in_lanes(_spans(events), links, lanes=lanes, names=names), links["code"].value_counts() if numbers is None else numbers
    )


def _spans(events: Events) -> pd.DataFrame:
    """One row is one span that an axis can hold: what `marks` says of it, lanes aside, and `past` (see `history`)."""
    rows = events.rows[_SHOWN].assign(past=_is_past(events.rows))
    table = events.spans[_placed(events.spans)].merge(rows)
    one_day = pd.Timedelta(days=1)
    table["x0"], table["x1"] = decimal_years(table["start"]), decimal_years(table["start_latest"])
    table["x2"], table["x3"] = decimal_years(table["end_earliest"]), decimal_years(table["end"] + one_day)
    table["x2_after"] = decimal_years(table["end_earliest"] + one_day)
    table["x1_after"] = decimal_years(table["start_latest"] + one_day)
    return table.assign(day=~table["lasted"] & (table["start"] == table["end"]))


def _in_lanes(table: pd.DataFrame, links: pd.DataFrame, *, lanes: str, names: pd.Series) -> pd.DataFrame:
    """The spans in every lane of their events, in the order in which they are drawn."""
    table = table.merge(links.rename(columns={"code": "lane_code"}), on="event_id", how="left")
    order = {name: number for number, name in enumerate([*names, NO_LANE[lanes]])}
    lane = table["lane_code"].map(names).astype("str").fillna(NO_LANE[lanes])
    table = table.assign(lane=lane, lane_order=lane.map(order))
    return table.sort_values(["lane_order", "x0", "x3", "event_id"], ignore_index=True, na_position="first")


def _numbered(table: pd.DataFrame, numbers: pd.Series) -> pd.DataFrame:
    """The spans in the lanes that there are, with `lane_events`; what has no lane stays."""
    table = table.assign(lane_events=table["lane_code"].map(numbers).astype("float64"))
    return table[table["lane_events"].notna() | table["lane_code"].isna()].reset_index(drop=True)


def _placed(spans: pd.DataFrame) -> pd.Series:
    return spans["lasted"] | (spans["start"].notna() & spans["end"].notna())


def unplaced(events: Events) -> pd.DataFrame:
    """The rows of `events` that no axis can hold: undated, or known only to lie before or after a day."""
    placed = events.spans.loc[_placed(events.spans), "event_id"]
    return events.rows[~events.rows["event_id"].isin(placed)]


def history(events: Events) -> Events:
    """The events that were over before HISTORY_ENDS (1 January)."""
    return events.where(_is_past(events.rows))


def recent(events: Events) -> Events:
    """The events that reach into HISTORY_ENDS or later, the unplaced included."""
    return events.where(~_is_past(events.rows))


def _is_past(rows: pd.DataFrame) -> pd.Series:
    return rows["end"].dt.year < HISTORY_ENDS


def axis_years(events: Events, filters: Filters) -> tuple[int, int]:
    """First and last year of the axis for `recent` events: those of the filter, cut to where something is known."""
    spans, years = events.spans[_placed(events.spans)], events.rows["year"].dropna()
    begins, ends = spans["start"].fillna(spans["end_earliest"]).dt.year, spans["end"].fillna(spans["start_latest"]).dt.year
    first = max(int(min([*begins, *years])), HISTORY_ENDS)
    last = max(int(max([*ends, *years])), first)
    if not filters.years:
        return first, last
    chosen = max(filters.years[0], HISTORY_ENDS), max(filters.years[1], HISTORY_ENDS)
    return max(first, chosen[0]), max(min(last, chosen[1]), chosen[0])


@derived
def lane_marks(selection: Selection, lanes: str, *, past: bool) -> pd.DataFrame:
    """The marks of `history` (`past`) or of `recent`, in lanes of one facet; see `marks`."""
    table, at = _all_marks(selection.store, lanes)
    return _numbered(table[selection.mask[at] & (table["past"].to_numpy() == past)], selection.by(lanes).set_index(lanes)["events"])


@derived
def _all_marks(store, lanes: str) -> tuple[pd.DataFrame, np.ndarray]:
    """The marks of every event, and for each the place of its event."""
    events = store.events()
    table = _in_lanes(_spans(events), events.links[lanes], lanes=lanes, names=pd.Series(store.names()[lanes]))
    return table, pd.Index(events.rows["event_id"]).get_indexer(table["event_id"])


@derived
def without_mark(selection: Selection) -> pd.DataFrame:
    """The rows of the selected events that no axis can hold; see `unplaced`."""
    rows = selection.store.events().rows
    return rows[selection.mask & _unplaced(selection.store)]


@derived
def _unplaced(store) -> np.ndarray:
    events = store.events()
    return events.rows["event_id"].isin(unplaced(events)["event_id"]).to_numpy()


@derived
def axis(selection: Selection) -> tuple[int, int] | None:
    """First and last year of the timeline's axis; None where it would hold nothing."""
    events = recent(selection.events)
    return axis_years(events, selection.filters) if len(unplaced(events)) < len(events) else None


def by_year(selection: Selection) -> pd.DataFrame:
    """One row is one year with events, in order: `year`, and the columns of `by`. The undated have no year."""
    return by(selection, "year")


def by(selection: Selection, *names: str) -> pd.DataFrame:
    """One row is what the selected events have of these facets or columns (see `Selection.by`), with how many they are.

    Columns: the names, per status `held`, `planned` and `cancelled`, `doubtful` (of all, how many may lie in another year) and
    `held_doubtful` (of the held), `alone` (on one independent source), `secondary` (on none that is primary), and `events` (all).
    """
    found = selection.by(*names, "status", "doubtful", "witnesses", "primary")  # sorted by the names
    columns = {name: found[name].to_numpy() for name in found}
    held, doubtful = columns["status"] == "held", columns["doubtful"].astype("bool")
    kinds = {status: columns["status"] == status for status in STATUSES}
    kinds |= {"doubtful": doubtful, "held_doubtful": held & doubtful}
    kinds |= {"alone": (columns["witnesses"] == "0") | (columns["witnesses"] == "1"), "secondary": columns["primary"] == "no"}
    events, first = columns["events"], np.arange(len(found)) == 0
    begins = np.flatnonzero(np.logical_or.reduce([first, *(columns[name] != np.roll(columns[name], 1) for name in names)]))
    numbers = {name: np.where(kind, events, 0) for name, kind in kinds.items()} | {"events": events}
    sums = {name: np.add.reduceat(values, begins) if len(begins) else events for name, values in numbers.items()}
    return pd.DataFrame({**{name: found[name].array[begins] for name in names}, **sums})


def means(what: str, key: str, lanes: str = "sector") -> dict[str, object]:
    """The choices that a click on a chart of the years makes: a year's column (`2019`), a lane's name (its code), or a tile of a lane
    (`energy 2019 2020`). `lanes`: the facet that the lanes are of."""
    if what == YEAR:
        return {"years": (int(key), int(key))}
    if what == LANE:
        return {lanes: (key,)}
    code, first, last = key.rsplit(" ", 2)
    return {lanes: (code,), "years": (int(first), int(last))}
