"""One city: which places have a view of their own, and what is known of one of them."""

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

import pandas as pd

from loaders.citations import publisher_of
from loaders.dates import date_table
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.faults import FaultyData
from loaders.figures import leading
from loaders.map_marks import SiteMark, sites_of
from loaders.marks import decimal_years
from loaders.numbers import figure_text
from loaders.store import Store
from loaders.text import say
from loaders.views import members

SUBJECT, FRAMEWORK = "subject", "framework"
_YEAR = re.compile(r"\b(1[5-9]|20)\d\d\b")


class KeyFigure(NamedTuple):
    """What a city has of one indicator: the figure that leads (its key, value in words, day in words, publisher); blank where none is known.

    `disputed`: whether another source gives another figure for about the same time.
    """

    indicator: str
    key: str = ""
    value: str = ""
    when: str = ""
    publisher: str = ""
    disputed: bool = False


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


def default_city(names: Mapping[str, str], selection: Selection) -> str:
    """The city that is shown where none is chosen: that of the filter where it has one, else the first of which anything is selected; blank where there is no city."""
    chosen, found = selection.filters.city, selection.had("city")
    return chosen[0] if len(chosen) == 1 and chosen[0] in names else next((city for city in names if city in found), next(iter(names), ""))


def city_name(facts: FactBase, city: str) -> str:
    """The city's name."""
    return facts.table("cities").set_index("city_id")["name"][city]


@derived
def of_city(selection: Selection, city: str) -> Selection:
    """What the selection has of this very city: the events that name it.

    As wherever the filter's city meets events, what lies in the city is not taken along. Nothing where the filter chooses other cities.
    """
    return selection.sharing(city=(city,))


@derived
def key_figures(store: Store, city: str) -> list[KeyFigure]:
    """Of each indicator that has an order, in this order, what is known of the city; the filter, which is of events, does not cut them."""
    table, figures = store.facts.table("indicators"), store.figures()
    found = {row.indicator_id: row for row in leading(list(figures[figures["city_id"] == city].itertuples()))}
    rivals = {row.observation_id for conflict in store.conflicts() if conflict.preferred for row in conflict.rows[:1]}
    wanted = table[table["order"].notna()].sort_values("order")
    return [
        _key_figure(row.name, found.get(row.indicator_id), rivals) for row in wanted.set_index("name", drop=False).itertuples(index=False)
    ]


def _key_figure(indicator: str, row, rivals: set[str]) -> KeyFigure:
    if row is None:
        return KeyFigure(indicator)
    value = figure_text(row.value, row.unit_text, None) if row.derived else row.figure
    return KeyFigure(
        indicator,
        row.observation_id,
        value,
        row.as_of_text,
        say("computed by us") if row.derived else row.publisher,
        row.observation_id in rivals,
    )


@derived
def profile_sites(selection: Selection, city: str) -> list[SiteMark]:
    """The sites in the city or in what lies in it, as the filter leaves them, its city aside, with how many of the selected events of the city
    name each. Those of most events first."""
    numbers = of_city(selection, city).by("location")
    found = [site.having(numbers.get(site.place, 0)) for site in sites_of(selection.narrowed(city=(city,)))]
    return sorted(found, key=lambda site: (-site.events, site.name))


@derived
def profile_ties(store: Store, city: str) -> pd.DataFrame:
    """One row is one relationship of which the city is a member, those that this data set is about first, then by kind and beginning.

    Columns: `tie_id`, `tie`, `others` (the other members), `kind`, `scope`, `since` (the year with its part, missing where not stated), `until` (the last
    year of which a source says that it holds, missing where none is named) and `state` (in the source's words, blank: nothing). The filter does not cut them.
    """
    facts, every = store.facts, members(store.facts)
    own = every[every["city_id"] == city]
    others = every[every["tie_id"].isin(own["tie_id"]) & (every["city_id"] != city)].groupby("tie_id")["member"].agg(", ".join)
    table = facts.table("ties").set_index("tie_id", drop=False).loc[own["tie_id"]].reset_index(drop=True).rename(columns={"name": "tie"})
    table = table.assign(others=table["tie_id"].map(others).fillna(table["tie"]).astype("str"), state=table["state"].fillna(""))
    table["since"] = decimal_years(date_table(table["since"])["start"])
    years = [_YEAR.search(state) for state in table["state"]]
    table["until"] = pd.Series([float(year[0]) + 1 if year else None for year in years], index=table.index, dtype="float64")
    table["place"] = table["scope"].map({SUBJECT: 0, FRAMEWORK: 1}).fillna(2)
    first = table.groupby(["place", "kind"])["since"].transform("min")
    table = table.assign(first=first).sort_values(["place", "first", "kind", "since", "others"], na_position="last", ignore_index=True)
    return table[["tie_id", "tie", "others", "kind", "scope", "since", "until", "state"]]


@derived
def partners(selection: Selection, city: str) -> pd.DataFrame:
    """One row is another place that took part in events of this city together with it: `pair` (the key of the two), `city_id`, `city`, `events`; that of most first."""
    names, found = selection.facts.table("cities").set_index("city_id")["name"], []
    for pair, number in of_city(selection, city).by("pair").items():
        one, _, other = pair.partition("~")
        if city in (one, other):
            partner = other if one == city else one
            found.append((pair, partner, names[partner], number))
    return pd.DataFrame(sorted(found, key=lambda row: (-row[3], row[2])), columns=["pair", "city_id", "city", "events"])


@derived
def organisations_abroad(selection: Selection, city: str) -> pd.DataFrame:
    """One row is an organisation with a seat in another country that took part in events of the city: `code`, `name`, `events`; that of most first."""
    names = _abroad(selection.store, city)
    numbers = of_city(selection, city).by("organisation").items()
    found = [(code, names[code], number) for code, number in numbers if code in names]
    return pd.DataFrame(sorted(found, key=lambda row: (-row[2], row[1])), columns=["code", "name", "events"])


@derived
def _abroad(store: Store, city: str) -> dict[str, str]:
    """The organisations with a seat in another country, by key with their short names."""
    country, table = store.facts.table("cities").set_index("city_id")["country"], store.facts.table("organisations")
    seat = table["city_id"].map(country)
    table = table[seat.notna() & (seat != country[city])].set_index("organisation_id")
    return table["short"].fillna(table["name"]).to_dict()


@derived
def publishers(selection: Selection, most: int) -> list[tuple[str, tuple[str, ...], int]]:
    """Who tells of the selected events: publisher, the documents that a click on it chooses, and the number of their events; those of most first."""
    of, chosen, keys = publisher_of(selection.facts), selection.filters.source, {}
    found = selection.had("source", of)
    for source in sorted(chosen or selection.store.choices().codes["source"]):
        keys[of[source]] = (*keys.get(of[source], ()), source)
    names = sorted((name for name in found if name in keys), key=lambda name: (-found[name], name))[: most + 3]
    told = [(name, keys[name], selection.count(source=keys[name])) for name in names]
    return sorted(told, key=lambda row: -row[2])[:most]
