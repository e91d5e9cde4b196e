"""The picture of a page for slides: asked for in the bar, drawn by the page, which knows its figures."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from pages.parts.picture import Drawing, picture_dialog
from pages.shell.share import PICTURE


def for_slides(name: str, drawings: Callable[[], Sequence[Drawing]], *, headline: str, links: Callable[[], pd.DataFrame]) -> None:
    """Opens the dialog with the page's figures where it was asked for in this run; nothing is drawn before. See `picture_dialog`."""
    if st.session_state.get(PICTURE):
        picture_dialog(name, drawings(), headline=headline, links=links())
