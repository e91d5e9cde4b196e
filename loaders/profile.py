"""One city in one view: which cities have a profile, and what is known of one of them."""

from collections.abc import Mapping
from contextlib import suppress

import pandas as pd
from babel import Locale

from loaders import marks
from loaders.atlas import sites_shown
from loaders.confidence_words import marked
from loaders.datetext import date_text
from loaders.events.filters import Filters
from loaders.events.narrowing import with_parts
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.faults import FaultyData
from loaders.figures import select_figures
from loaders.store import Store
from loaders.views import members

_TERRITORIES = Locale("en").territories
_NO_SINCE = "not stated"


@derived
def profile_cities(store: Store) -> dict[str, str]:
    """The names by key of all places with an event, a figure or a site of their own, those of most events first; of what is no city, its level too."""
    facts, numbers = store.facts, store.events().links["city"]["code"].value_counts()
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


@derived
def city_row(facts: FactBase, city_id: str) -> pd.Series:
    """The city's row of `cities`, with `country_name`, and `whole`: the name of what it lies in (missing: not recorded)."""
    table = facts.table("cities").set_index("city_id", drop=False)
    row = table.loc[city_id].copy()
    row["country_name"] = _TERRITORIES.get(row["country"], row["country"])
    row["whole"] = table["name"].get(row["part_of"])
    return row


@derived
def of_city(selection: Selection, city: str) -> Selection:
    """What the selection has of this very city: the events that name it.

    As wherever the filter's city meets events, what lies in the city is not taken along. Nothing where the filter chooses other cities.
    """
    return selection.sharing(city=(city,))


def means(city: str, what: str, key: str) -> dict[str, object]:
    """What a click on the city's grid chooses; see `marks.means`."""
    return {"city": (city,), **marks.means(what, key)}


@derived
def profile_figures(selection: Selection, city: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The city's own figures and those of what lies in it, of `figures.city_figures`, as the filter leaves them, its city aside."""
    some = select_figures(selection.narrowed(city=()))
    inside = with_parts(selection.facts, [city]) - {city}
    return some[some["city_id"] == city], some[some["city_id"].isin(inside)]


@derived
def profile_sites(selection: Selection, city: str) -> pd.DataFrame:
    """One row is one site in the city or in what lies in it, as `atlas.sites_shown` has them under the filter, its city aside.

    `events`: how many of the selected events name the site. Those of most events first.
    """
    own = selection.narrowed(city=(city,))
    table = sites_shown(own)
    numbers = of_city(selection, city).by("location").set_index("location")["events"]
    table = table.assign(events=table["site_id"].map(numbers).fillna(0).astype("int64"))
    return table.sort_values(["events", "name"], ascending=[False, True], kind="stable", ignore_index=True)


@derived
def profile_ties(store: Store, city_id: str) -> pd.DataFrame:
    """One row is one relationship of which the city is a member, those that this data set is about first, then their frame, then others.

    Columns: `tie_id`, `tie`, `others` (the other members), `kind`, `level`, `scope`, `since_text`, `state`, `note` (blank: none) and those of `confidence_words.marked`.
    The filter does not cut them: a relationship holds whatever is chosen of its events.
    """
    facts = store.facts
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


@derived
def partners(selection: Selection, city: str) -> pd.DataFrame:
    """One row is another place that took part in events of this city together with it: `pair` (the key of the two), `city_id`, `city`, `events`; that of most first."""
    own, names = of_city(selection, city), selection.facts.table("cities").set_index("city_id")["name"]
    pairs = own.by("pair")
    ends = pairs["pair"].str.split("~", n=1)
    one, other = ends.str[0], ends.str[1]
    table = pairs.assign(city_id=one.where(other == city, other))[(one == city) | (other == city)]
    table = table.assign(city=table["city_id"].map(names).astype("str"))
    return table.sort_values(["events", "city"], ascending=[False, True], ignore_index=True)[["pair", "city_id", "city", "events"]]


@derived
def profile_ways(selection: Selection, city: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The journeys to the city and from it, for events of it: `journey` (its key), `other` (the name of the other end) and `events`; that of most first."""
    ways, names = of_city(selection, city).by("journey"), selection.facts.table("cities").set_index("city_id")["name"]
    ways = ways.sort_values(["events", "journey"], ascending=[False, True], ignore_index=True)
    ends = ways["journey"].str.split(">", n=1)
    origin, venue = ends.str[0], ends.str[1]
    return ways.assign(other=origin.map(names))[venue == city], ways.assign(other=venue.map(names))[origin == city]


@derived
def not_read(store: Store, city: str) -> list[str]:
    """The names of the indicators of which no figure of this city was read, in the order of the table."""
    figures = store.figures()
    known = set(figures.loc[figures["city_id"] == city, "indicator_id"])
    table = store.facts.table("indicators")
    return list(table.loc[~table["indicator_id"].isin(known), "name"])


@derived
def searches_without(selection: Selection, city: str) -> pd.DataFrame:
    """One row is a search that did not find what it looked for, about one of the city's selected events or one of its relationships of this data set."""
    table, ties = selection.facts.table("searches"), profile_ties(selection.store, city)
    own = ties.loc[ties["scope"] == "subject", "tie_id"]
    about = table["event_id"].isin(of_city(selection, city).events.rows["event_id"]) | table["tie_id"].isin(own)
    return table[about & (table["outcome"] != "found")].reset_index(drop=True)
