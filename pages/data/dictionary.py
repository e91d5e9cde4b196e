"""What each column of a table means, and how many of its rows have it."""

from contextlib import suppress

import streamlit as st

from loaders.dictionary import dictionary_rows
from loaders.events.selection import derived
from loaders.faults import FaultyData
from loaders.store import Store
from loaders.text import counted, message, say
from pages.parts.base import store
from pages.widgets.table import Column, packed, table

_COLUMNS = (
    Column("column", message("Column"), "title", beside="label"),
    Column("type", message("Type"), "words"),
    Column("text", message("Meaning"), "words"),
    Column("filled", message("Filled"), "bar", beside="share"),
)


def draw_dictionary(name: str) -> None:
    """The columns as rows."""
    with st.container(key="dictionary"):
        table(_columns(store(), name), key="dictionary-rows")


@derived
def _columns(store: Store, name: str) -> bytes:
    facts, labels = store.facts, {}
    with suppress(FaultyData):  # of another table that gives names
        labels = {column.name: store.words(name).label_of(column) for column in facts.schema[name].columns}
    rows = dictionary_rows(facts, name)
    whole = facts.table(name)
    filled = [int(whole[column].notna().sum()) for column in rows["column"]]
    rows = rows.assign(
        key="",
        label=[label if (label := labels.get(column)) != column else None for column in rows["column"]],
        type=rows["rules"].str.replace("`", ""),
        text=[_meaning(row.meaning, row.words) for row in rows.itertuples()],
        filled=filled,
        share=[round(100 * number / max(len(whole), 1), 1) for number in filled],
    )
    title, file = facts.schema[name].title, facts.schema[name].path
    heading = counted("{title}: {count} column", "{title}: {count} columns", count=len(rows), title=title)
    return packed(rows, _COLUMNS, caption=heading, heading=heading, aside=say("file {path}", path=file))


def _meaning(meaning: str, words: str) -> str:
    """What it means, and the words that it may have."""
    text = say("{meaning} One of: {words}.", meaning=meaning, words=words) if words else meaning
    return text.replace("`", "")
