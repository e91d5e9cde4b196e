"""Where sources disagree: who says what, which word is followed, and why."""

import pandas as pd

from loaders.card import text_of
from loaders.citations import evidence
from loaders.documents import subject
from loaders.facts import FactBase
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
_CELL = ["table", "key", "column"]


def contradictions(facts: FactBase) -> pd.DataFrame:
    """One row is one word of one source against what is shown.

    Columns: `evidence_id`, `table`, `key`, `column`, `source_id`; in words `subject` (the row's name), `what` (the column), `shown_text`, `followed` (who
    says what is shown: publishers and dates, separated by `; `), `said_text`, `by`, `locator`, `corrected` (whether a correction
    explains it), and `why` (the reason of the correction where there is one, else the note on this word).
    """
    said = evidence(facts).fillna({"column": "", "value": "", "locator": "", "note": ""})
    table = said[said["stance"] == "contradicts"]
    table = table.sort_values("table", key=lambda names: names.map(_ORDER.index), kind="stable", ignore_index=True)
    reasons = facts.table("corrections").drop_duplicates(_CELL).set_index(_CELL)["reason"].to_dict()
    cells = list(table[_CELL].itertuples(index=False, name=None))
    return table.assign(
        subject=[subject(facts, name, key) for name, key, _ in cells],
        what=[label(column) for _, _, column in cells],
        shown_text=[value_text(facts, column, _cell(facts, name, key, column)) for name, key, column in cells],
        followed=[_followed(said, source, *cell) for source, cell in zip(table["source_id"], cells, strict=True)],
        said_text=[value_text(facts, column, value) for column, value in zip(table["column"], table["value"], strict=True)],
        by=table["brief"],
        corrected=[cell in reasons for cell in cells],
        why=[reasons.get(cell, note) for cell, note in zip(cells, table["note"], strict=True)],
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


def _cell(facts: FactBase, name: str, key: str, column: str) -> str:
    """The cell that is shown; blank where faults keep its table from being shown."""
    if name not in facts.frames:
        return ""
    rows = facts.table(name)
    return text_of(rows.loc[rows[facts.schema[name].key] == key, column].iloc[0])


def _followed(said: pd.DataFrame, source: str, name: str, key: str, column: str) -> str:
    """Who says what is shown: of the cell, or, where nobody speaks of it alone, others of its row."""
    row = said[(said["table"] == name) & (said["key"] == key) & (said["stance"] != "contradicts")]
    found = row[row["column"] == column]
    others = row[(row["column"] == "") & (row["source_id"] != source)]
    return "; ".join(dict.fromkeys((found if len(found) else others)["brief"]))
