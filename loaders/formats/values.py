"""The cells of an export as plain values, one reading for every typed format."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

import pandas as pd

from loaders.exports import Export

Value = str | int | float | bool | date | datetime | None
_READ: Mapping[str, Callable[[object], Value]] = {
    "string": lambda text: str(text) or None,
    "integer": int,
    "number": float,
    "boolean": bool,
    "date": lambda day: day.date(),
    "datetime": lambda instant: instant.to_pydatetime(),
}


def values(export: Export) -> dict[str, list[Value]]:
    """Per column its cells: text, int, float, bool, date, or datetime in UTC. None: missing, as is a text of no character."""
    return {column.name: _cells(export.rows[column.name], _READ[column.type]) for column in export.fields}


def _cells(cells: pd.Series, read: Callable[[object], Value]) -> list[Value]:
    return [None if missing else read(cell) for cell, missing in zip(cells, cells.isna(), strict=True)]


def plain_rows(export: Export) -> list[dict[str, str | int | float | bool | None]]:
    """The rows as JSON holds them: days and instants in ISO 8601, whole numbers without a point."""
    columns = {name: [_plain(cell) for cell in cells] for name, cells in values(export).items()}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _plain(value: Value) -> str | int | float | bool | None:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, float) and value.is_integer() else value
