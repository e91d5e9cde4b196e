"""The fact base: every table of `data/`, checked once and read-only from then on."""

import contextlib
import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import pandas as pd

from loaders import checking
from loaders.faults import Fault, FaultyData
from loaders.keeping import Keeper
from loaders.reading import read_cells, typed
from loaders.schema import PACKAGE, Table, read_package, read_schema

DATA = Path(os.environ.get("CITY_TIES_DATA") or Path(__file__).resolve().parent.parent / "data")
TERMS = "LICENSE.md"
_TRIES = 5
Read = TypeVar("Read")


@dataclass(frozen=True, eq=False)
class FactBase(Keeper):
    """All sound tables by name, their schema, and the faults that stand in the way of the others."""

    schema: Mapping[str, Table]
    package: Mapping[str, object]
    frames: Mapping[str, pd.DataFrame]
    faults: tuple[Fault, ...]
    fingerprint: str
    folder: Path = DATA

    def table(self, name: str) -> pd.DataFrame:
        """A table to read or to work on: writing to it leaves the fact base as it is (pandas copies on write).

        Raises FaultyData with every fault of that table, KeyError where the schema has no such table.
        """
        if name not in self.schema:
            raise KeyError(f"no table {name!r}; there are {', '.join(self.schema)}")
        if name not in self.frames:
            raise FaultyData(fault for fault in self.faults if fault.file.endswith(f"/{self.schema[name].path}"))
        return self.frames[name].copy(deep=False)

    @cached_property
    def as_of(self) -> str:
        """The day to which the data are complete, as the package's version says it (ISO 8601)."""
        return str(self.package["version"]).replace(".", "-")

    @property
    def day(self) -> date:
        """`as_of` as a day."""
        return date.fromisoformat(self.as_of)


def facts(folder: Path = DATA) -> FactBase:
    """The fact base of `folder`; faults do not raise here but where a faulty table is asked for.

    Raises FaultyData where the package is missing, or is being written all the while.
    """
    (package, schema, read), sign = at_rest(folder, lambda: _read(folder))
    cells = {name: frame for name, (frame, _) in read.items() if frame is not None}
    found = [fault for _, faults in read.values() for fault in faults]
    found = sorted(set(found + checking.faults(cells, schema, folder.name)))
    faulty = {fault.file.rpartition("/")[2] for fault in found}
    frames = {name: typed(frame, schema[name]) for name, frame in cells.items() if schema[name].path not in faulty}
    return FactBase(schema, package, frames, tuple(found), sign, folder)


def _read(folder: Path) -> tuple[dict, Mapping[str, Table], dict]:
    schema = read_schema(folder)
    return read_package(folder), schema, {name: read_cells(folder, table) for name, table in schema.items()}


def at_rest(folder: Path, read: Callable[[], Read]) -> tuple[Read, str]:
    """What `read` reads of the folder's files, and their fingerprint: the same before and after, so that it is that of what was read.

    Reads again where a file was written meanwhile; raises FaultyData where that does not end.
    """
    for _ in range(_TRIES):
        before = fingerprint(folder)
        try:
            found = read()
        except FaultyData:
            if fingerprint(folder) == before:
                raise
            continue  # half a file is no fault
        if fingerprint(folder) == before:
            return found, before
    raise FaultyData([Fault(f"{folder.name}/{PACKAGE}", 0, "", "", "or a table is being written at this moment; ask again")])


def fingerprint(folder: Path = DATA) -> str:
    """SHA-256 over the package's files, shortened to 16 hexadecimal digits: changes when a fact or a term of its use changes."""
    digest = hashlib.sha256()
    for file in _files(folder):
        digest.update(file.name.encode() + b"\0" + Path(file).read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def stamp(folder: Path = DATA) -> str:
    """A cheap sign that changes when a file of the package is written: names, sizes and times of writing. Asked for once a run or a request."""
    return "|".join(f"{file.name}:{state.st_size}:{state.st_mtime_ns}" for file in _files(folder) for state in [file.stat()])


def _files(folder: Path) -> list[os.DirEntry]:
    """All that a package is made of, as far as it is there: the tables by name, then the package itself and its terms."""
    rank = {PACKAGE: 1, TERMS: 2}
    with contextlib.suppress(FileNotFoundError), os.scandir(folder) as entries:
        found = [file for file in entries if file.name in rank or file.name.endswith(".csv")]
        return sorted(found, key=lambda file: (rank.get(file.name, 0), file.name))
    return []
