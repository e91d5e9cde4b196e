"""Where did it happen? Sites and cities of the shown events, who travelled from where, and how exact each point is."""

import streamlit as st

from loaders.atlas import without_place
from loaders.confidence_words import LEGEND
from loaders.map_summary import map_headline, map_text, sites_headline, unplaced_note
from pages.parts import state
from pages.parts.base import fact_base, shown_events
from pages.parts.faults import headline
from pages.parts.map_charts import draw, map_pictures
from pages.parts.map_chosen import chosen_events
from pages.parts.map_rows import journey_rows, place_rows, place_sources, shown_links
from pages.parts.map_tables import tables
from pages.parts.picture import picture_button
from pages.parts.rows import event_sources, stop_if_empty
from pages.parts.words import md

facts, filters = fact_base(), state.current_filters()
shown = shown_events()
where = tables(facts, shown, filters)
sentence = map_headline(facts, shown) if len(shown) else sites_headline(where.sites)
headline(sentence)
st.caption("The headline counts held events where they were held; a ring counts every event of the selection that names its place.")
stop_if_empty(shown if where.sites.empty else where.sites)
draw(facts, shown, where, map_text(sentence, *where))
note = unplaced_note(*where, len(without_place(facts, shown)))
st.caption(f"Not on the map: {md(note)}." if note else "All of these places are on the map.")
st.caption(f"Behind a site’s name stands how well the site and its point are founded. {LEGEND}")
picture_button("map", lambda: map_pictures(facts, shown, where), headline=sentence, links=lambda: shown_links(facts, shown, where))
chosen_events(shown)
place_rows(facts, where, without_place(facts, shown))
journey_rows(facts, where.journeys)
place_sources(facts, where)
if len(shown):
    event_sources(facts, shown)
