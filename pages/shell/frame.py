"""What the main script draws around every page."""

from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from urllib.parse import quote

import streamlit as st

from charts.look import look
from loaders.datetext import date_text
from loaders.faults import FaultyData
from loaders.text import counted, listed, say
from pages.card.drawer import card_drawer
from pages.parts import state
from pages.parts.base import begin_run, fact_base, selection, store
from pages.parts.drawn import dark
from pages.parts.faults import section
from pages.parts.notices import notices
from pages.parts.screen import watch
from pages.parts.words import md
from pages.shell.bar import bar
from pages.widgets.component import plain
from pages.widgets.headline import page_begins

_HERE = Path(__file__).parent
NAME = "City Ties"


def brand(page: str) -> None:
    """The mark in the navigation, and what the browser's tab says."""
    mark = str(_HERE / ("mark-dark.svg" if dark() else "mark.svg"))
    st.set_page_config(page_title=f"{page} · {NAME}", page_icon=str(_HERE / "mark.svg"))
    st.logo(mark, size="large")


@st.cache_resource(show_spinner=False)
def _style(*, dark: bool) -> str:
    mode = look(dark)
    colours = {"ink": mode.text, "quiet": mode.quiet, "rule": mode.rule, "paper": mode.paper, "accent": mode.accent}
    said = " ".join(f"--{name}: {colour};" for name, colour in colours.items())
    return f"<style>:root {{ {said} }}{plain((_HERE / 'style.css').read_text(encoding='utf-8'))}</style>"


def begin(page: str, row: Callable[[], bool] | None = None) -> None:
    """Style, filters from the address, notices, the row of choices, the address brought up to date, and the card that it names.

    Where the tables of the filter have faults, a warning stands in its place and the page runs without it; where those of the card
    have, they are named in place of the card. `row`: draws a page's own choices in place of those of events, and says whether it has.
    """
    page_begins()
    st.html(_style(dark=dark()))
    watch()
    begin_run()
    try:
        _filter(page, row)
    except FaultyData as faulty:
        state.read_address(page, None)
        st.warning(
            counted(
                "The filter is switched off, because tables that it needs have {count} fault.",
                "The filter is switched off, because tables that it needs have {count} faults.",
                count=len(faulty.faults),
            )
        )
    with section("The card that the address names"):
        card_drawer()


def _filter(page: str, row: Callable[[], bool] | None) -> None:
    allowed = store().choices()
    found = notices(state.read_address(page, allowed))
    if not (row and row()):
        bar(selection(), allowed, here=page)
    if found:
        st.warning("  \n".join(map(md, found)))


def end() -> None:
    """The line below every page: how old the data are, under which terms, and whom to tell of an error; on paper also where it stands."""
    try:
        facts = fact_base()
    except FaultyData:
        return
    licences = listed([licence["name"] for licence in facts.package.get("licenses", ())])
    with st.container(key="foot", horizontal=True, gap="medium"):
        st.markdown(md(say("Data as of {date}", date=date_text(facts.as_of))), width="content")
        st.markdown(md(say("Compiled data: {licences}. Code: MIT. Map: Natural Earth.", licences=licences)), width="content")
        if contact := report_address(facts.package, state.view_address()):
            st.link_button(say("Report an error"), contact, type="tertiary")
    st.html(f'<p class="on-paper">{escape(state.view_address())}</p>')


def report_address(package: Mapping[str, object], view: str) -> str:
    """Where an error is told: the first contributor's e-mail with the view's address in it, or their page; blank where the package names neither."""
    for contributor in package.get("contributors", ()):
        if email := contributor.get("email"):
            return f"mailto:{quote(email, safe='@+')}?subject={quote(say('An error in City Ties'))}&body={quote(view)}"
        if path := contributor.get("path"):
            return path
    return ""
