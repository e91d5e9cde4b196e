"""A larger data set made from the shipped one: its events over and over, each time some years earlier, with all that is said of them.

    python -m benchmarks.growing EVENTS FOLDER

Every copy has keys of its own, also in all that hangs on its events (where, who, how many, on whose word); what is no event (cities,
sources, relationships …) is there once. The same number gives the same files.
"""

import argparse
import csv
import random
import re
import shutil
from calendar import isleap
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.server import DATA
from loaders.facts import TERMS
from loaders.schema import PACKAGE, Column, Table, read_schema

COPIED = ("events", "event_places", "participants", "measures")
SPOKEN_OF = "evidence"
EARLIEST, SEED = 30, 11
_YEAR = re.compile(r"(?<!\d)(\d{4})(-02-29)?(?!\d)")
Row = dict[str, str]


def grow(number: int, folder: Path, source: Path = DATA) -> int:
    """Writes a data set of at least so many events into the folder, in whole copies of the shipped ones; returns how many there are."""
    schema, chance = read_schema(source), random.Random(SEED)
    folder.mkdir(parents=True, exist_ok=True)
    for name in (PACKAGE, TERMS):
        shutil.copyfile(source / name, folder / name)
    shipped = len(rows_of(source, schema["events"]))
    copies = [(f".copy-{copy}", chance.randrange(EARLIEST)) for copy in range(1, -(-number // shipped))]
    for name, table in schema.items():
        rows = rows_of(source, table)
        with (folder / table.path).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, table.names, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
            for suffix, years in copies if name in COPIED or name == SPOKEN_OF else ():
                writer.writerows(_copied(rows, table, schema, suffix, years))
    return shipped * (1 + len(copies))


def rows_of(folder: Path, table: Table) -> list[Row]:
    """The rows of one file, each cell a text."""
    with (folder / table.path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def earlier(text: str, years: int) -> str:
    """A date in EDTF, or an instant, so many years earlier; a 29 February becomes the 28th where the year has none."""

    def shifted(found: re.Match) -> str:
        year = int(found[1]) - years
        day = "-02-28" if found[2] and not isleap(year) else found[2] or ""
        return f"{year:04d}{day}"

    return _YEAR.sub(shifted, text)


def _copied(rows: list[Row], table: Table, schema: dict[str, Table], suffix: str, years: int) -> Iterator[Row]:
    changes = _changes(table, suffix, years)
    said = {name: _changes(schema[name], suffix, years) for name in COPIED}
    for row in rows:
        new = row | {column: change(row[column]) for column, change in changes.items() if row[column]}
        if table.name != SPOKEN_OF:
            yield new
        elif row["table"] in COPIED:
            change = said[row["table"]].get(row["column"], str)
            yield new | {"key": row["key"] + suffix, "value": change(row["value"]) if row["value"] else ""}


def _changes(table: Table, suffix: str, years: int) -> dict[str, Callable[[str], str]]:
    """Per column what makes a copy's cell of a cell that is not blank: keys get the suffix, dates and instants are earlier."""
    keys = {table.key} | {reference.column for reference in table.references if reference.table in COPIED}
    found = {column.name: (lambda text: earlier(text, years)) for column in table.columns if _is_time(column)}
    return found | {column: (lambda text: text + suffix) for column in keys}


def _is_time(column: Column) -> bool:
    return column.edtf or column.type == "datetime"


if __name__ == "__main__":
    said = argparse.ArgumentParser(prog="python -m benchmarks.growing", description=__doc__.splitlines()[0])
    said.add_argument("events", type=int, help="how many events at least")
    said.add_argument("folder", type=Path, help="where the files go")
    asked = said.parse_args()
    grow(asked.events, asked.folder)
