"""A search without words, and one that finds nothing: words to begin with, nearest names, and what each word finds alone."""

import streamlit as st

from loaders.events.selection import Selection, derived
from loaders.searched import alone_text
from loaders.store import Store
from loaders.suggestions import alone, examples
from pages.parts import state
from pages.parts.search_results import nearest_names
from pages.parts.words import md


def draw_beginning(store: Store) -> None:
    """What can be searched, and words to try."""
    st.markdown(
        "Type into **Search** above. A search goes through events, organisations, people, sites, cities, programmes, relationships, "
        "figures, documents and what each document says, in English, German and Japanese, and says of each result why it was found."
    )
    _buttons("For example", _examples(store))


@derived
def _examples(store: Store) -> list[str]:
    return examples(store.facts, store.events())


def draw_nothing_found(shown: Selection) -> None:
    """What each word finds alone, and names that are near."""
    filters, words = shown.filters, alone(shown)
    if words:
        st.markdown(f"Events that have one of the words: {md(alone_text(words))}.")
        _buttons("Search for one of them", [word for word, number in words if number])
    if filters.to_query().keys() - {"text"}:
        st.markdown("The other choices of the filter hold too; take them away below the bar to search everything.")
    near = nearest_names(shown)
    if near:
        _buttons("Did you mean", near)
    elif not words:
        st.markdown("No title or name in the data is near to it.")


def _buttons(label: str, words: list[str]) -> None:
    if not words:
        return
    with st.container(key=f"try-{label.lower().replace(' ', '-')}", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"{label}:", width="content")
        for word in words:
            st.button(md(word), key=f"try-{label}-{word}", on_click=_search, args=(word,))


def _search(word: str) -> None:
    state.narrow(text=word)
