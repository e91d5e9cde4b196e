"""Figures of one place over the years: each series by itself, never joined with another."""

import pandas as pd

from loaders.marks import decimal_years


def over_time(figures: pd.DataFrame) -> list[pd.DataFrame]:
    """One table a place of which some series has figures for two days or more; one row is one dated figure.

    `figures`: those of `figures.city_figures` for one indicator. Adds `x`, the middle of the time that the day may lie in, in
    decimal years. What a reference table has computed is left out, and so are the undated: see `unplaced_figures`.
    """
    dated = figures[~figures["derived"]].dropna(subset=["start", "end"])
    middle = dated["start"] + (dated["end"] - dated["start"]) / 2
    dated = dated.assign(x=decimal_years(middle)).sort_values(["series_id", "x"], kind="stable")
    tables = [rows for _, rows in dated.groupby("city_id", sort=False) if rows["series_id"].duplicated().any()]
    order = list(dict.fromkeys(figures["city_id"]))
    return sorted(tables, key=lambda rows: order.index(rows["city_id"].iloc[0]))


def unplaced_figures(figures: pd.DataFrame, city_id: str) -> pd.DataFrame:
    """The place's published figures that no axis of years can hold."""
    return figures[(figures["city_id"] == city_id) & ~figures["derived"] & (figures["start"].isna() | figures["end"].isna())]
