"""The documents: what each tells, what we corrected, where sources disagree, and what was looked for."""

import streamlit as st

from pages.parts.base import selection
from pages.parts.faults import section
from pages.parts.picture import picture_button
from pages.parts.sources_lists import draw_contradictions, draw_corrections, draw_figure_conflicts, draw_searches
from pages.parts.sources_parts import document_rows, draw_telling, listed_documents, telling_picture
from pages.parts.sources_text import method, sources_headline
from pages.widgets.headline import headline


def documents_view() -> None:
    """Headline, method, the documents as a chart and in rows, corrections, contradictions and searches."""
    shown = selection()
    listed = listed_documents(shown)
    sentence = sources_headline(shown, len(listed))
    headline(sentence)
    st.markdown(method(shown.facts))
    with section("Which documents tell of most events"):
        draw_telling(shown)
    picture_button("sources", lambda: telling_picture(shown), headline=sentence, links=lambda: listed.assign(key=listed["source_id"]))
    document_rows(shown)
    for what, draw in (
        ("What is printed wrongly", draw_corrections),
        ("Where sources disagree", draw_contradictions),
        ("Figures that differ", draw_figure_conflicts),
        ("What was looked for", draw_searches),
    ):
        with section(what):
            draw(shown)
