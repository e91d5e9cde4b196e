"""The network page's own choices, in the address: organisations or cities, and one of them."""

import streamlit as st

from loaders.events.selection import Selection, derived
from loaders.network import FACET, WHO, around, known_of, node_means
from pages.parts import state
from pages.parts.view_switch import switched

NOBODY = "none"


def chosen_who() -> str:
    """Whether organisations or cities are shown."""
    return switched({who: who.capitalize() for who in WHO}, "who", label="Who")


def chosen_focus(shown: Selection, who: str) -> str:
    """The key of the one that is looked at closely; blank where none is. The only one of the filter, where none is chosen here."""
    labels = _labels(shown, who)
    allowed = tuple(labels)
    st.selectbox("Look closely at", allowed, format_func=labels.get, width=420, **state.chosen("focus", allowed))
    chosen = state.choice("focus", allowed)
    if chosen != NOBODY:
        return chosen
    filtered = getattr(shown.filters, FACET[who])
    return filtered[0] if len(filtered) == 1 else ""


@derived
def _labels(shown: Selection, who: str) -> dict[str, str]:
    """What can be looked at, with its number of events, that with most first."""
    names, events = known_of(shown.facts, who)["name"].to_dict(), around(shown, who).counts(FACET[who])
    keys = sorted(names, key=lambda one: (-events.get(one, 0), names[one]))
    return {NOBODY: "Nobody: the whole network", **{one: f"{names[one]} ({events.get(one, 0)})" for one in keys}}


def choose_one(who: str, key: str) -> None:
    """Narrows to the events of one, who is then looked at closely."""
    state.say(focus="")
    state.narrow(**node_means(who, key))
