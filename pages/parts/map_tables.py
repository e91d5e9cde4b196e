"""The three tables of the map page, made once a selection."""

from typing import NamedTuple

import pandas as pd

from loaders.atlas import cities_shown, journeys, sites_shown
from loaders.events import Events
from loaders.facts import FactBase, stamp
from loaders.filters import Filters
from pages.parts.base import all_events, kept_table


class Where(NamedTuple):
    """Sites, cities and journeys as `loaders.atlas` gives them."""

    sites: pd.DataFrame
    cities: pd.DataFrame
    journeys: pd.DataFrame


def tables(facts: FactBase, shown: Events, filters: Filters) -> Where:
    """The tables of one selection, made once."""
    return Where(*(table.copy(deep=False) for table in _tables(stamp(), filters, facts, shown)))


@kept_table
def _tables(stamp: str, filters: Filters, _facts: FactBase, _shown: Events) -> Where:
    return Where(sites_shown(_facts, all_events(), filters), cities_shown(_facts, _shown, filters), journeys(_facts, _shown))
