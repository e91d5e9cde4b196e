"""Downloads: the rows that are shown, safe to open in a spreadsheet, under a name that says what they are."""

import re
from datetime import date

import pandas as pd

from loaders.events import Events
from loaders.filters import Filters
from loaders.readable import Readable

EVENT_COLUMNS = [
    "event_id",
    "date",
    "start",
    "end",
    "status",
    "title",
    "sector",
    "ties",
    "cities",
    "places",
    "organisations",
    "witnesses",
    "primary",
    "basis",
    "citations",
]
_BOM = "\ufeff"
_FORMULA = re.compile("^[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
LONGEST_NAME = 120


def event_rows(events: Events) -> pd.DataFrame:
    """One row is one event, as it is downloaded.

    Columns: `event_id`, `date` (EDTF), `start` and `end` (first and last possible day, ISO 8601, blank where open),
    `status`, `title`, and, in words and separated by `; `, `sector`, `ties`, `cities`, `places` (with their part),
    `organisations`; `witnesses`, `primary`, `basis` (see `loaders.confidence`); `citations` (separated by ` | `).
    """
    rows = events.rows.rename(columns={"tie": "ties"})
    for bound in ("start", "end"):
        rows[bound] = rows[bound].map(lambda day: day.date().isoformat(), na_action="ignore").astype("str")
    return rows[EVENT_COLUMNS]


def fact_rows(shown: Readable) -> pd.DataFrame:
    """One row is one row of a table, as it is downloaded: the stored cells as their file has them, then what is in words."""
    rows = shown.rows[shown.exported]
    texts = {"boolean": _truth, "number": whole, "integer": whole, "datetime": _instant}
    stored = {column.name: texts[column.type](rows[column.name]) for column in shown.table.columns if column.type in texts}
    return rows.assign(**stored)


def _truth(values: pd.Series) -> pd.Series:
    return values.map({True: "true", False: "false"}).astype("str")


def whole(values: pd.Series) -> pd.Series:
    """Numbers as they are written by hand: no `.0` behind what is whole."""
    return values.map(lambda value: int(value) if value == int(value) else float(value), na_action="ignore").astype("object")


def _instant(values: pd.Series) -> pd.Series:
    return values.dt.strftime("%Y-%m-%dT%H:%M:%SZ").astype("str")


def csv_bytes(table: pd.DataFrame) -> bytes:
    """The table as CSV: UTF-8 with BOM, RFC 4180 (CRLF, quotes doubled), texts that a spreadsheet would run neutralised.

    A text that begins with `=`, `+`, `-`, `@`, TAB, CR or their full-width forms gets an apostrophe before it (OWASP,
    "CSV Injection"); numbers, dates and missing values stay as they are.
    """
    numbers = {name: whole(table[name]) for name in table.select_dtypes("float")}
    table = table.assign(**numbers)
    texts = table.select_dtypes(include=["str", "object"])
    safe = table.assign(**{name: texts[name].map(neutralised, na_action="ignore") for name in texts})
    return (_BOM + safe.to_csv(index=False, lineterminator="\r\n")).encode("utf-8")


def neutralised(text: object) -> object:
    """A text that no spreadsheet takes for a formula; anything but a text is returned as it is."""
    return f"'{text}" if isinstance(text, str) and _FORMULA.match(text) else text


def file_name(table: str, filters: Filters, *, on: date, ending: str = "csv") -> str:
    """A name that says what was filtered and when: `city-ties_events_sector-energy_2017-2020_2026-11-21.csv`."""
    parts = []
    for name, values in filters.to_query().items():
        words = "-".join(dict.fromkeys(values)) if name != "text" else "-".join(values)
        parts.append(words if name in ("years", "certainty") else f"{name}-{words}")
    chosen = re.sub(r"[^a-z0-9_-]+", "-", "_".join(parts).lower())[:LONGEST_NAME].strip("-_")
    return "_".join(part for part in ("city-ties", table, chosen, on.isoformat()) if part) + f".{ending}"
