"""To come."""

import streamlit as st


def evenings_view() -> None:
    """To come."""
    st.title("To come")
