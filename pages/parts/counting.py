"""What a chart of events counts: two or three numbers in the open, the rest folded."""

import streamlit as st

from loaders.events import Events
from loaders.timeline_words import counting_list, counting_sentence
from pages.parts import state
from pages.parts.words import md


def says_counting(shown: Events, signs: str = "") -> None:
    """What is counted and, where something is outlined, the `signs` by which the chart tells it apart; why the rest is not counted stands folded beneath."""
    filters = state.current_filters()
    sentence = counting_sentence(shown, filters=filters)
    st.caption(md(f"{sentence} {signs}" if "outlined" in sentence else sentence))
    lines = counting_list(shown, filters=filters)
    if lines:
        with st.expander("How these are counted"):
            st.markdown("\n".join(f"- {md(line)}" for line in lines))
