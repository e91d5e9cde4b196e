"""Documents and what rests on them, corrections, and what was looked for."""

import pandas as pd

from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.faults import FaultyData
from loaders.selected import left
from loaders.subjects import about
from loaders.voices import SUPPORTS
from loaders.wording import label, value_text

_MARKED, _RESTING = ["table", "key"], ["rows", "alone"]


@derived
def documents(facts: FactBase) -> pd.DataFrame:
    """One row is one source, the one on which most rests first.

    Columns: those of `sources`, and `rows` (how many rows of any cited table) and `alone` (rows that rest on this source, and its copies,
    and no other; what contradicts or tells only of something around it does not carry a row).
    """
    said = facts.table("evidence")
    pairs = said[[*_MARKED, "source_id"]].drop_duplicates()
    table = facts.table("sources").set_index("source_id")
    agreeing = witnesses(facts)
    alone = agreeing[agreeing.groupby(_MARKED)["root"].transform("nunique") == 1].drop_duplicates([*_MARKED, "source_id"])
    table["rows"] = pairs.groupby("source_id").size()
    table["alone"] = alone.groupby("source_id").size()
    table[_RESTING] = table[_RESTING].fillna(0).astype("int64")
    return table.sort_values(["rows", "source_id"], ascending=[False, True], kind="stable").reset_index()


@derived
def telling_documents(selection: Selection) -> pd.DataFrame:
    """One row is one source, the one that tells of most events first: the columns of `documents`, and `events` (of how many it tells under
    all choices but those of a source, as a click on it shows), missing where faults hide the events."""
    table = documents(selection.facts)
    try:
        numbers = selection.counts("source")
    except FaultyData:
        return table.assign(events=pd.NA)
    table = table.assign(events=table["source_id"].map(numbers).fillna(0).astype("int64"))
    return table.sort_values("events", ascending=False, kind="stable", ignore_index=True)


@derived
def witnesses(facts: FactBase) -> pd.DataFrame:
    """One row is one source's word for what is shown: the columns of `evidence`, and `root`, the source or the one that it repeats.

    What contradicts, and what is only context, is left out. Rows of one key with one `root` have one witness, however many copies there are.
    """
    said = facts.table("evidence")
    said = said[said["stance"].isin(SUPPORTS)]
    originals = facts.table("sources").set_index("source_id")["copy_of"]
    return said.assign(root=said["source_id"].map(originals).fillna(said["source_id"]))


@derived
def corrections(facts: FactBase) -> pd.DataFrame:
    """One row is one cell where we show other than a source printed.

    Columns: those of `corrections`, and in words `subject` (the row's title or name), `what` (the column),
    `printed_text`, `shown_text` and `source`.
    """
    table = facts.table("corrections")
    table["source"] = table["source_id"].map(facts.table("sources").set_index("source_id")["title"])
    table["subject"] = subject_names(facts, table)
    table["what"] = table["column"].map(label)
    for column in ("printed", "shown"):
        table[f"{column}_text"] = [value_text(facts, name, value) for name, value in zip(table["column"], table[column], strict=True)]
    return table


@derived
def left_corrections(selection: Selection) -> pd.DataFrame:
    """The corrections that the selection leaves, as `corrections` has them; all where faults switch the filter off."""
    try:
        return corrections(selection.facts)[left(selection, "corrections").to_numpy()]
    except FaultyData:
        return corrections(selection.facts)


@derived
def left_number(selection: Selection, name: str) -> int:
    """How many rows of a table the selection leaves; all where faults switch the filter off."""
    try:
        return int(left(selection, name).sum())
    except FaultyData:
        return len(selection.facts.table(name))


def subject_names(facts: FactBase, rows: pd.DataFrame) -> pd.Series:
    """Per row that speaks of another (`table`, `key`), the name by which a reader knows that one; its key where faults hide it."""
    try:
        return about(facts, rows)
    except FaultyData:
        return rows["key"]
