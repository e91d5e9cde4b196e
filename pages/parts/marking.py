"""Rows that are marked: checked in a table of events, said in the address (`marked=…`), and made to stand out on the charts."""

from collections.abc import Collection, Iterable

import streamlit as st

from loaders.events.filters import shown
from loaders.page_choices import MARKED

MOST = 40
_KEPT, _WRITTEN, _PAGE, _ANEW = "kept_marked", "written_marked", "page_of_marked", "marked_anew"


def marked() -> tuple[str, ...]:
    """The keys of the marked events, in the order in which they were marked."""
    return st.session_state.get(_KEPT, ())


def marked_of(keys: Collection[str]) -> tuple[str, ...]:
    """Those of these keys that are marked, sorted: what a drawing of these events depends on."""
    return tuple(sorted(set(marked()) & set(keys)))


def mark(keys: Iterable[str]) -> None:
    """Marks these events and no other, as far as MOST go."""
    chosen = tuple(dict.fromkeys(keys))
    if len(chosen) > MOST:
        st.toast(f"At most {MOST} rows can be marked; the first {MOST} are.")
        st.session_state[_ANEW] = marked_anew() + 1
    st.session_state[_KEPT] = chosen[:MOST]


def unmark() -> None:
    """Takes all marks away, the checks in the tables too."""
    if marked():
        st.session_state[_KEPT] = ()
        st.session_state[_ANEW] = marked_anew() + 1


def marked_anew() -> int:
    """How often marks have changed elsewhere than in a table: part of a table's key, so that its checks are drawn anew."""
    return st.session_state.get(_ANEW, 0)


def read_marked(page: str, known: Collection[str]) -> list[str]:
    """Takes the marks from the address where it says other than this session has written, and gives a notice for each unknown key.

    On another page an empty address leaves them: they go along, as the filter does.
    """
    said = st.query_params.get_all(MARKED)
    new_page = st.session_state.get(_PAGE) != page
    st.session_state[_PAGE] = page
    if said == st.session_state.get(_WRITTEN, []) or (new_page and not said):
        return []
    every = tuple(dict.fromkeys(key for key in said if key in known))
    found = every[:MOST]
    if found != marked():
        st.session_state[_KEPT] = found
        st.session_state[_ANEW] = marked_anew() + 1
    unknown = [shown(key) for key in dict.fromkeys(said) if key not in known]
    notices = [f"{MARKED}: at most {MOST} events can be marked; the first {MOST} are."] if len(every) > MOST else []
    return notices + [f"{MARKED}: “{'”, “'.join(unknown[:3])}”{' and others' * (len(unknown) > 3)}: no such event; ignored."] * bool(
        unknown
    )


def written_marked() -> dict[str, list[str]]:
    """The parameters of the address that say the marks; from now on they count as written by this session."""
    st.session_state[_WRITTEN] = list(marked())
    return {MARKED: list(marked())} if marked() else {}
