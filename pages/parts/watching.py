"""Scripts that watch the page in the browser, each registered once."""

import streamlit as st

from pages.widgets.component import component


def watch(name: str, script: str, **told: object) -> None:
    """Runs a script of a component beside the page, which shows nothing; `told`: `data` and what a component is given beside it."""
    with st.container(key=f"{name}-watch"):
        _component(name, script)(key=name, **told)


@st.cache_resource(show_spinner=False)
def _component(name: str, script: str):
    return component(name.replace("-", "_"), script)
