"""Downloads of the events that are shown: CSV at one click, every other format, the whole package and the calendar in a menu."""

import datetime

import streamlit as st

from loaders.events.selection import Selection
from loaders.export import file_name
from loaders.faults import FaultyData
from loaders.formats import FORMATS
from loaders.offers import export
from loaders.package_texts import package_name
from loaders.packaging import package_bytes
from pages.parts import base, state
from pages.parts.downloads import host
from pages.parts.words import md, number_of

OFFER, AT_ONCE = "events", "csv-excel"


def export_menu(shown: Selection, offer: str = OFFER, things: str | None = None) -> None:
    """The button and its menu; neither where there is nothing to take away, or a table that the files need has faults.

    `offer`: of `loaders.offers`, where it is not the events; `things`: how many of it there are, in words, blank where there are none.
    """
    things = (number_of(len(shown), "event") if len(shown) else "") if things is None else things
    if not things:
        return
    try:
        base.size_of(offer, 1)
    except FaultyData:
        return
    with st.container(key="export", horizontal=True, gap=None, width="content"):
        _button("CSV", AT_ONCE, shown, offer, key="csv-shown", icon=":material/download:")
        menu = st.popover("Other formats", key="formats-shown", on_change=state.say)
        if menu.open:
            with menu, st.container(gap="xxsmall"):
                _formats(shown, offer, things)


def _formats(shown: Selection, offer: str, things: str) -> None:
    st.markdown(f"**{md(things)}**, with their sources")
    for code, form in FORMATS.items():
        if form.takes(offer) and code != AT_ONCE:
            _button(form.label, code, shown, offer, key=f"{code}-of-shown", type="tertiary")
            if note := base.format_note(shown, code, offer):
                st.caption(md(note))
    if offer == OFFER:
        _package(shown)
        st.markdown("**Subscribe in a calendar**")
        st.code(host() + shown.address(f"/api/{offer}.ics"), language=None, wrap_lines=True)
    st.markdown(f"**For a script** ([all tables and parameters]({host()}/api))")
    st.code(host() + shown.address(f"/api/{offer}.csv"), language=None, wrap_lines=True)


def _package(shown: Selection) -> None:
    address = host()
    st.download_button(
        "Data package (zip): every table that belongs to them",
        data=lambda: package_bytes(shown, "/timeline", address),
        file_name=f"{package_name(shown.facts, shown)}.zip",
        mime="application/zip",
        on_click="ignore",
        key="package-of-shown",
        type="tertiary",
    )


def _button(label: str, code: str, shown: Selection, offer: str, *, key: str, **look: str) -> None:
    """A button that makes the file when it is clicked, of the data as they are then."""
    form, address = FORMATS[code], host()
    st.download_button(
        label,
        data=lambda: form.write(export(base.store().selection(shown.filters, shown.choices), offer, address)),
        file_name=file_name(offer, shown.filters, on=datetime.date.today(), ending=form.ending, variant=form.variant),
        mime=form.media,
        on_click="ignore",
        key=key,
        **look,
    )
