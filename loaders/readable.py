"""Any table as a reader meets it: names beside keys, dates in words, who says so; and the text to search it by."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from loaders.checking import UNCITED
from loaders.citations import evidence, row_citations
from loaders.confidence_words import LEGEND, marked
from loaders.datetext import date_text
from loaders.events import Events
from loaders.facts import FactBase
from loaders.schema import Column, Table
from loaders.searching import search_texts
from loaders.subjects import about, subjects
from loaders.views import members
from loaders.wording import label, value_text

POINTING = ("evidence", "corrections")
_SAID = ("value", "printed", "shown")
_TWINS = {"_de": "German", "_ja": "Japanese"}
_LEADING = {
    "sources": ("publisher", "title"),
    "ties": ("name", "members", "scope_text", "kind", "since_text", "state", "level_text"),
    "events": ("date_text", "title", "cities", "status_text"),
    "participants": ("person", "organisation", "role_text", "event"),
    "measures": ("measure_text", "value", "unit", "qualifier_text", "event"),
    "observations": ("city", "indicator", "qualifier_text", "value", "unit", "as_of_text", "preferred", "series"),
    "evidence": ("about", "column_text", "value_text", "stance_text", "source", "locator"),
    "corrections": ("about", "column_text", "printed_text", "shown_text", "reason", "source", "locator"),
}
_OWN_LABELS = {
    ("evidence", "value"): "What it says",
    ("tie_cities", "partner"): "Member outside the table of cities",
    ("organisations", "city_id"): "Seat",
}
_SURE = ["sources", "witnesses", "primary", "basis", "confidence"]
_FORMS = {"boolean": "truth", "number": "number", "integer": "number", "datetime": "instant"}


@dataclass(frozen=True)
class Shown:
    """One column on the page: its name in `Readable.rows`, a reader's name for it, what it means, and how it is written.

    `form`: text, number, degrees, link, truth, instant, or mark (of confidence: drawn on the page, not exported or searched).
    """

    name: str
    label: str
    help: str
    form: str = "text"


@dataclass(frozen=True)
class Readable:
    """One table in words. `rows`: its stored columns as they are, and those in words; `columns`: what is shown, in order, keys last.

    `search`: per row, the folded text that Search looks through.
    """

    table: Table
    rows: pd.DataFrame
    columns: tuple[Shown, ...]
    search: pd.Series

    def label_of(self, column: Column) -> str:
        """What heads a stored column, or its words, on the page."""
        named = {shown.name: shown.label for shown in self.columns}
        return named.get(_word_name(column), named[column.name])

    @property
    def exported(self) -> list[str]:
        """The columns of the download: the stored ones under their own names and in their order, then those in words."""
        marks = {column.name for column in self.columns if column.form == "mark"}
        return [*self.table.names, *(column for column in self.rows if column not in {*self.table.names, *marks})]


def readable(facts: FactBase, events: Events | None, name: str) -> Readable:
    """One table in words, in the order of its file. `events`: all of them; None will do for what is no event and has none.

    Raises FaultyData where the table, or one that gives it names, has faults.
    """
    table, rows = facts.schema[name], facts.table(name)
    first, last = _added(facts, events, name, rows), []
    for column in table.columns:
        words = _words(facts, table, column, rows)
        if words is not None:
            rows[_word_name(column)] = words
            first.append(Shown(_word_name(column), _label(name, column.name), column.description))
        behind = words is not None or column.name == table.key or column.name[-3:] in _TWINS
        (last if behind else first).append(Shown(column.name, _stored_label(name, column, words), column.description, _form(column)))
    if name not in UNCITED:
        first += _cited(facts, name, rows)
    columns = (*_leading(name, first), *sorted(last, key=lambda shown: shown.name[-3:] not in _TWINS))
    seen = [column.name for column in columns if column.form in ("text", "link", "number")]
    return Readable(table, rows, columns, search_texts(facts, events, name, rows, seen))


def _added(facts: FactBase, events: Events | None, name: str, rows: pd.DataFrame) -> list[Shown]:
    """What stands first though the table does not store it: what a row speaks of, members of a tie, what a figure measures."""
    if name in POINTING:
        rows["about"] = about(facts, rows)
        return [Shown("about", "About", "What the row is called of which this speaks.")]
    if name == "events":
        rows["cities"] = rows["event_id"].map(events.rows.set_index("event_id")["cities"])
        return [Shown("cities", "Cities", "Every place that has a part in it.")]
    if name == "ties":
        rows["members"] = rows["tie_id"].map(members(facts).groupby("tie_id")["member"].agg("; ".join)).astype("str")
        return [Shown("members", "Members", "Between whom, by name.")]
    if name == "observations":
        series = facts.table("series").set_index("series_id")
        rows["indicator"] = rows["series_id"].map(series["indicator_id"]).map(subjects(facts, "indicators")).astype("str")
        rows["unit"] = rows["series_id"].map(series["unit"]).astype("str")
        return [Shown("indicator", "Indicator", "What is measured."), Shown("unit", "Unit", "Unit of every figure of the series.")]
    return []


def _words(facts: FactBase, table: Table, column: Column, rows: pd.DataFrame) -> pd.Series | None:
    """The column in words, or None where it stands in words already."""
    values = rows[column.name]
    for reference in table.references:
        if reference.column == column.name:
            return values.map(subjects(facts, reference.table)).astype("str")
    if column.edtf:
        return _mapped(values, date_text)
    if table.name in POINTING and column.name in _SAID:
        return _cells(facts, rows["column"], values)
    if table.name in POINTING and column.name == "column":
        return _mapped(values, label)
    if column.enum:
        words = _vocabulary(facts, f"{table.name}.{column.name}")
        return None if (words == words.index).all() else values.map(words).astype("str").fillna(values)
    return None


def _mapped(values: pd.Series, words: Callable[[str], str]) -> pd.Series:
    return values.map({value: words(value) for value in values.dropna().unique()}).astype("str")


def _cells(facts: FactBase, columns: pd.Series, values: pd.Series) -> pd.Series:
    """Cells of any column in words, each cell that occurs worded once."""
    pairs = pd.Series(zip(columns, values, strict=True), index=columns.index)[columns.notna() & values.notna()]
    words = {pair: value_text(facts, *pair) for pair in pairs.unique()}
    return pairs.map(words).reindex(values.index).astype("str")


def _vocabulary(facts: FactBase, field: str) -> pd.Series:
    words = facts.table("vocabulary")
    words = words[words["field"] == field]
    return words["name"].set_axis(words["code"])


def _word_name(column: Column) -> str:
    if column.name.endswith("_id"):
        return column.name.removesuffix("_id")
    return f"{column.name}_text"


def _leading(name: str, columns: list[Shown]) -> list[Shown]:
    order = _LEADING.get(name, ())
    return sorted(columns, key=lambda shown: order.index(shown.name) if shown.name in order else len(order))


def _label(name: str, column: str) -> str:
    return _OWN_LABELS.get((name, column), label(column))


def _stored_label(name: str, column: Column, words: pd.Series | None) -> str:
    """A reader's name where the column is the only one of its kind; its own name where it stands beside its words."""
    if words is not None or column.name.endswith("_id"):
        return f"{column.name} (EDTF)" if column.edtf else column.name
    language = _TWINS.get(column.name[-3:])
    return f"{label(column.name[:-3])} ({language})" if language else _label(name, column.name)


def _form(column: Column) -> str:
    if column.unit == "°":
        return "degrees"
    return "link" if column.name == "url" else _FORMS.get(column.type, "text")


def _cited(facts: FactBase, name: str, rows: pd.DataFrame) -> list[Shown]:
    """Adds to cited rows who says so, and how well they are founded: `sources` (how many), `witnesses`, `primary`, `basis` and
    `confidence` (see `confidence_words.marked`), `disputed`, `said_by` (publishers and dates) and `citations`."""
    said = evidence(facts)
    said = said[said["table"] == name]
    keys = rows[facts.schema[name].key]
    once = said.drop_duplicates(["key", "source_id"])
    rows[_SURE] = marked(facts, name, keys)[_SURE]
    rows["disputed"] = keys.isin(said.loc[said["stance"] == "contradicts", "key"])
    rows["said_by"] = keys.map(once.groupby("key", sort=False)["brief"].agg("; ".join)).astype("str").fillna("")
    rows["citations"] = keys.map(row_citations(facts, name)).astype("str").fillna("")
    return [
        Shown("said_by", "Who says so", "Publishers and dates of the sources. The CSV has them in full, with places and addresses."),
        Shown("confidence", "Confidence", LEGEND, "mark"),
        Shown("sources", "Sources", "How many documents speak of the row.", "number"),
        Shown("disputed", "They disagree", "Whether a document says otherwise.", "truth"),
    ]
