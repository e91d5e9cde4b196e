"""Figures of the cities: the answer first, then comparisons, disagreements, the years, what is computed, rows and sources."""

from functools import partial

import pandas as pd
import streamlit as st

from loaders.city_words import indicator_headline
from loaders.confidence_words import LEGEND
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.figures import ALL, figure_list, filter_note, select_figures, witnesses
from pages.parts.base import selection
from pages.parts.cities_choice import chosen_indicator
from pages.parts.cities_comparison import comparison, comparison_pictures
from pages.parts.cities_computed import computed_figures
from pages.parts.cities_conflicts import conflict_list, conflict_pictures
from pages.parts.cities_matrix import matrix_of_all, profiles
from pages.parts.cities_one_year import one_year, one_year_pictures
from pages.parts.cities_over_time import time_panels, time_pictures
from pages.parts.cities_tiles import tiles
from pages.parts.downloads import downloads
from pages.parts.faults import section
from pages.parts.picture import Drawing, picture_button
from pages.parts.rows import Cited, cited, rows_table, say_sources, stop_if_empty, yes_or_blank
from pages.parts.words import md, number_of
from pages.widgets.headline import headline

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
_SECTIONS = "[In one year](#one-year) · [Side by side](#side-by-side) · [Figures that disagree](#disagree) · [Over the years](#over-the-years) · [Computed](#computed) · [Rows, download, sources](#rows)"
_SECTIONS_OF_ALL = "[All at once](#matrix) · [Figures that disagree](#disagree) · [Computed](#computed) · [Each city’s figures](#profiles)"

_COMPUTED = "What is computed from these figures"


def figures_view() -> None:
    """Headline, figures, rows, CSV and sources of the chosen indicator, or of all of them."""
    shown = selection()
    indicators = _indicators(shown.facts)
    chosen = chosen_indicator({code: row.name for code, row in indicators.items()})
    figures, sentence = figure_list(shown, chosen), indicator_headline(shown, chosen)
    headline(sentence)
    if chosen != ALL:
        st.caption(md(indicators[chosen].definition))
    if note := filter_note(shown.filters):
        st.info(md(note))
    stop_if_empty(figures)
    (_all if chosen == ALL else _one)(shown, chosen)
    picture = partial(
        picture_button, f"figures_{chosen}", lambda: _pictures(shown, chosen), headline=sentence, links=lambda: _links(shown, chosen)
    )
    downloads("figures", len(figures), choices={"indicator": chosen}, picture=picture)
    say_sources(_sources(shown, chosen))


@derived
def _links(shown: Selection, chosen: str) -> pd.DataFrame:
    """The sources of the figures, as `rows.cite` takes them."""
    links = witnesses(shown.facts)
    return links.loc[links["key"].isin(select_figures(shown, chosen)["observation_id"]), ["key", "source_id"]]


@derived
def _sources(shown: Selection, chosen: str) -> Cited:
    return cited(shown.facts, _links(shown, chosen), "figure")


@derived
def _indicators(facts: FactBase) -> dict:
    """The rows of the indicators, by key."""
    return {row.indicator_id: row for row in facts.table("indicators").itertuples(index=False)}


def _pictures(shown: Selection, chosen: str) -> list[Drawing]:
    conflicts = conflict_pictures(shown, chosen)
    return (
        conflicts
        if chosen == ALL
        else [*one_year_pictures(shown, chosen), *comparison_pictures(shown, chosen), *conflicts, *time_pictures(shown, chosen)]
    )


def _number(shown: Selection, chosen: str) -> str:
    return f"**{number_of(len(figure_list(shown, chosen)), 'figure')}** of {len(shown.store.figures())}"


def _one(shown: Selection, chosen: str) -> None:
    tiles(shown, chosen)
    st.markdown(f"{_number(shown, chosen)} · {_SECTIONS}")
    one_year(shown, chosen)
    comparison(shown, chosen)
    conflict_list(shown, chosen)
    time_panels(shown, chosen)
    with section(_COMPUTED):
        computed_figures(shown, chosen)
    _rows(shown, chosen)


def _all(shown: Selection, chosen: str) -> None:
    st.markdown(f"{_number(shown, chosen)} · {_SECTIONS_OF_ALL}")
    matrix_of_all(shown)
    conflict_list(shown, chosen)
    with section(_COMPUTED):
        computed_figures(shown, chosen)
    profiles(shown)


def _rows(shown: Selection, chosen: str) -> None:
    figures = _table(shown, chosen)
    st.subheader("The figures in rows", anchor="rows")
    st.caption(f"Click a row to open its card with all sources. {LEGEND}")
    alt = f"{len(figures)} figures in rows with city, indicator, value, unit, day, series, publisher, confidence, sources, definition."
    rows_table(figures, _COLUMNS, kind="figure", key="observation_id", widths=_WIDTHS, alt=alt)


@derived
def _table(shown: Selection, chosen: str) -> pd.DataFrame:
    """The figures with the columns of their rows, what is so or not so in words."""
    return yes_or_blank(select_figures(shown, chosen)[[*_COLUMNS, "observation_id"]])
