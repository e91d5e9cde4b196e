"""What stands side by side: the kind, A and B, in the address; and what the page's filter does to them."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from loaders.compare import conflict
from loaders.compare_sides import CHOOSES, KINDS, Periods, default_side, period_code, period_of, side_names
from loaders.events.selection import Selection
from loaders.store import Store
from loaders.text import message, say
from pages.parts import state
from pages.parts.screen import screen

_WAYS_OUT = {
    "tie": message("Take the relationship out of the filter"),
    "city": message("Take the city out of the filter"),
    "years": message("Take the years out of the filter"),
}
_WIDTH_PX = {"wide": 205, "narrow": 169}


def chosen_sides(store: Store) -> tuple[dict[str, str], Callable[[], None]]:
    """The choices `compare`, `a` and `b` that the address or the reader makes (`a` and `b` are never the same), and what draws their controls."""
    kind = state.choice("compare", tuple(KINDS))
    names = side_names(store, kind)
    first = _said("a", names) or default_side(names)
    second = _said("b", names, without=first) or default_side(names, first)
    return {"compare": kind, "a": first, "b": second}, lambda: _draw(kind, names, first, second)


def _draw(kind: str, names: Mapping[str, str], first: str, second: str) -> None:
    kinds = tuple(KINDS)
    tied = state.bound("compare", kind, lambda other: state.write_address(compare="" if other == kinds[0] else other, a="", b=""))
    st.selectbox(say("What to compare"), kinds, format_func=lambda code: say(KINDS[code]), label_visibility="collapsed", width=150, **tied)
    for name, code, other in (("a", first, second), ("b", second, first)):
        (_period if isinstance(names, Periods) else _select)(name, names, code, other)


def _said(name: str, names: Mapping[str, str], *, without: str = "") -> str:
    """The side that the address names; blank where it names none that can be compared."""
    return next((code for code in state.said(name) if code in names and code != without), "")


def _select(name: str, names: Mapping[str, str], code: str, other: str) -> None:
    take, codes = partial(_take, name, code, other), tuple(dict.fromkeys((*names, code)))
    look = {"label_visibility": "collapsed", "width": _WIDTH_PX[screen()], "format_func": names.get}
    st.selectbox(name.upper(), codes, **look, **state.bound(name, code, take))


def _take(name: str, before: str, other: str, code: str) -> None:
    """Both sides are said. Where they would be the same, the other takes what this one was before."""
    sides = {name: code, {"a": "b", "b": "a"}[name]: before if code == other else other}
    state.write_address(**sides)


def _period(name: str, names: Periods, code: str, other: str) -> None:
    """A period is chosen by its first and last year."""
    first, last = names.years
    tied = state.bound(f"period_{name}", period_of(code), lambda years: _take(name, code, other, period_code(years)))
    label = say("{side}: first and last year", side=name.upper())
    st.slider(label, first, last, width=_WIDTH_PX[screen()], label_visibility="collapsed", **tied)


def way_out(shown: Selection) -> None:
    """Where the filter stands in the way of the comparison, a button that takes it away."""
    name = CHOOSES[shown.choices["compare"]]
    if conflict(shown):
        taken = {name: None if name == "years" else ()}
        st.button(say(_WAYS_OUT[name]), key="compare-again", type="tertiary", on_click=state.narrow, kwargs=taken)
