"""What is this, at a glance? The relationships' story in short, what grew and how they met, their beginnings, what is least certain, and ways in."""

from loaders.overview import overview_headline, ties_first
from pages.parts.base import fact_base, selection, shown_events
from pages.parts.downloads import downloads
from pages.parts.faults import headline, section
from pages.parts.map_small import draw_small_map
from pages.parts.overview_parts import activity_picture, draw_activity, draw_doubts, draw_figures, draw_purpose, draw_ways
from pages.parts.picture import picture_button
from pages.parts.rows import event_links, event_sources, event_table, stop_if_empty

shown = shown_events()
sentence = overview_headline(shown) if len(shown) else "No event fits this selection"
headline(sentence)
stop_if_empty(shown)
draw_purpose(fact_base(), shown)
draw_ways()
draw_activity(shown)
with section("How large the partners are"):
    draw_figures(fact_base(), shown)
with section("The map"):
    draw_small_map(selection())
with section("What is least certain"):
    draw_doubts(shown)
event_table(ties_first(shown), order="What the relationships did stands first, then the agreements around them and the context.")
downloads(
    "events",
    len(shown),
    picture=lambda: picture_button("overview", lambda: activity_picture(shown), headline=sentence, links=lambda: event_links(shown)),
)
event_sources(fact_base(), shown)
