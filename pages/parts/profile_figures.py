"""A profile's figures: the leading ones with day, source and definition, and where the others are."""

import pandas as pd
import streamlit as st

from loaders.events.selection import Selection, derived
from loaders.figures import ALL, filter_note, leading
from loaders.profile import city_row, profile_figures
from pages.parts.cities_said import Said, said_of_figures
from pages.parts.opening import open_card
from pages.parts.words import md, number_of

_MOST = 4


def draw_figures(shown: Selection, city: str) -> None:
    """The first figures in the order of the indicators; how many more there are, of the city and of what lies in it."""
    own, inside = profile_figures(shown, city)
    name, filters, said = md(city_row(shown.facts, city)["name"]), shown.filters, said_of_figures(shown.store)
    st.subheader("Figures")
    rows = _leading(shown, city)
    if not rows:
        st.markdown(f"No figure of {name} {'fits this selection' if filters.chosen else 'was read'}.")
    for column, row in zip(st.columns(_MOST) if rows else (), rows, strict=False):
        with column, st.container(border=True, gap="xxsmall", height="stretch"):
            _tile(row, said)
    if note := filter_note(filters):
        st.caption(md(note))
    if len(own) or len(inside):
        more = [f"{number_of(len(own), 'figure')} of {len(rows)} indicators"] * bool(len(own))
        more += [f"{number_of(len(inside), 'figure')} of what lies in it: {', '.join(dict.fromkeys(inside['city']))}"] * bool(len(inside))
        query = {**filters.to_query(), "city": [city], "indicator": [ALL]}
        st.page_link("cities/cities.py", label=f"**All figures of {name}** ({md('; '.join(more))})", query_params=query)


@derived
def _leading(shown: Selection, city: str) -> list:
    own, _ = profile_figures(shown, city)
    return leading(list(own.itertuples()))


def _tile(row, said: Said) -> None:
    day = "no date stated" if pd.isna(row.as_of) else f"as of {md(row.as_of_text)}"
    st.markdown(f"{md(row.indicator)}  \n**{md(row.figure)}**  \n{day} {row.confidence}")
    st.caption(f"{md(row.definition)}  \nSource: {said.line(row.observation_id)}")
    st.button("All evidence", key=f"profile-{row.observation_id}", type="tertiary", on_click=open_card, args=("figure", row.observation_id))
