"""What a profile holds, found once for each selection and city."""

from typing import NamedTuple

import pandas as pd

from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import stamp
from loaders.profile import city_row, partners, profile_cities, profile_events, profile_sites, profile_ties, profile_ways
from pages.parts.base import all_events, fact_base, kept_table


class Profile(NamedTuple):
    """One city: its row, the events that touch it, those of them that count, and the tables of `loaders.profile`."""

    city: pd.Series
    shown: Events
    counted: Events
    partners: pd.DataFrame
    sites: pd.DataFrame
    ways: tuple[pd.DataFrame, pd.DataFrame]


@kept_table
def _profile(stamp: str, filters: Filters, city_id: str) -> Profile:
    facts, events = fact_base(), all_events()
    shown, counted = profile_events(events, filters, city_id)
    return Profile(
        city_row(facts, city_id),
        shown,
        counted,
        partners(facts, counted, city_id),
        profile_sites(facts, events, filters, city_id),
        profile_ways(facts, counted, city_id),
    )


def profile_of(filters: Filters, city_id: str) -> Profile:
    """All that the profile of one city shows under the filter."""
    return _profile(stamp(), filters, city_id)


@kept_table
def _ties(stamp: str, city_id: str) -> pd.DataFrame:
    return profile_ties(fact_base(), city_id)


def ties_of(city_id: str) -> pd.DataFrame:
    """The relationships of one city. Raises FaultyData where a table that they need has faults, which the rest of the profile does not."""
    return _ties(stamp(), city_id)


@kept_table
def _names(stamp: str) -> dict[str, str]:
    return profile_cities(fact_base(), all_events())


def names_of_profiles() -> dict[str, str]:
    """The cities that have a profile; see `loaders.profile.profile_cities`."""
    return _names(stamp())
