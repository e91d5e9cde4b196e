"""Scripts that watch the page in the browser, each registered once."""

import streamlit as st


def watch(name: str, script: str, **told: object) -> None:
    """Runs a script of a component beside the page, which shows nothing; `told`: `data` and what a component is given beside it."""
    with st.container(key=f"{name}-watch"):
        _component(name, script)(key=name, **told)


@st.cache_resource(show_spinner=False)
def _component(name: str, script: str):
    return st.components.v2.component(f"city_ties_{name.replace('-', '_')}", js=script)
