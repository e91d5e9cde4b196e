"""What exactly is recorded? Every table, row by row, with its dictionary, its sources and its download."""

from loaders.findings import finding

from loaders.selected import selected
from pages.parts.base import fact_base, selection, table_in_words
from pages.parts.downloads import downloads
from pages.parts.facts_dictionary import table_dictionary
from pages.parts.facts_links import chosen_row
from pages.parts.facts_table import choose_table, fact_sources, fact_table, what_is_shown
from pages.parts.faults import section
from pages.parts.rows import stop_if_empty
from pages.widgets.headline import headline

name = choose_table(fact_base())
whole = table_in_words(name)
shown = selected(selection(), name)
headline(finding(shown, len(whole.rows)))
what_is_shown(shown, len(whole.rows))
stop_if_empty(shown.rows)
fact_table(shown)
downloads(name, len(shown.rows))
with section("Where the chosen row is shown"):
    chosen_row(fact_base(), whole)
with section("The list of sources"):
    fact_sources(selection(), name)
with section("The data dictionary"):
    table_dictionary(fact_base(), name)
