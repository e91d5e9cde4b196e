"""Rows that are marked: checked in a table of events, said in the address (`marked=…`), and made to stand out on the charts."""

from collections.abc import Collection, Iterable

import streamlit as st

from loaders.events.filters import harmless
from loaders.events.selection import Selection
from loaders.page_choices import MARKED
from pages.parts import state

MOST = 40
_ANEW, _CHECKED = "marked_anew", "marked_in_tables"


def marked() -> tuple[str, ...]:
    """The keys of the marked events, in the order in which they were marked."""
    return tuple(state.said(MARKED))


def marked_of(selection: Selection) -> tuple[str, ...]:
    """The keys of the selected events that are marked, sorted: what a drawing of them depends on."""
    those = set(marked())
    return tuple(sorted(selection.rows(those)["event_id"])) if those else ()


def mark(keys: Iterable[str]) -> None:
    """Marks these events and no other, as far as MOST go; what is marked by a table's checks."""
    chosen = tuple(dict.fromkeys(keys))
    if len(chosen) > MOST:
        st.toast(f"At most {MOST} rows can be marked; the first {MOST} are.")
    state.say(**{MARKED: chosen[:MOST]})
    st.session_state[_CHECKED] = chosen


def unmark() -> None:
    """Takes all marks away, the checks in the tables too."""
    state.say(**{MARKED: ""})


def marked_anew() -> int:
    """How often marks have changed elsewhere than in a table: part of a table's key, so that its checks are drawn anew."""
    if st.session_state.get(_CHECKED, ()) != marked():
        st.session_state[_CHECKED] = marked()
        st.session_state[_ANEW] = st.session_state.get(_ANEW, 0) + 1
    return st.session_state.get(_ANEW, 0)


def read_marked(known: Collection[str]) -> list[str]:
    """Leaves in the address the marks that can be, and gives a notice for what can not."""
    said = tuple(dict.fromkeys(marked()))
    every = tuple(key for key in said if key in known)
    unknown = [harmless(key) for key in said if key not in known]
    notices = [f"{MARKED}: at most {MOST} events can be marked; the first {MOST} are."] if len(every) > MOST else []
    if unknown:
        notices.append(f"{MARKED}: “{'”, “'.join(unknown[:3])}”{' and others' * (len(unknown) > 3)}: no such event; ignored.")
    if every[:MOST] != marked():
        state.say(**{MARKED: every[:MOST]})
    return notices
