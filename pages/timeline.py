"""When did it happen? Dated events, one lane a sector, each with its sources."""

from loaders.filters import select
from loaders.summary import timeline_headline
from pages.parts import state
from pages.parts.base import all_events, fact_base
from pages.parts.faults import headline
from pages.parts.picture import picture_button
from pages.parts.rows import event_downloads, event_links, event_sources, event_table, stop_if_empty
from pages.parts.timeline_charts import draw, timeline_pictures

shown = select(all_events(), state.current_filters())
years = state.current_filters().years
sentence = timeline_headline(shown, years=years) if len(shown) else "No event fits this selection"
headline(sentence)
stop_if_empty(shown)
draw(fact_base(), shown)
event_table(shown)
event_downloads(shown)
picture_button("timeline", lambda: timeline_pictures(fact_base(), shown), headline=sentence, links=lambda: event_links(shown))
event_sources(fact_base(), shown)
