"""Faulty data, shown to the person who can mend them, for a page or for one part of it; never a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from loaders.faults import FaultyData
from pages.widgets.headline import has_headline


def show_faults(faulty: FaultyData) -> None:
    """All faults that stand in this page's way, each with file, line, column, value and what was expected."""
    begun = has_headline()
    if not begun:
        st.title("City Ties")
    what = "The rest of this page" if begun else "This page"
    _name_faults(what, "Mend the lines below and reload the page; pages that do not need these tables still work.", faulty)


@contextmanager
def section(what: str) -> Iterator[None]:
    """Draws one part of a page. Where faults stand in its way, they are named in its place and the page goes on.

    `what`: what cannot be shown then, as a sentence begins.
    """
    try:
        yield
    except FaultyData as faulty:
        _name_faults(what, "The rest of the page does not need these tables. Mend the lines below and reload the page.", faulty)


def _name_faults(what: str, hint: str, faulty: FaultyData) -> None:
    number = len(faulty.faults)
    st.error(f"{what} cannot be shown: {number} fault{'s' if number != 1 else ''} in the data. {hint}")
    st.code("\n".join(map(str, faulty.faults)), language=None, wrap_lines=True)
