"""Faulty data, shown to the person who can mend them, for a page or for one part of it; never a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from loaders.faults import FaultyData
from loaders.text import counted, say
from pages.widgets.headline import has_headline


def show_faults(faulty: FaultyData) -> None:
    """All faults that stand in this page's way, each with file, line, column, value and what was expected."""
    begun = has_headline()
    if not begun:
        st.title("City Ties")
    what = say("The rest of this page") if begun else say("This page")
    _name_faults(what, say("Mend the lines below and reload the page; pages that do not need these tables still work."), faulty)


@contextmanager
def section(what: str) -> Iterator[None]:
    """Draws one part of a page. Where faults stand in its way, they are named in its place and the page goes on.

    `what`: what cannot be shown then, as a sentence begins.
    """
    try:
        yield
    except FaultyData as faulty:
        _name_faults(what, say("The rest of the page does not need these tables. Mend the lines below and reload the page."), faulty)


def _name_faults(what: str, hint: str, faulty: FaultyData) -> None:
    number = len(faulty.faults)
    said = counted(
        "{what} cannot be shown: {count} fault in the data.", "{what} cannot be shown: {count} faults in the data.", count=number, what=what
    )
    st.error(f"{said} {hint}")
    st.code("\n".join(map(str, faulty.faults)), language=None, wrap_lines=True)
