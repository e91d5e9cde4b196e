"""Figures of one place over the years: each series by itself, never joined with another."""

from collections.abc import Sequence

import pandas as pd


def over_time(figures: Sequence) -> list[list]:
    """One table a place of which some series has figures for two days or more; one row is one dated figure, by series and `x`.

    `figures`: rows of `figures.city_figures` for one indicator. What a reference table has computed is left out, and so are the undated:
    see `unplaced_figures`.
    """
    tables: dict[str, list] = {row.city_id: [] for row in figures}
    for row in sorted((row for row in figures if not row.derived and not pd.isna(row.x)), key=lambda row: (row.series_id, row.x)):
        tables[row.city_id].append(row)
    return [rows for rows in tables.values() if len({row.series_id for row in rows}) < len(rows)]


def unplaced_figures(figures: Sequence, city_id: str) -> list:
    """The place's published figures that no axis of years can hold."""
    return [row for row in figures if row.city_id == city_id and not row.derived and pd.isna(row.x)]
