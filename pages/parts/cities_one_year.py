"""The year that most places share: one chart a unit, and in words what differs all the same."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from charts.bars import Bar, bars
from charts.ready import ReadyFigure
from loaders.common_years import differences, of_year, shared_years
from loaders.events.selection import Selection, derived
from loaders.figures import places_shown, select_figures
from loaders.numbers import spaced
from pages.parts import state
from pages.parts.cities_said import said_of_figures
from pages.parts.drawn import clickable_chart, dark
from pages.parts.picture import HALF_WIDTH_PX, Drawing
from pages.parts.words import md

_OUTLINED = "Outlined: computed, not published."


def one_year(shown: Selection, indicator: str) -> None:
    """The choice of a year and the figures of it; nothing where no year has a figure of more than half of the places."""
    years = _years(shown, indicator)
    if not years:
        return
    st.subheader("In one year", anchor="one-year")
    year = _chosen(years)
    for place, (unit, rows) in enumerate(_units(shown, indicator, year)):
        clickable_chart(_figure(shown, indicator, year, place, dark=dark()), key=f"year-{year}-{place}", alt=_alt(year, unit, rows))
    st.caption(_words(shown, indicator, year))


def _chosen(years: dict[str, str]) -> str:
    names = tuple(years)
    st.selectbox("Year", names, format_func=years.get, width=420, **state.chosen("year", names))
    return state.choice("year", names)


def one_year_pictures(shown: Selection, indicator: str) -> list[Drawing]:
    """The charts as they are saved, one a unit."""
    years = tuple(_years(shown, indicator))
    return [_picture(shown, indicator, state.choice("year", years), place) for place in range(_number(shown, indicator, years))]


def _number(shown: Selection, indicator: str, years: Sequence[str]) -> int:
    return len(_units(shown, indicator, state.choice("year", years))) if years else 0


def _picture(shown: Selection, indicator: str, year: str, place: int) -> Drawing:
    unit, rows = _units(shown, indicator, year)[place]
    note = " ".join([f"Unit: {unit}.", *differences(pd.DataFrame(rows)), _OUTLINED])
    keys = tuple(row.observation_id for row in rows)
    return Drawing(f"In {year}: {rows[0].indicator}", lambda: _figure(shown, indicator, year, place, dark=False), note, keys, HALF_WIDTH_PX)


@derived
def _places(shown: Selection) -> list[str]:
    """The members of the relationships that the filter leaves."""
    table = places_shown(shown)
    return list(table.loc[table["principal"], "city_id"])


@derived
def _years(shown: Selection, indicator: str) -> dict[str, str]:
    """What can be chosen, in words, by year: those of all places first."""
    places = _places(shown)
    if len(places) < 2:
        return {}
    years = shared_years(select_figures(shown, indicator), places)
    return {str(row.year): f"{row.year} · {'all' if row.all else row.places} of {len(places)} places" for row in years.itertuples()}


@derived
def _rows(shown: Selection, indicator: str, year: str) -> pd.DataFrame:
    return of_year(select_figures(shown, indicator), _places(shown), int(year))


@derived
def _units(shown: Selection, indicator: str, year: str) -> list[tuple[str, list]]:
    """Per unit the rows that are drawn on one scale: figures in two currencies have none in common."""
    groups = _rows(shown, indicator, year).groupby("unit_text", sort=False)
    return [(unit, list(rows.itertuples(index=False))) for unit, rows in groups]


@derived
def _figure(shown: Selection, indicator: str, year: str, place: int, *, dark: bool) -> ReadyFigure:
    _, rows = _units(shown, indicator, year)[place]
    return ReadyFigure(bars([_bar(row) for row in rows], dark=dark))


def _bar(row) -> Bar:
    text = f"{row.figure} · {row.as_of_text} {row.confidence}"
    return Bar(row.place, text, row.value, row.observation_id, not row.derived, row.confidence_text)


@derived
def _words(shown: Selection, indicator: str, year: str) -> str:
    """What differs between the figures, and who says them."""
    rows, said = _rows(shown, indicator, year), said_of_figures(shown.store)
    texts = [md(spaced(text)) for text in differences(rows)] + [_OUTLINED] * bool(rows["derived"].any())
    sources = dict.fromkeys(said.line(key) for key in rows["observation_id"])
    return f"{' '.join(texts)}\n\nSources: {' · '.join(sources)}".strip()


def _alt(year: str, unit: str, rows: Sequence) -> str:
    said = "; ".join(f"{row.place} {row.figure}, {row.as_of_text}" for row in rows)
    return f"Bars of {year}, {rows[0].indicator.lower()}{', ' + unit if unit else ''}: {said}."
