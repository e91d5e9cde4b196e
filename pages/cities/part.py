"""A part of a view: a heading under a line, and what stands below it."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from pages.parts.words import md


@contextmanager
def part(name: str, title: str) -> Iterator[None]:
    """Draws into one part, below its heading."""
    with st.container(key=f"part-{name}", gap="xsmall"):
        st.subheader(md(title), anchor=False)
        yield
