"""The headline of a page, the line below it, and how its numbers are counted."""

import streamlit as st

from loaders.text import message, say
from pages.parts import state
from pages.parts.words import md

_HAS_HEADLINE = "page_has_its_headline"
HOW_COUNTED = message(
    "A number is the number of events that a click on it lists. Held, announced and called-off events are all counted. So are the parts of a "
    "visit, and what may be the same as another event. Each event stands in the one year in which it began. Where that is not certain, it stands in "
    "the first possible year and is hatched, as it is where sources disagree on the year. What has no date "
    "stands in no year. Background is city history and the agreements between the states. It is left out unless it is switched on."
)


def page_begins() -> None:
    """Says that nothing of the page stands yet."""
    st.session_state[_HAS_HEADLINE] = False


def has_headline() -> bool:
    """Whether the page has its headline by now."""
    return st.session_state.get(_HAS_HEADLINE, False)


def headline(sentence: str, line: str = "", *, how: str = HOW_COUNTED) -> None:
    """The one title of a page, and a short line below it; both are plain text. `how`: how what it shows is counted."""
    st.session_state[_HAS_HEADLINE] = True
    st.title(md(sentence), anchor=False)
    with st.container(key="subline", horizontal=True, vertical_alignment="center", gap="xsmall"):
        if line:
            st.markdown(md(line), width="content")
        menu = st.popover(say("How this is counted"), key="how-counted", type="tertiary", on_change=state.write_address)
        if menu.open:
            menu.markdown(say(how))
