"""Which figures may stand side by side: those of one series for two or more of the cities, and of no other."""

from collections.abc import Sequence

import pandas as pd


def compared(figures: Sequence) -> list[list]:
    """One table a series that holds for two or more principal places; one row is one place's figure, the largest first.

    `figures`: rows of `figures.city_figures` for one indicator. Of a series with several days the latest day that all of its
    places have is taken; where they share none, each place's latest. What a reference table has computed is left out.
    The series of most preferred figures comes first, then that of most places.
    """
    series: dict[str, list] = {}
    for row in figures:
        if not row.derived:
            series.setdefault(row.series_id, []).append(row)
    tables = [_of_one_day(rows) for rows in series.values() if len({row.city_id for row in rows if row.principal}) > 1]
    tables = [rows for rows in tables if len({row.city_id for row in rows if row.principal}) > 1]
    return sorted(tables, key=lambda rows: (-sum(row.preferred and row.principal for row in rows), -len(rows), rows[0].series))


def _of_one_day(rows: list) -> list:
    places, days = {row.city_id for row in rows}, {}
    for row in rows:
        days.setdefault(row.as_of, []).append(row)
    shared = [some for some in days.values() if isinstance(some[0].as_of, str) and {row.city_id for row in some} == places]
    rows = max(shared, key=lambda some: _day(some[0])) if shared else rows
    latest = {row.city_id: row for row in sorted(rows, key=_day)}
    return sorted(sorted(latest.values(), key=_day), key=lambda row: -row.value)


def _day(row) -> int:
    """The day of a figure as a number, the least where it is not known."""
    return -1 if row.end is pd.NaT else row.end.toordinal()


def same_day(rows: Sequence) -> bool:
    """Whether all rows have one day, stated."""
    return isinstance(rows[0].as_of, str) and len({row.as_of for row in rows}) == 1
