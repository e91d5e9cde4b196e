"""What each column of a table means, and how many of its rows have it."""

import streamlit as st

from loaders.dictionary import dictionary_rows
from loaders.events.selection import derived
from loaders.facts import FactBase
from loaders.text import counted, message, say
from pages.widgets.table import Column, packed, table

_COLUMNS = (
    Column("column", message("Column"), "title"),
    Column("type", message("Type"), "words"),
    Column("text", message("Meaning"), "words"),
    Column("filled", message("Filled"), "bar", beside="share"),
)


def draw_dictionary(facts: FactBase, name: str) -> None:
    """The columns as rows."""
    with st.container(key="dictionary"):
        table(_columns(facts, name), key="dictionary-rows")


@derived
def _columns(facts: FactBase, name: str) -> bytes:
    rows = dictionary_rows(facts, name)
    whole = facts.table(name)
    filled = [int(whole[column].notna().sum()) for column in rows["column"]]
    rows = rows.assign(
        key="",
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
