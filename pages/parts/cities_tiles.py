"""The answer first: each place's figure in large type, with its day, its definition and who says so."""

import pandas as pd
import streamlit as st

from loaders.events.selection import Selection
from loaders.figures import NOT_READ, figure_list, leading, missing_places
from pages.parts import state
from pages.parts.cities_said import Said, said_of_figures
from pages.parts.opening import open_card
from pages.parts.words import md

_MOST = 5


def tiles(shown: Selection, indicator: str) -> None:
    """One tile a place that has a figure; the members of the ties without one are named in a line."""
    rows, said = leading(figure_list(shown, indicator)), said_of_figures(shown.store)
    rows.sort(key=lambda row: not row.principal)
    across = min(max(len(rows), 3), _MOST)
    for first in range(0, len(rows), across):
        for place, row in zip(st.columns(across), rows[first : first + across], strict=False):
            with place:
                _tile(row, said)
    missing = missing_places(shown, indicator)
    if missing:
        st.markdown(f"**{md(', '.join(row.place for row in missing))}:** {NOT_READ}.")
        for row in missing:
            _profile_link(row)


def _tile(row, said: Said) -> None:
    st.markdown(f"**{md(row.place)}**")
    st.markdown(f"#### {md(row.figure)}")
    st.markdown(
        f"{_as_of(row)}  \n{md(row.series)}: {md(row.definition)}  \nSource: {said.line(row.observation_id)}  \n{row.confidence} {row.confidence_text}"
    )
    _profile_link(row)
    st.button("All evidence", key=f"tile-{row.observation_id}", type="tertiary", on_click=open_card, args=("figure", row.observation_id))


def _as_of(row) -> str:
    return "No date stated" if pd.isna(row.as_of) else f"as of {md(row.as_of_text)}"


def _profile_link(row) -> None:
    query = {**state.current_filters().to_query(), "of": row.city_id}
    st.page_link("profile.py", label=f"Profile of {md(row.city)}", query_params=query)
