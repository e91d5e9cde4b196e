"""The documents: what rests on each, as a chart and in rows."""

import pandas as pd
import streamlit as st

from charts.ready import ReadyFigure
from charts.rests import resting_bars
from loaders.facts import FactBase
from loaders.faults import FaultyData
from pages.parts import state
from pages.parts.base import table_in_words
from pages.parts.downloads import downloads
from pages.parts.drawn import clickable_chart, dark
from pages.parts.facts_table import shown_rows
from pages.parts.picture import Drawing
from pages.parts.rows import rows_table
from pages.parts.screen import screen
from pages.parts.words import number_of

_MOST = 12
_RESTING = "Rows of the data that a document supports; solid: it and its copies are the only ones that do."
_COLUMNS = {
    "title": "Title",
    "publisher": "Publisher",
    "kind": "Kind",
    "side": "Side",
    "published": "Published (EDTF)",
    "events": "Events",
    "rows": "Rows resting on it",
    "alone": "On it alone",
    "repeats": "Repeats",
    "url": "Address",
    "licence": "Licence",
    "note": "Note",
}


def kept(facts: FactBase, name: str) -> pd.Series:
    """The keys of a table's rows that the filter leaves; all of them where faults elsewhere switch the filter off."""
    key = facts.schema[name].key
    try:
        return shown_rows(table_in_words(name), state.current_filters()).rows[key]
    except FaultyData:
        return facts.table(name)[key]


def draw_resting(shown: pd.DataFrame) -> None:
    """The documents on which most rests."""
    table = _most(shown)
    if table.empty:
        return
    first = table.iloc[0]
    text = f"The {len(table)} documents on which most rows of the data rest; first {first['name']} with {first['rows']} rows, {first['alone']} of them on it alone."
    st.subheader("On what most rests")
    st.caption(f"{_RESTING} Click a bar for the document’s card.")
    width = screen()
    with st.container(key=f"{width}-resting"):
        figure = ReadyFigure(resting_bars(table, dark=dark(), narrow=width == "narrow"))
        clickable_chart(figure, key=f"resting-{width}", alt=text, kind="document")


def resting_picture(shown: pd.DataFrame) -> list[Drawing]:
    """The chart as it is saved."""
    table = _most(shown)
    keys = tuple(table["source_id"])
    drawing = Drawing("On what most rests", lambda: ReadyFigure(resting_bars(table, dark=False, narrow=False)), _RESTING, keys)
    return [drawing] if len(table) else []


def _most(shown: pd.DataFrame) -> pd.DataFrame:
    table = shown[shown["rows"] > 0].head(_MOST)
    return table.assign(name=table["publisher"] + ": " + table["title"])


def document_rows(facts: FactBase, shown: pd.DataFrame, total: int) -> None:
    """Every document that the filter leaves; a click opens its card."""
    st.subheader("Documents", anchor="documents")
    st.caption(
        f"{len(shown)} of {number_of(total, 'document')}: those that speak of what the filter selects. Click a row for what rests on it."
    )
    if shown.empty:
        st.info("No source speaks of what is chosen. Take a choice away, or start again with Reset.")
        return
    titles = facts.table("sources").set_index("source_id")["title"]
    rows = shown.assign(repeats=shown["copy_of"].map(titles).astype("str"))
    rows_table(
        rows.fillna({name: "" for name in _COLUMNS if not pd.api.types.is_numeric_dtype(rows[name])}),
        _COLUMNS,
        kind="document",
        key="source_id",
        name="documents",
        alt=f"{len(shown)} documents with publisher, kind, date and what rests on each.",
        widths={"Title": 340, "Publisher": 200, "Address": "small", "Note": 260},
    )
    downloads("sources", len(shown))
