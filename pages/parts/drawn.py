"""What all charts of a page share: plotly's settings, the mode, and what a click opens."""

import streamlit as st

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}


def dark() -> bool:
    """Whether the reader's mode is dark."""
    return st.context.theme.type == "dark"
