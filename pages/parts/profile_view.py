"""A city's profile, from headline to sources; each part leads to the page that shows more of it."""

import pandas as pd
import streamlit as st

from loaders.events.filters import Filters
from loaders.events.narrowing import with_parts
from loaders.facts import FactBase
from loaders.profile import default_city
from loaders.profile_words import level_text, names_text, profile_headline, rule_text
from pages.parts import state
from pages.parts.base import fact_base
from pages.parts.downloads import downloads
from pages.parts.faults import headline, section
from pages.parts.picture import picture_button
from pages.parts.profile_activity import activity_pictures, draw_activity
from pages.parts.profile_figures import draw_figures
from pages.parts.profile_kept import Profile, names_of_profiles, profile_of, ties_of
from pages.parts.profile_missing import draw_documents, draw_missing
from pages.parts.profile_sites import draw_sites
from pages.parts.profile_ties import draw_partners, draw_ties
from pages.parts.rows import event_links, event_sources, event_table
from pages.parts.words import md


def profile_view() -> None:
    """Headline, figures, relationships, activity, sites, rows, sources and gaps of the city that is chosen."""
    facts, filters = fact_base(), state.current_filters()
    if not names_of_profiles():
        headline("No place has an event, a figure or a site in these data")
        return
    profile = profile_of(filters, _chosen(names_of_profiles(), filters))
    city = profile.city
    sentence = profile_headline(city["name"], profile.counted, profile.partners, filters)
    headline(sentence)
    _beneath(facts, city, filters)
    with section("Its figures"):
        draw_figures(facts, filters, city)
    with section("Its relationships"):
        draw_ties(ties_of(city["city_id"]), city["name"])
    draw_partners(profile.partners, city)
    draw_activity(facts, profile)
    draw_sites(profile.sites, city)
    _events(facts, profile, sentence)
    with section("What is missing"):
        draw_missing(facts, profile)


def _chosen(names: dict[str, str], filters: Filters) -> str:
    first = default_city(names, filters)
    allowed = tuple(dict.fromkeys((first, *names)))
    st.selectbox("City", allowed, format_func=names.get, width=420, **state.chosen("of", allowed))
    return state.choice("of", allowed)


def _beneath(facts: FactBase, city: pd.Series, filters: Filters) -> None:
    """Names in other languages, what the place is, and what belongs to it."""
    inside = with_parts(facts, [city["city_id"]]) - {city["city_id"]}
    table = facts.table("cities")
    parts = sorted(table.loc[table["city_id"].isin(inside), "name"])
    st.markdown(" · ".join(md(text) for text in (level_text(city), names_text(city)) if text))
    st.caption(md(rule_text(city["name"], parts)))
    if filters.city and filters.city != (city["city_id"],):
        st.info("The filter chooses a city too: events must touch both. Take the city out of the filter to see all of this profile.")


def _events(facts: FactBase, profile: Profile, sentence: str) -> None:
    shown, city = profile.shown, profile.city
    if len(shown):
        event_table(shown)
    downloads(
        "profile",
        len(shown),
        choices={"of": city["city_id"]},
        picture=lambda: picture_button("profile", lambda: activity_pictures(profile), headline=sentence, links=lambda: event_links(shown)),
    )
    if len(shown):
        draw_documents(facts, shown, city)
        event_sources(facts, shown)
