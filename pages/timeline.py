"""When did it happen? Dated events, one lane a sector, each with its sources."""

from loaders.summary import timeline_headline
from pages.parts import state
from pages.parts.base import fact_base, shown_events
from pages.parts.downloads import downloads
from pages.parts.faults import headline
from pages.parts.rows import event_sources, event_table, stop_if_empty
from pages.parts.timeline_charts import draw

shown = shown_events()
years = state.current_filters().years
headline(timeline_headline(shown, years=years) if len(shown) else "No event fits this selection")
stop_if_empty(shown)
draw(fact_base(), shown)
event_table(shown)
downloads("events", len(shown))
event_sources(fact_base(), shown)
