"""What stands side by side: the kind, A and B, in the address; and what the page's filter does to them."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from loaders.compare_sides import CHOOSES, KINDS, Periods, default_side, period_code, period_of, side_names
from loaders.compare_words import conflict_text
from loaders.events.selection import Selection
from loaders.store import Store
from pages.parts import state
from pages.parts.words import md


def chosen_sides(store: Store) -> dict[str, str]:
    """The choices `compare`, `a` and `b` that the address or the reader makes; `a` and `b` are never the same."""
    kinds = tuple(KINDS)
    with st.container(horizontal=True, vertical_alignment="bottom", key="compare-choice"):
        kind = state.choice("compare", kinds)
        tied = state.bound("compare", kind, lambda other: state.say(compare="" if other == kinds[0] else other, a="", b=""))
        st.segmented_control("What to compare", kinds, format_func=KINDS.get, required=True, **tied)
        names = side_names(store, kind)
        first = _said("a", names) or default_side(names)
        second = _said("b", names, without=first) or default_side(names, first)
        for name, code, other in (("a", first, second), ("b", second, first)):
            (_period if isinstance(names, Periods) else _select)(name, names, code, other)
    return {"compare": kind, "a": first, "b": second}


def _said(name: str, names: Mapping[str, str], *, without: str = "") -> str:
    """The side that the address names; blank where it names none that can be compared."""
    return next((code for code in state.said(name) if code in names and code != without), "")


def _select(name: str, names: Mapping[str, str], code: str, other: str) -> None:
    take = partial(_take, name, code, other)
    st.selectbox(name.upper(), tuple(dict.fromkeys((*names, code))), format_func=names.get, width=260, **state.bound(name, code, take))


def _take(name: str, before: str, other: str, code: str) -> None:
    """Both sides are said. Where they would be the same, the other takes what this one was before."""
    sides = {name: code, {"a": "b", "b": "a"}[name]: before if code == other else other}
    state.say(**sides)


def _period(name: str, names: Periods, code: str, other: str) -> None:
    """A period is chosen by its first and last year."""
    first, last = names.years
    tied = state.bound(f"period_{name}", period_of(code), lambda years: _take(name, code, other, period_code(years)))
    st.slider(f"{name.upper()}: first and last year", first, last, width=260, **tied)


def draw_conflict(shown: Selection) -> None:
    """Says where the filter stands in the way of the comparison, with a way out."""
    text, name = conflict_text(shown), CHOOSES[shown.choices["compare"]]
    if not text:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="compare-conflict"):
        st.info(md(text))
        label = {"tie": "relationship", "city": "city", "years": "years"}[name]
        taken = {name: None if name == "years" else ()}
        st.button(f"Take the {label} out of the filter", key="compare-again", on_click=state.narrow, kwargs=taken)
