"""What the cities did together, counted by city, year and sector."""

from collections.abc import Collection

import pandas as pd

from loaders.events import Events
from loaders.events.filters import Filters, select
from loaders.facts import FactBase
from loaders.figures import places_of_figures, places_shown


def activity_events(facts: FactBase, events: Events, filters: Filters) -> Events:
    """The events of the compared cities that the filter leaves. `events`: all of them."""
    places = places_shown(places_of_figures(facts), facts, filters)
    cities = places.loc[places["principal"], "city_id"]
    shown = select(events, filters)
    links = shown.links["city"]
    return shown.where(shown.rows["event_id"].isin(links.loc[links["code"].isin(cities), "event_id"]))


def by_city(events: Events, cities: list[str]) -> pd.DataFrame:
    """One row is one city, year, sector and status, with its number of `events`; an event of two cities counts in both.

    Columns: `city_id`, `year`, `sector_id`, `sector`, `colour`, `status`, `events`, and of these `alone` (on one independent source) and `secondary` (on none that is primary).
    """
    links = events.links["city"].rename(columns={"code": "city_id"})
    rows = links[links["city_id"].isin(cities)].merge(events.rows.dropna(subset="year"), on="event_id")
    keys = ["city_id", "year", "sector_id", "sector", "colour", "status"]
    table = rows.groupby(keys, observed=True).size().rename("events").reset_index().astype({"year": "int64"})
    weak = rows.assign(alone=rows["witnesses"] <= 1, secondary=~rows["primary"]).groupby(keys, observed=True)[["alone", "secondary"]].sum()
    return table.assign(**{name: weak[name].to_numpy() for name in weak})


def held_by_city(events: Events) -> dict[str, int]:
    """How many held events each city has a part in."""
    held = events.rows.loc[events.rows["status"] == "held", "event_id"]
    links = events.links["city"]
    return links[links["event_id"].isin(held)].groupby("code")["event_id"].nunique().to_dict()


def cells_of(events: Events, keys: Collection[str], cities: list[str]) -> pd.DataFrame:
    """One row is a cell of `by_city` with some of these events in it: `event_id`, `city_id`, `year`, `sector` (its name)."""
    links = events.links["city"].rename(columns={"code": "city_id"})
    links = links[links["city_id"].isin(cities) & links["event_id"].isin(list(keys))]
    rows = links.merge(events.rows.dropna(subset="year"), on="event_id")
    return rows[["event_id", "city_id", "year", "sector"]].astype({"year": "int64"})


def ringed_columns_note(marked: Collection[str], cells: pd.DataFrame) -> str:
    """What the rings about columns say; blank where no row is marked. `cells`: as `cells_of` gives them for the marked events."""
    if not marked:
        return ""
    rows = f"{len(marked)} marked row{'' if len(marked) == 1 else 's'}"
    missing = len(marked) - cells["event_id"].nunique()
    if missing == len(marked):
        return f"Ringed: nothing, because no column counts the {rows}."
    return f"Ringed: columns with the {rows}" + (f"; {missing} of them in no column." if missing else ".")
