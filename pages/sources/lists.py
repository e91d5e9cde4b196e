"""What the selection leaves of a table, and the cards that its rows open."""

import pandas as pd

from loaders.events.selection import Selection, derived
from loaders.faults import FaultyData
from loaders.selected import left
from loaders.store import Store
from loaders.subjects import cards


@derived
def left_rows(shown: Selection, name: str) -> pd.DataFrame:
    """The rows of a table that the filter leaves; all of them where faults elsewhere switch the filter off."""
    rows = shown.facts.table(name)
    try:
        return rows[left(shown, name)]
    except FaultyData:
        return rows


@derived
def card_keys(store: Store, name: str) -> dict[str, tuple[str, str]]:
    """Per key of a table, the kind and key of the card that tells of its row, where one does; none where faults hide them."""
    if store.facts.faults:
        return {}
    found = cards(store.facts, name).set_axis(store.facts.table(name)[store.facts.schema[name].key]).dropna()
    return dict(zip(found.index, zip(found["kind"], found["key"], strict=True), strict=True))
