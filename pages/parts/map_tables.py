"""The three tables of the map page, made once a selection."""

from typing import NamedTuple

import pandas as pd

from loaders.atlas import cities_shown, journeys, sites_shown
from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import FactBase, stamp
from loaders.map_marks import city_marks
from pages.parts.base import all_events, kept_table
from pages.parts.state import current_filters


class Where(NamedTuple):
    """Sites, cities and journeys as `loaders.atlas` gives them."""

    sites: pd.DataFrame
    cities: pd.DataFrame
    journeys: pd.DataFrame


def tables(facts: FactBase, shown: Events, filters: Filters) -> Where:
    """The tables of one selection, made once."""
    return Where(*(table.copy(deep=False) for table in _tables(stamp(), filters, facts, shown)))


def cities_of(facts: FactBase, shown: Events, where: Where) -> pd.DataFrame:
    """The marks of one selection's cities, made once; see `loaders.map_marks.city_marks`."""
    return _cities(stamp(), current_filters(), facts, shown, where).copy(deep=False)


@kept_table
def _cities(stamp: str, filters: Filters, _facts: FactBase, _shown: Events, _where: Where) -> pd.DataFrame:
    return city_marks(_facts, _shown, *_where)


@kept_table
def _tables(stamp: str, filters: Filters, _facts: FactBase, _shown: Events) -> Where:
    return Where(sites_shown(_facts, all_events(), filters), cities_shown(_facts, _shown, filters), journeys(_facts, _shown))
