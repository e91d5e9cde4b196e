"""When did it happen? Dated events, a row a relationship and sector, each with its sources."""

from loaders.story.headlines import timeline_headline
from pages.parts.base import selection
from pages.parts.rows import event_sources, events_cited, stop_if_empty
from pages.timeline.chart import draw, timeline_pictures
from pages.widgets.headline import headline
from pages.widgets.slides import for_slides
from pages.widgets.table import event_table

shown = selection()
sentence = timeline_headline(shown)
headline(*sentence)
stop_if_empty(shown)
draw(shown)
event_table(shown)
event_sources(shown)
for_slides("timeline", lambda: timeline_pictures(shown), headline=sentence.title, cited=lambda: events_cited(shown))
