"""Years of which the figures of several places can stand side by side."""

from collections.abc import Collection

import numpy as np
import pandas as pd

ONE_YEAR = pd.Timedelta(days=366)
_EPOCH = pd.Timestamp(0)


def figure_years(figures: pd.DataFrame) -> pd.Series:
    """The year of each figure, that in which the middle of its day, month or year lies; missing where it is of no one year, or that is in doubt.

    `figures`: rows of `figures.city_figures`. A Japanese fiscal year is of the year in which it begins; a normal period is of none.
    """
    of_one = (figures["end"] - figures["start"] <= ONE_YEAR) & ~figures["uncertain"].astype("bool")
    return np.floor(figures["x"]).where(of_one).astype("Int64")


def shared_years(figures: pd.DataFrame, places: Collection[str]) -> pd.DataFrame:
    """One row is a year of which more than half of the places have a figure of one indicator, those of all of them first, then by how many, the latest first.

    Columns: `indicator_id`, `year`, `places` (how many have a figure of it), `all` (whether every one has).
    """
    own = figures[figures["city_id"].isin(places)]
    once = own.assign(year=figure_years(own))[["indicator_id", "year", "city_id"]].dropna().drop_duplicates()
    numbers = once.groupby(["indicator_id", "year"], sort=True).size()
    table = numbers[numbers * 2 > len(places)].rename("places").reset_index()
    table["all"] = table["places"] == len(places)
    return table.sort_values(["places", "year"], ascending=False, ignore_index=True)


def of_year(figures: pd.DataFrame, places: Collection[str], year: int, within: int = 0) -> pd.DataFrame:
    """One row is the figure that stands for one place and indicator in that year, or in the nearest one at most `within` years away; in the order of the figures.

    Adds `figure_year` and `apart` (years between the two). Of several figures of a place, that is taken which most places have of one day
    in one series, then in one series; then a published one, the preferred one, the latest. Places without a figure have no row.
    """
    own = figures[figures["city_id"].isin(places)].assign(figure_year=figure_years)
    own = own.assign(apart=(own["figure_year"] - year).abs())
    own = own[own["apart"].le(within).fillna(False)]
    ranks = {
        "same_day": -own.groupby(["series_id", "as_of"])["city_id"].transform("nunique"),
        "same_series": -own.groupby(["series_id", "figure_year"])["city_id"].transform("nunique"),
        "computed": own["derived"],
        "second": ~own["preferred"],
        "age": -(own["end"] - _EPOCH).dt.days,
    }
    best = own.assign(**ranks).sort_values(["apart", *ranks], kind="stable").drop_duplicates(["indicator_id", "city_id"])
    return best.drop(columns=list(ranks)).sort_index()
