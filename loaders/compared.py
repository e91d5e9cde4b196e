"""Which figures may stand side by side: those of one series for two or more of the cities, and of no other."""

import pandas as pd


def compared(figures: pd.DataFrame) -> list[pd.DataFrame]:
    """One table a series that holds for two or more principal places; one row is one place's figure, the largest first.

    `figures`: those of `figures.city_figures` for one indicator. Of a series with several days the latest day that all of its
    places have is taken; where they share none, each place's latest. What a reference table has computed is left out.
    The series of most preferred figures comes first, then that of most places.
    """
    published = figures[~figures["derived"]]
    tables = [_of_one_day(rows) for _, rows in published.groupby("series_id", sort=False)]
    tables = [rows for rows in tables if rows.loc[rows["principal"], "city_id"].nunique() > 1]
    return sorted(tables, key=lambda rows: (-(rows["preferred"] & rows["principal"]).sum(), -len(rows), rows["series"].iloc[0]))


def _of_one_day(rows: pd.DataFrame) -> pd.DataFrame:
    places = rows["city_id"].nunique()
    shared = rows.groupby("as_of")["city_id"].nunique()
    days = rows.loc[rows["as_of"].isin(shared.index[shared == places]), ["as_of", "end"]].sort_values("end")
    if len(days):
        rows = rows[rows["as_of"] == days["as_of"].iloc[-1]]
    latest = rows.sort_values("end", na_position="first").drop_duplicates("city_id", keep="last")
    return latest.sort_values("value", ascending=False, kind="stable")


def same_day(rows: pd.DataFrame) -> bool:
    """Whether all rows have one day, stated."""
    return rows["as_of"].notna().all() and rows["as_of"].nunique() == 1
