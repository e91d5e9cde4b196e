"""Sharing the present view: its address, how to cite it, and its picture for slides."""

import datetime

import streamlit as st

from loaders.chosen import chosen_words
from loaders.datetext import date_text
from loaders.events.selection import Selection
from loaders.text import say
from pages.parts import state
from pages.parts.base import names_of_choices
from pages.parts.opening import close_card
from pages.parts.words import md
from pages.shell.pages_list import DRAWING

MENU, PICTURE, PICTURE_ASKED = "open-link", "picture-for-slides", "picture_asked"


def share_menu(shown: Selection, words: str = "") -> None:
    """The button and its menu. `words`: what is shown, where it is not events. A picture is of the view in which it was asked for, and is forgotten in another."""
    if not picture_asked():
        st.session_state.pop(PICTURE_ASKED, None)
    menu = st.popover(say("Share"), key=MENU, icon=":material/link:", on_change=state.write_address)
    if not menu.open:
        return
    with menu:
        st.markdown(f"**{md(say('Link to this view'))}**")
        st.code(state.view_address(), language=None, wrap_lines=True)
        st.markdown(f"**{md(say('Cite it'))}**")
        st.code(citation(shown, state.view_address(), datetime.date.today(), words), language=None, wrap_lines=True)
        if state.here()[0] in DRAWING:
            st.button(say("Picture for slides"), key=PICTURE, icon=":material/image:", on_click=_ask)


def _ask() -> None:
    close_card()  # one dialog a run
    st.session_state[MENU] = False  # or it would lie over the dialog
    st.session_state[PICTURE_ASKED] = state.here()


def picture_asked() -> bool:
    """Whether a picture of this view was asked for."""
    return st.session_state.get(PICTURE_ASKED) == state.here()


def citation(shown: Selection, address: str, read_on: datetime.date, words: str = "") -> str:
    """The view as a line for a bibliography: what is chosen, the state of the data, where and when it was read."""
    names = names_of_choices() if shown.filters.chosen else {}
    words = words or "; ".join(text for _, text in chosen_words(shown.filters, names)) or "all events"
    facts = shown.facts
    data = f"Data of {date_text(facts.as_of)}, version {facts.fingerprint}"
    return f"City Ties ({facts.as_of[:4]}): {words}. {data}. {address} (read {date_text(read_on.isoformat())})."
