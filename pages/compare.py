"""How do two differ? Relationships, cities or periods side by side on one scale, each number with its sources."""

from loaders.compare_sides import sides
from loaders.compare_words import compare_headline
from pages.parts import state
from pages.parts.base import all_events, fact_base
from pages.parts.compare_charts import compare_pictures, draw_comparison
from pages.parts.compare_choice import chosen_sides, draw_conflict
from pages.parts.compare_kept import rows_of, shown_of
from pages.parts.compare_rows import comparison_links, draw_rows
from pages.parts.downloads import downloads
from pages.parts.faults import headline
from pages.parts.picture import picture_button
from pages.parts.rows import cite, stop_if_empty

facts, filters = fact_base(), state.current_filters()
choices = chosen_sides(facts, all_events())
named = sides(facts, all_events(), choices)
pair = shown_of(filters, named)
sentence = compare_headline(pair, filters)
headline(sentence)
draw_conflict(filters, named)
table = rows_of(filters, named)
stop_if_empty(table)
draw_comparison(facts, pair)
draw_rows(table, pair)
links = comparison_links(table, pair)
downloads(
    "comparison",
    len(table),
    choices=choices,
    picture=lambda: picture_button("comparison", lambda: compare_pictures(facts, pair), headline=sentence, links=lambda: links),
)
cite(facts, links, "event")
