"""The picture of a page for slides: asked for in the bar, drawn by the page, which knows its figures."""

from collections.abc import Callable, Sequence

import streamlit as st

from pages.parts import state
from pages.parts.picture import Drawing, picture_dialog
from pages.parts.rows import Cited
from pages.shell.share import PICTURE_ASKED, picture_asked


def for_slides(name: str, drawings: Callable[[], Sequence[Drawing]], *, headline: str, cited: Callable[[], Cited], words: str = "") -> None:
    """Shows the dialog with the page's figures from when it is asked for until it is closed; nothing is drawn before. See `picture_dialog`."""
    if picture_asked():
        picture_dialog(name, drawings(), headline=headline, sources=cited().sentence(), closed=_closed, words=words)


def _closed() -> None:
    st.session_state.pop(PICTURE_ASKED, None)
    state.write_address()
