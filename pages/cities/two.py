"""How do two differ? Relationships, cities or periods, mirrored on one axis and back to back on one scale."""

import pandas as pd
import streamlit as st
from pages.widgets.take import take

from loaders.compare import comparison_table, listed_sides
from loaders.compare_sides import sides
from loaders.events.selection import Selection, derived
from loaders.story.compared import compared_headline
from pages.cities.switch import views_row
from pages.cities.two_choice import chosen_sides, draw_conflict
from pages.cities.two_facts import draw_glance
from pages.cities.two_pictures import compared_pictures, draw_mirror, draw_opposite
from pages.parts.base import selection, store
from pages.parts.rows import Cited, cited, event_links, say_sources, stop_if_empty
from pages.parts.screen import screen
from pages.widgets.headline import headline
from pages.widgets.slides import for_slides
from pages.widgets.table import event_table


def two_view() -> None:
    """Both sides, their numbers and their rows."""
    choices, draw_choice = chosen_sides(store())
    shown = selection(**choices)
    sentence = compared_headline(shown)
    headline(*sentence)
    with views_row():
        draw_choice()
    draw_conflict(shown)
    stop_if_empty(listed_sides(shown))
    _body(shown)
    for place, rows in enumerate(listed_sides(shown)):
        event_table(rows, key=f"rows-{place}")
    take("comparison", len(comparison_table(shown)), choices=choices)
    say_sources(_sources(shown))
    for_slides("comparison", lambda: compared_pictures(shown), headline=sentence.title, links=lambda: comparison_links(shown))


def _body(shown: Selection) -> None:
    if screen() == "wide":
        left, right = st.columns([846, 392], gap="large")
        with left:
            draw_mirror(shown)
        with right:
            draw_opposite(shown, "sector")
        left, right = st.columns([846, 392], gap="large")
        with left:
            draw_glance(shown)
    else:
        draw_mirror(shown)
        draw_opposite(shown, "sector")
        draw_glance(shown)
        right = st.container()
    with right:
        for facet in ("journey", "mode", "status", "witnesses"):
            draw_opposite(shown, facet)


@derived
def _sources(shown: Selection) -> Cited:
    return cited(shown.facts, comparison_links(shown), "event")


def comparison_links(shown: Selection) -> pd.DataFrame:
    """One row is one source's word on one event of either side, as `rows.cite` takes it."""
    return pd.concat([event_links(side.selection) for side in sides(shown)]).drop_duplicates()
