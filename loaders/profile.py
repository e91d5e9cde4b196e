"""One city in one view: which cities have a profile, and what is known of one of them."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

import pandas as pd
from babel import Locale

from loaders.atlas import journeys, sites_shown
from loaders.confidence_words import marked
from loaders.datetext import date_text
from loaders.events import Events
from loaders.events.filters import Filters, select
from loaders.events.narrowing import with_parts
from loaders.facts import FactBase
from loaders.faults import FaultyData
from loaders.figures import select_figures
from loaders.views import members

_TERRITORIES = Locale("en").territories
_NO_SINCE = "not stated"


def profile_cities(facts: FactBase, events: Events) -> dict[str, str]:
    """The names by key of all places with an event, a figure or a site of their own, those of most events first; of what is no city, its level too.

    `events`: all of them.
    """
    numbers = events.links["city"]["code"].value_counts()
    known = set(numbers.index)
    for name in ("observations", "sites"):
        with suppress(FaultyData):  # then those with events are enough to begin with
            known |= set(facts.table(name)["city_id"].dropna())
    table = facts.table("cities")
    table = table[table["city_id"].isin(known)]
    order = sorted(table.itertuples(), key=lambda row: (-numbers.get(row.city_id, 0), row.name))
    return {row.city_id: row.name if row.level == "city" else f"{row.name} · {row.level}" for row in order}


def default_city(names: Mapping[str, str], filters: Filters) -> str:
    """The city whose profile is shown where none is chosen: that of the filter where it has one, else that of most events; blank where no city has any."""
    return filters.city[0] if len(filters.city) == 1 and filters.city[0] in names else next(iter(names), "")


def city_row(facts: FactBase, city_id: str) -> pd.Series:
    """The city's row of `cities`, with `country_name`, and `whole`: the name of what it lies in (missing: not recorded)."""
    table = facts.table("cities").set_index("city_id", drop=False)
    row = table.loc[city_id].copy()
    row["country_name"] = _TERRITORIES.get(row["country"], row["country"])
    row["whole"] = table["name"].get(row["part_of"])
    return row


def profile_events(events: Events, filters: Filters, city_id: str) -> tuple[Events, Events]:
    """The events that fit the filter and touch this very city, and those of them that headline and bars count (`city_activity.cooperation`).

    As wherever the filter's city meets events, what lies in the city is not taken along: an event belongs to the places that its
    sources name. Where the filter chooses a city itself, an event must touch both.
    """
    shown = select(select(events, filters), Filters(city=(city_id,), background=True))
    return shown, shown


def profile_figures(figures: pd.DataFrame, facts: FactBase, filters: Filters, city_id: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The city's own figures and those of what lies in it, of `figures.city_figures`, as the filter leaves them, its city aside."""
    some = select_figures(figures, facts, replace(filters, city=()))
    inside = with_parts(facts, [city_id]) - {city_id}
    return some[some["city_id"] == city_id], some[some["city_id"].isin(inside)]


def profile_sites(facts: FactBase, events: Events, filters: Filters, city_id: str) -> pd.DataFrame:
    """One row is one site in the city or in what lies in it, as `atlas.sites_shown` has them under the filter, its city aside.

    `events`: all of them. Those of most events first.
    """
    table = sites_shown(facts, events, replace(filters, city=(city_id,)))
    return table.sort_values(["events", "name"], ascending=[False, True], kind="stable", ignore_index=True)


def profile_ties(facts: FactBase, city_id: str) -> pd.DataFrame:
    """One row is one relationship of which the city is a member, those that this data set is about first, then their frame, then others.

    Columns: `tie_id`, `tie`, `others` (the other members), `kind`, `level`, `scope`, `since_text`, `state`, `note` (blank: none) and those of `confidence_words.marked`.
    The filter does not cut them: a relationship holds whatever is chosen of its events.
    """
    every = members(facts)
    own = every[every["city_id"] == city_id]
    others = every[every["tie_id"].isin(own["tie_id"]) & (every["city_id"] != city_id)].groupby("tie_id")["member"].agg("; ".join)
    ties = facts.table("ties").set_index("tie_id", drop=False).loc[own["tie_id"]].reset_index(drop=True)
    table = ties.rename(columns={"name": "tie"}).assign(others=ties["tie_id"].map(others).astype("str"))
    table["since_text"] = [date_text(since) if isinstance(since, str) else _NO_SINCE for since in ties["since"]]
    table["order"] = ties["scope"].map({"subject": 0, "framework": 1}).fillna(2)
    table = table.join(marked(facts, "ties", table["tie_id"])).fillna({"state": "", "note": ""})
    table = table.sort_values("order", kind="stable", ignore_index=True)
    return table[["tie_id", "tie", "others", "kind", "level", "scope", "since_text", "state", "note", "confidence", "confidence_text"]]


def partners(facts: FactBase, counted: Events, city_id: str) -> pd.DataFrame:
    """One row is another place that counted events of this city touch too: `city_id`, `city`, `country`, `held`, `others` (only announced or called off); that of most first."""
    links = counted.links["city"]
    links = links[links["code"] != city_id].merge(counted.rows[["event_id", "status"]], on="event_id")
    held = links["status"] == "held"
    table = links.assign(held=held, others=~held).groupby("code")[["held", "others"]].sum().astype("int64").reset_index()
    cities = facts.table("cities").set_index("city_id")
    table = table.assign(city=table["code"].map(cities["name"]), country=table["code"].map(cities["country"])).rename(
        columns={"code": "city_id"}
    )
    table = table.sort_values(["held", "others", "city"], ascending=[False, False, True], ignore_index=True)
    return table[["city_id", "city", "country", "held", "others"]]


def profile_ways(facts: FactBase, counted: Events, city_id: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Ways of held counted events to this city and from it, as `atlas.journeys` has them."""
    ways = journeys(facts, counted.where(counted.rows["status"] == "held"))
    return ways[ways["venue_id"] == city_id], ways[ways["origin_id"] == city_id]


def not_read(facts: FactBase, figures: pd.DataFrame, city_id: str) -> list[str]:
    """The names of the indicators of which no figure of this city was read, in the order of the table. `figures`: all of `figures.city_figures`."""
    known = set(figures.loc[figures["city_id"] == city_id, "indicator_id"])
    table = facts.table("indicators")
    return list(table.loc[~table["indicator_id"].isin(known), "name"])


def searches_without(facts: FactBase, shown: Events, ties: pd.DataFrame) -> pd.DataFrame:
    """One row is a search that did not find what it looked for, about one of these events or one of the city's relationships of this data set."""
    table = facts.table("searches")
    own = ties.loc[ties["scope"] == "subject", "tie_id"]
    about = table["event_id"].isin(shown.rows["event_id"]) | table["tie_id"].isin(own)
    return table[about & (table["outcome"] != "found")].reset_index(drop=True)
