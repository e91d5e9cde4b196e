"""Of which years the view that a click on a column opens counts more events than the column, and why."""

from dataclasses import replace

import pandas as pd

from loaders.events import Events
from loaders.events.filters import Filters
from loaders.story import told
from loaders.timeline_words import joined

_NAMED = 3


def clicks_count_more(events: Events, filters: Filters) -> str:
    """One sentence, for the held events of the columns; blank where each year alone counts as many as its column. `filters`: by which `events` are selected."""
    counted, found = told(events, filters), []
    for year, own in counted.groupby("year"):
        alone = told(events, replace(filters, years=(int(year), int(year))))
        if len(alone) > len(own):
            found.append((f"{year} alone counts {len(alone)} (its column {len(own)})", alone[~alone["event_id"].isin(own["event_id"])]))
    if not found:
        return ""
    years = [said for said, _ in found] if len(found) <= _NAMED else ["Some years alone count more than their column"]
    return f"{joined(years)}: {_reason(events.rows, pd.concat([rows for _, rows in found]))}"


def _reason(shown: pd.DataFrame, added: pd.DataFrame) -> str:
    """Why these rows are counted only where the rest of `shown` is not beside them."""
    part = added["part_of"].isin(shown["event_id"])
    what = ["a part of"] if part.any() else []
    what += ["what may be the same as"] if not part.all() else []
    return f"there, {' or '.join(what)} an event of another year stands without it."
