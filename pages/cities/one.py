"""What is on record of one city? Its events by sector and year, its places, figures and relationships, with whom it works, and who says so."""

import streamlit as st

from loaders.events.selection import Selection
from loaders.profile import default_city, of_city, profile_cities
from loaders.story.city import city_headline
from loaders.text import say
from pages.cities.one_bricks import bricks_pictures, draw_bricks
from pages.cities.one_facts import draw_figures, draw_ties
from pages.cities.one_lists import draw_list, draw_recurring
from pages.cities.one_sites import draw_sites
from pages.cities.views import views_row
from pages.parts import state
from pages.parts.base import selection
from pages.parts.faults import section
from pages.parts.rows import event_sources, events_cited
from pages.parts.screen import screen
from pages.widgets.headline import headline
from pages.widgets.slides import for_slides
from pages.widgets.table import event_table
from pages.widgets.take import take

_COLUMNS = [846, 392]


def one_view() -> None:
    """Headline, bricks and sites, what is known, rows and sources of the city that is chosen."""
    shown = selection()
    names = profile_cities(shown.store)
    if not names:
        headline(say("No place has an event, a figure or a site in these data"))
        return
    allowed = tuple(dict.fromkeys((default_city(names, shown), *names)))
    city = state.choice("of", allowed)
    own, sentence = of_city(shown, city), city_headline(shown, city)
    other = bool(shown.filters.city) and city not in shown.filters.city
    headline(sentence.title, say("The filter chooses another city.") if other else sentence.line)
    with views_row():
        st.selectbox(say("City"), allowed, format_func=names.get, label_visibility="collapsed", width=260, **state.chosen("of", allowed))
        if other:
            st.button(say("Take the city out of the filter"), key="city-again", type="tertiary", on_click=state.narrow, kwargs={"city": ()})
    _body(own, city)
    if len(own):
        event_table(own)
        take("profile", len(own), choices={"of": city})
        event_sources(own)
    for_slides("profile", lambda: bricks_pictures(own, city), headline=sentence.title, cited=lambda: events_cited(own))


def _body(own: Selection, city: str) -> None:
    """Pictures and lists: beside each other where there is room, else one below another."""
    wide, happened = screen() == "wide", bool(len(own))
    left, right = st.columns(_COLUMNS, gap="large") if wide else [st.container(gap="medium")] * 2
    with left:
        if happened:
            draw_bricks(own, city)
        if happened and not wide:
            _sites(own, city)
        with section(say("Its figures")):
            draw_figures(own.store, city)
        draw_recurring(own)
    with right:
        if wide or not happened:
            _sites(own, city)
        with section(say("Its relationships")):
            draw_ties(own.store, city)
        for name in ("partners", "publishers"):
            draw_list(own, city, name)


def _sites(own: Selection, city: str) -> None:
    with section(say("Its sites")):
        draw_sites(own, city)
        draw_list(own, city, "sites")
