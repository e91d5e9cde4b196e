"""Which rows of a table each code leads to, by the ways of its rule: worked out once, for every filter."""

import numpy as np
import pandas as pd

from loaders.confidence import confidence, confidence_codes
from loaders.dates import span_table
from loaders.events.index import Facet, facet_of
from loaders.events.rules import SAID_OF, SURE_OF, Way
from loaders.facts import FactBase
from loaders.keeping import derived


@derived
def rows_by_code(facts: FactBase, name: str, way: Way) -> Facet:
    """The rows of a table (their places) by the codes to which the way leads them."""
    links = _links(facts, name, way)
    return facet_of(links["row"], links["code"])


@derived
def rows_by_event(store, name: str, way: Way) -> tuple[np.ndarray, np.ndarray]:
    """The same by events, as two arrays with a link each: the places of the rows, and those of the events."""
    links = _links(store.facts, name, way)
    events = pd.Index(store.events().rows["event_id"]).get_indexer(links["code"])
    return links["row"].to_numpy()[events >= 0], events[events >= 0]


@derived
def rows_by_subject(facts: FactBase, name: str) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Of a table whose rows speak of others (`table`, `key`): per table of which they speak, the places of these rows, and of those others."""
    found = {}
    for other, rows in facts.table(name).reset_index(drop=True).groupby("table"):
        places = pd.Index(facts.table(other)[facts.schema[other].key]).get_indexer(rows["key"])
        found[other] = rows.index.to_numpy()[places >= 0], places[places >= 0]
    return found


@derived
def rows_by_span(facts: FactBase, name: str, column: str) -> tuple[pd.DataFrame, np.ndarray]:
    """The spans of a column of dates, as `dates.span_table` gives them (`row`: the row's place), and which rows have no date."""
    dates = facts.table(name)[column].reset_index(drop=True)
    return span_table(dates), dates.isna().to_numpy()


def _links(facts: FactBase, name: str, way: Way) -> pd.DataFrame:
    """One row is one row of the table (`row`, its place) and a `code` to which the way leads it."""
    rows = facts.table(name)[[way.column]].set_axis(["via"], axis="columns")
    rows = rows.assign(row=np.arange(len(rows))).dropna()
    if way.parts:
        rows = rows.merge(_wholes(facts), left_on="via", right_on="part")[["row", "whole"]].set_axis(["row", "via"], axis="columns")
    if not way.table:
        return rows.set_axis(rows.columns.str.replace("via", "code"), axis="columns")
    links = _codes(facts, way)[[way.column, way.code]].set_axis(["via", "code"], axis="columns")
    return rows.merge(links.dropna().drop_duplicates(), on="via")[["row", "code"]].drop_duplicates()


def _codes(facts: FactBase, way: Way) -> pd.DataFrame:
    """The table through which the way goes."""
    if way.table.startswith(SURE_OF):
        name = way.table.removeprefix(SURE_OF)
        rows = confidence(facts, name)
        return pd.DataFrame({facts.schema[name].key: rows["key"], **confidence_codes(rows)})
    if not way.table.startswith(SAID_OF):
        return facts.table(way.table)
    name = way.table.removeprefix(SAID_OF)
    said = facts.table("evidence")
    return said[said["table"] == name].rename(columns={"key": facts.schema[name].key})


def _wholes(facts: FactBase) -> pd.DataFrame:
    """One row is a city, state or prefecture (`part`) and itself or one in which it lies, to any depth (`whole`)."""
    cities = facts.table("cities")
    whole_of = dict(zip(cities["city_id"], cities["part_of"], strict=True))
    found: dict[tuple[str, str], None] = {}
    for part in whole_of:
        whole = part
        while isinstance(whole, str) and (part, whole) not in found:
            found[part, whole] = None
            whole = whole_of.get(whole)
    return pd.DataFrame(list(found), columns=["part", "whole"], dtype="str")
