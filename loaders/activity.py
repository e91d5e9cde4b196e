"""What happened how often, by sector and year, and what is least certain."""

import pandas as pd

from loaders.events import OUTCOME_UNKNOWN, Events
from loaders.marks import by


def by_sector(events: Events) -> pd.DataFrame:
    """One row is one sector and year with events, the largest sector first: `sector`, `colour`, the columns of `marks.by_year`, and `total` (of the sector)."""
    numbers = by(events, "sector", "colour", "year")
    total = numbers.groupby("sector")["events"].transform("sum")
    return numbers.assign(total=total).sort_values(["total", "sector", "year"], ascending=[False, True, True], ignore_index=True)


def doubts(events: Events) -> dict[str, pd.DataFrame]:
    """What is least certain, by kind of doubt: the rows of `events` that have it. An event may have several.

    What rests on one independent source is what `loaders.confidence` says: reprints and copies are no second witnesses.
    """
    rows = events.rows
    return {
        "on which the sources disagree": rows[rows["disputed"]],
        "whose date is uncertain by our own reading": rows[rows["uncertain"] | rows["approximate"]],
        "that may be the same as another": rows[rows["maybe_same_as"].notna()],
        "of which only the announcement is known": rows[rows["status_text"] == OUTCOME_UNKNOWN],
        "without a date": rows[rows["precision"] == "undated"],
        "that rest on one independent source": rows[rows["witnesses"] == 1],
    }
