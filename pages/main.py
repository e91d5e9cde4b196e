"""Page config, navigation and the frame; then the chosen page runs."""

from pathlib import Path

import streamlit as st

from loaders.faults import FaultyData
from pages.cities.row import figures_row
from pages.parts.faults import show_faults
from pages.shell.frame import begin, brand, end
from pages.shell.pages_list import PAGES

HERE = Path(__file__).parent
OWN_ROWS = {
    "cities": figures_row
}  # by the end of an address: draws that page's own choices in place of those of events, and says whether it has

st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
page = st.navigation([page.drawn_from(HERE, default=not place) for place, page in enumerate(PAGES)], position="top")
brand(page.title)
try:
    begin(page.title, OWN_ROWS.get(page.url_path))
    page.run()
except FaultyData as faulty:
    show_faults(faulty)
end()
