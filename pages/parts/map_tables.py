"""The three tables of the map page, made once a selection."""

from typing import NamedTuple

import pandas as pd

from loaders.atlas import cities_shown, journeys, sites_shown
from loaders.events import Events
from loaders.facts import FactBase
from loaders.filters import Filters
from pages.parts.base import all_events


class Where(NamedTuple):
    """Sites, cities and journeys as `loaders.atlas` gives them."""

    sites: pd.DataFrame
    cities: pd.DataFrame
    journeys: pd.DataFrame


def tables(facts: FactBase, shown: Events, filters: Filters) -> Where:
    """The tables of one selection."""
    return Where(sites_shown(facts, all_events(), filters), cities_shown(facts, shown, filters), journeys(facts, shown))
