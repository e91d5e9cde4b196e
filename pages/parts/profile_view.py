"""A city's profile, from headline to sources; each part leads to the page that shows more of it."""

import streamlit as st

from loaders.events.narrowing import with_parts
from loaders.events.selection import Selection
from loaders.profile import city_row, default_city, of_city, profile_cities
from loaders.profile_words import level_text, names_text, profile_headline, rule_text
from pages.parts import state
from pages.parts.base import selection
from pages.parts.downloads import downloads
from pages.parts.faults import section
from pages.parts.picture import picture_button
from pages.parts.profile_activity import activity_pictures, draw_activity
from pages.parts.profile_figures import draw_figures
from pages.parts.profile_missing import draw_documents, draw_missing
from pages.parts.profile_sites import draw_sites
from pages.parts.profile_ties import draw_partners, draw_ties
from pages.parts.rows import event_links, event_sources, event_table
from pages.parts.words import md
from pages.widgets.headline import headline


def profile_view() -> None:
    """Headline, figures, relationships, activity, sites, rows, sources and gaps of the city that is chosen."""
    shown = selection()
    names = profile_cities(shown.store)
    if not names:
        headline("No place has an event, a figure or a site in these data")
        return
    city = _chosen(names, shown)
    sentence = profile_headline(shown, city)
    headline(sentence)
    _beneath(shown, city)
    with section("Its figures"):
        draw_figures(shown, city)
    with section("Its relationships"):
        draw_ties(shown.store, city)
    draw_partners(shown, city)
    draw_activity(shown, city)
    draw_sites(shown, city)
    _events(shown, city, sentence)
    with section("What is missing"):
        draw_missing(shown, city)


def _chosen(names: dict[str, str], shown: Selection) -> str:
    first = default_city(names, shown.filters)
    allowed = tuple(dict.fromkeys((first, *names)))
    st.selectbox("City", allowed, format_func=names.get, width=420, **state.chosen("of", allowed))
    return state.choice("of", allowed)


def _beneath(shown: Selection, city: str) -> None:
    """Names in other languages, what the place is, and what belongs to it."""
    row, table = city_row(shown.facts, city), shown.facts.table("cities")
    inside = with_parts(shown.facts, [city]) - {city}
    st.markdown(" · ".join(md(text) for text in (level_text(row), names_text(row)) if text))
    st.caption(md(rule_text(row["name"], sorted(table.loc[table["city_id"].isin(inside), "name"]))))
    if shown.filters.city and city not in shown.filters.city:
        with st.container(horizontal=True, vertical_alignment="center", key="profile-conflict"):
            st.info(md(f"The filter chooses another city, which leaves no event of {row['name']}."))
            st.button("Take the city out of the filter", key="profile-again", on_click=state.narrow, kwargs={"city": ()})


def _events(shown: Selection, city: str, sentence: str) -> None:
    own = of_city(shown, city)
    if len(own):
        event_table(own)
    downloads(
        "profile",
        len(own),
        choices={"of": city},
        picture=lambda: picture_button(
            "profile", lambda: activity_pictures(shown, city), headline=sentence, links=lambda: event_links(own)
        ),
    )
    if len(own):
        draw_documents(shown, city)
        event_sources(shown.facts, own)
