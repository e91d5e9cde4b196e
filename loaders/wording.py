"""Columns and cells in a reader's words."""

import pandas as pd

from loaders.datetext import date_text
from loaders.facts import FactBase
from loaders.numbers import number_text

_LABELS = {
    "date": "Date",
    "status": "Status",
    "title": "Title",
    "name": "Name",
    "mode": "In person or online",
    "kind": "Kind",
    "note": "Note",
    "value": "Figure",
    "role": "Role",
    "unit": "Unit",
    "city_id": "Place",
    "site_id": "Site",
    "organisation_id": "Organisation",
    "person_id": "Person",
    "sector_id": "Sector",
    "tie_id": "Relationship",
    "event_id": "Event",
    "series_id": "Series",
    "indicator_id": "Indicator",
    "source_id": "Source",
    "url": "Address",
    "programme_id": "Programme",
    "starts_at": "Start",
    "ends_at": "End",
    "part_of": "Part of",
    "maybe_same_as": "Perhaps the same as",
}
_NAMES = {
    "city_id": ("cities", "name"),
    "site_id": ("sites", "name"),
    "organisation_id": ("organisations", "name"),
    "person_id": ("people", "name"),
    "sector_id": ("sectors", "name"),
    "tie_id": ("ties", "name"),
    "programme_id": ("programmes", "name"),
    "part_of": ("events", "title"),
    "maybe_same_as": ("events", "title"),
}


def label(column: str) -> str:
    """A column's name for readers; the row as a whole where no column is named."""
    return _LABELS.get(column, column.replace("_", " ").capitalize()) if column else "Also mentioned"


def value_text(facts: FactBase, column: str, value: object) -> str:
    """A cell in words: names in place of keys, dates and instants written out; blank where there is nothing."""
    if pd.isna(value) or value == "":
        return "no date" if column == "date" else ""
    if column in ("date", "since", "period", "opened", "as_of"):
        return date_text(str(value))
    if column in ("starts_at", "ends_at"):
        return f"{pd.Timestamp(value):%H:%M} UTC"
    if column == "value":
        return number_text(float(value))
    if column in _NAMES:
        table, name = _NAMES[column]
        return str(facts.table(table).set_index(facts.schema[table].key)[name].get(value, value))
    return str(value)
