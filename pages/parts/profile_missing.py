"""What a profile rests on, and what is missing in it, in words."""

import streamlit as st

from loaders.events.selection import Selection
from loaders.profile import city_row, of_city, searches_without
from loaders.profile_words import missing_texts, sides_of_documents
from pages.parts.words import md, number_of


def draw_documents(shown: Selection, city: str) -> None:
    """How many documents speak of the city's events, and from which side."""
    table = shown.facts.table("sources")
    sources = table[table["source_id"].isin(of_city(shown, city).events.sources)]
    st.subheader("Who says so")
    st.markdown(md(f"{sides_of_documents(sources)} speak of events that name {city_row(shown.facts, city)['name']}."))


def draw_missing(shown: Selection, city: str) -> None:
    """Gaps, each as a sentence, and what was looked for and not found."""
    st.subheader("What is missing")
    lines = [*missing_texts(shown, city), "Most sources were read in part: what is not here need not be missing in the cooperation."]
    st.markdown("\n".join(f"- {md(line)}" for line in lines))
    searches = searches_without(shown, city)
    if len(searches):
        with st.expander(f"{number_of(len(searches), 'thing')} looked for and not found, or not stated"):
            st.markdown("\n".join(f"- {md(row.subject)}: {md(row.result)}" for row in searches.itertuples()))
    st.page_link("sources/sources.py", label="**Sources**: gaps and corrections", query_params={})
