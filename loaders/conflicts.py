"""Where the figures of one city disagree for about the same time, and which one is preferred, and why."""

import re
from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from loaders.facts import FactBase
from loaders.figures import witnesses
from loaders.numbers import spaced
from loaders.text import listed, say

ABOUT_A_YEAR = pd.Timedelta(days=366)
STEADY = frozenset({"area", "elevation", "extent-east-west", "extent-north-south"})
"""Indicators of what no year changes."""
_UNTOLD = re.compile(r"not told|not stated|not named|printed|infobox|[Rr]ounded count")
_ASKED = ["observation_id", "indicator_id", "city_id", "unit", "series_id", "value", "qualifier", "preferred", "end"]
_ROUNDED = frozenset({"about", "rounded"})


@dataclass(frozen=True)
class Conflict:
    """Figures of one city and indicator, in one unit, that disagree.

    `rows`: those of `figures.city_figures`, the one that is followed first, each with `why` (why it differs from that one).
    `reason`: why the first is preferred; blank where none of them is.
    """

    rows: tuple
    reason: str

    @property
    def preferred(self) -> bool:
        """Whether the figure that the city is shown with is among them."""
        return self.rows[0].preferred

    def within(self, keys: Collection[str]) -> "Conflict":
        """What of it is left where only these figures are shown; without its reason where the preferred one is not."""
        rows = tuple(row for row in self.rows if row.observation_id in keys)
        return Conflict(rows, self.reason if rows[:1] == self.rows[:1] else "")

    @property
    def name(self) -> str:
        """What they are figures of: `Essen: Population`."""
        return f"{self.rows[0].place}: {self.rows[0].indicator}"


def conflicts(facts: FactBase, figures: pd.DataFrame) -> list[Conflict]:
    """The conflicts among these figures, those around a preferred figure first.

    Two published figures of one city, indicator and unit disagree where their values differ (one that is rounded agrees with
    what rounds to it) and they are of about the same time: of two series, and
    no more than ABOUT_A_YEAR between the days that they are as of, or one of them undated, or of something that no year changes.
    Against the preferred figure each other series is set with its figure nearest in time; the rest are set against each
    other within each calendar year, an undated one in that of a dated one of the same document.
    """
    said = witnesses(facts).groupby("key")["source_id"].agg(set)
    found = []
    for _, rows in figures.loc[~figures["derived"], _ASKED].groupby(["indicator_id", "city_id", "unit"], sort=False):
        if rows["series_id"].nunique() < 2:
            continue
        years = _years(rows, said)
        around = _around_preferred(rows, years)
        found += [_conflict(figures.loc[around.index], figures, said)] if len(around) > 1 else []
        rest = rows.drop(around.index)
        several = rest.groupby(years)["series_id"].transform("nunique") > 1
        for _, year in rest[several].groupby(years):
            differing = _differing(year.sort_values("value", ascending=False))
            found += [_conflict(figures.loc[differing.index], figures, said)] if differing["series_id"].nunique() > 1 else []
    return sorted(found, key=lambda conflict: not conflict.preferred)


def _years(rows: pd.DataFrame, said: pd.Series) -> pd.Series:
    """The calendar year of each figure; of an undated one, that of a dated one of the same document, missing where there is none."""
    years, dated = rows["end"].dt.year, rows.dropna(subset="end")
    for row in rows[rows["end"].isna()].itertuples():
        beside = [other.end.year for other in dated.itertuples() if said[other.observation_id] & said[row.observation_id]]
        years[row.Index] = beside[0] if beside else years[row.Index]
    return years


def _around_preferred(rows: pd.DataFrame, years: pd.Series) -> pd.DataFrame:
    """The preferred figure, and of each other series the nearest in time that disagrees with it; nothing where none is preferred."""
    if not rows["preferred"].any():
        return rows.iloc[:0]
    first = rows[rows["preferred"]].iloc[0]
    others = rows[(rows["series_id"] != first["series_id"]) & ~rows["preferred"]]
    apart = (others["end"] - first["end"]).abs()
    own, year = years[others.index], years[first.name]
    undated = apart.isna() & (pd.isna(year) | own.isna() | own.eq(year))
    near = others[undated | (apart <= ABOUT_A_YEAR) | (first["indicator_id"] in STEADY)]
    near = near.assign(apart=apart[near.index]).sort_values("apart", na_position="first").drop_duplicates("series_id").drop(columns="apart")
    differs = [not agree(first["value"], row.value, first["qualifier"], row.qualifier) for row in near.itertuples()]
    return pd.concat([rows[rows["preferred"]], near[pd.Series(differs, index=near.index, dtype=bool)]])


def _differing(rows: pd.DataFrame) -> pd.DataFrame:
    """Of figures of one year, one of each group that agree."""
    kept = []
    for row in rows.itertuples():
        if not any(agree(row.value, other.value, row.qualifier, other.qualifier) for other in kept):
            kept.append(row)
    return rows.loc[[row.Index for row in kept]]


def agree(one: float, other: float, *qualifiers: object) -> bool:
    """Whether two values say the same; a rounded one agrees with what rounds to it at its own last digit."""
    if one == other:
        return True
    rounded = [value for value, qualifier in zip((one, other), qualifiers, strict=False) if qualifier in _ROUNDED]
    return any(abs(one - other) <= _step(value) / 2 for value in rounded)


def _step(value: float) -> float:
    """The worth of the last digit that is not a closing zero: 1 000 of 323 000, 0.1 of 10.6."""
    if value == int(value):
        return float(10 ** (len(str(int(value))) - len(str(int(value)).rstrip("0"))))
    return 10.0 ** -len(str(value).partition(".")[2])


def _conflict(rows: pd.DataFrame, figures: pd.DataFrame, said: pd.Series) -> Conflict:
    first = rows.iloc[0]
    why = ["", *(_why(first, row, said) for _, row in rows.iloc[1:].iterrows())]
    return Conflict(tuple(rows.assign(why=why).itertuples(index=False)), _reason(rows, figures) if first["preferred"] else "")


def _why(first: pd.Series, row: pd.Series, said: pd.Series) -> str:
    """Why a figure may differ from the one that is followed, as far as the data tell."""
    if said[first["observation_id"]] & said[row["observation_id"]] and pd.isna(row["as_of"]):
        return say("The same document prints both, this one without a date.")
    told = method_told(first["definition"]) and method_told(row["definition"])
    how = say("Counted differently.") if told else say("From another source; whether it is counted alike is not told.")
    if pd.isna(row["as_of"]):
        return f"{say('No date is stated.')} {how}"
    return how if row["as_of"] == first["as_of"] else f"{how} {say('For another day.')}"


def method_told(definition: str) -> bool:
    """Whether the definition of a series says how it is counted, and not only where it is printed."""
    return not _UNTOLD.search(definition)


def _reason(rows: pd.DataFrame, figures: pd.DataFrame) -> str:
    """Why the first is preferred: its date, the cities that its series shares, and its note."""
    first, others = rows.iloc[0], rows.iloc[1:]
    shared = _shared(first, figures)
    shared = [] if any(_shared(other, figures) == shared for _, other in others.dropna(subset="as_of").iterrows()) else shared
    dated, latest = others["as_of"].isna().any() and pd.notna(first["as_of"]), others["end"].max() < first["end"]
    reason = _why_followed(bool(dated), shared, latest=bool(latest))
    return f"{reason} {spaced(first['note'])}" if isinstance(first["note"], str) else reason


def _why_followed(dated: bool, shared: list[str], *, latest: bool) -> str:
    if dated and shared:
        return say(
            "We follow it because it is dated, and its series also has {places}, so that they can be compared.", places=listed(shared)
        )
    if shared:
        return say("We follow it because its series also has {places}, so that they can be compared.", places=listed(shared))
    if dated:
        return say("We follow it because it is dated.")
    return say("We follow it because it is the latest.") if latest else say("We follow it; the data give no reason of their own.")


def _shared(figure: pd.Series, figures: pd.DataFrame) -> list[str]:
    """The other principal cities that the figure's series holds for."""
    series = figures[(figures["series_id"] == figure["series_id"]) & figures["principal"] & (figures["city_id"] != figure["city_id"])]
    return list(dict.fromkeys(series["city"]))
