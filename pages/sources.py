"""Who says so? Every document, what rests on it, what we corrected, and what was looked for and not found."""

import datetime

import streamlit as st

from loaders.documents import corrections, documents
from loaders.export import csv_bytes, file_name
from pages.parts import state
from pages.parts.base import fact_base
from pages.parts.sources_text import METHOD, sources_headline
from pages.parts.words import md

facts = fact_base()
table = documents(facts)
st.title(sources_headline(table))
st.markdown(METHOD)
st.subheader("All documents")
st.caption("The list holds every document, whatever the filter above selects.")
shown = ["title", "publisher", "kind", "side", "published", "events", "rows", "alone", "url", "copy_of", "licence", "note"]
names = {name: name.capitalize() for name in shown}
names |= {"published": "Published (EDTF)", "rows": "Rows resting on it", "alone": "On it alone", "url": "Address", "copy_of": "Copy of"}
st.dataframe(
    table[shown].fillna("").rename(columns=names),
    hide_index=True,
    key="documents",
    alt=f"{len(table)} documents with publisher, kind, date and what rests on each.",
    column_config={
        "Title": st.column_config.TextColumn(width=360),
        "Address": st.column_config.LinkColumn(display_text="open", width="small"),
    },
)
name = file_name("sources", state.Filters(), on=datetime.date.today())
st.download_button(f"CSV ({len(table)} rows)", data=lambda: csv_bytes(table), file_name=name, mime="text/csv", on_click="ignore", key="csv")
st.subheader("What we show other than printed")
for row in corrections(facts).itertuples():
    place = f", {row.locator}" if isinstance(row.locator, str) else ""
    st.markdown(
        f"- {md(row.subject)}, {row.what.lower()}: printed “{md(row.printed_text)}”, shown **{md(row.shown_text)}**. {md(row.reason)} ({md(row.source)}{md(place)})"
    )
st.subheader("Looked for")
for row in facts.table("searches").itertuples():
    st.markdown(f"- **{md(row.subject)}** ({row.read_on}): {md(row.result)}")
