"""Figures of the cities: the answer first, then comparisons, disagreements, the years, what is computed, rows and sources."""

from functools import partial

import pandas as pd
import streamlit as st

from loaders.city_words import all_headline, figures_headline
from loaders.confidence_words import LEGEND
from loaders.facts import FactBase
from loaders.figures import filter_note, places_of_figures, places_shown, select_figures, witnesses
from pages.parts import state
from pages.parts.base import all_figures, fact_base
from pages.parts.cities_choice import ALL, chosen_indicator
from pages.parts.cities_comparison import comparison, comparison_pictures
from pages.parts.cities_conflicts import conflict_list, conflict_pictures
from pages.parts.cities_derived import computed_figures
from pages.parts.cities_matrix import matrix_of_all, profiles
from pages.parts.cities_over_time import time_panels, time_pictures
from pages.parts.cities_tiles import tiles
from pages.parts.downloads import downloads
from pages.parts.faults import headline, section
from pages.parts.picture import Drawing, picture_button
from pages.parts.rows import cite, rows_table, stop_if_empty
from pages.parts.words import md, number_of

_COLUMNS = {
    "place": "City",
    "indicator": "Indicator",
    "value_text": "Value",
    "unit_text": "Unit",
    "as_of_text": "As of",
    "series": "Series",
    "publisher": "Publisher",
    "confidence": "Confidence",
    "sources": "Documents",
    "preferred": "Preferred",
    "derived": "Computed",
    "definition": "Definition",
    "said": "Source",
}
_WIDTHS = {
    "City": 130,
    "Indicator": 120,
    "Value": 110,
    "Unit": 90,
    "As of": 110,
    "Series": 260,
    "Publisher": 170,
    "Confidence": 95,
    "Documents": 95,
}
_WIDTHS |= {"Preferred": 80, "Computed": 80, "Definition": 400, "Source": 300}
_SECTIONS = "[Side by side](#side-by-side) · [Figures that disagree](#disagree) · [Over the years](#over-the-years) · [Computed](#computed) · [Rows, download, sources](#rows)"
_SECTIONS_OF_ALL = "[All at once](#matrix) · [Figures that disagree](#disagree) · [Computed](#computed) · [Each city’s figures](#profiles)"

_COMPUTED = "What is computed from these figures"


def figures_view() -> None:
    """Headline, figures, rows, CSV and sources of the chosen indicator, or of all of them."""
    facts, filters = fact_base(), state.current_filters()
    indicators = facts.table("indicators").set_index("indicator_id")
    chosen = chosen_indicator(indicators["name"])
    selected = select_figures(all_figures(), facts, filters)
    shown = selected if chosen == ALL else selected[selected["indicator_id"] == chosen]
    headline(_headline(shown, chosen))
    if chosen != ALL:
        st.caption(md(indicators.loc[chosen, "definition"]))
    if note := filter_note(filters):
        st.info(md(note))
    stop_if_empty(shown)
    places = places_shown(places_of_figures(facts), facts, filters)
    if chosen == ALL:
        _all(facts, selected, places)
    else:
        _one(facts, shown, selected, places, chosen)
    links = witnesses(facts)
    links = links.loc[links["key"].isin(shown["observation_id"]), ["key", "source_id"]]
    own = {"indicator": chosen}
    picture = partial(
        picture_button, f"figures_{chosen}", lambda: _pictures(shown, chosen), headline=_headline(shown, chosen), links=lambda: links
    )
    downloads("figures", len(shown), choices=own, picture=picture)
    cite(facts, links, "figure")


def _pictures(shown: pd.DataFrame, chosen: str) -> list[Drawing]:
    conflicts = conflict_pictures(shown)
    return conflicts if chosen == ALL else [*comparison_pictures(shown), *conflicts, *time_pictures(shown)]


def _headline(shown: pd.DataFrame, chosen: str) -> str:
    if shown.empty:
        return "No figure fits this selection"
    return all_headline(shown) if chosen == ALL else figures_headline(shown)


def _count(shown: pd.DataFrame) -> str:
    return f"**{number_of(len(shown), 'figure')}** of {len(all_figures())}"


def _one(facts: FactBase, shown: pd.DataFrame, selected: pd.DataFrame, places: pd.DataFrame, chosen: str) -> None:
    tiles(facts, shown, places)
    st.markdown(f"{_count(shown)} · {_SECTIONS}")
    comparison(facts, shown)
    conflict_list(facts, shown)
    time_panels(shown)
    with section(_COMPUTED):
        computed_figures(facts, selected, chosen)
    _rows(shown)


def _all(facts: FactBase, selected: pd.DataFrame, places: pd.DataFrame) -> None:
    st.markdown(f"{_count(selected)} · {_SECTIONS_OF_ALL}")
    matrix_of_all(selected, places)
    conflict_list(facts, selected)
    with section(_COMPUTED):
        computed_figures(facts, selected, ALL)
    profiles(selected)


def _rows(shown: pd.DataFrame) -> None:
    st.subheader("The figures in rows", anchor="rows")
    st.caption(f"Click a row to open its card with all sources. {LEGEND}")
    alt = f"{len(shown)} figures in rows with city, indicator, value, unit, day, series, publisher, confidence, sources, definition."
    rows_table(shown, _COLUMNS, kind="figure", key="observation_id", widths=_WIDTHS, alt=alt)
