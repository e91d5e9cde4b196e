"""Who says so? Every document, what rests on it, what we corrected, where sources disagree, and what was looked for and not found."""

import streamlit as st

from loaders.documents import documents
from pages.parts.base import fact_base
from pages.parts.faults import headline, section
from pages.parts.sources_lists import draw_contradictions, draw_corrections, draw_figure_conflicts, draw_searches
from pages.parts.sources_parts import document_rows, draw_resting, kept
from pages.parts.sources_text import method, sources_headline

facts = fact_base()
table = documents(facts)
shown = table[table["source_id"].isin(kept(facts, "sources"))]
headline(sources_headline(shown, len(table)))
st.markdown(method(facts))
draw_resting(shown)
document_rows(facts, shown, len(table))
with section("What is printed wrongly"):
    draw_corrections(facts)
with section("Where sources disagree"):
    draw_contradictions(facts)
with section("Figures that differ"):
    draw_figure_conflicts(facts)
with section("What was looked for"):
    draw_searches(facts)
