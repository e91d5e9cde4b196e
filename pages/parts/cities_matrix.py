"""All indicators at once: a matrix on wide screens, a table for each city on narrow ones, and each city's profile."""

import pandas as pd
import streamlit as st

from loaders.confidence_words import LEGEND
from loaders.events.selection import Selection, derived
from loaders.figures import ALL, NOT_READ, figure_list, missing_places, places_shown, select_figures
from loaders.matrix import OTHERS, matrix
from pages.parts.cities_conflicts import conflicts_shown
from pages.parts.opening import cards_closed, open_clicked
from pages.parts.rows import rows_table, table_height
from pages.parts.screen import screen
from pages.parts.words import md, number_of

_PROFILE = {
    "indicator": "Indicator",
    "value_text": "Value",
    "unit_text": "Unit",
    "as_of_text": "As of",
    "series": "Series",
    "definition": "Definition",
    "said": "Source",
    "confidence": "Confidence",
    "preferred": "Preferred",
}
_WIDTHS = {"Indicator": 170, "Value": 120, "Unit": 90, "As of": 130, "Series": 230, "Definition": 300, "Source": 260, "Confidence": 95}


def matrix_of_all(shown: Selection) -> None:
    """Rows are indicators, columns cities; a cell opens its figure's card."""
    cells = _cells(shown)
    st.subheader("All indicators at once", anchor="matrix")
    st.caption(
        "In each cell the figure that stands for the city, with its unit and the day that it is as of. Figures of one row may be counted "
        "differently: choose the indicator above to see which may be compared. ≠ marks a figure with which another of the same city disagrees. Click a cell to open its card. "
        + LEGEND
    )
    if missing := missing_places(shown):
        st.markdown(f"**{md(', '.join(row.place for row in missing))}:** {NOT_READ} of any indicator.")
    columns = list(dict.fromkeys(cells["column"]))
    with st.container(key=f"{screen()}-matrix"):
        if screen() == "wide":
            _wide(shown, columns)
        else:
            _narrow(cells, columns)


@derived
def _cells(shown: Selection) -> pd.DataFrame:
    return matrix(figure_list(shown), places_shown(shown), conflicts_shown(shown, ALL))


def _narrow(cells: pd.DataFrame, columns: list[str]) -> None:
    for column in columns:
        rows = cells[(cells["column"] == column) & ((column != OTHERS) | (cells["key"] != ""))]
        st.markdown(f"**{md(column)}**")
        names = {"indicator": "Indicator", "text": "Figure, day"}
        alt = f"{column}: " + "; ".join(f"{row.indicator} {row.text}" for row in rows.itertuples())
        rows_table(rows, names, kind="figure", key="key", name=f"matrix-{column}", alt=alt, widths={"Indicator": 120, "Figure, day": 400})


@derived
def _matrix(shown: Selection) -> tuple[pd.DataFrame, dict[tuple[int, str], str]]:
    """The matrix as it is shown on a wide screen, and the key of the figure in each of its cells."""
    cells = _cells(shown)
    order, columns = (list(dict.fromkeys(cells[name])) for name in ("indicator", "column"))
    texts = cells.pivot(index="indicator", columns="column", values="text").reindex(index=order, columns=columns)
    return texts.reset_index(names="Indicator"), {(order.index(row.indicator), row.column): row.key for row in cells.itertuples()}


def _wide(shown: Selection, columns: list[str]) -> None:
    texts, keys = _matrix(shown)
    place = f"matrix-{cards_closed()}"
    widths = {"Indicator": 250} | {column: 420 if column == OTHERS else 225 for column in columns}
    st.dataframe(
        texts,
        hide_index=True,
        key=place,
        height=table_height(len(texts), whole=len(texts)),
        column_config={name: st.column_config.TextColumn(width=width, pinned=name == "Indicator") for name, width in widths.items()},
        on_select=lambda: _cell_chosen(place),
        selection_mode="single-cell",
        alt=f"{number_of(len(texts), 'indicator')} in rows, {', '.join(columns)} in columns.",
    )
    st.session_state["matrix_keys"] = keys


def _cell_chosen(place: str) -> None:
    keys = st.session_state["matrix_keys"]
    chosen = [keys.get((row, column), "") for row, column in st.session_state[place]["selection"]["cells"]]
    open_clicked("matrix", "figure", [key for key in chosen if key])


def profiles(shown: Selection) -> None:
    """Each place's figures of all indicators, with definition and source; choosing a row opens the figure's card."""
    st.subheader("Each city’s figures", anchor="profiles")
    st.caption(f"Click a row to open its card with all sources. {LEGEND}")
    for city, place, rows, indicators in _profiles(shown):
        number = number_of(len(rows), "figure")
        st.markdown(f"**{md(place)}**, {number} of {number_of(indicators, 'indicator')}")
        alt = f"{place}: {number} with value, unit, day, series, definition and source."
        rows_table(rows, _PROFILE, kind="figure", key="observation_id", name=f"profile-{city}", alt=alt, widths=_WIDTHS)


@derived
def _profiles(shown: Selection) -> list[tuple[str, str, pd.DataFrame, int]]:
    """Of each place its key, its name, the table of its figures, and of how many indicators these are."""
    return [
        (city, rows["place"].iloc[0], rows[[*_PROFILE, "observation_id"]], rows["indicator_id"].nunique())
        for city, rows in select_figures(shown).groupby("city_id", sort=False)
    ]
