"""What has these words, and why? Events, organisations, people, places, documents and figures, each with the field that matched."""

from loaders.searched import search_headline
from pages.parts import state
from pages.parts.base import all_events, fact_base, shown_events
from pages.parts.downloads import downloads
from pages.parts.faults import headline
from pages.parts.rows import event_sources
from pages.parts.search_empty import draw_beginning, draw_nothing_found
from pages.parts.search_results import all_hits, draw_results

filters, shown = state.current_filters(), shown_events()
found = all_hits() if filters.text else {}
headline(search_headline(filters, found))
if not filters.text:
    draw_beginning(fact_base(), all_events())
elif not any(found.values()):
    draw_nothing_found(all_events(), filters)
else:
    draw_results(filters, found)
if filters.text and len(shown):
    downloads("events", len(shown))
    event_sources(fact_base(), shown)
