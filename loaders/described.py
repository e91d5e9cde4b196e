"""What the columns mean that no table stores: those that joining, counting and wording add. One name means one thing everywhere."""

import pandas as pd

from loaders.exports import Field
from loaders.schema import Table

_TYPES = {"bool": "boolean", "boolean": "boolean", "int64": "integer", "Int64": "integer", "float64": "number"}

ADDED: dict[str, Field] = {
    name: Field(name, kind, text, unit)
    for name, kind, unit, text in (
        ("start", "date", "", "First possible day by the date. Blank: open or not known."),
        ("end", "date", "", "Last possible day by the date. Blank: open or not known."),
        ("date_text", "string", "", "The date in words."),
        ("sector", "string", "", "Name of the sector."),
        ("ties", "string", "", "Name of the relationship. Blank: context."),
        ("programme", "string", "", "Name of the programme or project."),
        ("cities", "string", "", "Every place that has a part in it, separated by “; ”."),
        ("places", "string", "", "Sites and cities with their part in it, separated by “; ”."),
        ("organisations", "string", "", "Organisations that took part, separated by “; ”."),
        ("people", "string", "", "People who took part in a public role, separated by “; ”."),
        ("status_text", "string", "", "The status in words; of an announcement whose day has passed, that its outcome is not known."),
        ("sources", "integer", "documents", "How many documents are cited for it, copies, words against it and of things around it included."),
        ("witnesses", "integer", "independent sources", "How many independent sources say so: a reprint, a copy or a publisher’s second document is no second one. Texts of unknown origin, announcements of what was held, and what we only inferred from count where there is no other."),
        ("primary", "boolean", "", "Whether one of them is primary: a document of an authority, institution or company itself, or a reprint of its release; of an event, of the twenty years after it. Not judged: whether its author took part."),
        ("basis", "string", "", "stated; or inferred, where one of its columns, or of an event the date as exactly as shown, is said by no source. It speaks of the row itself; an event’s places and people are rows of their own."),
        ("disputed", "boolean", "", "Whether documents disagree on it."),
        ("said_by", "string", "", "Publishers and dates of its sources, separated by “; ”."),
        ("citations", "string", "", "Its sources in full, each with the place in it, what it says there and the notice that its licence asks for, separated by “ | ”."),
        ("about", "string", "", "Name of the row of which this speaks."),
        ("subject", "string", "", "Name of the row of which this speaks."),
        ("members", "string", "", "Between whom, by name, separated by “; ”."),
        ("indicator", "string", "", "What is measured."),
        ("series", "string", "", "Which way of measuring it; figures of two series are not compared."),
        ("definition", "string", "", "What exactly the series measures."),
        ("publisher", "string", "", "Who publishes the series."),
        ("derived", "boolean", "", "Whether the figure is computed from others."),
        ("city", "string", "", "Name of the city."),
        ("title", "string", "", "Title of the event."),
        ("date", "string", "", "Date of the event in EDTF."),
        ("value", "number", "", "The figure, in the unit beside it."),
        ("unit", "string", "", "Unit of the figure."),
        ("place", "string", "", "Key of the site or city; of a journey, those of origin and venue."),
        ("name", "string", "", "Name of the place."),
        ("kind", "string", "", "What sort of place it is."),
        ("titles", "string", "", "Titles of these events, oldest first, separated by “; ”."),
        ("also", "string", "", "Titles of events that only name the place: people came from there, joined online, or it is about it."),
        ("first", "string", "", "Date of the first of these events, in words."),
        ("latest", "string", "", "Date of the latest of these events, in words."),
        ("precision", "string", "", "How far to trust the point, in words."),
        ("latitude", "number", "°", "Degrees north, WGS 84. Blank: no point recorded."),
        ("longitude", "number", "°", "Degrees east, WGS 84. Blank: no point recorded."),
        ("events", "integer", "events", "How many events."),
        ("rows", "integer", "rows", "How many rows of the data it supports."),
        ("alone", "integer", "rows", "How many rows of the data rest on it and its copies alone."),
        ("event_ids", "string", "", "Keys of these events, separated by “; ”."),
        ("origin", "string", "", "City from which people came."),
        ("venue", "string", "", "City in which the event was."),
        ("on_map", "string", "", "Whether both points are recorded, so that the journey can be drawn."),
        ("one", "string", "", "Key of one of two organisations, the one that comes first by the alphabet."),
        ("other", "string", "", "Key of the other organisation."),
        ("one_name", "string", "", "Name of the one organisation."),
        ("other_name", "string", "", "Name of the other organisation."),
        ("sectors", "string", "", "Sectors of these events, each with its number of them, separated by “; ”."),
        ("report", "string", "", "reported or announced: whether a source tells it after the event, or only before."),
        ("tie", "string", "", "Name of the relationship."),
        ("year", "integer", "", "The year. Blank: all years before 2000, or no date, as the column in words says."),
        ("years", "string", "", "The year in words, or that it is all before 2000, or that there is no date."),
        ("state", "string", "", "events; or why there is none: begun earlier, not stated by the sources, looked for and not found, none known."),
        ("held", "integer", "events", "How many of these events were held."),
        ("planned", "integer", "events", "How many of these events are only announced."),
        ("cancelled", "integer", "events", "How many of these events were called off."),
        ("resting", "string", "", "How many of these events rest on one independent source, and how many on none that is primary. Blank: there is none."),
        ("doubtful", "integer", "events", "How many of these events may lie in another year."),
        ("begun_ids", "string", "", "Keys of events that began in an earlier year, and lasted into this one or have no known end, separated by “; ”."),
        ("begun_titles", "string", "", "Titles of events that began in an earlier year, and lasted into this one or have no known end, separated by “; ”."),
        ("possible_ids", "string", "", "Keys of events that may lie there, their date not being stated closely enough, separated by “; ”."),
        ("possible_titles", "string", "", "Titles of events that may lie there, separated by “; ”."),
        ("search_ids", "string", "", "Keys of searches that found nothing there or in a part of that year, separated by “; ”."),
        ("searches", "string", "", "What was looked for there and not found, with the time asked about where one is said, separated by “; ”."),
        ("comparison_id", "string", "", "The side, in small letters, and the key of the event."),
        ("compared_as", "string", "", "A or B: on which side of the comparison the event stands."),
        ("compared_name", "string", "", "Name of that side: a relationship, a city or a period."),
        ("on_both", "boolean", "", "Whether the event stands on the other side too."),
    )
}  # fmt: skip


def fields(table: Table | None, rows: pd.DataFrame, more: dict[str, str] | None = None) -> tuple[Field, ...]:
    """The description of every column of `rows`: as the schema of `table` has it, else `more` (texts by name), else ADDED.

    Raises KeyError where a column is described nowhere.
    """
    stored = (
        {column.name: Field(column.name, column.type, column.description, column.unit, column.edtf) for column in table.columns}
        if table
        else {}
    )
    said = {name: Field(name, _type(rows[name]), text) for name, text in (more or {}).items() if name in rows}
    known = {**ADDED, **said, **stored}
    return tuple(known[name] for name in rows)


def _type(values: pd.Series) -> str:
    if pd.api.types.is_datetime64_any_dtype(values):
        return "datetime"
    return _TYPES.get(str(values.dtype), "string")
