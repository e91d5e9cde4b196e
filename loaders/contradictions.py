"""Where sources disagree: who says what, which word is followed, and why."""

import pandas as pd

from loaders.card import text_of
from loaders.citations import evidence
from loaders.disputes import either_or
from loaders.documents import subject_names
from loaders.facts import FactBase
from loaders.keeping import derived
from loaders.voices import SUPPORTS
from loaders.wording import label, value_text

_ORDER = [
    "events",
    "event_places",
    "participants",
    "measures",
    "observations",
    "ties",
    "tie_cities",
    "programmes",
    "organisations",
    "people",
    "sites",
    "cities",
]
_OPEN = "Documents name different days; which is right stays open."
_CELL = ["table", "key", "column"]


@derived
def contradictions(facts: FactBase) -> pd.DataFrame:
    """One row is one word of one source against what is shown, or for one of several dates between which it stays open.

    Columns: `evidence_id`, `table`, `key`, `column`, `source_id`; in words `subject` (the row's name), `what` (the column), `shown_text`, `followed` (who
    says what is shown: publishers and dates, separated by `; `), `said_text`, `by`, `locator`, `corrected` (whether a correction
    explains it), and `why` (the reason of the correction where there is one, else the note on this word).
    """
    said = evidence(facts).fillna({"column": "", "value": "", "locator": "", "note": ""})
    table = said[(said["stance"] == "contradicts") | _of_several(facts, said)]
    table = table.sort_values("table", key=lambda names: names.map(_place), kind="stable", ignore_index=True)
    reasons = facts.table("corrections").drop_duplicates([*_CELL, "source_id"]).set_index([*_CELL, "source_id"])["reason"].to_dict()
    cells = list(table[_CELL].itertuples(index=False, name=None))
    words = list(table[[*_CELL, "source_id"]].itertuples(index=False, name=None))
    return table.assign(
        subject=subject_names(facts, table),
        what=[label(column) for _, _, column in cells],
        shown_text=[value_text(facts, column, _cell(facts, name, key, column)) for name, key, column in cells],
        followed=[_followed(facts, said, source, *cell) for source, cell in zip(table["source_id"], cells, strict=True)],
        said_text=[value_text(facts, column, value) for column, value in zip(table["column"], table["value"], strict=True)],
        by=table["brief"],
        corrected=[word in reasons for word in words],
        why=[reasons.get(word, note or _OPEN) for word, note in zip(words, table["note"], strict=True)],
    )[[*_COLUMNS]]


_COLUMNS = [
    "evidence_id",
    *_CELL,
    "source_id",
    "subject",
    "what",
    "shown_text",
    "followed",
    "said_text",
    "by",
    "locator",
    "corrected",
    "why",
]


def _place(table: str) -> int:
    return _ORDER.index(table) if table in _ORDER else len(_ORDER)


def _of_several(facts: FactBase, said: pd.DataFrame) -> pd.Series:
    """Words for one of several dates of an event on which documents disagree."""
    if "events" not in facts.frames:
        return pd.Series(False, index=said.index)
    dates = facts.table("events").set_index("event_id")["date"]
    named = (said["table"] == "events") & (said["column"] == "date") & said["key"].isin(either_or(facts))
    member = [value in str(shown).strip("[]").split(",") for value, shown in zip(said["value"], said["key"].map(dates), strict=True)]
    return named & pd.Series(member, index=said.index, dtype=bool)


def _cell(facts: FactBase, name: str, key: str, column: str) -> str:
    """The cell that is shown; blank where faults keep its table from being shown."""
    if name not in facts.frames:
        return ""
    rows = facts.table(name)
    return text_of(rows.loc[rows[facts.schema[name].key] == key, column].iloc[0])


def _followed(facts: FactBase, said: pd.DataFrame, source: str, name: str, key: str, column: str) -> str:
    """Who says what is shown: of the cell, those who say it less exactly after the others; where nobody speaks of the cell, others of its row."""
    row = said[(said["table"] == name) & (said["key"] == key) & said["stance"].isin(SUPPORTS)]
    found = row[row["column"] == column]
    if found.empty:
        return "; ".join(dict.fromkeys(row.loc[(row["column"] == "") & (row["source_id"] != source), "brief"]))
    shown = _cell(facts, name, key, column)
    exact = dict.fromkeys(found.loc[found["value"].isin([shown, ""]), "brief"])
    loose = {row.brief: value_text(facts, column, row.value) for row in found.itertuples() if row.brief not in exact}
    return "; ".join([*exact, *(f"{brief} (says {text})" for brief, text in loose.items())])
