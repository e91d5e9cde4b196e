"""Page config, navigation and the shared filter bar; then the chosen page runs."""

from pathlib import Path

import streamlit as st

from loaders.faults import FaultyData
from pages.parts.faults import show_faults
from pages.parts.frame import begin, end

HERE = Path(__file__).parent
HOME = "timeline.py"
PAGES = (
    ("timeline.py", "Timeline"),
    ("cities.py", "Cities"),
    ("sources.py", "Sources and method"),
)

st.set_page_config(page_title="City Ties", layout="wide", initial_sidebar_state="collapsed")
home = st.Page(HERE / HOME, title="City Ties", url_path="home", default=True, visibility="hidden")
pages = [st.Page(HERE / file, title=title, url_path=file.removesuffix(".py")) for file, title in PAGES]
page = st.navigation([home, *pages], position="top")
try:
    begin(page.title)
    page.run()
except FaultyData as faulty:
    show_faults(faulty)
end()
