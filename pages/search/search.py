"""What has these words, and why? Events, organisations, people, places, documents and figures, each with the field that matched."""

from loaders.searched import search_headline
from pages.parts.base import selection, store
from pages.parts.rows import event_sources
from pages.parts.search_empty import draw_beginning, draw_nothing_found
from pages.parts.search_results import all_hits, draw_results
from pages.widgets.headline import headline

shown = selection()
filters = shown.filters
found = all_hits() if filters.text else {}
headline(search_headline(filters, found))
if not filters.text:
    draw_beginning(store())
elif not any(found.values()):
    draw_nothing_found(shown)
else:
    draw_results(shown, found)
if filters.text and len(shown):
    event_sources(shown.facts, shown)
