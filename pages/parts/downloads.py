"""Downloads below the rows: CSV at one click, every other format in one menu, each of exactly what is shown."""

import datetime
from collections.abc import Callable, Mapping

import streamlit as st

from loaders.export import file_name
from loaders.exports import Selection
from loaders.formats import FORMATS, Format
from loaders.offers import export
from pages.parts import state
from pages.parts.base import store
from pages.parts.words import number_of

_AT_ONCE = "csv-excel"


def downloads(name: str, number: int, *, choices: Mapping[str, str] | None = None) -> None:
    """The buttons of one offer (`loaders.offers`). `number`: how many rows are shown. `choices`: what the page itself chooses."""
    selection = Selection(state.current_filters(), dict(choices or {}), host())
    with st.container(horizontal=True, vertical_alignment="center", key=f"downloads-{name}"):
        _button(f"CSV ({number_of(number, 'row')})", name, FORMATS[_AT_ONCE], selection, key=f"csv-{name}")
        with st.popover("More formats", key=f"formats-{name}"):
            for code, form in FORMATS.items():
                if form.takes(name):
                    _button(form.label, name, form, selection, key=f"{code}-of-{name}")


def _button(label: str, name: str, form: Format, selection: Selection, *, key: str) -> None:
    st.download_button(
        label,
        data=_made(name, form, selection),
        file_name=file_name(name, selection.filters, on=datetime.date.today(), ending=form.ending),
        mime=form.media,
        on_click="ignore",
        key=key,
        help="Exactly the rows shown, with their sources in words.",
    )


def _made(name: str, form: Format, selection: Selection) -> Callable[[], bytes]:
    """Makes the file when the button is clicked."""
    kept = store()
    return lambda: form.write(export(kept, name, selection))


def host() -> str:
    """The address of this dashboard without the page's own path and without a slash at its end."""
    return (st.context.url or "").split("?")[0].rpartition("/")[0]
