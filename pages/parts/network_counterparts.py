"""Through whom the hospitals, the schools, the cities of the two sides are connected: what the selection asks for in the open, the rest folded."""

import streamlit as st

from loaders.facts import FactBase
from loaders.network_counterparts import asked_kinds, counterpart_sentence, joint_events, question
from pages.parts import state
from pages.parts.network_tables import Found
from pages.parts.opening import open_card
from pages.parts.words import md

_RULE = (
    "Of each kind of organisation that both sides have, the two with most events together, and else the closest by partners of both. "
    "In brackets: events together, of this selection."
)


def counterpart_answers(facts: FactBase, found: Found, whole: Found) -> None:
    """The kinds for which the selection asks, each as a question and its answer with the events; then all other kinds, folded. `whole`: of all events."""
    pairs = found.counterparts
    asked = pairs["kind"].isin(asked_kinds(facts, whole.net, state.current_filters()))
    for row in pairs[asked].itertuples():
        with st.container(key=f"connects-{row.Index}", gap="small"):
            st.markdown(f"**{md(question([row.kind]))}** {md(counterpart_sentence(facts, found.events, found.held, row))}.")
            _events(found, row)
    rest = pairs[~asked]
    if len(rest):
        with st.expander(md(question(list(rest["kind"])))):
            st.caption(_RULE)
            for row in rest.itertuples():
                st.markdown(f"- **{md(row.kind.capitalize())}:** {md(counterpart_sentence(facts, found.events, found.held, row))}.")


def _events(found: Found, row) -> None:
    """The joint events as ways to their cards."""
    rows = found.events.rows.set_index("event_id")
    for key in joint_events(found.held, row.german, row.japanese):
        event = rows.loc[key]
        state_text = "" if event["status"] == "held" else f"{event['status_text']}: "
        label = f"{md(event['date_text'])} {md(event['confidence'])} · {md(state_text)}{md(event['title'])}"
        st.button(label, key=f"connects-{row.Index}-{key}", type="tertiary", on_click=open_card, args=("event", key))
