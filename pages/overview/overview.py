"""What is this, at a glance? The relationships over the years, where, three findings with a number each, the latest, and what is in doubt."""

import streamlit as st

from loaders.story.headlines import overview_headline
from pages.overview.findings import draw_doubts, draw_findings
from pages.overview.latest import draw_latest
from pages.overview.wall import draw_wall, pictures
from pages.overview.where import draw_where
from pages.parts.base import selection
from pages.parts.faults import section
from pages.parts.rows import event_sources, events_cited, stop_if_empty
from pages.parts.screen import screen
from pages.widgets.headline import headline
from pages.widgets.slides import for_slides

shown = selection()
sentence = overview_headline(shown)
headline(*sentence)
stop_if_empty(shown)
if screen() == "wide":
    left, right = st.columns([846, 392], gap="large")
    with left:
        draw_wall(shown)
    with right, section("The map"):
        draw_where(shown)
    draw_findings(shown)
else:
    draw_wall(shown)
    draw_findings(shown)
    with section("The map"):
        draw_where(shown)
draw_latest(shown)
draw_doubts(shown)
event_sources(shown)
for_slides("overview", lambda: pictures(shown), headline=sentence.title, cited=lambda: events_cited(shown))
