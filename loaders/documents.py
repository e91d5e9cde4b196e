"""Documents and what rests on them, corrections, and what was looked for."""

import pandas as pd

from loaders.facts import FactBase

_MARKED = ["table", "key"]


def documents(facts: FactBase) -> pd.DataFrame:
    """One row is one source, the one on which most rests first.

    Columns: those of `sources`, and `events` (how many events it speaks of), `rows` (how many rows of any cited table)
    and `alone` (rows that rest on this source and no other).
    """
    said = facts.table("evidence")
    pairs = said[[*_MARKED, "source_id"]].drop_duplicates()
    alone = pairs.groupby(_MARKED)["source_id"].transform("size") == 1
    table = facts.table("sources").set_index("source_id")
    table["events"] = pairs[pairs["table"] == "events"].groupby("source_id").size()
    table["rows"] = pairs.groupby("source_id").size()
    table["alone"] = pairs[alone].groupby("source_id").size()
    counts = ["events", "rows", "alone"]
    table[counts] = table[counts].fillna(0).astype("int64")
    return table.sort_values(["rows", "source_id"], ascending=[False, True], kind="stable").reset_index()


def corrections(facts: FactBase) -> pd.DataFrame:
    """One row is one cell where we show other than a source printed; `source` and `subject` are names in place of keys."""
    table = facts.table("corrections")
    sources = facts.table("sources").set_index("source_id")
    table["source"] = table["source_id"].map(sources["title"])
    return table
