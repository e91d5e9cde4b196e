"""The data dictionary of one table, visible below its rows."""

import streamlit as st

from loaders.dictionary import dictionary_rows
from loaders.facts import FactBase
from loaders.keeping import derived
from pages.parts import state
from pages.parts.words import md

_HEADS = ("Column", "Type and rules", "Meaning", "Allowed words")


def table_dictionary(facts: FactBase, name: str) -> None:
    """What one row is, every column with its rules and meaning, and the way to the tables that its keys name."""
    table = facts.schema[name]
    st.subheader("Data dictionary")
    st.markdown(f"{_worded(table.description)} File: `data/{table.path}`; key: `{table.key}`.")
    with st.container(key="dictionary"):
        st.markdown(_columns(facts, name))
    _other_tables(facts, name)


@derived
def _columns(facts: FactBase, name: str) -> str:
    """The dictionary as a table in Markdown."""
    rows = dictionary_rows(facts, name)
    heads = _HEADS if rows["words"].any() else _HEADS[:-1]
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for row in rows.itertuples():
        cells = [f"`{row.column}`", _worded(row.rules), _worded(row.meaning), md(row.words)]
        lines.append("| " + " | ".join(cells[: len(heads)]) + " |")
    return "\n".join(lines)


def _worded(text: str) -> str:
    """A text of the schema, safe for Markdown, what stands between backticks as code."""
    parts = text.split("`")
    return "".join(f"`{part}`" if place % 2 else _escaped(part) for place, part in enumerate(parts))


def _escaped(part: str) -> str:
    """`md` with the blanks at both ends kept."""
    if not part.strip():
        return part
    return " " * part.startswith(" ") + md(part) + " " * part.endswith(" ")


def _other_tables(facts: FactBase, name: str) -> None:
    """Links to the tables that this one names, and to those that name it."""
    named = [reference.table for reference in facts.schema[name].references if reference.table != name]
    naming = [table.name for table in facts.schema.values() for reference in table.references if reference.table == name != table.name]
    for words, others in (("Its keys name rows of", named), ("Its rows are named by", naming)):
        if others:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.markdown(words, width="content")
                for other in dict.fromkeys(others):
                    query = {**state.current_filters().to_query(), "table": [other]}
                    st.page_link("data/data.py", label=md(facts.schema[other].title), query_params=query, icon="")
