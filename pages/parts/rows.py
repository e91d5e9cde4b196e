"""What stands below every chart: the rows behind it, their download, and the sources of exactly these rows."""

import datetime

import pandas as pd
import streamlit as st

from loaders.events import Events
from loaders.export import csv_bytes, event_rows, file_name
from loaders.facts import FactBase
from pages.parts import state
from pages.parts.cards import CLOSED, open_clicked
from pages.parts.frame import end
from pages.parts.words import md, number_of

_TABLE = {
    "date_text": "Date",
    "title": "Event",
    "sector": "Sector",
    "tie": "Relationship",
    "cities": "Cities",
    "status_text": "Status",
    "sources": "Sources",
    "disputed": "They disagree",
}


def stop_if_empty(shown: Events) -> None:
    """Says how to get rows again where the selection has none, and ends the page."""
    if len(shown):
        return
    st.info("Nothing in the data fits all of these choices. Take one away, or start again with Reset.")
    end()
    st.stop()


def rows_table(shown: Events) -> None:
    """The rows as a table; choosing one opens its card."""
    st.subheader("The events in rows")
    st.caption("Click a row to open its card with all sources.")
    table = shown.rows[["event_id", *_TABLE]].rename(columns=_TABLE).fillna({"Relationship": "none (context)"})
    table["They disagree"] = table["They disagree"].map({True: "yes", False: ""})
    key = f"rows-{st.session_state.get(CLOSED, 0)}"  # a table drawn anew has no cell chosen, so that the same row opens again
    st.dataframe(
        table[list(_TABLE.values())],
        hide_index=True,
        key=key,
        on_select=lambda: _row_chosen(key),
        selection_mode="single-cell",
        alt=f"{len(table)} events in rows with date, sector, relationship, cities, status and number of sources.",
        height=min(38 + 35 * len(table), 420),
        column_config={
            "Date": st.column_config.TextColumn(width=175),
            "Event": st.column_config.TextColumn(width=370),
            "Cities": st.column_config.TextColumn(width=190),
            "Status": st.column_config.TextColumn(width=110),
            "Sources": st.column_config.NumberColumn(width="small"),
        },
    )
    st.session_state["row_keys"] = list(table["event_id"])


def _row_chosen(key: str) -> None:
    cells = st.session_state[key]["selection"]["cells"]
    open_clicked("rows", [st.session_state["row_keys"][row] for row, _ in cells])


def downloads(table: str, shown: Events) -> None:
    """The shown rows as CSV, made at the click."""
    name = file_name(table, state.current_filters(), on=datetime.date.today())
    st.download_button(
        f"CSV ({number_of(len(shown), 'row')})",
        data=lambda: csv_bytes(event_rows(shown)),
        file_name=name,
        mime="text/csv",
        on_click="ignore",
        key="csv",
        help="The rows shown, with their sources in words. UTF-8, opens in any spreadsheet.",
    )


def cite(facts: FactBase, shown: Events) -> None:
    """The sources of exactly what is shown, with how many of the shown events each speaks of."""
    numbers = shown.links["source"]["code"].value_counts()
    sources = facts.table("sources").set_index("source_id").loc[numbers.index]
    leading = ", ".join(md(f"{name} ({number})") for name, number in _publishers(sources, shown).head(4).items())
    st.markdown(
        f"**Sources of {'this event' if len(shown) == 1 else f'these {len(shown)} events'}:** {number_of(len(sources), 'document')}, most from {leading}."
    )
    with st.expander(f"All {number_of(len(sources), 'source')}"):
        lines = [f"- {_line(row)} · {numbers[row.Index]} event{'s' if numbers[row.Index] != 1 else ''}" for row in sources.itertuples()]
        st.markdown("\n".join(lines))


def _publishers(sources: pd.DataFrame, shown: Events) -> pd.Series:
    links = shown.links["source"]
    publisher = links["code"].map(sources["publisher"])
    return links.groupby(publisher)["event_id"].nunique().sort_values(ascending=False, kind="stable")


def _line(row) -> str:
    name = md(f"{row.publisher}: {row.title}")
    linked = f"[{name}]({row.url})" if isinstance(row.url, str) and row.url.startswith("http") else name
    return linked + (f", {md(row.published)}" if isinstance(row.published, str) else "")
