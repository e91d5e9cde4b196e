"""On which events the sources disagree, and on which only our own reading does."""

from collections.abc import Mapping

import pandas as pd

from loaders.facts import FactBase
from loaders.keeping import derived

_PARTS = ("event_places", "participants", "measures")
_CELL = ["table", "key", "column"]


def disputed(facts: FactBase) -> set[str]:
    """Keys of the events on which two documents disagree, on the event itself or on a place, participant or figure of it.

    A date that is one of several (`[a,b]`) is disputed between those who name one and those who name another.
    """
    return set(disputing(facts)["event_id"]) | either_or(facts)


@derived
def disputing(facts: FactBase) -> pd.DataFrame:
    """The rows of evidence that make a dispute, with `event_id`, the event that they are about.

    A word against what is shown makes one only where another document says what is shown of the same cell (of a part: of
    its row), and where the document that contradicts does not say it itself, as one whose flattened text can be read in two ways.
    A misprinted title that nobody else prints, and a figure expected beforehand, are none.
    """
    said = facts.table("evidence").fillna({"column": "", "value": ""})
    said = said[said["table"].isin(["events", *_PARTS])]
    agree, against = said[said["stance"] != "contradicts"], said[said["stance"] == "contradicts"]
    against = against[~against["column"].isin(["qualifier", "unit"])]
    speakers: dict[tuple[str, str, str], set[str]] = {}
    for *cell, source in zip(*(agree[column] for column in (*_CELL, "source_id")), strict=True):
        speakers.setdefault(tuple(cell), set()).add(source)
    found = against[pd.Series([_backed(speakers, row) for row in against.itertuples()], index=against.index, dtype="bool")]
    events = {table: facts.table(table).set_index(facts.schema[table].key)["event_id"] for table in _PARTS}
    keys = [key if table == "events" else events[table][key] for table, key in zip(found["table"], found["key"], strict=True)]
    return found.assign(event_id=pd.Series(keys, index=found.index, dtype="str"))


def _backed(speakers: Mapping[tuple[str, str, str], set[str]], row) -> bool:
    """Whether another document says what is shown, and this one, which contradicts it, does not. `speakers`: who says so, by cell."""
    own, whole = (speakers.get((row.table, row.key, column), set()) for column in (row.column, ""))
    others = own if row.table == "events" else own | whole
    return row.source_id not in own and bool(others - {row.source_id})


def either_or(facts: FactBase) -> set[str]:
    """Keys of the events whose date is one of several, because documents name different ones."""
    return set(_naming_one(facts)["key"])


@derived
def against(facts: FactBase) -> frozenset[str]:
    """Keys of the rows of evidence that say otherwise than others: those that contradict what is shown, and those that name one of several
    dates where another document names another."""
    said = facts.table("evidence")
    return frozenset([*said.loc[said["stance"] == "contradicts", "evidence_id"], *_naming_one(facts)["evidence_id"]])


def _naming_one(facts: FactBase) -> pd.DataFrame:
    """The rows of evidence that name one of the several dates of an event, of those where documents name different ones."""
    dates = facts.table("events").set_index("event_id")["date"].fillna("")
    said = facts.table("evidence")
    said = said[(said["table"] == "events") & (said["column"] == "date") & said["value"].notna() & (said["stance"] != "context")]
    members = said["key"].map(dates).fillna("").map(_members)
    one_of = [value in some for value, some in zip(said["value"], members, strict=True)]
    named = said[pd.Series(one_of, index=said.index, dtype="bool")]
    return named[named.groupby("key")["value"].transform("nunique") > 1]


def _members(text: str) -> tuple[str, ...]:
    """The dates of which one holds: of `[a,b]` both, of any other date none."""
    return tuple(part.strip() for part in text[1:-1].split(",")) if text.startswith("[") and "," in text else ()
