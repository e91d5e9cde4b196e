"""What stands side by side: the kind, A and B, in the address; and what the page's filter does to them."""

from collections.abc import Mapping, Sequence

import streamlit as st

from loaders.compare_sides import KINDS, Periods, Side, default_side, period_code, period_of, side_names
from loaders.compare_words import CONFLICTING, conflict_text
from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import FactBase
from pages.parts import state
from pages.parts.words import md

_BEFORE = "compared_before"


def chosen_sides(facts: FactBase, events: Events) -> dict[str, str]:
    """The choices `compare`, `a` and `b` that the address or the reader makes; `a` and `b` are never the same."""
    kinds = tuple(KINDS)
    state.view_choice("compare", kinds)
    with st.container(horizontal=True, vertical_alignment="bottom", key="compare-choice"):
        st.segmented_control("What to compare", kinds, format_func=KINDS.get, key="compare", required=True)
        state.write_choice("compare", kinds)
        kind = st.session_state["compare"]
        names = side_names(facts, events, kind)
        first = _side("a", names, default_side(names))
        second = _side("b", names, default_side(names, first), without=first)
    st.session_state[_BEFORE] = {"a": first, "b": second}
    return {"compare": kind, "a": first, "b": second}


def _side(name: str, names: Mapping[str, str], default: str, *, without: str = "") -> str:
    said = [code for code in (st.query_params.get(name), st.session_state.get(name)) if code and code in names]
    allowed = tuple(dict.fromkeys(code for code in (default, *names, *said) if code != without))
    state.view_choice(name, allowed)
    (_period if isinstance(names, Periods) else _select)(name, names, allowed)
    state.write_choice(name, allowed)
    return st.session_state[name]


def _select(name: str, names: Mapping[str, str], allowed: Sequence[str]) -> None:
    st.selectbox(name.upper(), allowed, format_func=names.get, key=name, width=260, on_change=_changed, args=(name,))


def _changed(name: str) -> None:
    """Where both would be the same, the other side takes what this one was before."""
    other, before = {"a": "b", "b": "a"}[name], st.session_state.get(_BEFORE, {})
    if st.session_state[name] == before.get(other):
        st.session_state[other] = before[name]


def _period(name: str, names: Periods, allowed: Sequence[str]) -> None:
    """A period is chosen by its first and last year."""
    key = f"period_{name}"
    st.session_state[key] = period_of(st.session_state[name])
    first, last = names.years
    st.slider(f"{name.upper()}: first and last year", first, last, key=key, width=260, on_change=_period_chosen, args=(name,))


def _period_chosen(name: str) -> None:
    code = period_code(st.session_state[f"period_{name}"])
    if code != st.session_state.get(_BEFORE, {}).get({"a": "b", "b": "a"}[name]):
        st.session_state[name] = code


def draw_conflict(filters: Filters, pair: Sequence[Side]) -> None:
    """Says where the filter stands in the way of the comparison, with a way out."""
    text = conflict_text(filters, pair)
    if not text:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="compare-conflict"):
        st.info(md(text))
        facet = CONFLICTING[pair[0].kind]
        label = {
            "tie": "Take the relationship out of the filter",
            "city": "Take the city out of the filter",
            "years": "Take the years out of the filter",
        }[facet]
        st.button(label, key="compare-again", on_click=state.narrow, kwargs={facet: None if facet == "years" else ()})
