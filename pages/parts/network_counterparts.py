"""Through whom the hospitals, the schools, the cities of the two sides are connected: what the selection asks for in the open, the rest folded."""

import streamlit as st

from loaders.events.selection import Selection
from loaders.network import network
from loaders.network_counterparts import asked_kinds, counterpart_sentence, counterparts, joint_events, question
from pages.parts.network_pair import event_button
from pages.parts.words import md


def counterpart_answers(shown: Selection) -> None:
    """The kinds for which the selection asks, each as a question and its answer with the events; then all other kinds, folded."""
    pairs = counterparts(network(shown))
    asked = pairs["kind"].isin(asked_kinds(shown))
    for row in pairs[asked].itertuples():
        with st.container(key=f"connects-{row.Index}", gap="small"):
            st.markdown(f"**{md(question([row.kind]))}** {md(counterpart_sentence(shown, row))}.")
            for event in joint_events(shown, row).itertuples():
                event_button(event, f"connects-{row.Index}")
    rest = pairs[~asked]
    if len(rest):
        with st.expander(md(question(list(rest["kind"])))):
            st.caption("Of each kind that both sides have: the two with most events together, else the two with most partners in common.")
            for row in rest.itertuples():
                st.markdown(f"- **{md(row.kind.capitalize())}:** {md(counterpart_sentence(shown, row))}.")
