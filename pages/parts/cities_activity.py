"""To come."""

import streamlit as st


def activity_view() -> None:
    """To come."""
    st.title("To come")
