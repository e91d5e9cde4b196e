"""The row of choices: search, years, sector, relationship and all others, each behind a button, with the count, downloads and sharing at its end.

What stands behind a button is made when the reader opens it. On a narrow screen all choices stand behind one.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape

import streamlit as st

from loaders.chosen import LABELS
from loaders.confidence_words import FACET_HELP
from loaders.events.filters import CERTAINLY, LONGEST_TEXT, POSSIBLY, Choices, Filters, said_text
from loaders.events.selection import Selection
from loaders.text import counted, message, say
from loaders.text import number as digits
from pages.parts import state
from pages.parts.base import names_of_choices
from pages.parts.screen import screen
from pages.parts.words import md
from pages.shell.chips import chips
from pages.shell.pages_list import TITLES
from pages.shell.share import share_menu
from pages.widgets.take import EVENTS, take

AT_ONCE = ("sector", "tie")
CONFIDENCE = "confidence"
MORE = {
    "city": ("venue", "city", "pair"),
    "organisation": ("organisation", "partner"),
    "person": ("person",),
    "location": ("location", "journey"),
    "kind": ("kind", "programme"),
    "mode": ("mode", "status"),
    "source": ("source",),
    CONFIDENCE: tuple(FACET_HELP),
}
"""What stands behind one button, a group at a time."""
_GROUPS = {
    "city": message("City"),
    "organisation": message("Organisation"),
    "person": message("Person"),
    "location": message("Site or journey"),
    "kind": message("Kind or programme"),
    "mode": message("Held or only planned"),
    "source": message("Source"),
    CONFIDENCE: message("Confidence"),
}
_HELP = {
    "venue": message("Where the event was held, or was to be."),
    "city": message("Named with the event in any part: held there, people from there, joined online, or about it."),
    "pair": message("Events of which both were venue, stop or origin of who travelled, or which linked them."),
    "partner": message("With an organisation chosen above, only the events in which both took part."),
    "person": message("People in public roles whom a source names as taking part; who is only mentioned is left out."),
}
_MOST_PILLS = 24
_YEARS_BY_ONE = 2000
_EARLIER = (1600, 1900, 1950, 1960, 1970, 1980, 1990)


def bar(shown: Selection, allowed: Choices, *, here: str) -> None:
    """Draws the bar for what the session has chosen; a choice is taken by its widget's callback, before the next run. `here`: the page's title."""
    filters, names = shown.filters, names_of_choices()
    with bar_of():
        menus = {
            "years": (say("Years"), lambda: _years(shown, allowed)),
            **{facet: (say(LABELS[facet]), lambda facet=facet: _facet(facet, names[facet], shown.counts(facet))) for facet in AT_ONCE},
            "more": (say("More filters"), lambda: _more(shown, names)),
        }
        if screen() == "wide":
            _search(filters)
            for name, (label, draw) in menus.items():
                menu(f"open-{name}", label, draw)
            _background(shown)
        else:
            menu("open-all", say("Filters"), lambda: _all(shown, menus), icon=":material/tune:")
        count_of(len(shown), counted("{count} event", "{count} events", count=len(shown)))
        take(EVENTS, len(shown))
        share_menu(shown)
    if filters.chosen:
        with st.container(key="chosen", horizontal=True, vertical_alignment="center", gap="small"):
            chips(filters, names)
            if filters.text and here != TITLES["search"]:
                st.page_link("search/search.py", label=say("All results"), query_params=filters.to_query())
            st.button(say("Reset"), on_click=state.keep, args=(Filters(),), key="reset", type="tertiary")


def bar_of():
    """The row, to draw in."""
    return st.container(key="bar", horizontal=True, vertical_alignment="center", gap="small")


def count_of(number: int, words: str) -> None:
    """How many are shown, the number in bold; said anew when it changes. `words`: the number with what it is of."""
    said = escape(words).replace(digits(number), f"<b>{digits(number)}</b>", 1)
    st.html(f'<p class="count" role="status">{said}</p>', width="content")


def menu(key: str, label: str, draw: Callable[[], None], **look: str) -> None:
    """A button, and behind it what is drawn when the reader opens it."""
    box = st.popover(label, key=key, on_change=state.write_address, **look)
    if box.open:
        with box:
            draw()


def _all(shown: Selection, menus: Mapping[str, tuple[str, Callable[[], None]]]) -> None:
    """Every choice below one another."""
    _search(shown.filters)
    _background(shown)
    for _, draw in menus.values():
        draw()


def _search(filters: Filters) -> None:
    text = state.bound("text", filters.text, lambda words: _keep(text=said_text(words)))
    look = {"label_visibility": "collapsed", "icon": ":material/search:", "placeholder": say("Title, place, person")}
    st.text_input(say("Search"), width=210, max_chars=LONGEST_TEXT, **look, **text)


def _more(shown: Selection, names: Mapping[str, Mapping[str, str]]) -> None:
    group = st.pills(
        say("Choose by"),
        tuple(MORE),
        format_func=lambda group: say(_GROUPS[group]),
        key="choose_by",
        default=next(iter(MORE)),
        required=True,
        on_change=state.write_address,
        persist_state="session",
    )
    for facet in MORE[group]:
        _facet(facet, names[facet], shown.counts(facet))
        if group == CONFIDENCE:
            st.caption(say(FACET_HELP[facet][1]))
        elif facet in _HELP:
            st.caption(say(_HELP[facet]))


def _facet(facet: str, names: Mapping[str, str], counts: Mapping[str, int]) -> None:
    codes = [code for code in names if code in counts]
    with st.container(key=facet):
        _words(facet, codes, names, counts)


def _words(facet: str, codes: list[str], names: Mapping[str, str], counts: Mapping[str, int]) -> None:
    if len(codes) > _MOST_PILLS:
        codes.sort(key=lambda code: (-counts[code], names[code]))
        st.multiselect(
            say(LABELS[facet]), codes, format_func=lambda code: f"{names[code]} ({counts[code]})", width=420, **state.filtered(facet)
        )
    else:
        named = {code: _option(names[code], counts[code]) for code in codes}
        st.pills(say(LABELS[facet]), codes, selection_mode="multi", format_func=named.get, **state.filtered(facet))


def _option(name: str, count: int) -> str:
    return f"{md(name)} **{count}**" if count else f":gray[{md(name)} 0]"


def _years(shown: Selection, allowed: Choices) -> None:
    filters, (first, last) = shown.filters, allowed.years
    begins = {first, last, *_EARLIER, *range(_YEARS_BY_ONE, last + 1), *(filters.years or ())}
    years = state.bound("years", filters.years or (first, last), lambda ends: _keep(years=None if ends == (first, last) else tuple(ends)))
    named = {first: say("earliest")}.get
    st.select_slider(
        say("Began in"), sorted(begins), value=allowed.years, width=420, format_func=lambda year: named(year, str(year)), **years
    )
    certain = state.bound("certainty", filters.certainty == CERTAINLY, lambda on: _keep(certainty=CERTAINLY if on else POSSIBLY))
    st.toggle(say("Only where the year is certain"), **certain)
    _undated(shown)


def _undated(shown: Selection) -> None:
    """What has no date, and so no year: the events that this choice adds to those of the chosen years, or shows alone."""
    alone = replace(shown.filters, undated=True)
    number = shown.store.selection(replace(alone, years=None)).count()
    if number or shown.filters.undated:
        st.toggle(
            counted("No date: {count} event", "No date: {count} events", count=number),
            **state.bound("undated", shown.filters.undated, lambda on: _keep(undated=on)),
        )


def _background(shown: Selection) -> None:
    """The one switch for what belongs to no relationship of the data set, with how many events it adds."""
    filters = shown.filters
    number = shown.count(background=True) - shown.count(background=False)
    label = say("Background · {count}", count=number) if number else say("Background")
    st.toggle(label, **state.bound("background", filters.background, lambda on: _keep(background=on)))


def _keep(**chosen: object) -> None:
    state.keep(replace(state.current_filters(), **chosen))
