"""The schema: `datapackage.json` read into values that reading, checking and the dictionary share."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from loaders.faults import Fault, FaultyData

PACKAGE = "datapackage.json"


@dataclass(frozen=True)
class Column:
    """One column: its Table Schema type and constraints, and whether it holds EDTF dates."""

    name: str
    type: str
    description: str
    unit: str = ""
    edtf: bool = False
    required: bool = False
    unique: bool = False
    enum: tuple[str, ...] = ()
    pattern: str = ""
    longest: int | None = None
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True)
class Reference:
    """A foreign key: every value of `column` stands in `table.target`."""

    column: str
    table: str
    target: str


@dataclass(frozen=True)
class Table:
    """One table: its file, columns in order, primary key and foreign keys."""

    name: str
    title: str
    description: str
    path: str
    columns: tuple[Column, ...]
    key: str
    references: tuple[Reference, ...]

    def column(self, name: str) -> Column:
        """The column of that name; KeyError where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name!r}")

    @property
    def names(self) -> list[str]:
        """The columns' names in order."""
        return [column.name for column in self.columns]


def read_schema(folder: Path) -> Mapping[str, Table]:
    """The tables that `folder/datapackage.json` declares, by name and in its order."""
    package = _package(folder)
    return MappingProxyType({resource["name"]: _table(resource) for resource in package["resources"]})


def read_package(folder: Path) -> dict:
    """The package's own properties (title, version, licences), without its resources."""
    package = _package(folder)
    return {name: value for name, value in package.items() if name != "resources"}


def _package(folder: Path) -> dict:
    file = f"{folder.name}/{PACKAGE}"
    try:
        return json.loads((folder / PACKAGE).read_text(encoding="utf-8"))
    except FileNotFoundError as fault:
        raise FaultyData([Fault(file, 0, "", "", "the file is missing; it declares all tables")]) from fault
    except json.JSONDecodeError as fault:
        raise FaultyData([Fault(file, fault.lineno, "", "", f"is not JSON: {fault.msg}")]) from fault


def _table(resource: Mapping) -> Table:
    schema = resource["schema"]
    return Table(
        name=resource["name"],
        title=resource["title"],
        description=resource["description"],
        path=resource["path"],
        columns=tuple(_column(field, schema["primaryKey"][0]) for field in schema["fields"]),
        key=schema["primaryKey"][0],
        references=tuple(_reference(key, resource["name"]) for key in schema.get("foreignKeys", ())),
    )


def _column(field: Mapping, key: str) -> Column:
    constraints = field.get("constraints", {})
    return Column(
        name=field["name"],
        type=field["type"],
        description=field["description"],
        unit=field.get("unit", ""),
        edtf=field.get("edtf", False),
        required=constraints.get("required", False) or field["name"] == key,
        unique=constraints.get("unique", False) or field["name"] == key,
        enum=tuple(constraints.get("enum", ())),
        pattern=constraints.get("pattern", ""),
        longest=constraints.get("maxLength"),
        minimum=constraints.get("minimum"),
        maximum=constraints.get("maximum"),
    )


def _reference(key: Mapping, own: str) -> Reference:
    target = key["reference"]
    return Reference(key["fields"][0], target.get("resource") or own, target["fields"][0])
