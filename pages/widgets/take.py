"""What a reader takes away: CSV at one click, every other format in a menu beside it, each of exactly what is shown."""

import datetime
from collections.abc import Mapping

import streamlit as st

from loaders.events.selection import Selection
from loaders.export import file_name
from loaders.formats import FORMATS
from loaders.offers import export
from loaders.package_texts import package_name
from loaders.packaging import package_bytes
from loaders.text import counted, say
from pages.parts import base, state
from pages.parts.words import linked, md
from pages.shell.pages_list import ADDRESSES

EVENTS, AT_ONCE = "events", "csv-excel"


def take(name: str, number: int, *, choices: Mapping[str, str] | None = None, of: Selection | None = None) -> None:
    """The button and the menu of one offer (`loaders.offers`); neither where there is nothing to take, or a table that the files need has faults.

    `number`: how many rows are shown. `choices`: what the page itself chooses. `of`: what is shown, where it is not what the choices of events select.
    """
    shown = of or base.selection(**(choices or {}))
    if not number or not base.can_take(name):
        return
    with st.container(key=f"take-{name}", horizontal=True, gap=None, width="content"):
        format_button(say("CSV"), name, AT_ONCE, shown, key=f"csv-{name}", icon=":material/download:")
        menu = st.popover(say("Other formats"), key=f"formats-{name}", on_change=state.write_address)
        if menu.open:
            with menu, st.container(gap="xxsmall"):
                _formats(name, number, shown)


def _formats(name: str, number: int, shown: Selection) -> None:
    st.markdown(md(counted("{count} row, with its sources", "{count} rows, with their sources", count=number)))
    for code, form in FORMATS.items():
        if form.takes(name) and code != AT_ONCE:
            format_button(say(form.label), name, code, shown, key=f"{code}-of-{name}", type="tertiary")
            if note := base.format_note(shown, code, name):
                st.caption(md(note))
    if name == EVENTS:
        _package(shown)
        st.markdown(f"**{md(say('Subscribe in a calendar'))}**")
        st.code(host() + shown.address(f"/api/{name}.ics"), language=None, wrap_lines=True)
    st.markdown(f"**{md(say('For a script'))}** ({linked(say('all tables and parameters'), host() + '/api')})")
    st.code(host() + shown.address(f"/api/{name}.csv"), language=None, wrap_lines=True)


def _package(shown: Selection) -> None:
    address = host()
    st.download_button(
        say("Data package (zip): every table that belongs to them"),
        data=lambda: package_bytes(shown, "/timeline", address),
        file_name=f"{package_name(shown.facts, shown)}.zip",
        mime="application/zip",
        on_click="ignore",
        key="package-of-shown",
        type="tertiary",
    )


def format_button(label: str, name: str, code: str, shown: Selection, *, key: str, **look: str) -> None:
    """A button that makes the file when it is clicked, of the data as they are then."""
    form, address = FORMATS[code], host()
    st.download_button(
        label,
        data=lambda: form.write(export(base.store().selection(shown.filters, shown.choices), name, address)),
        file_name=file_name(name, shown.filters, on=datetime.date.today(), ending=form.ending, variant=form.variant),
        mime=form.media,
        on_click="ignore",
        key=key,
        **look,
    )


def host() -> str:
    """The address of this dashboard without the page's own path, which home has not, and without a slash at its end."""
    here = (st.context.url or "").split("?")[0].rstrip("/")
    return next((here.removesuffix(f"/{page}") for page in ADDRESSES if here.endswith(f"/{page}")), here)
