"""How do two differ? Relationships, cities or periods on one scale."""

from loaders.compare import comparison_table
from loaders.compare_words import compare_headline
from pages.parts.base import selection, store
from pages.parts.compare_charts import compare_pictures, draw_comparison
from pages.parts.compare_choice import chosen_sides, draw_conflict
from pages.parts.compare_rows import comparison_links, comparison_sources, draw_rows
from pages.parts.downloads import downloads
from pages.parts.picture import picture_button
from pages.parts.rows import stop_if_empty
from pages.widgets.headline import headline


def two_view() -> None:
    """Both sides, their numbers and their rows."""
    choices = chosen_sides(store())
    shown = selection(**choices)
    sentence = compare_headline(shown)
    headline(sentence)
    draw_conflict(shown)
    table = comparison_table(shown)
    stop_if_empty(table)
    draw_comparison(shown)
    draw_rows(shown)
    downloads(
        "comparison",
        len(table),
        choices=choices,
        picture=lambda: picture_button(
            "comparison", lambda: compare_pictures(shown), headline=sentence, links=lambda: comparison_links(shown)
        ),
    )
    comparison_sources(shown)
