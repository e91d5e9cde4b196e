"""How wide the reader's screen is, so that each chart is drawn once, for the screen that will show it."""

from pathlib import Path

import streamlit as st

from pages.parts import state
from pages.widgets.component import component

NARROW_BELOW_PX = 1200
HEAD_PX, ROW_PX = 36, 35  # of tables, as tall as Streamlit draws them
_WIDTH, _GUESSED, _KEY = "screen_width", "screen_guessed", "screen"


def screen() -> str:
    """`wide` or `narrow`: what the browser has said of its window, and before it has said anything, what it says that it is."""
    said = st.session_state.get(_WIDTH)
    return said or st.session_state.get(_GUESSED) or _guessed()


def _guessed() -> str:
    width = "narrow" if "Mobi" in st.context.headers.get("User-Agent", "") else "wide"
    st.session_state[_GUESSED] = width
    return width


def watch() -> None:
    """Watches the page in the browser: its width, taps on charts, menus and tables by keyboard (see `watch.js`)."""
    data = {"below": NARROW_BELOW_PX, "drawn": screen(), "head": HEAD_PX, "row": ROW_PX}
    _component()(key=_KEY, data=data, on_width_change=_said)


@st.cache_resource(show_spinner=False)
def _component():
    return component("watch", Path(__file__).with_name("watch.js").read_text(encoding="utf-8"))


def _said() -> None:
    if width := st.session_state[_KEY].get("width"):
        st.session_state[_WIDTH] = width
    state.write_address()
