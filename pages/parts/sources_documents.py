"""The documents: what rests on each, what we corrected, where sources disagree, and what was looked for."""

import streamlit as st

from loaders.documents import documents
from pages.parts.base import fact_base
from pages.parts.faults import headline, section
from pages.parts.picture import picture_button
from pages.parts.sources_lists import draw_contradictions, draw_corrections, draw_figure_conflicts, draw_searches
from pages.parts.sources_parts import document_rows, draw_resting, kept, resting_picture
from pages.parts.sources_text import method, sources_headline


def documents_view() -> None:
    """Headline, method, the documents as a chart and in rows, corrections, contradictions and searches."""
    facts = fact_base()
    table = documents(facts)
    shown = table[table["source_id"].isin(kept(facts, "sources"))]
    sentence = sources_headline(shown, len(table))
    headline(sentence)
    st.markdown(method(facts))
    draw_resting(shown)
    picture_button("sources", lambda: resting_picture(shown), headline=sentence, links=lambda: shown.assign(key=shown["source_id"]))
    document_rows(facts, shown, len(table))
    for what, draw in (
        ("What is printed wrongly", draw_corrections),
        ("Where sources disagree", draw_contradictions),
        ("Figures that differ", draw_figure_conflicts),
        ("What was looked for", draw_searches),
    ):
        with section(what):
            draw(facts)
