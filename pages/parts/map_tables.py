"""The three tables of the map page, and the marks of its cities."""

from typing import NamedTuple

import pandas as pd

from loaders.atlas import cities_shown, journeys, sites_shown
from loaders.events.selection import Selection, derived
from loaders.map_marks import city_marks


class Where(NamedTuple):
    """Sites, cities and journeys as `loaders.atlas` gives them."""

    sites: pd.DataFrame
    cities: pd.DataFrame
    journeys: pd.DataFrame


@derived
def tables(selection: Selection) -> Where:
    """The tables of one selection; nobody may write to them."""
    facts, filters = selection.facts, selection.filters
    return Where(
        sites_shown(facts, selection.store.events(), filters),
        cities_shown(facts, selection.events, filters),
        journeys(facts, selection.events),
    )


@derived
def cities_of(selection: Selection) -> pd.DataFrame:
    """The marks of one selection's cities; see `loaders.map_marks.city_marks`."""
    return city_marks(selection, *tables(selection))
