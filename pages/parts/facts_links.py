"""Where the chosen row is shown."""

import streamlit as st


def chosen_row(facts, whole) -> None:
    """TODO"""
