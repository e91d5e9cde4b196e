"""Files in, frames out: a CSV read as text with its line numbers, then given its schema's types."""

import csv
import io
from pathlib import Path

import pandas as pd

from loaders.faults import Fault
from loaders.schema import Column, Table

_TYPES = {"integer": "Int64", "number": "float64", "boolean": "boolean", "datetime": "datetime64[s, UTC]"}
_TRUTH = {"true": True, "false": False}


def read_cells(folder: Path, table: Table) -> tuple[pd.DataFrame | None, list[Fault]]:
    """The file's cells as text, indexed by the line on which each row begins; None where it cannot be read at all.

    Blank cells are empty texts. Rows with too few or too many cells are left out and reported.
    """
    file = f"{folder.name}/{table.path}"
    try:
        text = (folder / table.path).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None, [Fault(file, 0, "", "", "the file is missing; datapackage.json declares it")]
    except UnicodeDecodeError as fault:
        line = fault.object[: fault.start].count(b"\n") + 1
        return None, [Fault(file, line, "", "", "is not UTF-8; save the file as 'CSV UTF-8'")]
    return _parse(text, file, table)


def _parse(text: str, file: str, table: Table) -> tuple[pd.DataFrame | None, list[Fault]]:
    rows = csv.reader(io.StringIO(text), strict=True)
    lines, kept, faults = [], [], []
    try:
        header = next(rows, [])
        if header != table.names:
            return None, [_header_fault(header, file, table)]
        line = rows.line_num + 1
        for row in rows:
            if len(row) == len(header):
                lines.append(line)
                kept.append(row)
            elif row:
                expected = f"has {len(row)} cells, {len(header)} expected; a text with a comma needs quotes"
                faults.append(Fault(file, line, "", "", expected))
            line = rows.line_num + 1
    except csv.Error as fault:
        return None, [*faults, Fault(file, rows.line_num, "", "", f"is not RFC 4180 CSV: {fault}")]
    return pd.DataFrame(kept, columns=header, index=pd.Index(lines, name="line"), dtype="str"), faults


def _header_fault(header: list[str], file: str, table: Table) -> Fault:
    missing = [name for name in table.names if name not in header]
    unknown = [name for name in header if name not in table.names]
    said = [f"lacks {', '.join(missing)}"] * bool(missing) + [f"has unknown {', '.join(unknown)}"] * bool(unknown)
    return Fault(file, 1, "", "", f"the header {' and '.join(said) or 'has another order'}; expected {','.join(table.names)}")


def typed(cells: pd.DataFrame, table: Table) -> pd.DataFrame:
    """The table with pandas types; blank cells are missing values. Expects cells that passed the checks."""
    filled = cells.replace("", None).reset_index(drop=True)
    return filled.assign(**{column.name: _typed(filled[column.name], column) for column in table.columns if column.type in _TYPES})


def _typed(filled: pd.Series, column: Column) -> pd.Series:
    if column.type == "boolean":
        return filled.map(_TRUTH).astype("boolean")
    if column.type == "datetime":
        return pd.to_datetime(filled, utc=True, format="ISO8601").astype(_TYPES["datetime"])
    return pd.to_numeric(filled).astype(_TYPES[column.type])
