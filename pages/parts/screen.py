"""How wide the reader's screen is, so that each chart is drawn once, for the screen that will show it."""

import streamlit as st

from pages.parts import state
from pages.parts.watching import watch

NARROW_BELOW_PX = 1200
_WIDTH, _GUESSED, _KEY = "screen_width", "screen_guessed", "screen"
_SCRIPT = """
export default function ({ data, setStateValue }) {
  const query = matchMedia(`(max-width: ${data.below - 1}px)`);
  const say = () => {
    if (matchMedia("print").matches) return;
    const width = query.matches ? "narrow" : "wide";
    if (width !== data.drawn) setStateValue("width", width);
  };
  query.addEventListener("change", say);
  say();
  return () => query.removeEventListener("change", say);
}
"""


def screen() -> str:
    """`wide` or `narrow`: what the browser has said of its window, and before it has said anything, what it says that it is."""
    said = st.session_state.get(_WIDTH)
    return said or st.session_state.get(_GUESSED) or _guessed()


def _guessed() -> str:
    width = "narrow" if "Mobi" in st.context.headers.get("User-Agent", "") else "wide"
    st.session_state[_GUESSED] = width
    return width


def watch_screen() -> None:
    """Has the browser say when its window is not as wide as what was drawn; the page is then drawn anew."""
    watch(_KEY, _SCRIPT, data={"below": NARROW_BELOW_PX, "drawn": screen()}, on_width_change=_said)


def _said() -> None:
    if width := st.session_state[_KEY].get("width"):
        st.session_state[_WIDTH] = width
    state.write_address()
