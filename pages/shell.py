"""Page config, navigation and the shared filter bar; then the chosen page runs."""

from pathlib import Path

import streamlit as st

from loaders.faults import FaultyData
from pages.parts.faults import show_faults
from pages.parts.frame import begin, end
from pages.parts.pages_list import PAGES

HERE = Path(__file__).parent

st.set_page_config(page_title="City Ties", layout="wide", initial_sidebar_state="collapsed")
pages = [
    st.Page(HERE / file, title=title, url_path=file.removesuffix(".py"), default=not place) for place, (file, title, _) in enumerate(PAGES)
]
page = st.navigation(pages, position="top")
try:
    begin(page.title)
    page.run()
except FaultyData as faulty:
    show_faults(faulty)
end()
