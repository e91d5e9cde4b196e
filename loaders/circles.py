"""Rows that lead back to themselves: what repeats another, or is part of one, must end somewhere."""

from collections.abc import Mapping

import pandas as pd

from loaders.faults import Fault
from loaders.schema import Table

UPWARD = (("sources", "copy_of"), ("events", "part_of"), ("cities", "part_of"))


def circle_faults(cells: Mapping[str, pd.DataFrame], schema: Mapping[str, Table], folder: str) -> list[Fault]:
    """A fault for each row that a column of UPWARD leads back to itself. `cells`: the tables' cells as text, indexed by line."""
    return [
        Fault(
            f"{folder}/{schema[name].path}",
            int(row.Index),
            column,
            getattr(row, column),
            f"leads back to the row itself by way of {column}",
        )
        for name, column in UPWARD
        if name in cells
        for row in _in_circles(cells[name], schema[name].key, column).itertuples()
    ]


def _in_circles(rows: pd.DataFrame, key: str, column: str) -> pd.DataFrame:
    above = rows.drop_duplicates(key).set_index(key)[column].to_dict()
    return rows[[bool(start) and _comes_back(start, above) for start in rows[key]]]


def _comes_back(start: str, above: Mapping[str, str]) -> bool:
    met, at = set(), above.get(start, "")
    while at and at != start and at not in met:
        met.add(at)
        at = above.get(at, "")
    return at == start
