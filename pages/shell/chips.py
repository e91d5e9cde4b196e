"""What is chosen, as chips: each is a choice that a click takes away, wherever it was made."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import streamlit as st

from loaders.chosen import LABELS, own_words
from loaders.events import FACETS
from loaders.events.filters import POSSIBLY, Filters, harmless
from loaders.text import counted, say
from pages.parts import state
from pages.parts.words import md

_LONGEST, _MOST = 60, 4


def chips(filters: Filters, names: Mapping[str, Mapping[str, str]]) -> None:
    """A button for each word that is chosen. `names`: see `loaders.chosen.facet_names`."""
    for name, text, without in chosen(filters, names):
        shorter = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
        st.button(
            md(shorter),
            key=f"chip-{name}",
            icon=":material/close:",
            icon_position="right",
            help=md(say("Take away: {what}", what=text)),
            on_click=state.keep,
            args=(without,),
        )


def chosen(filters: Filters, names: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str, Filters]]:
    """Per chosen word, or per facet where many of its words are chosen: a name for its chip, its words, and the filters without it."""
    without = {"years": {"years": None, "undated": False}, "certainty": {"certainty": POSSIBLY}, "background": {"background": False}}
    for name, label, words in own_words(filters):
        yield name, f"{label}: {words}", replace(filters, **without[name])
    for facet in FACETS:
        codes = getattr(filters, facet)
        if len(codes) > _MOST:
            yield (
                facet,
                f"{say(LABELS[facet])}: {counted('{count} chosen', '{count} chosen', count=len(codes))}",
                replace(filters, **{facet: ()}),
            )
            continue
        for code in codes:
            rest = tuple(other for other in codes if other != code)
            yield f"{facet}-{code}", f"{say(LABELS[facet])}: {names[facet].get(code, code)}", replace(filters, **{facet: rest})
    if filters.text:
        yield "text", f"“{harmless(filters.text)}”", replace(filters, text="")
