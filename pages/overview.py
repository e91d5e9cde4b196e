"""What is this, at a glance? How often, in which sector, how large the partners are, where, what is least certain, and ways in."""

from loaders.overview import overview_headline
from pages.parts.base import selection
from pages.parts.downloads import downloads
from pages.parts.faults import headline, section
from pages.parts.map_small import draw_small_map
from pages.parts.overview_parts import activity_picture, draw_activity, draw_doubts, draw_figures, draw_ways
from pages.parts.picture import picture_button
from pages.parts.rows import event_links, event_sources, event_table, stop_if_empty

shown = selection()
sentence = overview_headline(shown)
headline(sentence)
stop_if_empty(shown)
draw_activity(shown)
draw_ways(shown)
with section("How large the partners are"):
    draw_figures(shown)
with section("The map"):
    draw_small_map(shown)
with section("What is least certain"):
    draw_doubts(shown)
event_table(shown)
downloads(
    "events",
    len(shown),
    picture=lambda: picture_button("overview", lambda: activity_picture(shown), headline=sentence, links=lambda: event_links(shown)),
)
event_sources(shown.facts, shown)
