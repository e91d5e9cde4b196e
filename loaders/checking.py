"""Every fault of the data at once: cells against the schema, keys against keys, evidence against what it speaks of."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from math import inf

import pandas as pd

from loaders.circles import circle_faults
from loaders.dates import spans
from loaders.faults import Fault, nearest
from loaders.schema import Column, Table

EITHER = {"participants": ("organisation_id", "person_id"), "tie_cities": ("city_id", "partner")}
Cells = Mapping[str, pd.DataFrame]
Schema = Mapping[str, Table]

MOST_WORDED = 60
UNCITED = frozenset({"sources", "sectors", "indicators", "series", "evidence", "corrections", "searches", "vocabulary"})


def faults(cells: Cells, schema: Schema, folder: str) -> list[Fault]:
    """All faults of the tables that could be read, in the order of file and line."""
    found = [fault for name, frame in cells.items() for fault in _table_faults(frame, schema[name], cells, folder)]
    found += _pointer_faults(cells, schema, folder)
    found += _word_faults(cells, schema, folder)
    found += _either_faults(cells, schema, folder)
    found += circle_faults(cells, schema, folder)
    found += _uncited_faults(cells, schema, folder)
    found += _correction_faults(cells, schema, folder)
    return sorted(found)


def _table_faults(frame: pd.DataFrame, table: Table, cells: Cells, folder: str) -> list[Fault]:
    file = f"{folder}/{table.path}"
    found = []
    for column in table.columns:
        values = frame[column.name]
        for wrong, expected in _column_checks(column):
            found += _report(file, column.name, values, wrong(values), expected)
    for reference in table.references:
        if reference.table in cells:
            known = cells[reference.table][reference.target]
            values = frame[reference.column]
            missing = (values != "") & ~values.isin(known)
            found += _report(file, reference.column, values, missing, _not_in(f"{folder}/{reference.table}.csv", known))
    return found


def _not_in(where: str, known: Iterable[str]) -> Callable[[str], str]:
    return lambda value: f"is not in {where}{nearest(value, known)}"


def _report(file: str, column: str, values: pd.Series, wrong: pd.Series, expected: Callable[[str], str]) -> list[Fault]:
    found = values[wrong]
    worded = {value: expected(value) for value in found.unique()[:MOST_WORDED]}
    return [Fault(file, int(line), column, value, worded.get(value, "as above")) for line, value in found.items()]


def _column_checks(column: Column):
    """Pairs of a test (texts in, mask of the wrong ones out) and the sentence that says what was expected."""
    if column.required:
        yield (lambda values: values == ""), lambda _: "must not be blank"
    if column.unique:
        yield (lambda values: values.duplicated() & (values != "")), lambda _: "stands twice; every key is used once"
    if column.enum:
        allowed = ", ".join(column.enum)
        yield (
            lambda values: (values != "") & ~values.isin(column.enum),
            lambda value: f"is not an allowed word{nearest(value, column.enum)}; allowed: {allowed}",
        )
    if column.pattern:
        yield (
            lambda values: (values != "") & ~values.str.fullmatch(column.pattern),
            lambda _: f"does not fit the pattern {column.pattern}",
        )
    if column.edtf:
        yield (lambda values: ~values.map(_is_edtf)), lambda _: "is not an EDTF date such as 2017, 2017-12 or 2017-12-01/2017-12-03"
    if column.type in _PARSERS:
        test, expected = _PARSERS[column.type]
        yield test, lambda _: expected
    if column.minimum is not None or column.maximum is not None:
        low, high = (-inf if column.minimum is None else column.minimum), (inf if column.maximum is None else column.maximum)
        yield (
            lambda values: pd.to_numeric(values, errors="coerce").notna() & ~pd.to_numeric(values, errors="coerce").between(low, high),
            lambda _: f"must lie between {low} and {high}",
        )
    yield (lambda values: values != values.str.strip()), lambda _: "begins or ends with a blank"


def _is_edtf(text: str) -> bool:
    try:
        spans(text)
    except ValueError:
        return False
    return True


def _no_number(values: pd.Series) -> pd.Series:
    numbers = pd.to_numeric(values.where(values != "", "0"), errors="coerce")
    return numbers.isna() | numbers.abs().eq(float("inf"))


def _no_instant(values: pd.Series) -> pd.Series:
    blank = values == ""
    stamped = values.str.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
    return ~blank & (~stamped | pd.to_datetime(values, errors="coerce", utc=True, format="ISO8601").isna())


def _no_integer(values: pd.Series) -> pd.Series:
    return (values != "") & ~values.str.fullmatch("-?[0-9]+")


_PARSERS = {
    "number": (_no_number, "is not a number; write it without thousands separators and with a decimal point"),
    "integer": (_no_integer, "is not a whole number"),
    "boolean": (lambda values: (values != "") & ~values.isin(["true", "false"]), "must be true or false"),
    "datetime": (_no_instant, "is not an instant in UTC such as 2021-03-13T11:00:00Z"),
}


def _pointer_faults(cells: Cells, schema: Schema, folder: str) -> list[Fault]:
    """Evidence and corrections name a table, a key and a column: each must be there."""
    found = []
    for name in ("evidence", "corrections"):
        for table, rows in cells.get(name, pd.DataFrame({"table": []})).groupby("table"):
            if table not in cells:
                continue
            file = f"{folder}/{schema[name].path}"
            keys = cells[table][schema[table].key]
            found += _report(file, "key", rows["key"], ~rows["key"].isin(keys), _not_in(f"{folder}/{table}.csv", keys))
            columns = schema[table].names
            wrong = (rows["column"] != "") & ~rows["column"].isin(columns)
            found += _report(file, "column", rows["column"], wrong, _not_in(f"the columns of {table}", columns))
    return found


def _word_faults(cells: Cells, schema: Schema, folder: str) -> list[Fault]:
    """A source's word on a cell has the form of that cell: a date is EDTF, a status one of the words, a key is known."""
    if "evidence" not in cells:
        return []
    found, file = [], f"{folder}/{schema['evidence'].path}"
    for (name, column), rows in cells["evidence"].groupby(["table", "column"]):
        if name not in schema or column not in schema[name].names:
            continue
        values = rows["value"]
        for wrong, expected in _column_checks(replace(schema[name].column(column), required=False, unique=False)):
            found += _report(file, "value", values, wrong(values), expected)
        for reference in schema[name].references:
            if reference.column == column and reference.table in cells:
                known = cells[reference.table][reference.target]
                missing = (values != "") & ~values.isin(known)
                found += _report(file, "value", values, missing, _not_in(f"{folder}/{reference.table}.csv", known))
    return found


def _either_faults(cells: Cells, schema: Schema, folder: str) -> list[Fault]:
    """Where one of two columns names who or what is meant, exactly one of them is filled."""
    found = []
    for name in EITHER.keys() & cells.keys():
        one, other = EITHER[name]
        filled = (cells[name][one] != "").astype(int) + (cells[name][other] != "")
        said = f"exactly one of {one} and {other} must be filled"
        found += _report(f"{folder}/{schema[name].path}", one, cells[name][one], filled != 1, lambda _, said=said: said)
    return found


def _uncited_faults(cells: Cells, schema: Schema, folder: str) -> list[Fault]:
    """Every row of a cited table has at least one row of evidence."""
    if "evidence" not in cells:
        return []
    evidence = cells["evidence"]
    found = []
    for name in cells.keys() - UNCITED:
        keys = cells[name][schema[name].key]
        cited = keys.isin(evidence.loc[evidence["table"] == name, "key"])
        found += _report(f"{folder}/{name}.csv", schema[name].key, keys, ~cited, lambda _: f"has no row in {folder}/evidence.csv")
    return found


def _correction_faults(cells: Cells, schema: Schema, folder: str) -> list[Fault]:
    """A correction's cell holds `shown`, and its source's evidence holds `printed`."""
    if not {"corrections", "evidence"} <= cells.keys():
        return []
    file = f"{folder}/{schema['corrections'].path}"
    said = set(cells["evidence"][["table", "key", "column", "source_id", "value"]].itertuples(index=False, name=None))
    found = []
    for row in cells["corrections"].itertuples():
        if row.table not in cells or row.column not in schema[row.table].names:
            continue
        key = schema[row.table].key
        target = cells[row.table].drop_duplicates(key).set_index(key)[row.column]
        if row.key in target.index and target[row.key] != row.shown:
            found.append(Fault(file, row.Index, "shown", row.shown, f"is not in the cell, which holds {target[row.key]!r}"))
        if (row.table, row.key, row.column, row.source_id, row.printed) not in said:
            found.append(Fault(file, row.Index, "printed", row.printed, "stands in no evidence row of this source"))
    return found
