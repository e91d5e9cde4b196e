"""Every document, of how many events it tells, and how many facts rest on it."""

import pandas as pd
import streamlit as st

from loaders.citations import cited_sources
from loaders.documents import telling_documents
from loaders.events.selection import Selection, derived
from loaders.text import counted, listed, message, say
from pages.parts.picture import Drawing
from pages.sources.lists import left_rows
from pages.widgets.table import PAGE_ROWS, Column, packed, turned_table
from pages.widgets.take import take

_COLUMNS = (
    Column("title", message("Document"), "title", beside="repeats"),
    Column("publisher", message("Publisher"), "words"),
    Column("kind", message("Kind")),
    Column("published_text", message("Published"), by="published"),
    Column("events", message("Events"), "number"),
    Column("rows", message("Facts"), "number"),
    Column("alone", message("On it alone"), "number"),
    Column("links", message("Read it"), "links"),
)
MOST_WHOLE = 150
"""Of more documents than these, a page of rows is sent at a time, and the browser does not sort them."""


def draw(shown: Selection) -> None:
    """The documents as rows, a page of them at a time; a row opens the document's card."""
    rows = documents(shown)
    if rows.empty:
        st.info(say("No source speaks of what is chosen. Take a choice away, or start again with Reset."))
        return
    with st.container(key="picture-documents"):
        turned_table(lambda page: _rows(shown, page), of=shown, total=len(rows), kind="document", key="documents", most_whole=MOST_WHOLE)
    take("sources", len(rows))


@derived
def documents(shown: Selection) -> pd.DataFrame:
    """The documents that the filter leaves, the one that tells of most events first."""
    rows = telling_documents(shown)
    rows = rows[rows["source_id"].isin(left_rows(shown, "sources")["source_id"])]
    words = cited_sources(shown.facts).set_index("source_id")
    repeats = rows["source_id"].map(words["original"])
    return rows.assign(
        key=rows["source_id"],
        repeats=[say("repeats “{title}”", title=title) if isinstance(title, str) else "" for title in repeats],
        published_text=rows["source_id"].map(words["published_text"]),
        links=[[[say("open"), url]] if isinstance(url, str) and url.startswith("http") else [] for url in rows["url"]],
    )


@derived
def _rows(shown: Selection, page: int) -> bytes:
    every = documents(shown)
    whole = len(every) <= MOST_WHOLE
    rows = every if whole else every.iloc[page * PAGE_ROWS : (page + 1) * PAGE_ROWS]
    numbers = ["events", "rows", "alone"]
    rows = rows.assign(**{name: rows[name].astype("object").where(rows[name].notna(), None) for name in numbers})
    heading = counted("{count} document", "{count} documents", count=len(every))
    notices = sorted(set(rows["notice"].dropna()))
    return packed(
        rows.assign(published=rows["published"].fillna("")).fillna({"publisher": "", "kind": "", "published_text": ""}),
        _COLUMNS,
        caption=heading,
        heading=heading,
        aside=say("those that tell of most events first"),
        note=say("Their licences ask for: {notices}.", notices=listed(notices)) if notices else "",
        parameter="document",
        page=0 if whole else page,
        total=len(every),
    )


def pictures(_shown: Selection) -> list[Drawing]:
    """Rows are no picture."""
    return []
