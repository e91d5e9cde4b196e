"""Faulty data, shown to the person who can mend them; never a traceback."""

import streamlit as st

from loaders.faults import FaultyData


def show_faults(faulty: FaultyData) -> None:
    """All faults that stand in this page's way, each with file, line, column, value and what was expected."""
    number = len(faulty.faults)
    st.title("City Ties")
    st.error(
        f"This page cannot be shown: {number} fault{'s' if number != 1 else ''} in the data. Mend the lines below and reload the page; pages that do not need these tables still work."
    )
    st.code("\n".join(map(str, faulty.faults)), language=None, wrap_lines=True)
