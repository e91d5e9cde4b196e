"""Figures of the cities: the answer first, then comparisons, rows, download and sources."""

import pandas as pd
import streamlit as st

from loaders.city_words import all_headline, figures_headline
from loaders.figures import figure_rows, filter_note, places_of_figures, places_shown, select_figures, witnesses
from pages.parts import state
from pages.parts.base import all_figures, fact_base
from pages.parts.cities_choice import ALL, chosen_indicator
from pages.parts.cities_comparison import comparison
from pages.parts.cities_conflicts import conflict_list
from pages.parts.cities_over_time import time_panels
from pages.parts.cities_tiles import tiles
from pages.parts.rows import cite, csv_button, rows_table, stop_if_empty
from pages.parts.words import md

_COLUMNS = {
    "place": "City",
    "indicator": "Indicator",
    "value_text": "Value",
    "unit_text": "Unit",
    "as_of_text": "As of",
    "series": "Series",
    "publisher": "Publisher",
    "sources": "Sources",
    "preferred": "Preferred",
}
_WIDTHS = {"City": 150, "Indicator": 150, "Value": 120, "Unit": 90, "As of": 130, "Series": 260, "Publisher": 170, "Sources": "small"}


def figures_view() -> None:
    """Headline, figures, rows, CSV and sources of the chosen indicator, or of all of them."""
    facts, filters = fact_base(), state.current_filters()
    indicators = facts.table("indicators").set_index("indicator_id")
    chosen = chosen_indicator(indicators["name"])
    selected = select_figures(all_figures(), facts, filters)
    shown = selected if chosen == ALL else selected[selected["indicator_id"] == chosen]
    st.title(md(_headline(shown, chosen)))
    if chosen != ALL:
        st.caption(md(indicators.loc[chosen, "definition"]))
    if note := filter_note(filters):
        st.info(md(note))
    stop_if_empty(shown)
    places = places_shown(places_of_figures(facts), facts, filters)
    if chosen != ALL:
        tiles(facts, shown, places)
        comparison(facts, shown)
    conflict_list(facts, shown)
    if chosen != ALL:
        time_panels(shown)
    figure_table(shown)
    csv_button("figures", figure_rows(shown))
    links = witnesses(facts)
    cite(facts, links.loc[links["key"].isin(shown["observation_id"]), ["key", "source_id"]], "figure")


def _headline(shown: pd.DataFrame, chosen: str) -> str:
    if shown.empty:
        return "No figure fits this selection"
    return all_headline(shown) if chosen == ALL else figures_headline(shown)


def figure_table(shown: pd.DataFrame) -> None:
    """The figures as rows; choosing one opens its card."""
    st.subheader("The figures in rows")
    st.caption("Click a row to open its card with all sources.")
    alt = f"{len(shown)} figures in rows with city, indicator, value, unit, day, series, publisher and number of sources."
    rows_table(shown, _COLUMNS, kind="figure", key="observation_id", widths=_WIDTHS, alt=alt)
