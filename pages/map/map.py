"""Where did it happen? The areas with most events, the long way between them, and who travelled from where."""

from loaders.story.map import map_headline
from pages.map.lists import draw_lists
from pages.map.picture import draw, map_pictures
from pages.parts.base import selection
from pages.parts.faults import section
from pages.parts.rows import event_sources, events_cited, stop_if_empty
from pages.widgets.headline import headline
from pages.widgets.slides import for_slides
from pages.widgets.table import event_table

shown = selection()
sentence = map_headline(shown)
headline(*sentence)
stop_if_empty(shown)
with section("The map"):
    draw(shown, sentence.title)
with section("The lists below the map"):
    draw_lists(shown)
event_table(shown)
event_sources(shown)
for_slides("map", lambda: map_pictures(shown), headline=sentence.title, cited=lambda: events_cited(shown))
