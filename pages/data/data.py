"""What exactly is recorded? Every table with its rows, its columns and its files, and the addresses under which a script gets them."""

import streamlit as st

from loaders.selected import ordered
from loaders.story.data import data_headline
from loaders.text import say
from pages.data.addresses import draw_addresses
from pages.data.dictionary import draw_dictionary
from pages.data.row import chosen_row
from pages.data.rows import chosen_order, draw_rows, rows_heading, sources_of_rows
from pages.data.tables import chosen_table, draw_tables
from pages.parts.base import fact_base, selection, table_in_words
from pages.parts.faults import section
from pages.parts.screen import screen
from pages.widgets.headline import headline

facts, width = fact_base(), screen()
name = chosen_table(facts)
headline(*data_headline(facts))
with st.container(key=f"picture-{width}-data"):
    left, right = st.columns([286, 960], gap="medium") if width == "wide" else (st.container(), st.container())
    with left:
        draw_tables(facts, name)
    with right, section(say("The rows")):
        whole = table_in_words(name)
        shown = ordered(selection(), name, chosen_order(whole))
        rows_heading(shown, len(whole.rows))
        draw_rows(shown)
with section(say("Where the chosen row is shown")):
    chosen_row(facts, name)
with section(say("The columns")):
    draw_dictionary(name)
with section(say("The addresses")):
    draw_addresses(name)
with section(say("The list of sources")):
    sources_of_rows(selection(), name)
