"""Where is a word or name? Events, documents, organisations, places, people and figures, each with the passage that has it."""

from loaders.story.search import search_headline
from pages.parts.base import selection, store
from pages.parts.rows import event_sources
from pages.search.empty import draw_beginning, draw_nothing_found
from pages.search.found import all_hits
from pages.search.results import draw_results
from pages.widgets.headline import headline

shown = selection()
found = all_hits(shown) if shown.filters.text else {}
headline(*search_headline(shown, found))
if not shown.filters.text:
    draw_beginning(store())
elif any(found.values()):
    draw_results(shown, found)
else:
    draw_nothing_found(shown)
if shown.filters.text and len(shown):
    event_sources(shown)
