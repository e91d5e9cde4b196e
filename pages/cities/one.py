"""What is on record of one city? Its events by sector and year, its places, figures and relationships, with whom it works, and who says so."""

import streamlit as st

from loaders.events.selection import Selection
from loaders.profile import city_name, default_city, of_city, profile_cities
from loaders.story.city import city_headline
from loaders.text import say
from pages.cities.one_bricks import bricks_pictures, draw_bricks
from pages.cities.one_facts import draw_figures, draw_ties
from pages.cities.one_lists import draw_partners, draw_publishers, draw_recurring, draw_sites
from pages.cities.switch import views_row
from pages.parts import state
from pages.parts.base import selection
from pages.parts.faults import section
from pages.parts.rows import event_links, event_sources
from pages.parts.screen import screen
from pages.parts.words import md
from pages.widgets.headline import headline
from pages.widgets.slides import for_slides
from pages.widgets.table import event_table


def one_view() -> None:
    """Headline, bricks and sites, what is known, rows and sources of the city that is chosen."""
    shown = selection()
    names = profile_cities(shown.store)
    if not names:
        headline(say("No place has an event, a figure or a site in these data"))
        return
    allowed = tuple(dict.fromkeys((default_city(names, shown.filters), *names)))
    city = state.choice("of", allowed)
    own, sentence = of_city(shown, city), city_headline(shown, city)
    headline(*sentence)
    with views_row():
        st.selectbox(say("City"), allowed, format_func=names.get, label_visibility="collapsed", width=260, **state.chosen("of", allowed))
    _conflict(shown, city)
    _body(shown, own, city)
    if len(own):
        event_table(own)
        event_sources(own.facts, own)
    for_slides("profile", lambda: bricks_pictures(own, city), headline=sentence.title, links=lambda: event_links(own))


def _conflict(shown: Selection, city: str) -> None:
    """Where the filter chooses other cities, and so leaves this one no event, that is said, with a way out."""
    if not shown.filters.city or city in shown.filters.city:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="city-conflict", gap="small"):
        st.markdown(md(say("The filter chooses another city than {city}.", city=city_name(shown.facts, city))), width="content")
        st.button(say("Take the city out of the filter"), key="city-again", type="tertiary", on_click=state.narrow, kwargs={"city": ()})


def _body(shown: Selection, own: Selection, city: str) -> None:
    """Pictures and lists: beside each other where there is room, else one below another."""
    if screen() == "wide":
        left, right = st.columns([846, 392], gap="large")
        with left:
            draw_bricks(own, city)
        with right, section(say("Its sites")):
            draw_sites(shown, city)
        left, right = st.columns([846, 392], gap="large")
    else:
        draw_bricks(own, city)
        left = right = st.container()
    with left:
        with section(say("Its figures")):
            draw_figures(shown.store, city)
        draw_recurring(own)
    with right:
        if screen() == "narrow":
            with section(say("Its sites")):
                draw_sites(shown, city)
        with section(say("Its relationships")):
            draw_ties(shown.store, city)
        draw_partners(shown, city)
        draw_publishers(own)
