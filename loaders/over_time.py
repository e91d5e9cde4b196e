"""Figures of the places over the years: each series by itself, never joined with another."""

from typing import NamedTuple

import pandas as pd

from loaders.events.selection import Selection, derived
from loaders.numbers import in_unit
from loaders.side_by_side import indicators_known, places_compared


class Followed(NamedTuple):
    """The figures of one place over the years: its name, the series that stands out and its unit, and each figure that can be said in this unit, with its value in it."""

    city: str
    leading: str
    unit: str
    figures: list[tuple]


@derived
def indicators_over_time(selection: Selection) -> dict[str, str]:
    """The indicators of which one of the places has two days in one series, by key, with their names; those with an order first."""
    figures = selection.store.figures()
    own = figures[figures["city_id"].isin(places_compared(selection)["city_id"])].dropna(subset="x")
    several = own[own.groupby(["city_id", "series_id"])["x"].transform("nunique") > 1]
    known = indicators_known(selection.store)
    return dict(known.loc[known["indicator_id"].isin(several["indicator_id"]), ["indicator_id", "name"]].itertuples(index=False))


def indicator_over_time(selection: Selection) -> str:
    """The one that is chosen, else the first; blank where there is none."""
    known, chosen = indicators_over_time(selection), selection.choices.get("indicator", "")
    return chosen if chosen in known else next(iter(known), "")


@derived
def figures_over_time(selection: Selection) -> pd.DataFrame:
    """The figures of the indicator, rows of `figures.city_figures`: by place in one order, series and day; the undated too."""
    figures, places = selection.store.figures(), list(places_compared(selection)["city_id"])
    own = figures[(figures["indicator_id"] == indicator_over_time(selection)) & figures["city_id"].isin(places)]
    at = {place: number for number, place in enumerate(places)}
    return own.assign(at=own["city_id"].map(at)).sort_values(["at", "series_id", "x"], kind="stable").drop(columns="at")


@derived
def lines_of(selection: Selection) -> list[list]:
    """One list a place that has a dated figure: its rows with `x`, by series and day."""
    rows = figures_over_time(selection).dropna(subset="x")
    return [list(some.itertuples(index=False)) for _, some in rows.groupby("city_id", sort=False)]


@derived
def followed(selection: Selection) -> list[Followed]:
    """What stands over the years, place by place."""
    found = []
    for rows in lines_of(selection):
        leading = _leading(rows)
        unit = next(row.unit_text for row in rows if row.series_id == leading)
        values = [(row, in_unit(row.value, row.unit_text, unit)) for row in rows]
        found.append(Followed(rows[0].city, leading, unit, [pair for pair in values if pair[1] is not None]))
    return found


def _leading(rows: list) -> str:
    """The series that stands out: of those with several figures the one that goes on longest, of as long the one with most figures."""
    series: dict[str, list] = {}
    for row in rows:
        series.setdefault(row.series_id, []).append(row)
    return max(series, key=lambda name: (len(series[name]) > 1, series[name][-1].end, len(series[name])))


def in_other_units(selection: Selection) -> int:
    """How many of the dated figures cannot be said in the unit of their place."""
    return sum(map(len, lines_of(selection))) - sum(len(place.figures) for place in followed(selection))


def undated(selection: Selection) -> int:
    """How many of the figures no axis of years can hold."""
    return int(pd.isna(figures_over_time(selection)["x"]).sum())
