"""Who works with whom? The two sides against each other, a closer look at one organisation, and the joint events."""

import streamlit as st

from loaders.network import around
from loaders.story.network import network_headline
from pages.network.focus import chosen_focus, closer_look
from pages.network.joint import draw_joint, draw_unplaced
from pages.network.matrix import draw_sides, pictures
from pages.parts.base import selection
from pages.parts.rows import event_sources, events_cited, stop_if_empty
from pages.parts.screen import screen
from pages.widgets.headline import headline
from pages.widgets.slides import for_slides

shown = selection()
sentence = network_headline(shown)
headline(*sentence)
stop_if_empty(shown)
whole = around(shown)
focus = chosen_focus(shown)
if screen() == "wide":
    left, right = st.columns([860, 376], gap="medium")
    with left:
        draw_sides(shown, whole, focus)
        draw_unplaced(whole)
    with right:
        closer_look(whole, focus)
else:
    draw_sides(shown, whole, focus)
    closer_look(whole, focus)
    draw_unplaced(whole)
draw_joint(shown)
event_sources(shown)
for_slides("network", lambda: pictures(shown, focus), headline=sentence.title, cited=lambda: events_cited(shown))
