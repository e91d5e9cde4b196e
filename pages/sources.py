"""Who says so? Every document, what rests on it, what we corrected, where sources disagree, and what was looked for and not found."""

import streamlit as st

from loaders.documents import documents
from pages.parts.base import fact_base
from pages.parts.sources_lists import draw_contradictions, draw_corrections, draw_figure_conflicts, draw_searches
from pages.parts.sources_parts import document_rows, draw_resting, kept
from pages.parts.sources_text import method, sources_headline
from pages.parts.words import md

facts = fact_base()
table = documents(facts)
shown = table[table["source_id"].isin(kept(facts, "sources"))]
st.title(md(sources_headline(shown, len(table))))
st.markdown(method(facts))
draw_resting(shown)
document_rows(facts, shown, len(table))
draw_corrections(facts)
draw_contradictions(facts)
draw_figure_conflicts(facts)
draw_searches(facts)
