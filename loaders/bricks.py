"""One event, one brick: in the lane of its relationship or sector, and the column of its year."""

import pandas as pd

from loaders.events import NO_TIE
from loaders.events.selection import Selection, derived

_COLUMNS = ["event_id", "lane", "year", "sector_id", "colour", "status", "doubtful", "title", "date_text", "confidence", "short", "bold"]


@derived
def bricks(selection: Selection, lanes: str = "tie") -> pd.DataFrame:
    """One row is one dated event: `event_id`, `lane`, `year`, `sector_id`, `colour`, `status`, `doubtful`, `title`, `date_text`,
    `confidence`, `short` (the label of a landmark, else blank), `bold` (whether it is an agreement). Sorted as they are stacked: by lane, year, held first, sector.

    `lanes`: tie or sector, whose code `lane` then is; blank for one lane of all.
    """
    table, at = _all_bricks(selection.store, lanes)
    return table[selection.mask[at]]


@derived
def _all_bricks(store, lanes: str) -> tuple[pd.DataFrame, pd.Series]:
    rows = store.events().rows
    rows = rows.assign(place=range(len(rows)), lane=rows[f"{lanes}_id"].fillna(NO_TIE) if lanes else "")
    numbers = rows["sector_id"].value_counts()
    rows = rows[rows["year"].notna()].assign(
        year=lambda some: some["year"].astype("int64"), often=lambda some: -some["sector_id"].map(numbers)
    )
    rows["later"] = rows["status"] != "held"
    rows = rows.sort_values(["lane", "year", "later", "often", "start", "event_id"], ignore_index=True)
    return rows[_COLUMNS], rows["place"].to_numpy()
