"""The network page's own choices, in the address: organisations or cities, and one of them."""

import streamlit as st

from loaders.facts import FactBase
from loaders.network import WHO, Network
from pages.parts import state
from pages.parts.view_switch import switched

NOBODY = "none"


def chosen_who() -> str:
    """Whether organisations or cities are shown."""
    return switched({who: who.capitalize() for who in WHO}, "who", label="Who")


def chosen_focus(facts: FactBase, net: Network, who: str) -> str:
    """The key of the one that is looked at closely; blank where none is. The one organisation of the filter, where none is chosen here."""
    table, key = ("organisations", "organisation_id") if who == "organisations" else ("cities", "city_id")
    names = facts.table(table).set_index(key)["name"]
    events = net.nodes.set_index("key")["events"]
    keys = sorted(names.index, key=lambda one: (-int(events.get(one, 0)), names[one]))
    allowed = (NOBODY, *keys)
    labels = {NOBODY: "Nobody: the whole network", **{one: f"{names[one]} ({events.get(one, 0)})" for one in keys}}
    st.selectbox("Look closely at", allowed, format_func=labels.get, width=420, **state.chosen("focus", allowed))
    chosen = state.choice("focus", allowed)
    if chosen != NOBODY:
        return chosen
    filtered = state.current_filters().organisation if who == "organisations" else state.current_filters().city
    return filtered[0] if len(filtered) == 1 else ""


def look_at(key: str) -> None:
    """Looks closely at this one."""
    state.say(focus=key)
