"""Every format that holds rows, opened again by what others wrote: the same rows, cell by cell."""

import csv
import io
import json
import re
from datetime import date, datetime

import openpyxl
import pandas as pd
import pytest

from loaders.events.filters import Filters
from loaders.formats import FORMATS

CHOSEN = {
    "all": Filters(),
    "some": Filters(years=(2017, 2019), sector=("energy", "healthcare")),
    "kanji": Filters(text="郡山"),
    "none": Filters(text="zzz"),
}
GUARDED = re.compile("^'[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")


def of_csv(data):
    """Rows as texts, without the apostrophe that keeps a spreadsheet from running a cell."""
    rows = csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""))
    return [{name: cell[1:] if GUARDED.match(cell) else cell for name, cell in row.items()} for row in rows]


def of_xlsx(data):
    head, *rows = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def of_parquet(data):
    return pd.read_parquet(io.BytesIO(data), dtype_backend="pyarrow").to_dict("records")


def in_text(value):
    """A cell as the CSV has it, whatever a library made of it."""
    if value is None or value is pd.NA or value is pd.NaT:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        day = value.tzinfo is None and (value.hour, value.minute) == (0, 0)
        return value.strftime("%Y-%m-%d" if day else "%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, date):
        return value.isoformat()
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


@pytest.mark.parametrize("name", ["events", "observations", "sources", "places", "recurring"])
@pytest.mark.parametrize("chosen", CHOSEN)
def test_every_format_has_the_same_rows_cell_by_cell(exported, name, chosen):
    export = exported(name, CHOSEN[chosen])
    expected = of_csv(FORMATS["csv"].write(export))
    assert len(expected) == len(export)
    found = {
        "xlsx": of_xlsx(FORMATS["xlsx"].write(export)),
        "json": json.loads(FORMATS["json"].write(export))["rows"],
        "parquet": of_parquet(FORMATS["parquet"].write(export)),
    }
    for code, rows in found.items():
        assert [{column: in_text(cell) for column, cell in row.items()} for row in rows] == expected, code


@pytest.mark.parametrize("code", FORMATS)
def test_a_format_writes_the_same_bytes_twice(exported, code):
    write = FORMATS[code].write
    assert write(exported("events", CHOSEN["some"])) == write(exported("events", CHOSEN["some"]))
