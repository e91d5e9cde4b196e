"""The overview's bricks: one event, one brick, in the lane of its relationship and the column of its year."""

import pandas as pd

from loaders.events.selection import Selection, derived

_COLUMNS = ["event_id", "year", "sector_id", "colour", "status", "doubtful", "title", "date_text", "confidence", "short", "bold"]


@derived
def bricks(selection: Selection) -> pd.DataFrame:
    """One row is one dated event: `event_id`, `tie` (its code), `year`, `sector_id`, `colour`, `status`, `doubtful`, `title`, `date_text`,
    `confidence`, `short` (the label of a landmark, else blank), `bold` (whether it is an agreement). Sorted as they are stacked: by relationship, year, held first, sector."""
    table, at = _all_bricks(selection.store)
    return table[selection.mask[at]]


@derived
def _all_bricks(store) -> tuple[pd.DataFrame, pd.Series]:
    rows = store.events().rows
    rows = rows.assign(place=range(len(rows)), tie=rows["tie_id"].fillna("none"))
    numbers = rows["sector_id"].value_counts()
    rows = rows[rows["year"].notna()].assign(
        year=lambda some: some["year"].astype("int64"), often=lambda some: -some["sector_id"].map(numbers)
    )
    rows["later"] = rows["status"] != "held"
    rows = rows.sort_values(["tie", "year", "later", "often", "start", "event_id"], ignore_index=True)
    return rows[[*_COLUMNS, "tie"]], rows["place"].to_numpy()
