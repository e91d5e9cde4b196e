"""A profile's figures: the leading ones with day, source and definition, and where the others are."""

import pandas as pd
import streamlit as st

from loaders.events.filters import Filters
from loaders.facts import FactBase
from loaders.figures import filter_note, leading
from loaders.profile import profile_figures
from pages.parts.base import all_figures
from pages.parts.cities_said import said_of_figures
from pages.parts.opening import open_card
from pages.parts.words import md, number_of

_MOST = 4


def draw_figures(facts: FactBase, filters: Filters, city: pd.Series) -> None:
    """The first figures in the order of the indicators; how many more there are, of the city and of what lies in it."""
    own, inside = profile_figures(all_figures(), facts, filters, city["city_id"])
    st.subheader("Figures")
    rows = leading(own)
    if rows.empty:
        st.markdown(f"No figure of {md(city['name'])} {'fits this selection' if filters.chosen else 'was read'}.")
    for column, row in zip(st.columns(_MOST) if len(rows) else (), rows.head(_MOST).itertuples(), strict=False):
        with column, st.container(border=True, gap="xxsmall", height="stretch"):
            _tile(row)
    if note := filter_note(filters):
        st.caption(md(note))
    _rest(rows, own, inside, city, filters)


def _tile(row) -> None:
    said = said_of_figures()
    day = "no date stated" if pd.isna(row.as_of) else f"as of {md(row.as_of_text)}"
    st.markdown(f"{md(row.indicator)}  \n**{md(row.figure)}**  \n{day} {row.confidence}")
    st.caption(f"{md(row.definition)}  \nSource: {said.line(row.observation_id)}")
    st.button("All evidence", key=f"profile-{row.observation_id}", type="tertiary", on_click=open_card, args=("figure", row.observation_id))


def _rest(rows: pd.DataFrame, own: pd.DataFrame, inside: pd.DataFrame, city: pd.Series, filters: Filters) -> None:
    if own.empty and inside.empty:
        return
    more = [f"{number_of(len(own), 'figure')} of {len(rows)} indicators"] * bool(len(own))
    more += [f"{number_of(len(inside), 'figure')} of what lies in it: {', '.join(dict.fromkeys(inside['city']))}"] * bool(len(inside))
    query = {**filters.to_query(), "city": [city["city_id"]], "indicator": ["all"]}
    st.page_link("cities.py", label=f"**All figures of {md(city['name'])}** ({md('; '.join(more))})", query_params=query)
