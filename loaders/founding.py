"""How many independent sources each event has."""

import numpy as np
import pandas as pd

from loaders.events.selection import Selection, derived
from loaders.text import message

NAMES = {
    "1": message("one source"),
    "2": message("two"),
    "3": message("three or more"),
    "0": message("none that confirms it"),
}


@derived
def founding(selection: Selection) -> pd.DataFrame:
    """One row is one event: `event_id`, `group` (its word of the facet `witnesses`), `primary`, `title`, `date_text`, `confidence`; those with a primary source first, then the oldest."""
    table, at = _all(selection.store)
    return table[selection.mask[at]]


@derived
def _all(store) -> tuple[pd.DataFrame, np.ndarray]:
    rows = store.events().rows
    rows = rows.assign(group=rows["witnesses"].clip(upper=3).astype("str"), place=range(len(rows)), later=~rows["primary"])
    rows = rows.sort_values(["later", "start", "event_id"])
    return rows[["event_id", "group", "primary", "title", "date_text", "confidence"]].reset_index(drop=True), rows["place"].to_numpy()


@derived
def founding_rows(selection: Selection) -> list[tuple[str, int]]:
    """Per word of the facet that an event has, how many have it, in the order in which they are drawn."""
    numbers = selection.had("witnesses")
    return [(code, numbers[code]) for code in NAMES if code in numbers]
