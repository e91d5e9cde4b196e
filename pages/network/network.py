"""Who works with whom? Organisations and cities, joined by the events that they share."""

from functools import partial

import streamlit as st

from loaders.network import WHO
from loaders.network_words import between_sentence, network_headline
from pages.parts.base import selection
from pages.parts.network_charts import draw, network_pictures
from pages.parts.network_choice import chosen_focus, chosen_who
from pages.parts.network_chosen import chosen_panel
from pages.parts.network_counterparts import counterpart_answers
from pages.parts.network_tables import pair_rows
from pages.parts.picture import picture_button
from pages.parts.rows import event_links, event_sources, stop_if_empty
from pages.parts.words import md
from pages.widgets.headline import headline

shown = selection()
top = st.container()
who = chosen_who()
with top:
    headline(network_headline(shown, who))
    stop_if_empty(shown)
    if sentence := between_sentence(shown, who):
        st.markdown(f"{md(sentence)}.")
    if who == WHO[0]:
        counterpart_answers(shown)
focus = chosen_focus(shown, who)
chosen_panel(shown, who, focus)
draw(shown, who, focus)
pictures = partial(
    picture_button,
    "network",
    lambda: network_pictures(shown, who, focus),
    headline=network_headline(shown, who),
    links=lambda: event_links(shown),
)
pair_rows(shown, who, pictures)
event_sources(shown.facts, shown)
