"""The filter bar: every choice with its count, what is shown of how much, reset, and the link to this view."""

from collections.abc import Mapping

import streamlit as st

from loaders.chosen import LABELS, chosen_words, years_text
from loaders.confidence_words import FACET_HELP
from loaders.events import Events
from loaders.filters import CERTAINLY, CERTAINTIES, LONGEST_TEXT, POSSIBLY, Choices, Filters
from loaders.summary import shown_sentence
from pages.parts import state
from pages.parts.base import counts_of_choices, names_of_choices
from pages.parts.words import md

_YEARS_BY_ONE = 2000
_EARLIER = (1600, 1900, 1950, 1960, 1970, 1980, 1990)


def filter_bar(events: Events, shown: Events, allowed: Choices) -> None:
    """Draws the bar for the filters that the session has; choices are read at the next run's start."""
    filters = state.current_filters()
    counts = counts_of_choices()
    names = names_of_choices()
    with st.container(key="filter-bar", horizontal=True, vertical_alignment="bottom", gap="small"):
        _years(filters, allowed)
        for facet in ("sector", "tie", "city", "status", "source"):
            _facet(facet, LABELS[facet], names[facet], counts[facet], getattr(filters, facet))
        _confidence(filters, names, counts)
        st.text_input("Search", key="text", placeholder="title, place, person …", width=210, max_chars=LONGEST_TEXT)
        _view(filters)
    st.markdown(f"**{shown_sentence(shown, len(events))}** {_chosen_words(filters, names)}")


def _facet(facet: str, label: str, names: Mapping[str, str], counts: Mapping[str, int], chosen: tuple[str, ...]) -> None:
    codes = [code for code in names if code in counts]
    if facet == "source":
        codes.sort(key=lambda code: (-counts[code], names[code]))
    title = f"{label} · {len(chosen)}" if chosen else label
    with st.popover(title, type="secondary", key=f"open-{facet}"):
        if len(codes) > 40:
            st.multiselect(label, codes, key=facet, format_func=lambda code: f"{names[code]} ({counts[code]})", width=420)
        else:
            st.pills(label, codes, key=facet, selection_mode="multi", format_func=lambda code: _option(names[code], counts[code]))


def _confidence(filters: Filters, names: Mapping[str, Mapping[str, str]], counts: Mapping[str, Mapping[str, int]]) -> None:
    """How well an event is founded: three facets in one place, each with a line that says what it means."""
    chosen = sum(bool(getattr(filters, facet)) for facet in FACET_HELP)
    with st.popover(f"Confidence · {chosen}" if chosen else "Confidence", type="secondary", key="open-confidence"):
        for facet, (label, text) in FACET_HELP.items():
            codes = [code for code in names[facet] if code in counts[facet]]
            named = {code: _option(names[facet][code], counts[facet][code]) for code in codes}
            st.pills(label, codes, key=facet, selection_mode="multi", format_func=named.get)
            st.caption(text)


def _option(name: str, count: int) -> str:
    return f"{md(name)} **{count}**" if count else f":gray[{md(name)} 0]"


def _years(filters: Filters, allowed: Choices) -> None:
    first, last = allowed.years
    begins = {first, last, *_EARLIER, *range(_YEARS_BY_ONE, last + 1), *(filters.years or ())}
    st.session_state["years"] = filters.years or (first, last)
    label = f"Years · {years_text(filters.years)}" if filters.years else "Years"
    with st.popover(label, type="secondary", key="open-years"):
        named = {first: "earliest"}.get
        st.select_slider(
            "Years", sorted(begins), value=allowed.years, key="years", width=420, format_func=lambda year: named(year, str(year))
        )
        st.radio(
            "An event belongs to these years if it",
            CERTAINTIES,
            key="certainty",
            horizontal=True,
            format_func={POSSIBLY: "may have been in them", CERTAINLY: "was certainly in them"}.get,
        )
        st.caption("“May” keeps events whose date is vague, and those without a date, in the list.")


def _view(filters: Filters) -> None:
    st.button("Reset", on_click=state.keep, args=(Filters(),), disabled=not filters.chosen, key="reset")
    with st.popover("Link", key="open-link"):
        st.markdown("The address of this page is this view. Copy it from here or from the browser’s address line.")
        st.code(state.view_address(), language=None, wrap_lines=True)


def _chosen_words(filters: Filters, names: Mapping[str, Mapping[str, str]]) -> str:
    words = [words for _, words in chosen_words(filters, names)]
    return "· " + " · ".join(map(md, words)) if words else ""
