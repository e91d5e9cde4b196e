"""The filter bar: three choices and a search at once, the others behind one button; what is shown of how much, and what is chosen."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from loaders.chosen import LABELS, years_text
from loaders.confidence_words import FACET_HELP
from loaders.events import Events
from loaders.events.filters import CERTAINLY, CERTAINTIES, LONGEST_TEXT, POSSIBLY, Choices, Filters, said_text
from loaders.timeline_words import shown_sentence
from pages.parts import state
from pages.parts.base import counts_of_choices, names_of_choices
from pages.parts.chips import chips
from pages.parts.marking import marked, unmark
from pages.parts.search_link import search_link
from pages.parts.words import md

AT_ONCE = ("sector", "tie")
CONFIDENCE = "confidence"
MORE = {
    "city": ("city", "pair"),
    "organisation": ("organisation", "partner"),
    "person": ("person",),
    "location": ("location", "journey"),
    "kind": ("kind",),
    "mode": ("mode", "status"),
    "source": ("source",),
    CONFIDENCE: tuple(FACET_HELP),
}
"""What stands behind one button, a group at a time."""
_GROUPS = {
    "city": "City",
    "organisation": "Organisation",
    "person": "Person",
    "location": "Site or journey",
    "kind": "Form",
    "mode": "How and whether held",
    "source": "Source",
    CONFIDENCE: "Confidence",
}
_HELP = {
    "pair": "Events of which both were venue, stop or origin of who travelled, or which linked them.",
    "partner": "With an organisation chosen above, only the events in which both took part.",
    "person": "People in public roles whom a source names as taking part; who is only mentioned is left out.",
}
_MOST_PILLS = 24
_YEARS_BY_ONE = 2000
_EARLIER = (1600, 1900, 1950, 1960, 1970, 1980, 1990)


def filter_bar(events: Events, shown: Events, allowed: Choices) -> None:
    """Draws the bar for the filters that the session has; choices are read at the next run's start."""
    filters, counts, names = state.current_filters(), counts_of_choices(), names_of_choices()
    with st.container(key="filter-bar", horizontal=True, vertical_alignment="bottom", gap="small"):
        text = state.bound("text", filters.text, lambda words: _keep(text=said_text(words)))
        st.text_input("Search", placeholder="title, place, person …", width=230, max_chars=LONGEST_TEXT, **text)
        _years(filters, allowed)
        for facet in AT_ONCE:
            with st.popover(_with_number(LABELS[facet], [facet], filters), type="secondary", key=f"open-{facet}"):
                _facet(facet, names[facet], counts[facet])
        _more(filters, names, counts)
        _view(filters)
    with st.container(key="chosen", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{shown_sentence(shown, len(events))}**", width="content")
        chips(filters, names)
        search_link(filters)


def _with_number(label: str, facets, filters: Filters) -> str:
    number = sum(len(getattr(filters, facet)) for facet in facets)
    return f"{label} · {number}" if number else label


def _more(filters: Filters, names: Mapping[str, Mapping[str, str]], counts: Mapping[str, Mapping[str, int]]) -> None:
    everything = [facet for facets in MORE.values() for facet in facets]
    with st.popover(_with_number("More", everything, filters), type="secondary", key="open-more"):
        group = st.pills(
            "Choose by",
            tuple(MORE),
            format_func=lambda name: _with_number(_GROUPS[name], MORE[name], filters),
            key="choose_by",
            default=next(iter(MORE)),
            required=True,
            on_change=state.say,
        )
        for facet in MORE[group]:
            _facet(facet, names[facet], counts[facet])
            if group == CONFIDENCE:
                st.caption(FACET_HELP[facet][1])
            elif facet in _HELP:
                st.caption(_HELP[facet])


def _facet(facet: str, names: Mapping[str, str], counts: Mapping[str, int]) -> None:
    codes = [code for code in names if code in counts]
    with st.container(key=facet):
        _words(facet, codes, names, counts)


def _words(facet: str, codes: list[str], names: Mapping[str, str], counts: Mapping[str, int]) -> None:
    if len(codes) > _MOST_PILLS:
        codes.sort(key=lambda code: (-counts[code], names[code]))
        st.multiselect(LABELS[facet], codes, format_func=lambda code: f"{names[code]} ({counts[code]})", width=420, **state.filtered(facet))
    else:
        named = {code: _option(names[code], counts[code]) for code in codes}
        st.pills(LABELS[facet], codes, selection_mode="multi", format_func=named.get, **state.filtered(facet))


def _option(name: str, count: int) -> str:
    return f"{md(name)} **{count}**" if count else f":gray[{md(name)} 0]"


def _years(filters: Filters, allowed: Choices) -> None:
    first, last = allowed.years
    begins = {first, last, *_EARLIER, *range(_YEARS_BY_ONE, last + 1), *(filters.years or ())}
    years = state.bound("years", filters.years or (first, last), lambda ends: _keep(years=None if ends == (first, last) else tuple(ends)))
    label = f"Years · {years_text(filters.years)}" if filters.years else "Years"
    with st.popover(label, type="secondary", key="open-years"):
        named = {first: "earliest"}.get
        st.select_slider("Years", sorted(begins), value=allowed.years, width=420, format_func=lambda year: named(year, str(year)), **years)
        st.radio(
            "An event belongs to these years if it",
            CERTAINTIES,
            horizontal=True,
            **state.bound("certainty", filters.certainty, lambda certainty: _keep(certainty=certainty)),
            format_func={POSSIBLY: "may have been in them", CERTAINLY: "was certainly in them"}.get,
        )
        st.caption("“May” keeps events whose date is vague, and those without a date, in the list.")


def _keep(**chosen: object) -> None:
    state.keep(replace(state.current_filters(), **chosen))


def _reset() -> None:
    """Back to everything: no filter, and no marked row."""
    state.keep(Filters())
    unmark()


def _view(filters: Filters) -> None:
    st.button("Reset", on_click=_reset, disabled=not (filters.chosen or marked()), key="reset")
    with st.popover("Link", key="open-link"):
        st.markdown("The address of this page is this view. Copy it from here or from the browser’s address line.")
        st.code(state.view_address(), language=None, wrap_lines=True)
