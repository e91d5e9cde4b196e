"""How do two differ? Relationships, cities or periods, mirrored on one axis and back to back on one scale."""

import streamlit as st

from loaders.compare import conflict, left_out, listed_sides
from loaders.compare_sides import CITIES, sides
from loaders.events.selection import Selection
from loaders.story.compared import compared_headline
from loaders.text import counted, say
from pages.cities.two_choice import chosen_sides, way_out
from pages.cities.two_facts import draw_figures, draw_glance
from pages.cities.two_pictures import FACETS, compared_pictures, draw_mirror, draw_opposite
from pages.cities.views import views_row
from pages.parts.base import selection, store
from pages.parts.faults import section
from pages.parts.rows import event_sources, events_cited, stop_if_empty
from pages.parts.screen import screen
from pages.widgets.headline import headline
from pages.widgets.slides import for_slides
from pages.widgets.table import event_table
from pages.widgets.take import take


def two_view() -> None:
    """Both sides, their numbers and their rows."""
    choices, draw_choice = chosen_sides(store())
    shown = selection(**choices)
    sentence = compared_headline(shown)
    headline(sentence.title, conflict(shown) or sentence.line)
    with views_row():
        draw_choice()
        way_out(shown)
    stop_if_empty(listed_sides(shown))
    _body(shown)
    if number := left_out(shown):
        st.caption(
            counted(
                "{count} of the {all} events chosen above belongs to neither and is left out.",
                "{count} of the {all} events chosen above belong to neither and are left out.",
                count=number,
                all=len(shown),
            )
        )
    for place, rows in enumerate(listed_sides(shown)):
        event_table(rows, key=f"rows-{place}")
    take("comparison", sum(map(len, sides(shown))), choices=choices)
    event_sources(*listed_sides(shown))
    for_slides("comparison", lambda: compared_pictures(shown), headline=sentence.title, cited=lambda: events_cited(*listed_sides(shown)))


def _body(shown: Selection) -> None:
    cities = sides(shown)[0].kind == CITIES
    if screen() == "narrow":
        draw_mirror(shown)
        for facet in FACETS[:1]:
            draw_opposite(shown, facet)
        draw_glance(shown)
        if cities:
            _figures(shown)
        for facet in FACETS[1:]:
            draw_opposite(shown, facet)
        return
    beside = len(FACETS) if cities else 2
    left, right = st.columns([846, 392], gap="large")
    with left:
        draw_mirror(shown)
        draw_glance(shown)
        if cities:
            _figures(shown)
    with right:
        for facet in FACETS[:beside]:
            draw_opposite(shown, facet)
    for column, facet in zip(st.columns(3, gap="large"), FACETS[beside:], strict=False):
        with column:
            draw_opposite(shown, facet)


def _figures(shown: Selection) -> None:
    with section(say("The figures of both")):
        draw_figures(shown)
