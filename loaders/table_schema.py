"""What is taken away as a Table Schema (Data Package v2): its columns, their types and rules, its key."""

from loaders.exports import Export, Field
from loaders.schema import Column, Table

PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"


def table_schema(export: Export, table: Table | None = None) -> dict[str, object]:
    """The schema of an export's columns. `table`: the stored table whose rows these are, whose rules hold on.

    There is a primary key where each row has one of its own: the places' last row, for events without a place, has none.
    """
    rules = {column.name: column for column in table.columns} if table else {}
    return {
        "$schema": PROFILE,
        "name": export.name,
        "title": export.title,
        "description": export.row,
        "fields": [_field(field, rules.get(field.name)) for field in export.fields],
        **({"primaryKey": [export.key]} if _has_keys(export) else {}),
        "missingValues": [""],
    }


def _has_keys(export: Export) -> bool:
    if not export.key:
        return False
    keys = export.rows[export.key]
    return bool(keys.is_unique and keys.fillna("").ne("").all())


def _field(field: Field, column: Column | None) -> dict[str, object]:
    said = {"name": field.name, "type": field.type, "description": field.description, "unit": field.unit, "edtf": field.edtf}
    said["constraints"] = _constraints(column) if column else {}
    return {name: value for name, value in said.items() if value not in ("", False, {})}


def _constraints(column: Column) -> dict[str, object]:
    """The column's rules; patterns aside, which a text made safe for spreadsheets need not keep."""
    said = {"required": column.required, "unique": column.unique, "enum": list(column.enum)}
    said |= {"minimum": column.minimum, "maximum": column.maximum}
    return {name: value for name, value in said.items() if value not in (None, False, [])}
