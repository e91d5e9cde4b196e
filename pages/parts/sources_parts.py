"""The documents: of how many events each tells, as a chart and in rows."""

import pandas as pd
import streamlit as st

from charts.ready import ReadyFigure
from charts.telling import telling_bars
from loaders.coverage import document_means
from loaders.documents import telling_documents
from loaders.events.selection import Selection, derived
from loaders.faults import FaultyData
from loaders.selected import left
from pages.parts.downloads import downloads
from pages.parts.drawn import dark, narrowing_chart
from pages.parts.picture import Drawing
from pages.parts.rows import rows_table
from pages.parts.screen import screen
from pages.parts.words import number_of

_MOST = 12
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
    "notice": "Notice",
    "note": "Note",
}


@derived
def kept(shown: Selection, name: str) -> set[str]:
    """The keys of a table's rows that the filter leaves; all of them where faults elsewhere switch the filter off."""
    key = shown.facts.schema[name].key
    try:
        return set(shown.facts.table(name)[key][left(shown, name)])
    except FaultyData:
        return set(shown.facts.table(name)[key])


@derived
def listed_documents(shown: Selection) -> pd.DataFrame:
    """The documents that the filter leaves, the one that tells of most first: the columns of `telling_documents`, texts blank where
    they are missing, and `repeats`, the title of the document of which it is a copy."""
    listed = telling_documents(shown)
    listed = listed[listed["source_id"].isin(kept(shown, "sources"))]
    titles = shown.facts.table("sources").set_index("source_id")["title"]
    rows = listed.assign(repeats=listed["copy_of"].map(titles).astype("str"))
    return rows.fillna({name: "" for name in _COLUMNS if not pd.api.types.is_numeric_dtype(rows[name])})


def draw_telling(shown: Selection) -> None:
    """The documents that tell of most events; a click narrows to what one of them tells."""
    len(shown)  # raises where faults hide the events
    table = most_telling(shown)
    if table.empty:
        return
    first = table.iloc[0]
    text = f"The {number_of(len(table), 'document')} that tell of most events; first {first['name']} with {first['events']}."
    st.subheader("Which documents tell of most events")
    st.caption("Outlined: events only announced or called off. Click a bar for the events of its document.")
    width = screen()
    with st.container(key=f"{width}-telling"):
        figure = telling_figure(shown, dark(), width == "narrow")
        narrowing_chart(figure, key=f"telling-{width}", alt=text, means=lambda _, source: document_means(shown, source))


def telling_picture(shown: Selection) -> list[Drawing]:
    """The chart as it is saved."""
    table = most_telling(shown)
    title = "Which documents tell of most events"
    return [Drawing(title, lambda: telling_figure(shown, False, False), keys=tuple(table["source_id"]))] if len(table) else []


@derived
def telling_figure(shown: Selection, dark: bool, narrow: bool) -> ReadyFigure:
    """The chart."""
    return ReadyFigure(telling_bars(most_telling(shown), dark=dark, narrow=narrow))


@derived
def most_telling(shown: Selection) -> pd.DataFrame:
    """The documents that the chart has, with the `name` that stands beside their bars."""
    table = telling_documents(shown)
    table = table[table["events"].fillna(0) > 0].head(_MOST)
    return table.assign(name=table["publisher"] + ": " + table["title"])


def document_rows(shown: Selection) -> None:
    """Every document that the filter leaves; a click opens its card."""
    listed = listed_documents(shown)
    st.subheader("Documents", anchor="documents")
    st.caption(f"{number_of(len(listed), 'document')}. Click a row for what rests on it.")
    if listed.empty:
        st.info("No source speaks of what is chosen. Take a choice away, or start again with Reset.")
        return
    rows_table(
        listed,
        _COLUMNS,
        kind="document",
        key="source_id",
        name="documents",
        alt=f"{number_of(len(listed), 'document')} with publisher, kind, date and what rests on each.",
        widths={"Title": 340, "Publisher": 200, "Address": "small", "Note": 260},
    )
    downloads("sources", len(listed))
