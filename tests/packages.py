"""Packages that several tests open: some selections, each packed once and unpacked into a folder."""

import csv
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from loaders.events.filters import Filters
from loaders.events.selection import Selection
from loaders.facts import facts
from loaders.packaging import package_bytes
from loaders.store import Store

HOST = "https://ties.example"
ONE = "essen-group-energy-agency-2018"  # part of a delegation's journey, which is of another sector
SELECTIONS = {
    "everything": Filters(background=True),
    "energy": Filters(sector=("energy",)),
    "two years of a tie": Filters(years=(2019, 2020), tie=("essen-koriyama",)),
    "words": Filters(text="Koriyama mayor"),
    "one event": Filters(years=(2018, 2018), sector=("energy",), organisation=("energy-agency-fukushima",)),
    "no event": Filters(text="zzz"),
}


@dataclass(frozen=True)
class Packed:
    """One package: what was chosen, the zip, and the folder into which it was unpacked."""

    selection: Selection
    data: bytes
    folder: Path

    @property
    def file(self) -> Path:
        """The zip as a file beside the folder."""
        return self.folder.with_suffix(".zip")

    def rows(self, name: str) -> list[dict[str, str]]:
        """A table's rows as they stand in its file."""
        return rows_of((self.folder / f"{name}.csv").read_bytes())


def rows_of(data: bytes) -> list[dict[str, str]]:
    """The rows of a CSV, every cell a text."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def packed(store: Store, filters: Filters, folder: Path) -> Packed:
    """The package of one selection, in a zip and unpacked."""
    selection = store.selection(filters)
    made = Packed(selection, package_bytes(selection, host=HOST), folder)
    made.file.write_bytes(made.data)
    with zipfile.ZipFile(made.file) as archive:
        archive.extractall(folder)
    return made


def opened_store(folder: Path) -> Store:
    """An unpacked package, read by our own loaders."""
    return Store(facts(folder))
