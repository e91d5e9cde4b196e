"""What is chosen in this session, with one owner: the address as it was last said, and the filters that it says.

A widget is never the owner. Its callback is the only way from it to the owner, and it is drawn under another key whenever the owner
has another value than the widget last had: a widget that the browser does not show (in a closed popover) goes on sending what it held.
The address that the browser brings wins where it differs from what was last said (a deep link, Back, Forward); after a change of page
an address without filters does not, so that the filters go along; one with a blank filter takes them away. Every widget has a callback,
which says the address anew: what a click brings with it may still be the address from before the last one.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st

from loaders.events.filters import NAMES, Choices, Filters, Wrong, from_query
from loaders.page_choices import CHOICES

_FILTERS, _OFF, _SAID, _PAGE, _WIDGETS, _NARROWED = "filters", "filters_off", "address_said", "page_said", "widgets", "times_narrowed"
Query = dict[str, list[str]]


def current_filters() -> Filters:
    """The filters of this session; none while they are switched off."""
    return Filters() if st.session_state.get(_OFF) else st.session_state.get(_FILTERS, Filters())


def said(name: str) -> list[str]:
    """The values that the address has for one parameter."""
    return st.session_state.get(_SAID, {}).get(name, [])


def here() -> tuple[str, Query]:
    """The view in which the reader is: the page, and what the address says."""
    return st.session_state.get(_PAGE, ""), st.session_state.get(_SAID, {})


def read_address(page: str, allowed: Choices | None) -> list[Wrong]:
    """Takes over what the browser's address says anew, and returns what it says wrongly of the filter.

    `allowed` is None where the filters are switched off, as their tables have faults: what the address says of them then stays as it is.
    """
    address, before = _address(), st.session_state.get(_SAID, {})
    new_page = st.session_state.get(_PAGE) != page
    wrong: list[Wrong] = []
    st.session_state[_OFF] = allowed is None
    if address != before or new_page:
        if allowed and (not new_page or any(name in st.query_params for name in NAMES)):
            st.session_state[_FILTERS], wrong = from_query(address, allowed)
        st.session_state[_SAID] = address
    st.session_state[_PAGE] = page
    write_address()
    return wrong


def write_address(**values: str | Sequence[str]) -> None:
    """Says the session's filters in the address, and these parameters in place of what they were, in one step; blank ones go."""
    off = st.session_state.get(_OFF)
    others = {name: found for name, found in st.session_state.get(_SAID, {}).items() if off or name not in NAMES}
    others |= {name: [found] if isinstance(found, str) else list(found) for name, found in values.items()}
    query = {**current_filters().to_query(), **{name: found for name, found in others.items() if any(found)}}
    if query != _address():
        st.query_params.from_dict(query)
    st.session_state[_SAID] = query


def keep(filters: Filters) -> None:
    """Makes these the session's filters."""
    st.session_state[_FILTERS] = filters
    write_address()


def narrow(**chosen: object) -> None:
    """Narrows the selection by what was clicked: each choice takes the place of that of its name, all else holds."""
    keep(current_filters().after(**chosen))
    st.session_state[_NARROWED] = st.session_state.get(_NARROWED, 0) + 1


def anew(key: str) -> str:
    """The key of a chart on which a click narrows: another after each, so that the chart is drawn anew and no old click is meant again."""
    times = st.session_state.get(_NARROWED, 0)
    return f"{key}-{times}" if times else key


def bound(name: str, value: object, take: Callable[[object], None]) -> dict[str, object]:
    """What ties a widget to the owner's `value`: `st.pills("Sector", codes, **bound("sector", chosen, take))`.

    `take` is given what the reader chooses, and makes it the owner's. A list means the same in any order. To be asked for only where
    the widget is drawn: what is kept for one that is not drawn is not shown by it later.
    """
    widgets = st.session_state.setdefault(_WIDGETS, {})
    page = st.session_state.get(_PAGE)
    times, last, of = widgets.get(name, (0, value, page))
    if _plain(last) != _plain(value) or of != page:  # on another page Streamlit takes it for another widget
        times += 1
    widgets[name] = times, value, page
    key = f"{name}_{times}"
    st.session_state.setdefault(key, value)
    return {"key": key, "on_change": _taken, "args": (name, key, take)}


def _taken(name: str, key: str, take: Callable[[object], None]) -> None:
    times, _, page = st.session_state[_WIDGETS][name]
    st.session_state[_WIDGETS][name] = times, st.session_state[key], page
    take(st.session_state[key])


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, list) else value


def filtered(name: str) -> dict[str, object]:
    """What ties a widget of several words to one facet of the filter."""
    return bound(
        name, list(getattr(current_filters(), name)), lambda value: keep(replace(current_filters(), **{name: tuple(sorted(value))}))
    )


def choice(name: str, allowed: Sequence[str]) -> str:
    """A choice of one page, such as its lanes, as the address says it: the first of `allowed` where it says nothing, or what is not allowed."""
    if name not in CHOICES:
        raise KeyError(f"{name!r} is no choice of a page; loaders/page_choices.py lists them, for the data routes")
    found = next((value for value in said(name) if value in allowed), None)
    if found is None and said(name):
        write_address(**{name: ""})
    return allowed[0] if found is None else found


def choose(name: str, value: str, allowed: Sequence[str]) -> None:
    """Makes this the page's choice. The first of `allowed` is the default, which the address leaves out."""
    write_address(**{name: "" if value == allowed[0] else value})


def chosen(name: str, allowed: Sequence[str]) -> dict[str, object]:
    """What ties a widget of one word to a choice of the page."""
    return bound(name, choice(name, allowed), lambda value: choose(name, value, allowed))


def view_address() -> str:
    """The whole address of the present view, for copying."""
    page, query = (st.context.url or "").split("?")[0], urlencode(st.session_state.get(_SAID, {}), doseq=True)
    return f"{page}?{query}" if query else page


def _address() -> Query:
    """What the browser's address says; blank parameters say nothing, and stand: to write them anew would be one more step for Back."""
    return {name: found for name in st.query_params if any(found := st.query_params.get_all(name))}
