"""Downloads: the rows that are shown, safe to open in a spreadsheet, under a name that says what they are."""

import re
from dataclasses import dataclass
from datetime import date

import pandas as pd

from loaders.events import Events
from loaders.events.filters import Filters
from loaders.exports import Export

EVENT_COLUMNS = [
    "event_id", "date", "date_text", "start", "end", "status", "title", "sector", "ties", "cities", "places", "organisations", "people", "kind", "mode",
    "starts_at", "ends_at", "part_of", "maybe_same_as", "sector_id", "tie_id", "programme_id", "title_de", "title_ja", "note", "status_text",
    "sources", "witnesses", "primary", "basis", "disputed", "citations",
]  # fmt: skip
_BOM = "\ufeff"
_FORMULA = re.compile("^[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
LONGEST_NAME = 120


def event_rows(events: Events) -> pd.DataFrame:
    """One row is one event, as it is downloaded.

    Columns: those that the table of events stores; `start` and `end` (first and last possible day, missing where open); in words and
    separated by `; `, `sector`, `ties`, `cities`, `places` (with their part), `organisations`, `people`; `status_text`, `sources`
    (how many), `witnesses`, `primary`, `basis` (see `loaders.confidence`), `disputed`; `citations` (separated by ` | `).
    """
    return events.rows.rename(columns={"tie": "ties"})[EVENT_COLUMNS]


def cells(export: Export) -> pd.DataFrame:
    """The rows as every text format writes them: ISO 8601 days and instants (UTC), `true` and `false`, whole numbers without a point."""
    texts = {"boolean": _truth, "number": whole, "integer": whole, "datetime": _instant, "date": _day}
    return export.rows.assign(
        **{column.name: texts[column.type](export.rows[column.name]) for column in export.fields if column.type in texts}
    )


def _day(days: pd.Series) -> pd.Series:
    return days.map(lambda day: day.date().isoformat(), na_action="ignore").astype("str")


def _truth(values: pd.Series) -> pd.Series:
    return values.map({True: "true", False: "false"}).astype("str")


def whole(values: pd.Series) -> pd.Series:
    """Numbers as they are written by hand: no `.0` behind what is whole."""
    written = [value if pd.isna(value) else int(value) if value == int(value) else float(value) for value in values]
    return pd.Series(written, index=values.index, dtype="object")  # `map` would make them one type again


def _instant(values: pd.Series) -> pd.Series:
    return values.dt.strftime("%Y-%m-%dT%H:%M:%SZ").astype("str")


@dataclass(frozen=True)
class Dialect:
    """How a CSV is written: what separates cells and decimals, and whether it begins with a byte-order mark."""

    delimiter: str = ","
    decimal: str = "."
    mark: bool = True


DIALECTS = {"machine": Dialect(mark=False), "excel": Dialect(), "excel-de": Dialect(delimiter=";", decimal=",")}


def csv_bytes(table: pd.DataFrame, dialect: str = "excel") -> bytes:
    """The table as CSV in UTF-8 (RFC 4180: CRLF, quotes doubled), texts that a spreadsheet would run neutralised.

    `dialect`: `machine` (comma, point, no byte-order mark), `excel` (the same with the mark: Excel in English and Japanese),
    `excel-de` (semicolon, decimal comma, mark). A text that begins with `=`, `+`, `-`, `@`, TAB, CR or their full-width forms gets an
    apostrophe before it (OWASP, "CSV Injection"); numbers, dates and missing values stay as they are.
    """
    form = DIALECTS[dialect]
    numbers = {name: whole(table[name]) for name in table.select_dtypes("float")}
    table = table.assign(**numbers)
    texts = table.select_dtypes(include=["str", "object"])
    safe = table.assign(**{name: _safe(texts[name], form) for name in texts})
    return (_BOM * form.mark + safe.to_csv(index=False, lineterminator="\r\n", sep=form.delimiter)).encode("utf-8")


def _safe(cells: pd.Series, form: Dialect) -> pd.Series:
    safe = [cell if pd.isna(cell) else _cell(cell, form) for cell in cells]
    return pd.Series(safe, index=cells.index, dtype="object")  # `map` would make whole numbers beside missing ones fractions


def _cell(cell: object, form: Dialect) -> object:
    return str(cell).replace(".", form.decimal) if isinstance(cell, float) else neutralised(cell)


def neutralised(text: object) -> object:
    """A text that no spreadsheet takes for a formula; anything but a text is returned as it is."""
    return f"'{text}" if isinstance(text, str) and _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def file_name(table: str, filters: Filters, *, on: date, ending: str = "csv", variant: str = "") -> str:
    """A name that says what was filtered and when: `city-ties_events_sector-energy_2017-2020_2026-11-21.csv`.

    `variant`: which of several files with one ending it is, such as a dialect.
    """
    parts = []
    for name, values in filters.to_query().items():
        words = "-".join(dict.fromkeys(values)) if name != "text" else "-".join(values)
        parts.append(words if name in ("years", "certainty") else f"{name}-{words}")
    chosen = re.sub(r"[^a-z0-9_-]+", "-", "_".join(parts).lower())[:LONGEST_NAME].strip("-_")
    return "_".join(part for part in ("city-ties", table, chosen, on.isoformat(), variant) if part) + f".{ending}"
