"""The fact base: every table of `data/`, checked once and read-only from then on."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pandas as pd

from loaders import checking
from loaders.faults import Fault, FaultyData
from loaders.reading import read_cells, typed
from loaders.schema import PACKAGE, Table, read_package, read_schema

DATA = Path(os.environ.get("CITY_TIES_DATA") or Path(__file__).resolve().parent.parent / "data")


@dataclass(frozen=True, eq=False)
class FactBase:
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
    """The fact base of `folder`; faults do not raise here but where a faulty table is asked for."""
    schema = read_schema(folder)
    cells, found = {}, []
    for name, table in schema.items():
        frame, faults = read_cells(folder, table)
        found += faults
        if frame is not None:
            cells[name] = frame
    found = sorted(set(found + checking.faults(cells, schema, folder.name)))
    faulty = {fault.file.rpartition("/")[2] for fault in found}
    frames = {name: typed(frame, schema[name]) for name, frame in cells.items() if schema[name].path not in faulty}
    return FactBase(schema, read_package(folder), frames, tuple(found), fingerprint(folder), folder)


def fingerprint(folder: Path = DATA) -> str:
    """SHA-256 over the package's files, shortened to 16 hexadecimal digits: changes when a fact changes."""
    digest = hashlib.sha256()
    for path in [*sorted(folder.glob("*.csv")), folder / PACKAGE]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def stamp(folder: Path = DATA) -> str:
    """A cheap sign that changes when a file of the package is written: names, sizes and times of writing."""
    files = [*sorted(folder.glob("*.csv")), folder / PACKAGE]
    return "|".join(f"{path.name}:{path.stat().st_size}:{path.stat().st_mtime_ns}" for path in files)
