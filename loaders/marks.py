"""What a timeline draws: its rows, and each event's spans on a scale of years, in the row where it belongs."""

from collections import Counter
from urllib.parse import parse_qs, urlencode

import numpy as np
import pandas as pd

from loaders.events.selection import Selection, derived
from loaders.events.table import NO_TIE, SUBJECT

LANES = ("tie", "sector", "city")
HISTORY_ENDS = 2000
STATUSES = ("held", "planned", "cancelled")
_KINDS = (*STATUSES, "doubtful", "held_doubtful", "alone", "secondary", "events")
BACKGROUND, NO_PLACE = "Background", "No place named"
_SHOWN = [
    "event_id",
    "title",
    "date_text",
    "status",
    "status_text",
    "sector",
    "cities",
    "sources",
    "disputed",
    "confidence",
    "colour",
    "short",
    "bold",
]
YEAR, LANE, TILE, ROW = "year", "lane", "tile", "row"
"""What can be clicked beside the marks."""
UNDATED = {"years": None, "undated": True}
"""The choice of what has no date, and of nothing else."""


def decimal_years(days: pd.Series) -> pd.Series:
    """Days as years with a fraction: 1 July 2017 is 2017 + 181/365. NaT stays missing."""
    length = 365 + days.dt.is_leap_year.astype("int64")
    return days.dt.year + (days.dt.day_of_year - 1) / length


@derived
def _spans(store) -> pd.DataFrame:
    """One row is one span of one event, in the order of their beginnings: what `lane_marks` says of it, its row aside, and `place` (of the
    event among all), `tie`, `sector_id`."""
    events = store.events()
    rows = events.rows[_SHOWN].assign(place=np.arange(len(events)), sector_id=events.rows["sector_id"])
    rows = rows.assign(tie=events.rows["tie_id"].fillna(NO_TIE))
    table, one_day = events.spans.merge(rows), pd.Timedelta(days=1)
    table["x0"], table["x1"] = decimal_years(table["start"]), decimal_years(table["start_latest"])
    table["x2"], table["x3"] = decimal_years(table["end_earliest"] + one_day), decimal_years(table["end"] + one_day)
    table["day"] = ~table["lasted"] & (table["start"] == table["end"])
    table = table.sort_values(["x0", "x3", "event_id"], ignore_index=True, na_position="last")
    kept = [*rows, "x0", "x1", "x2", "x3", "day", "lasted"]
    return table[kept].astype({name: "object" for name in kept if isinstance(table[name].dtype, pd.StringDtype)})


@derived
def lane_rows(selection: Selection, lanes: str) -> pd.DataFrame:
    """One row is one row of the timeline, from above, each block under its heading, the largest first and Background last.

    `lanes`: `tie` (a block a relationship, in it a row a sector), `sector` or `city` (one block without a heading). Columns: `head` (whether
    it is a heading), `block` and `code` (what belongs into it), `name`, `number` (of events that a click on it lists; missing where there
    is nothing to click), `key` (for `means`), `colour` (of the sector; blank where it is of none).
    """
    found = [row for block in _blocks(selection, lanes) for row in _block_rows(selection, *block)]
    return pd.DataFrame(found, columns=["head", "block", "code", "name", "number", "key", "colour"])


def _blocks(selection: Selection, lanes: str) -> list[tuple]:
    """Per block its key, its heading (blank: none), what it is narrowed to, of which facet its rows are, and how many events each code has."""
    apart, front, behind, ties = _apart(selection), {}, {}, set()
    for (tie, sector), number in selection.by("tie", "sector").items():
        if tie in apart:
            behind[sector] = behind.get(sector, 0) + number
            ties.add(tie)
        else:
            front.setdefault(tie, {})[sector] = number
    if lanes == "tie":
        names = selection.store.names()["tie"]
        found = [(tie, names.get(tie, BACKGROUND), {"tie": tie}, "sector", numbers) for tie, numbers in front.items()]
        found.sort(key=lambda block: (-sum(block[-1].values()), block[1]))
    else:
        only, shown = ({"background": "no"}, selection.narrowed(background=False)) if behind else ({}, selection)
        found = [("", "", only, lanes, shown.by(lanes))]
    return [*found, (BACKGROUND, BACKGROUND, {"tie": sorted(ties)}, "sector", behind)] if behind else found


def _apart(selection: Selection) -> frozenset[str]:
    """The relationships that stand together as Background: those that the data set is not about, unless they were chosen by name."""
    return frozenset() if selection.filters.tie else _others(selection.store)


@derived
def _others(store) -> frozenset[str]:
    ties = store.facts.table("ties")
    return frozenset([NO_TIE, *ties.loc[ties["scope"] != SUBJECT, "tie_id"]])


@derived
def _colours(store) -> dict[str, str]:
    """The sectors' colours."""
    return store.facts.table("sectors").set_index("sector_id")["colour"].to_dict()


def _block_rows(selection: Selection, block: str, name: str, only: dict, facet: str, numbers: dict[str, int]) -> list[tuple]:
    names, colours = selection.store.names()[facet], _colours(selection.store) if facet == "sector" else {}
    found = [(True, block, "", name, sum(numbers.values()), urlencode(only, doseq=True), "")] if name else []
    for code, number in sorted(numbers.items(), key=lambda item: (-item[1], names[item[0]])):
        key = urlencode({**only, facet: code}, doseq=True)
        found.append((False, block, code, names[code], number, key, colours.get(code, "")))
    return found if facet != "city" else [*found, (False, block, "", NO_PLACE, np.nan, "", "")]


@derived
def lane_marks(selection: Selection, lanes: str) -> pd.DataFrame:
    """One row is one span of one event in one row of `lane_rows`; an event of several cities stands in each of theirs.

    Columns: `row` (its place among the rows), `event_id`, `title`, `date_text`, `status`, `status_text`, `sector`, `cities`, `sources`,
    `disputed`, `confidence`, `colour`, `short` (a label; blank where it has none), `bold`, and on the scale of decimal years `x0` (first
    possible start), `x1` (last possible start), `x2` (after the first possible end), `x3` (after the last possible end), missing where
    open; `day` (a single day), `lasted`. What has no date has no row.
    """
    table, apart = _spans(selection.store), _apart(selection)
    table = table[selection.mask[table["place"].to_numpy()]]
    rows = lane_rows(selection, lanes)
    rows = {
        (block, code): at for at, (head, block, code) in enumerate(zip(rows["head"], rows["block"], rows["code"], strict=True)) if not head
    }
    cities = _cities(selection.store) if lanes == "city" else {}
    at, row = [], []
    for number, (place, tie, sector) in enumerate(zip(*(table[name].tolist() for name in ("place", "tie", "sector_id")), strict=True)):
        block = BACKGROUND if tie in apart else tie if lanes == "tie" else ""
        for code in cities.get(place, ("",)) if lanes == "city" and tie not in apart else (sector,):
            if (block, code) in rows:
                at.append(number)
                row.append(rows[block, code])
    return table.iloc[at].assign(row=np.array(row, dtype="int64"))


@derived
def _cities(store) -> dict[int, list[str]]:
    """Per place of an event the cities that are named with it."""
    facet, found = store.index().facets["city"], {}
    for place, code in zip(*(part.tolist() for part in facet.by_event), strict=True):
        found.setdefault(place, []).append(facet.names[code])
    return found


@derived
def axis(selection: Selection) -> tuple[int, int] | None:
    """First and last year of the timeline's axis: those of the filter, cut to where something is known; None where nothing is dated."""
    table, years = _spans(selection.store), by_year(selection)["year"]
    edges = table[["x0", "x3"]].to_numpy()[selection.mask[table["place"].to_numpy()]]
    if not len(edges):
        return None
    first = int(min(np.nanmin(edges), years.min()))
    last = max(first, int(np.ceil(np.nanmax(edges))) - 1, int(years.max()))
    if not selection.filters.years:
        return first, last
    chosen = selection.filters.years
    return max(first, chosen[0]), max(min(last, chosen[1]), chosen[0])


@derived
def by_year(selection: Selection) -> pd.DataFrame:
    """One row is one year with events, in order: `year`, and the columns of `by`. The undated have no year."""
    return by(selection, "year")


def by(selection: Selection, *names: str) -> pd.DataFrame:
    """One row is what the selected events have of these facets or columns (see `Selection.by`), with how many they are.

    Columns: the names, per status `held`, `planned` and `cancelled`, `doubtful` (of all, how many may lie in another year) and
    `held_doubtful` (of the held), `alone` (on one independent source), `secondary` (on none that is primary), and `events` (all).
    """
    found: dict[tuple, Counter] = {}
    for (*key, status, doubtful, witnesses, primary), number in selection.by(*names, "status", "doubtful", "witnesses", "primary").items():
        kinds = {status: True, "doubtful": doubtful, "held_doubtful": doubtful and status == "held"}
        kinds |= {"alone": witnesses in ("0", "1"), "secondary": primary == "no", "events": True}
        found.setdefault(tuple(key), Counter()).update({kind: number for kind, holds in kinds.items() if holds})
    numbers = {kind: [some[kind] for some in found.values()] for kind in _KINDS}
    keys = zip(*found, strict=True) if found else ((),) * len(names)
    return pd.DataFrame({**dict(zip(names, keys, strict=True)), **numbers})


def means(what: str, key: str, lanes: str = "sector") -> dict[str, object]:
    """The choices that a click on a chart of the years makes: a year's column (`2019`, or `1981 2003` where it holds several), a row of the
    timeline (see `lane_rows`), a lane's name (its code), or a tile of a lane (`energy 2019 2020`). `lanes`: the facet that the lanes are of."""
    if what == YEAR:
        years = [int(year) for year in key.split()]
        return {"years": (years[0], years[-1])}
    if what == ROW:
        found = {name: tuple(words) for name, words in parse_qs(key).items()}
        return {**found, "background": False} if "background" in found else found
    if what == LANE:
        return {lanes: (key,)}
    code, first, last = key.rsplit(" ", 2)
    return {lanes: (code,), "years": (int(first), int(last))}
