"""The choice of a table: on a wide screen a list with the numbers of their rows as bars, on a phone a select."""

import pandas as pd
import streamlit as st

from loaders.events.filters import harmless
from loaders.facts import FactBase
from loaders.keeping import derived
from loaders.text import message, number, say
from pages.data.row import ROW
from pages.parts import state
from pages.parts.screen import screen
from pages.parts.words import md
from pages.widgets.table import Column, packed, table

FIRST = "events"
_COLUMNS = (Column("title", message("Table"), "title"), Column("rows", message("Rows"), "bar", beside="share"))


def tables(facts: FactBase) -> list[str]:
    """The tables that can be chosen: the default first, then in the schema's order."""
    return [FIRST, *(name for name in facts.schema if name != FIRST)]


def chosen_table(facts: FactBase) -> str:
    """The table that the address or the reader chooses; an unknown one is named in a notice."""
    said = next(iter(state.said("table")), None)
    if said is not None and said not in facts.schema:
        text = say("table: “{value}” is not known here; {table} are shown instead.", value=harmless(said), table=facts.schema[FIRST].title)
        st.warning(md(text))
    return state.choice("table", tables(facts))


def draw_tables(facts: FactBase, chosen: str) -> None:
    """The list, or the select."""
    if screen() == "wide":
        table(_list(facts, chosen), key="tables", open=choose)
        return
    names = {row.key: f"{row.title} ({number(row.rows)})" for row in _sized(facts).itertuples()}
    st.selectbox(say("Table"), list(names), format_func=names.get, label_visibility="collapsed", **state.bound("table", chosen, choose))


def choose(name: str) -> None:
    """Says the table in the address, and takes the row and the order of the former one out of it."""
    state.write_address(**{"table": "" if name == FIRST else name, ROW: "", "sort": ""})


@derived
def _sized(facts: FactBase) -> pd.DataFrame:
    """One row is one table, the longest first: `key`, `title`, `rows`, and `share` of the longest in percent."""
    rows = pd.DataFrame(
        [(name, table.title, len(facts.frames.get(name, ()))) for name, table in facts.schema.items()], columns=["key", "title", "rows"]
    )
    rows["share"] = (100 * rows["rows"] / max(rows["rows"].max(), 1)).round(1)
    return rows.sort_values("rows", ascending=False, kind="stable")


@derived
def _list(facts: FactBase, chosen: str) -> bytes:
    return packed(
        _sized(facts), _COLUMNS, caption=say("The tables with the numbers of their rows"), sorted_by=("Rows", True), chosen=chosen
    )
