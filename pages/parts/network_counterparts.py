"""Through whom the hospitals, the schools, the cities of the two sides are connected: what the selection asks for in the open, the rest folded."""

import streamlit as st

from loaders.events.selection import Selection
from loaders.network import network
from loaders.network_counterparts import asked_kinds, counterpart_sentences, counterparts, joint_events, question
from pages.parts.network_pair import event_button
from pages.parts.words import md


def counterpart_answers(shown: Selection) -> None:
    """The kinds for which the selection asks, each as a question and its answer with the events; then all other kinds, folded."""
    kinds, asked = list(counterparts(network(shown)).itertuples()), asked_kinds(shown)
    pairs = list(zip(kinds, counterpart_sentences(shown), strict=True))
    for row, sentence in pairs:
        if row.kind in asked:
            with st.container(key=f"connects-{row.Index}", gap="small"):
                st.markdown(f"**{md(question([row.kind]))}** {md(sentence)}.")
                for event in joint_events(shown, row):
                    event_button(event, f"connects-{row.Index}")
    rest = [(row.kind, sentence) for row, sentence in pairs if row.kind not in asked]
    if rest:
        with st.expander(md(question([kind for kind, _ in rest]))):
            st.caption("Of each kind that both sides have: the two with most events together, else the two with most partners in common.")
            for kind, sentence in rest:
                st.markdown(f"- **{md(kind.capitalize())}:** {md(sentence)}.")
