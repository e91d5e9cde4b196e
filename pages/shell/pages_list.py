"""The pages in the order of the navigation; the first is home."""

from pathlib import Path
from typing import NamedTuple

import streamlit as st


class Page(NamedTuple):
    """A page: its file below `pages/`, its name, what it answers, the end of its address, whether it draws figures, and whether the navigation names it."""

    file: str
    title: str
    answer: str
    path: str
    figures: bool = True
    listed: bool = True

    def drawn_from(self, folder: Path, *, default: bool) -> st.Page:
        """The page as Streamlit takes it."""
        visibility = "visible" if self.listed else "hidden"
        return st.Page(folder / self.file, title=self.title, url_path=self.path, default=default, visibility=visibility)


PAGES = (
    Page("overview/overview.py", "Overview", "What is this, at a glance?", "overview"),
    Page("timeline/timeline.py", "Timeline", "When did what happen?", "timeline"),
    Page("map/map.py", "Map", "Where was it, who travelled?", "map"),
    Page("cities/cities.py", "Cities", "How do they compare, and what is known of one?", "cities"),
    Page("network/network.py", "Network", "Who works with whom?", "network"),
    Page("sources/sources.py", "Sources", "Who says so?", "sources"),
    Page("data/data.py", "Data", "Every table, row by row.", "data", figures=False),
    Page("search/search.py", "Search", "Where is a word or name?", "search", figures=False, listed=False),
)

ADDRESSES = ("", *(page.path for page in PAGES[1:]))
"""The ends of their addresses."""
FILES = {page.path: page.file for page in PAGES}
"""Their files, by the ends of their addresses."""
TITLES = {page.path: page.title for page in PAGES}
"""Their names, by the same."""
DRAWING = {page.title for page in PAGES if page.figures}
"""The names of those that draw figures."""
