"""What the selection leaves of a table."""

import pandas as pd

from loaders.events.selection import Selection, derived
from loaders.faults import FaultyData
from loaders.selected import left


@derived
def left_rows(shown: Selection, name: str) -> pd.DataFrame:
    """The rows of a table that the filter leaves; all of them where faults elsewhere switch the filter off."""
    rows = shown.facts.table(name)
    try:
        return rows[left(shown, name)]
    except FaultyData:
        return rows
