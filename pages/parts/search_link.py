"""The way from any page's filter bar to the page that says why a search finds what it finds."""

from pathlib import Path

import streamlit as st

from loaders.events.filters import Filters

PAGE = Path(__file__).parent.parent / "search.py"


def search_link(filters: Filters) -> None:
    """A link to the search page with this selection, where a text is searched for."""
    here = (st.context.url or "").split("?")[0].endswith("/search")
    if filters.text and not here:
        page = st.Page(PAGE, url_path="search")  # by its address: where the home page has the same file, one by its file leads home
        st.page_link(page, label="Why these, and what else has it", query_params=filters.to_query(), icon="")
