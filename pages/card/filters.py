"""A card's way into the filter: who took part in its event, what happened at its site, what its document tells of."""

import streamlit as st

from loaders.card import Card
from loaders.text import message, say
from pages.parts import state
from pages.parts.base import names_of_choices, selection
from pages.parts.opening import close_card
from pages.parts.words import md

_WORDS = {"site": message("Show only what happened here"), "document": message("Show only what it tells of")}
_FACETS = {"site": "location", "document": "source"}


def card_filters(card: Card) -> None:
    """A button for each choice that the card suggests: it closes the card and narrows the page. None where that would leave no event."""
    names = names_of_choices()
    if card.kind in _FACETS and card.key in names[_FACETS[card.kind]]:
        _choice(say(_WORDS[card.kind]), _FACETS[card.kind], card.key)
    if offered := [choice for choice in card.choices if _reached(*choice)]:
        with st.container(horizontal=True, gap="small", vertical_alignment="center", key="card-filters"):
            st.markdown(say("Filter by:"), width="content")
            for facet, code in offered:
                _choice(names[facet][code], facet, code)


def _choice(words: str, facet: str, code: str) -> None:
    chosen = _reached(facet, code)
    if chosen and st.button(md(words), key=f"only-{facet}-{code}", type="tertiary", on_click=_narrow, kwargs=chosen):
        st.rerun()  # a click in a dialog draws only the dialog anew


def _reached(facet: str, code: str) -> dict[str, object]:
    alone = {"partner": ()} if facet == "organisation" else {}  # a joint event is asked for with two
    return selection().reaching(**{facet: (code,)}, **alone)


def _narrow(**chosen: object) -> None:
    state.narrow(**chosen)
    close_card()
