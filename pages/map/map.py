"""Where did it happen? Sites and cities of the shown events, who travelled from where, and how exact each point is."""

import streamlit as st

from loaders.atlas import sites_shown
from loaders.confidence_words import LEGEND
from loaders.map_summary import map_headline, map_text, sites_headline, unplaced_note
from pages.parts.base import selection
from pages.parts.map_charts import draw, map_pictures
from pages.parts.map_chosen import chosen_events
from pages.parts.map_rows import journey_rows, place_rows, place_sources, shown_links
from pages.parts.picture import picture_button
from pages.parts.rows import event_sources, stop_if_empty
from pages.parts.words import md
from pages.widgets.headline import headline

shown = selection()
sites = sites_shown(shown)
sentence = map_headline(shown) if len(shown) else sites_headline(sites)
headline(sentence)
stop_if_empty(shown if sites.empty else sites)
draw(shown, map_text(sentence, shown))
if note := unplaced_note(shown):
    st.caption(f"Not on the map: {md(note)}.")
st.caption(f"Behind a site’s name stands how well the site and its point are founded. {LEGEND}")
picture_button("map", lambda: map_pictures(shown), headline=sentence, links=lambda: shown_links(shown))
chosen_events(shown)
place_rows(shown)
journey_rows(shown)
place_sources(shown)
if len(shown):
    event_sources(shown.facts, shown)
