"""What a profile rests on, and what is missing in it, in words."""

import pandas as pd
import streamlit as st

from loaders.events import Events
from loaders.facts import FactBase
from loaders.profile import not_read, searches_without
from loaders.profile_words import missing_texts, sides_of_documents
from pages.parts.base import all_figures
from pages.parts.profile_kept import Profile, ties_of
from pages.parts.words import md, number_of


def draw_documents(facts: FactBase, shown: Events, city: pd.Series) -> None:
    """How many documents speak of the city's events, and from which side."""
    table = facts.table("sources")
    sources = table[table["source_id"].isin(shown.sources)]
    st.subheader("Who says so")
    st.markdown(md(f"{sides_of_documents(sources)} speak of events that touch {city['name']}."))


def draw_missing(facts: FactBase, profile: Profile) -> None:
    """Gaps, each as a sentence, and what was looked for and not found."""
    city, shown = profile.city, profile.shown
    st.subheader("What is missing")
    lacking = not_read(facts, all_figures(), city["city_id"])
    lines = missing_texts(shown, profile.sites, lacking, len(facts.table("indicators")), city=str(city["name"]))
    lines.append("Most sources were read in part: what is not here need not be missing in the cooperation.")
    st.markdown("\n".join(f"- {md(line)}" for line in lines))
    searches = searches_without(facts, shown, ties_of(profile.city["city_id"]))
    if len(searches):
        with st.expander(f"{number_of(len(searches), 'thing')} looked for and not found, or not stated"):
            st.markdown("\n".join(f"- {md(row.subject)}: {md(row.result)}" for row in searches.itertuples()))
    st.page_link("sources.py", label="**Sources and method**: gaps and corrections", query_params={})
