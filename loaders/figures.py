"""Figures of cities as a reader meets them: values and days in words, who says so, and what the one filter leaves."""

from collections.abc import Sequence

import pandas as pd

from loaders import views
from loaders.citations import evidence, row_citations
from loaders.confidence_words import marked
from loaders.dates import date_table
from loaders.datetext import date_text
from loaders.facts import FactBase
from loaders.marks import decimal_years
from loaders.numbers import NO_DATE, figure_text, number_text, qualified, unit_text
from loaders.readable import readable

ALL = "all"  # the word for all indicators
CSV_COLUMNS = ["observation_id", "city", "indicator", "series", "value", "unit", "qualifier", "as_of", "definition", "publisher", "derived"]
CSV_COLUMNS += ["preferred", "note", "witnesses", "primary", "basis", "citations"]


def places_of_figures(facts: FactBase) -> pd.DataFrame:
    """One row is a place that the page on cities speaks of, members of the ties first.

    Columns: `city_id`, `city`, `level`, `part_of`, `principal` (a member of a tie that this data set is about) and `place`:
    the name, with what it is where it is no city.
    """
    members = _members(facts)
    principal = members["city_id"].drop_duplicates()
    others = set(facts.table("observations")["city_id"]) - set(principal)
    table = facts.table("cities").set_index("city_id", drop=False).loc[[*principal, *sorted(others)]].reset_index(drop=True)
    table = table.rename(columns={"name": "city"}).assign(principal=lambda rows: rows["city_id"].isin(principal))
    table["place"] = [_place(row) for row in table.itertuples()]
    return table[["city_id", "city", "name_de", "name_ja", "level", "part_of", "principal", "place"]]


def _members(facts: FactBase) -> pd.DataFrame:
    """Cities in ties of the subject, in the order of the ties, the German side first."""
    ties = facts.table("ties")
    order = {tie: number for number, tie in enumerate(ties.loc[ties["scope"] == "subject", "tie_id"])}
    members = facts.table("tie_cities").dropna(subset="city_id")
    members = members[members["tie_id"].isin(order)].merge(facts.table("cities")[["city_id", "country"]], on="city_id")
    members["order"] = members["tie_id"].map(order)
    return members.sort_values(["order", "country"], kind="stable")


def _place(row) -> str:
    if row.level == "city":
        return row.city
    return f"{row.city} · {row.level}" + ("" if row.principal else ", not a city")


def city_figures(facts: FactBase) -> pd.DataFrame:
    """One row is one figure of one city: `views.figures` with, in words, everything that must stand beside a number.

    Adds `place`, `principal`, `part_of`, `value_text` (with its qualifier), `unit_text`, `figure` (both), `as_of_text`,
    `said` (sources and places in them), `sources` (how many) and the other columns of `confidence_words.marked`, `citations`, the first and last possible day `start` and `end`, `uncertain`,
    `x` (the middle of these days in decimal years, missing where one is not known), and `search`.
    Ordered by indicator, place, series and day. Raises FaultyData where a table that it needs has faults.
    """
    rows = views.figures(facts)
    places = places_of_figures(facts)
    rows = rows.join(places.set_index("city_id")[["place", "principal", "part_of"]], on="city_id")
    rows = rows.join(date_table(rows["as_of"])[["start", "end", "uncertain"]])
    rows["x"] = decimal_years(rows["start"] + (rows["end"] - rows["start"]) / 2)
    rows["value_text"] = [qualified(number_text(row.value, row.unit), row.qualifier) for row in rows.itertuples()]
    rows["unit_text"] = [unit_text(row.unit, row.indicator_id) for row in rows.itertuples()]
    rows["figure"] = [figure_text(row.value, row.unit_text, row.qualifier) for row in rows.itertuples()]
    rows["as_of_text"] = rows["as_of"].map(_as_of_text)
    said = _said(facts)
    rows["said"] = rows["observation_id"].map(_said_texts(said)).fillna("")
    rows["citations"] = rows["observation_id"].map(row_citations(facts, "observations")).fillna("")
    rows = rows.join(marked(facts, "observations", rows["observation_id"]))
    worded = readable(facts, None, "observations")
    rows["search"] = rows["observation_id"].map(worded.search.set_axis(worded.rows["observation_id"]))
    return _ordered(rows.astype({"preferred": bool, "derived": bool}), facts, places)


def _as_of_text(text: object) -> str:
    return date_text(text) if isinstance(text, str) else NO_DATE


def _said(facts: FactBase) -> pd.DataFrame:
    said = evidence(facts)
    return said[said["table"] == "observations"]


def _said_texts(said: pd.DataFrame) -> pd.Series:
    """Per figure, its sources with the places in them: `City of Koriyama; EWG, 7 Mar 2023 (section 2, table)`."""
    once = said.drop_duplicates(["key", "source_id"])
    texts = once["brief"] + (" (" + once["locator"] + ")").fillna("")
    return texts.groupby(once["key"], sort=False).agg(lambda found: "; ".join(dict.fromkeys(found)))


def witnesses(facts: FactBase) -> pd.DataFrame:
    """One row is one source's word on one figure: `key` (of the figure), `brief` (publisher and day), `url`, `locator`, `stance`, `note`."""
    return _said(facts)[["key", "source_id", "brief", "url", "locator", "stance", "note"]].fillna("")


def _ordered(rows: pd.DataFrame, facts: FactBase, places: pd.DataFrame) -> pd.DataFrame:
    """By indicator, place (as `places_of_figures` has them), series and day; within a place the preferred figure first."""
    for key, order in (("indicator_id", facts.table("indicators")["indicator_id"]), ("city_id", places["city_id"])):
        rows[key] = pd.Categorical(rows[key], categories=list(order), ordered=True)
    rows["first"] = ~rows["preferred"]
    rows = rows.sort_values(["indicator_id", "city_id", "first", "series_id", "end"], na_position="last", ignore_index=True)
    return rows.astype({"indicator_id": "str", "city_id": "str"}).drop(columns="first")


def leading(figures: Sequence) -> list:
    """Of some rows of figures those that stand for one place and indicator: the preferred one, else the latest of those left."""
    found: dict[tuple, tuple] = {}
    for row in figures:
        rank = row.preferred, not row.derived, row.end is not pd.NaT and row.end.toordinal()
        place = row.city_id, row.indicator_id
        if place not in found or rank > found[place][0]:
            found[place] = rank, row
    kept = {row.observation_id for _, row in found.values()}
    return [row for row in figures if row.observation_id in kept]


def figure_rows(figures: pd.DataFrame) -> pd.DataFrame:
    """One row is one figure as it is downloaded; `value` in its `unit`, `as_of` in EDTF, `citations` separated by ` | `."""
    return figures[CSV_COLUMNS]
