"""Who works with whom? Organisations and cities, joined by the events that they share."""

from functools import partial

import streamlit as st

from loaders.events.filters import Filters
from loaders.network import WHO
from loaders.network_words import headline_note
from pages.parts import state
from pages.parts.base import fact_base
from pages.parts.faults import headline
from pages.parts.network_charts import draw, network_pictures
from pages.parts.network_choice import chosen_focus, chosen_who
from pages.parts.network_chosen import chosen_panel
from pages.parts.network_counterparts import counterpart_answers
from pages.parts.network_tables import of_selection, pair_rows
from pages.parts.picture import picture_button
from pages.parts.rows import event_links, event_sources, stop_if_empty
from pages.parts.words import md

facts = fact_base()
top = st.container()
who = chosen_who()
found = of_selection(facts, state.current_filters(), who)
with top:
    headline(found.headline)
    stop_if_empty(found.events)
    if note := headline_note(found.events, who):
        st.caption(md(note))
    if found.between:
        st.markdown(f"{md(found.between)}.")
    if who == WHO[0]:
        counterpart_answers(facts, found, of_selection(facts, Filters(), who))
focus = chosen_focus(facts, found.net, who)
chosen_panel(facts, found, who, focus)
draw(found, who, focus)
pictures = partial(
    picture_button,
    "network",
    lambda: network_pictures(found, who, focus),
    headline=found.headline,
    links=lambda: event_links(found.events),
)
pair_rows(found, who, pictures)
event_sources(facts, found.events)
