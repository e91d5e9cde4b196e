"""The filter's state: the address, the session and the widgets, kept the same.

The address wins whenever it says something that this session did not write itself (a deep link, Back, Forward); an
empty one after a change of page does not, so that the filter goes along. Widgets carry the filter's names as keys.
"""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st

from loaders.events import FACETS
from loaders.events.filters import NAMES, Choices, Filters, from_query
from loaders.page_choices import CHOICES, MARKED
from pages.parts.marking import written_marked

_KEPT, _WRITTEN, _PAGE, _CHOICES = "kept_filters", "written_query", "written_page", "page_choices"
_NARROWED = "times_narrowed"


def current_filters() -> Filters:
    """The filters of this session, as the shell has read them in this run."""
    return st.session_state.get(_KEPT, Filters())


def read_filters(page: str, allowed: Choices) -> list[str]:
    """Takes the filters from the address or from the widgets, puts them into both, and returns notices for the reader."""
    address = _address()
    new_page = st.session_state.get(_PAGE) != page
    if new_page:
        st.session_state[_CHOICES] = {}
    foreign = address != st.session_state.get(_WRITTEN, {})
    if foreign and (address or not new_page):
        filters, notices = from_query(address, allowed)
    else:
        filters, notices = _from_widgets(allowed), []
    keep(filters)
    st.session_state[_PAGE] = page
    return notices


def keep(filters: Filters) -> None:
    """Makes these the session's filters, for the widgets that are drawn after this."""
    st.session_state[_KEPT] = filters
    for name in NAMES:
        value = getattr(filters, name)
        st.session_state[name] = list(value) if isinstance(value, tuple) and name != "years" else value


def narrow(**chosen: object) -> None:
    """Narrows the selection by what was clicked: each choice takes the place of that of its name, all else holds."""
    keep(replace(current_filters(), **chosen))
    st.session_state[_NARROWED] = st.session_state.get(_NARROWED, 0) + 1


def anew(key: str) -> str:
    """The key of a chart on which a click narrows: another after each, so that the chart is drawn anew and no old click is meant again."""
    times = st.session_state.get(_NARROWED, 0)
    return f"{key}-{times}" if times else key


def write_address() -> None:
    """Says the session's filters and marked rows in the address, in one step; all other parameters stay."""
    query, marked = current_filters().to_query(), written_marked()
    if query != _address() or marked.get(MARKED, []) != st.query_params.get_all(MARKED):
        others = {name: st.query_params.get_all(name) for name in st.query_params if name not in (*NAMES, MARKED)}
        st.query_params.from_dict({**query, **others, **marked})
    st.session_state[_WRITTEN] = query


def view_choice(name: str, allowed: Sequence[str]) -> None:
    """Puts a choice of one page, such as its lanes, from the address into the session, before its widget is drawn.

    The first of `allowed` is the default, which the address leaves out.
    """
    if name not in CHOICES:
        raise KeyError(f"{name!r} is no choice of a page; loaders/page_choices.py lists them, for the data routes")
    st.session_state.setdefault(_CHOICES, {})[name] = tuple(allowed)
    said, written = st.query_params.get(name), f"written_{name}"
    if said != st.session_state.get(written) or st.session_state.get(name) not in allowed:
        st.session_state[name] = said if said in allowed else allowed[0]


def write_choice(name: str, allowed: Sequence[str]) -> None:
    """Says the choice in the address, after its widget is drawn."""
    chosen = st.session_state[name]
    if chosen == allowed[0] or chosen not in allowed:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = chosen
    st.session_state[f"written_{name}"] = st.query_params.get(name)


def link() -> str:
    """The query of the present view, for copying, with the page's own choices, of which this run may have read new values."""
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    for name, allowed in st.session_state.get(_CHOICES, {}).items():
        chosen = st.session_state.get(name)
        query |= {name: [chosen]} if chosen in allowed[1:] else {}
        if chosen == allowed[0]:
            query.pop(name, None)
    return urlencode(query, doseq=True)


def view_address() -> str:
    """The whole address of the present view, for copying."""
    page, query = (st.context.url or "").split("?")[0], link()
    return f"{page}?{query}" if query else page


def _address() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in NAMES if name in st.query_params}


def _from_widgets(allowed: Choices) -> Filters:
    kept = current_filters()
    values = {name: st.session_state.get(name, getattr(kept, name)) for name in NAMES}
    years = tuple(values["years"]) if values["years"] else None
    facets = {facet: tuple(values[facet]) for facet in FACETS}
    said = Filters(years=years, certainty=values["certainty"] or kept.certainty, text=values["text"] or "", **facets)
    return from_query(said.to_query(), allowed)[0]
