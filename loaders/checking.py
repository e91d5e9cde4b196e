"""Every fault of the data at once: cells against the schema, keys against keys, evidence against what it speaks of.

A check looks at the different texts of a column, each once; their lines are looked for only where one is wrong.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as Texts
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
Test = Callable[[Texts], Texts]
Worded = Callable[[str], str]

MOST_WORDED = 60
UNCITED = frozenset({"sources", "sectors", "themes", "areas", "indicators", "series", "evidence", "corrections", "searches", "vocabulary"})
_INTEGER = re.compile("-?[0-9]+")


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
        if column.unique:
            again = values[values.duplicated() & (values != "")]
            found += _told(file, column.name, again, lambda _: "stands twice; every key is used once")
        found += _badly_formed(file, column.name, values, column)
    for reference in table.references:
        if reference.table in cells:
            known, where = _texts(cells[reference.table][reference.target]), f"{folder}/{reference.table}.csv"
            found += _unknown(file, reference.column, frame[reference.column], known | {""}, where)
    return found


def _texts(values: pd.Series) -> Texts:
    """The different texts of a column."""
    return frozenset(values.tolist())


def _badly_formed(file: str, name: str, values: pd.Series, column: Column) -> list[Fault]:
    texts = _texts(values)
    return [fault for wrong, expected in _column_checks(column) for fault in _report(file, name, values, wrong(texts), expected)]


def _unknown(file: str, column: str, values: pd.Series, known: Texts, where: str) -> list[Fault]:
    return _report(file, column, values, _texts(values) - known, lambda value: f"is not in {where}{nearest(value, known)}")


def _report(file: str, column: str, values: pd.Series, wrong: Texts, expected: Worded) -> list[Fault]:
    """A fault for each cell that holds one of the wrong texts."""
    return _told(file, column, values[[text in wrong for text in values.tolist()]], expected) if wrong else []


def _told(file: str, column: str, wrong: pd.Series, expected: Worded) -> list[Fault]:
    """A fault for each of these cells; of their texts, the first ones are worded."""
    worded = {value: expected(value) for value in wrong.unique()[:MOST_WORDED]}
    return [Fault(file, int(line), column, value, worded.get(value, "as above")) for line, value in wrong.items()]


def _column_checks(column: Column) -> Iterator[tuple[Test, Worded]]:
    """Pairs of a test (texts in, the wrong ones out) and the sentence that says what was expected."""
    if column.required:
        yield (lambda texts: texts & {""}), lambda _: "must not be blank"
    if column.enum:
        allowed = ", ".join(column.enum)
        yield (
            lambda texts: texts - {"", *column.enum},
            lambda value: f"is not an allowed word{nearest(value, column.enum)}; allowed: {allowed}",
        )
    if column.pattern:
        pattern = re.compile(column.pattern, re.ASCII)
        yield _each(lambda text: text and not pattern.fullmatch(text)), lambda _: f"does not fit the pattern {column.pattern}"
    if column.longest is not None:
        yield _each(lambda text: len(text) > column.longest), lambda _: f"is longer than {column.longest} characters"
    if column.edtf:
        yield _each(_no_edtf), lambda _: "is not an EDTF date such as 2017, 2017-12 or 2017-12-01/2017-12-03"
    if column.type in _PARSERS:
        test, expected = _PARSERS[column.type]
        yield test, lambda _: expected
    if column.minimum is not None or column.maximum is not None:
        low, high = (-inf if column.minimum is None else column.minimum), (inf if column.maximum is None else column.maximum)
        yield (lambda texts: _outside(texts, low, high)), lambda _: f"must lie between {low} and {high}"
    yield _each(lambda text: text != text.strip()), lambda _: "begins or ends with a blank"


def _each(wrong: Callable[[str], object]) -> Test:
    return lambda texts: {text for text in texts if wrong(text)}


def _no_edtf(text: str) -> bool:
    try:
        spans(text)
    except ValueError:
        return True
    return False


def _filled(texts: Texts) -> pd.Series:
    return pd.Series([*texts - {""}], dtype="str")


def _no_number(texts: Texts) -> Texts:
    values = _filled(texts)
    numbers = pd.to_numeric(values, errors="coerce")
    return set(values[numbers.isna() | numbers.abs().eq(inf)])


def _outside(texts: Texts, low: float, high: float) -> Texts:
    values = _filled(texts)
    numbers = pd.to_numeric(values, errors="coerce")
    return set(values[numbers.notna() & ~numbers.between(low, high)])


def _no_instant(texts: Texts) -> Texts:
    values = _filled(texts)
    stamped = values.str.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
    return set(values[~stamped | pd.to_datetime(values, errors="coerce", utc=True, format="ISO8601").isna()])


_PARSERS: Mapping[str, tuple[Test, str]] = {
    "number": (_no_number, "is not a number; write it without thousands separators and with a decimal point"),
    "integer": (_each(lambda text: text and not _INTEGER.fullmatch(text)), "is not a whole number"),
    "boolean": (lambda texts: texts - {"", "true", "false"}, "must be true or false"),
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
            found += _unknown(file, "key", rows["key"], _texts(cells[table][schema[table].key]), f"{folder}/{table}.csv")
            found += _unknown(file, "column", rows["column"], {"", *schema[table].names}, f"the columns of {table}")
    return found


def _word_faults(cells: Cells, schema: Schema, folder: str) -> list[Fault]:
    """A source's word on a cell has the form of that cell: a date is EDTF, a status one of the words, a key is known; it may be blank, and longer than ours."""
    if "evidence" not in cells:
        return []
    found, file = [], f"{folder}/{schema['evidence'].path}"
    for (name, column), values in cells["evidence"].groupby(["table", "column"])["value"]:
        if name not in schema or column not in schema[name].names:
            continue
        found += _badly_formed(file, "value", values, replace(schema[name].column(column), required=False, longest=None))
        for reference in schema[name].references:
            if reference.column == column and reference.table in cells:
                known, where = _texts(cells[reference.table][reference.target]), f"{folder}/{reference.table}.csv"
                found += _unknown(file, "value", values, known | {""}, where)
    return found


def _either_faults(cells: Cells, schema: Schema, folder: str) -> list[Fault]:
    """Where one of two columns names who or what is meant, exactly one of them is filled."""
    found = []
    for name in EITHER.keys() & cells.keys():
        one, other = EITHER[name]
        filled = (cells[name][one] != "").astype(int) + (cells[name][other] != "")
        said = f"exactly one of {one} and {other} must be filled"
        found += _told(f"{folder}/{schema[name].path}", one, cells[name][one][filled != 1], lambda _, said=said: said)
    return found


def _uncited_faults(cells: Cells, schema: Schema, folder: str) -> list[Fault]:
    """Every row of a cited table has at least one row of evidence."""
    if "evidence" not in cells:
        return []
    cited = {name: _texts(keys) for name, keys in cells["evidence"].groupby("table")["key"]}
    found = []
    for name in cells.keys() - UNCITED:
        keys = cells[name][schema[name].key]
        missing = _texts(keys) - cited.get(name, frozenset())
        found += _report(f"{folder}/{name}.csv", schema[name].key, keys, missing, lambda _: f"has no row in {folder}/evidence.csv")
    return found


def _correction_faults(cells: Cells, schema: Schema, folder: str) -> list[Fault]:
    """A correction's cell holds `shown`, and its source's evidence holds `printed`."""
    if not {"corrections", "evidence"} <= cells.keys():
        return []
    file = f"{folder}/{schema['corrections'].path}"
    said = set(zip(*(cells["evidence"][column].tolist() for column in ("table", "key", "column", "source_id", "value")), strict=True))
    found = []
    for row in cells["corrections"].itertuples():
        if row.table not in cells or row.column not in schema[row.table].names:
            continue
        shown = cells[row.table].loc[cells[row.table][schema[row.table].key] == row.key, row.column]
        if len(shown) and shown.iloc[0] != row.shown:
            found.append(Fault(file, row.Index, "shown", row.shown, f"is not in the cell, which holds {shown.iloc[0]!r}"))
        if (row.table, row.key, row.column, row.source_id, row.printed) not in said:
            found.append(Fault(file, row.Index, "printed", row.printed, "stands in no evidence row of this source"))
    return found
