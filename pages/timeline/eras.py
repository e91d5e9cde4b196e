"""The eras behind the timeline: as bands, and in words for those who do not see them."""

import pandas as pd

from loaders.eras import era_text, eras, eras_within
from loaders.events.selection import Selection, derived
from loaders.marks import axis
from pages.parts.faults import section


@derived
def _eras(store) -> pd.DataFrame:
    return eras(store.facts)


@derived
def _eras_of(selection: Selection) -> pd.DataFrame:
    """The eras that reach into the axis of these events. Raises FaultyData where a table of theirs has faults."""
    table, years = _eras(selection.store), axis(selection)
    return eras_within(table, years) if years else table.iloc[:0]


def eras_behind(selection: Selection) -> tuple[pd.DataFrame | None, str]:
    """The eras and the sentence about them; none where their tables have faults, which are named: the chart is drawn without them."""
    with section("The background of the timeline"):
        table = _eras_of(selection)
        return table, f" {era_text(table)}".rstrip()
    return None, ""
