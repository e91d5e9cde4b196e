"""The data dictionary of one table, visible below its rows."""

import streamlit as st

from loaders.dictionary import dictionary_rows
from loaders.facts import FactBase
from pages.parts import state
from pages.parts.words import md

_HEADS = ("Column", "Type and rules", "Meaning", "Allowed words")


def table_dictionary(facts: FactBase, name: str) -> None:
    """What one row is, every column with its rules and meaning, and the way to the tables that its keys name."""
    table, rows = facts.schema[name], dictionary_rows(facts, name)
    st.subheader("Data dictionary")
    st.markdown(f"{md(table.description)} File: `data/{table.path}`; key: `{table.key}`.")
    heads = _HEADS if rows["words"].any() else _HEADS[:-1]
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for row in rows.itertuples():
        cells = [f"`{row.column}`", md(row.rules), md(row.meaning), md(row.words)]
        lines.append("| " + " | ".join(cells[: len(heads)]) + " |")
    st.markdown("\n".join(lines))
    _other_tables(facts, name)


def _other_tables(facts: FactBase, name: str) -> None:
    others = dict.fromkeys(reference.table for reference in facts.schema[name].references if reference.table != name)
    pointing = [table.name for table in facts.schema.values() for reference in table.references if reference.table == name != table.name]
    for words, names in (("Its keys name rows of", others), ("Its rows are named by", dict.fromkeys(pointing))):
        if names:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.markdown(f"{words}", width="content")
                for other in names:
                    query = {**state.current_filters().to_query(), "table": [other]}
                    st.page_link("facts.py", label=md(facts.schema[other].title), query_params=query, icon="")
