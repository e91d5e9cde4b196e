"""A city's profile, from headline to sources; each part leads to the page that shows more of it."""

import pandas as pd
import streamlit as st

from loaders.events import Events
from loaders.facts import FactBase
from loaders.filters import Filters
from loaders.narrowing import with_parts
from loaders.profile import city_row, default_city, partners, profile_cities, profile_events, profile_sites, profile_ties
from loaders.profile_words import level_text, names_text, profile_headline, rule_text
from pages.parts import state
from pages.parts.base import all_events, fact_base
from pages.parts.downloads import downloads
from pages.parts.faults import headline, section
from pages.parts.picture import picture_button
from pages.parts.profile_activity import activity_pictures, draw_activity
from pages.parts.profile_figures import draw_figures
from pages.parts.profile_missing import draw_documents, draw_missing
from pages.parts.profile_sites import draw_sites
from pages.parts.profile_ties import draw_partners, draw_ties
from pages.parts.rows import event_links, event_sources, event_table
from pages.parts.words import md


def profile_view() -> None:
    """Headline, figures, relationships, activity, sites, rows, sources and gaps of the city that is chosen."""
    facts, filters, events = fact_base(), state.current_filters(), all_events()
    names = profile_cities(facts, events)
    city_id = _chosen(names, filters)
    city = city_row(facts, city_id)
    shown, counted = profile_events(events, filters, city_id)
    others = partners(facts, counted, city_id)
    sentence = profile_headline(city["name"], counted, others, filters)
    headline(sentence)
    _beneath(facts, city, filters)
    with section("Its figures"):
        draw_figures(facts, filters, city)
    ties, sites = profile_ties(facts, city_id), profile_sites(facts, events, filters, city_id)
    draw_ties(ties, city["name"])
    draw_partners(others, city)
    draw_activity(facts, shown, counted, city)
    draw_sites(sites, city)
    _events(facts, shown, counted, city, sentence)
    with section("What is missing"):
        draw_missing(facts, shown, sites, ties, city)


def _chosen(names: dict[str, str], filters: Filters) -> str:
    first = default_city(names, filters)
    allowed = tuple(dict.fromkeys((first, *names)))
    state.view_choice("of", allowed)
    st.selectbox("City", allowed, format_func=names.get, key="of", width=420, on_change=lambda: state.write_choice("of", allowed))
    state.write_choice("of", allowed)
    return st.session_state["of"]


def _beneath(facts: FactBase, city: pd.Series, filters: Filters) -> None:
    """Names in other languages, what the place is, and what belongs to it."""
    inside = with_parts(facts, [city["city_id"]]) - {city["city_id"]}
    table = facts.table("cities")
    parts = sorted(table.loc[table["city_id"].isin(inside), "name"])
    st.markdown(" · ".join(md(text) for text in (level_text(city), names_text(city)) if text))
    st.caption(md(rule_text(city["name"], parts)))
    if filters.city and filters.city != (city["city_id"],):
        st.info("The filter chooses a city too: events must touch both. Take the city out of the filter to see all of this profile.")


def _events(facts: FactBase, shown: Events, counted: Events, city: pd.Series, sentence: str) -> None:
    if len(shown):
        event_table(shown)
    downloads(
        "profile",
        len(shown),
        choices={"of": city["city_id"]},
        picture=lambda: picture_button(
            "profile", lambda: activity_pictures(shown, counted, city), headline=sentence, links=lambda: event_links(shown)
        ),
    )
    if len(shown):
        draw_documents(facts, shown, city)
        event_sources(facts, shown)
