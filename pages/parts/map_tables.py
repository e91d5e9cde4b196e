"""The three tables of the map page."""

from typing import NamedTuple

import pandas as pd

from loaders.atlas import cities_shown, journeys, sites_shown
from loaders.events.selection import Selection


class Where(NamedTuple):
    """Sites, cities and journeys as `loaders.atlas` gives them."""

    sites: pd.DataFrame
    cities: pd.DataFrame
    journeys: pd.DataFrame


def tables(selection: Selection) -> Where:
    """The tables of one selection; nobody may write to them."""
    return Where(sites_shown(selection), cities_shown(selection), journeys(selection))
