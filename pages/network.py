"""Who works with whom? Organisations and cities, joined by the events that they share."""

import streamlit as st

from pages.parts import state
from pages.parts.base import fact_base
from pages.parts.faults import headline
from pages.parts.network_charts import draw
from pages.parts.network_choice import chosen_focus, chosen_who
from pages.parts.network_chosen import chosen_panel, counterpart_list
from pages.parts.network_tables import of_selection, pair_rows
from pages.parts.rows import event_sources, stop_if_empty
from pages.parts.words import md

facts = fact_base()
top = st.container()
who = chosen_who()
found = of_selection(facts, state.current_filters(), who)
with top:
    headline(found.headline)
    stop_if_empty(found.events)
    if found.between:
        st.markdown(f"{md(found.between)}.")
focus = chosen_focus(facts, found.net, who)
chosen_panel(facts, found, who, focus)
draw(found, who, focus)
counterpart_list(facts, found.net, who)
pair_rows(facts, found, who)
event_sources(facts, found.events)
