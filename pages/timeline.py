"""When did it happen? Dated events, one lane a sector, each with its sources."""

from loaders.timeline_words import timeline_headline
from pages.parts.base import selection
from pages.parts.downloads import downloads
from pages.parts.faults import headline
from pages.parts.picture import picture_button
from pages.parts.play_link import play_link
from pages.parts.rows import event_links, event_sources, stop_if_empty
from pages.parts.timeline_charts import draw, timeline_pictures
from pages.widgets.table import event_table

shown = selection()
sentence = timeline_headline(shown)
headline(sentence)
stop_if_empty(shown)
play_link()
draw(shown)
event_table(shown)
downloads(
    "events",
    len(shown),
    picture=lambda: picture_button("timeline", lambda: timeline_pictures(shown), headline=sentence, links=lambda: event_links(shown)),
)
event_sources(shown.facts, shown)
