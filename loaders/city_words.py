"""Sentences about figures of cities, generated from what is shown."""

import pandas as pd

from loaders.figures import leading


def figures_headline(figures: pd.DataFrame) -> str:
    """One sentence on what is shown of one indicator: who has how much as of when; compared only where one series holds.

    `figures`: those of `figures.city_figures` for one indicator, at least one.
    """
    rows = leading(figures)
    rows = rows[rows["principal"]] if rows["principal"].any() else rows
    start = f"{rows['indicator'].iloc[0]}: "
    alone = rows.groupby("series_id")["city_id"].transform("size") == 1
    groups = [_together(group) for _, group in rows[~alone].groupby("series_id", sort=False)]
    groups += [_apart(rows[alone], bool(groups))] if alone.any() else []
    return start + "; ".join(groups)


def _together(rows: pd.DataFrame) -> str:
    """Places of one series, the largest first."""
    texts = [_figure(row) for row in rows.sort_values("value", ascending=False, kind="stable").itertuples()]
    return f"{_joined(texts)}, by one definition"


def _apart(rows: pd.DataFrame, others: bool) -> str:
    texts = [_figure(row) for row in rows.itertuples()]
    return _joined(texts) + (", each counted in its own way" if len(rows) > 1 else ", counted in its own way" if others else "")


def _figure(row) -> str:
    return f"{row.city} {row.figure} ({row.as_of_text})"


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def all_headline(figures: pd.DataFrame) -> str:
    """One sentence on all indicators at once."""
    rows = figures[figures["principal"]]
    shared = rows.groupby("series_id")["city_id"].nunique()
    both = rows[rows["series_id"].isin(shared.index[shared > 1])]["indicator_id"].nunique()
    number, cities = figures["indicator_id"].nunique(), rows["city_id"].nunique()
    return f"{number} indicators were read for {cities} cities; {both} of them in one definition for two or more cities"
