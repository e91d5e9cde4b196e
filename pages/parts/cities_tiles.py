"""The answer first: each place's figure in large type, with its day, its definition and who says so."""

import pandas as pd
import streamlit as st

from loaders.events.selection import Selection, derived
from loaders.figures import NOT_READ, figure_list, leading, missing_places
from pages.parts import state
from pages.parts.cities_said import Said, said_of_figures
from pages.parts.opening import open_card
from pages.parts.words import md

_MOST = 5


def tiles(shown: Selection, indicator: str) -> None:
    """One tile a place that has a figure; the members of the ties without one are named in a line."""
    places = _tiles(shown, indicator)
    across = min(max(len(places), 3), _MOST)
    for first in range(0, len(places), across):
        for column, (row, text) in zip(st.columns(across), places[first : first + across], strict=False):
            with column:
                st.markdown(text)
                _profile_link(row)
                st.button(
                    "All evidence",
                    key=f"tile-{row.observation_id}",
                    type="tertiary",
                    on_click=open_card,
                    args=("figure", row.observation_id),
                )
    if missing := missing_places(shown, indicator):
        st.markdown(f"**{md(', '.join(row.place for row in missing))}:** {NOT_READ}.")
        for row in missing:
            _profile_link(row)


@derived
def _tiles(shown: Selection, indicator: str) -> list[tuple]:
    """The row of each place's figure and what its tile says, members of the ties first."""
    rows, said = leading(figure_list(shown, indicator)), said_of_figures(shown.store)
    return [(row, _text(row, said)) for row in sorted(rows, key=lambda row: not row.principal)]


def _text(row, said: Said) -> str:
    about = f"{_as_of(row)}  \n{md(row.series)}: {md(row.definition)}  \nSource: {said.line(row.observation_id)}"
    return f"**{md(row.place)}**\n\n#### {md(row.figure)}\n\n{about}  \n{row.confidence} {row.confidence_text}"


def _as_of(row) -> str:
    return "No date stated" if pd.isna(row.as_of) else f"as of {md(row.as_of_text)}"


def _profile_link(row) -> None:
    query = {**state.current_filters().to_query(), "view": "city", "of": row.city_id}
    st.page_link("cities/cities.py", label=f"{md(row.city)} alone", query_params=query)
