"""All indicators at once: what stands for each place, gaps and disagreements in words."""

from collections.abc import Sequence

import pandas as pd

from loaders.conflicts import Conflict
from loaders.figures import NOT_READ, leading

OTHERS = "Other places"
DISPUTED = "≠ "


def matrix(figures: Sequence, places: pd.DataFrame, found: list[Conflict]) -> pd.DataFrame:
    """One row is one indicator and column of the matrix: `indicator`, `column`, `text` and `key` (of the figure, blank in a gap).

    The columns are the principal ones of `places` that have a figure at all, and OTHERS, where each figure says of what it is. `text`: the figure that
    `figures.leading` picks with its unit, day and mark of confidence, after DISPUTED where another of these figures of the place disagrees with it (`found`).
    """
    rows, keys = leading(figures), {row.observation_id for row in figures}
    here = [conflict.within(keys) for conflict in found]
    disputed = {conflict.rows[0].observation_id for conflict in here if len(conflict.rows) > 1 and conflict.preferred}
    shown = {row.place for row in rows}
    columns = [place for place in places.loc[places["principal"], "place"] if place in shown]
    indicators: dict[str, list] = {}
    for row in rows:
        indicators.setdefault(row.indicator, []).append(row)
    cells = []
    for indicator, some in indicators.items():
        by_place = {row.place: row for row in some}
        cells += [_cell(indicator, column, by_place.get(column), disputed) for column in columns]
        others = [row for row in some if not row.principal]
        cells += [_others(indicator, others, disputed)] if not all(row.principal for row in rows) else []
    return pd.DataFrame(cells, columns=["indicator", "column", "text", "key"])


def _cell(indicator: str, column: str, row, disputed: set[str]) -> dict:
    return {
        "indicator": indicator,
        "column": column,
        "text": _text(row, disputed) if row else NOT_READ,
        "key": row.observation_id if row else "",
    }


def _others(indicator: str, rows: list, disputed: set[str]) -> dict:
    text = " | ".join(f"{row.place}: {_text(row, disputed)}" for row in rows)
    return {"indicator": indicator, "column": OTHERS, "text": text, "key": rows[0].observation_id if rows else ""}


def _text(row, disputed: set[str]) -> str:
    return f"{DISPUTED if row.observation_id in disputed else ''}{row.figure}, {row.as_of_text} {row.confidence}"
