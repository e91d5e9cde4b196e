"""A search without words, one that finds nothing, and what lies in the background: what to look for instead."""

from collections.abc import Sequence

import streamlit as st

from loaders.events.filters import Filters
from loaders.events.selection import Selection, derived
from loaders.store import Store
from loaders.story.search import in_background
from loaders.suggestions import alone, examples
from loaders.text import counted, say
from pages.parts import state
from pages.parts.words import md
from pages.search.found import nearest_names


def draw_beginning(store: Store) -> None:
    """Words to try."""
    _words("examples", say("For example"), [(word, word) for word in _examples(store)])


def draw_background(shown: Selection) -> None:
    """The events that lie in the background, where there are any."""
    if number := in_background(shown):
        label = counted("{count} more event in the background", "{count} more events in the background", count=number)
        st.button(md(label), key="with-background", type="tertiary", on_click=state.narrow, kwargs={"background": True})


def draw_nothing_found(shown: Selection) -> None:
    """The nearest names, what each word finds alone, and the same words without the other choices."""
    near, each = nearest_names(shown), alone(shown)
    draw_background(shown)
    _words("near", say("Did you mean"), [(word, word) for word in near])
    _words("alone", say("One word alone"), [(word, f"{word} {number}") for word, number in each if number])
    free = shown.store.selection(Filters(text=shown.filters.text, background=True))
    if len(free) and shown.filters.to_query().keys() - {"text", "background"}:
        label = counted("{count} event without the other choices", "{count} events without the other choices", count=len(free))
        st.button(md(label), key="without-choices", type="tertiary", on_click=state.keep, args=(free.filters,))
    elif not near and not any(number for _, number in each):
        st.markdown(md(say("Try a shorter word: the beginning is enough.")))


@derived
def _examples(store: Store) -> list[str]:
    return examples(store.facts, store.events())


def _words(key: str, label: str, words: Sequence[tuple[str, str]]) -> None:
    """Buttons that search for one word each. `words`: each with what its button says."""
    if not words:
        return
    with st.container(key=f"try-{key}", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(md(label), width="content")
        for word, said in words:
            st.button(md(said), key=f"try-{key}-{word}", on_click=state.narrow, kwargs={"text": word})
