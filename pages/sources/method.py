"""How the sources were chosen and read, for who opens it."""

import streamlit as st

from loaders.datetext import date_text
from loaders.facts import FactBase
from loaders.text import message, say
from pages.parts import state
from pages.parts.words import md

_METHOD = (
    message("What is in: {about} Data as of {day}. Each fact comes from a document that is listed here, with the place in it."),
    message(
        "What we follow: the better-founded source. A report counts for more than an announcement, a primary source for more than one that repeats it. "
        "Every other word stays beside it, and is drawn where it differs."
    ),
    message(
        "What is one source: all documents of one publisher, with every reprint and copy of them. Who contradicts, or tells only of something around an event, is no source for it."
    ),
    message("Dates are as precise as their source. What we worked out ourselves is marked."),
    message("Limits: most pages were read in part. A gap may lie in what was read. “Announced only” means that no report was found."),
)


def draw_method(facts: FactBase) -> None:
    """The paragraphs."""
    fold = st.expander(say("Method"), key="method", on_change=state.write_address)
    if fold.open:
        places = {"about": str(facts.package["description"]), "day": date_text(facts.as_of)}
        fold.markdown("\n\n".join(md(say(text, **places)) for text in _METHOD))
