"""Everything that can be taken away, by name: what one row is, and how the selection's rows are found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

import pandas as pd

from loaders import offered
from loaders.chosen import chosen_words
from loaders.citations import cited_sources
from loaders.compare_sides import completed, sides_text
from loaders.coverage import coverage_rows
from loaders.described import fields
from loaders.events.selection import Selection
from loaders.exports import Export, nowhere
from loaders.facts import FactBase
from loaders.network import link_rows
from loaders.profile import default_city, profile_cities
from loaders.summaries import summary
from loaders.text import listed
from loaders.whereabouts import whereabouts

EVERY = "all"  # the word of a page's own choice that chooses nothing


@dataclass(frozen=True)
class Offer:
    """One table to take away. `table`: the stored table whose rows these are, or whose evidence speaks of them (blank: none).

    `rows` gives the selection's rows. `page`: the path that shows them, with `query` in its address. `choices`: what the page lets choose beside the filter.
    """

    name: str
    title: str
    row: str
    key: str
    page: str
    rows: Callable[[Selection], pd.DataFrame]
    table: str = ""
    query: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[str, ...] = ()


VIEWS = (
    Offer("figures", "Figures side by side", "One row is one figure of one city.", "observation_id", "/cities", offered.figures_rows,
          table="observations", choices=("indicator", "year", "place")),
    Offer("figures_over_time", "Figures over time", "One row is one figure of one city in one of the years.", "observation_id", "/cities",
          offered.figures_over_time_rows, table="observations", query={"view": "time"}, choices=("indicator", "place")),
    Offer("comparison", "Two sides compared", "One row is one event on one side of a comparison.", "comparison_id", "/cities", offered.compared_rows,
          table="events", query={"view": "two"}, choices=("compare", "a", "b")),
    Offer("profile", "Events of one city", "One row is one event that names the city of a profile.", "event_id", "/cities", offered.profile_rows,
          table="events", query={"view": "city"}, choices=("of",)),
    Offer("recurring", "Figures that recur", "One row is one figure of one event of a programme in which it recurs.", "measure_id", "/cities", offered.recurring_figures,
          table="measures", query={"view": "city"}),
    Offer("places", "Places on the map", "One row is a site, a place without a named site, or (one for all) the events without a place.", "place", "/map",
          offered.places_rows, table="sites"),
    Offer("journeys", "Journeys on the map", "One row is a way from one city to another that people took to an event.", "place", "/map", offered.journeys_rows,
          table="events"),
    Offer("links", "Who works with whom", "One row is two organisations and the events in which both took part.", "", "/network", link_rows,
          table="events"),
    Offer("coverage", "What the sources cover", "One row is one relationship and year, with or without events.", "", "/sources",
          coverage_rows, table="events", query={"view": "coverage"}),
)  # fmt: skip
_ABOUT = ("comparison", "profile")  # their choices say what the rows are of, and leave none of these out
_OWN = {"events": (offered.events_rows, "/timeline"), "sources": (offered.sources_rows, "/sources")}


def offers(facts: FactBase) -> dict[str, Offer]:
    """Everything that can be taken away: the tables in the schema's order, events first, then what the pages derive from them."""
    names = ["events", *(name for name in facts.schema if name != "events")]
    tables = [_table_offer(facts, name) for name in names]
    return {offer.name: offer for offer in (*tables, *VIEWS)}


def _table_offer(facts: FactBase, name: str) -> Offer:
    table = facts.schema[name]
    rows, page = _OWN.get(name, (offered.stored_rows(name), "/data"))
    query = {"table": name} if page == "/data" else {}
    return Offer(name, table.title, table.description, table.key, page, rows, table=name, query=query)


def export(selection: Selection, name: str, host: str = "") -> Export:
    """The rows of one offer that a selection leaves, with all that describes them.

    Raises KeyError where nothing of this name is offered, FaultyData where a table that it needs has faults.
    """
    facts, offer = selection.facts, offers(selection.facts)[name]
    selection = _completed(offer, selection)
    rows = offer.rows(selection).reset_index(drop=True)
    return Export(
        name=name,
        title=offer.title,
        row=offer.row,
        key=offer.key,
        fields=fields(facts.schema.get(offer.table), rows, _helps(selection.store, offer)),
        rows=rows,
        cited=partial(sources_of_rows, facts, offer, rows),
        selection=selection,
        host=host,
        words=_words(selection),
        total=_total(offer, selection, len(rows)),
        page=offer.page,
        query=offer.query,
        package=facts.package,
        as_of=facts.as_of,
        fingerprint=facts.fingerprint,
        summary=partial(summary, name, selection, rows),
        where=partial(whereabouts, facts, rows["event_id"]) if offer.table == "events" and "event_id" in rows else nowhere,
    )


def _completed(offer: Offer, selection: Selection) -> Selection:
    """The selection with the words that the page has where an address says none: the first indicator, the first two sides."""
    store, said = selection.store, selection.choices
    if not offer.choices:
        return store.selection(selection.filters)
    if "compare" in offer.choices:
        return selection.chosen(**completed(store, said))
    if "of" in offer.choices:
        names = profile_cities(store)
        return selection if said.get("of") in names else selection.chosen(of=default_city(names, selection))
    return store.selection(choices=said)  # the choices of events cut no figures


def _helps(store, offer: Offer) -> dict[str, str]:
    """What the columns in words mean, as the page of facts has them."""
    if offer.name not in store.facts.schema or offer.name == "events":
        return {}
    return {column.name: column.help for column in store.words(offer.name).columns if column.help}


def _words(selection: Selection) -> tuple[tuple[str, str], ...]:
    store = selection.store
    names = store.names() if selection.filters.chosen else {}
    return (*chosen_words(selection.filters, names), *own_words(store, selection.choices))


def own_words(store, choices: Mapping[str, str]) -> list[tuple[str, str]]:
    """What a page's own choices of sides or of a city say: label and words."""
    if "compare" in choices:
        return [("Compared", sides_text(store, choices))]
    cities, indicators = (
        store.facts.table("cities").set_index("city_id")["name"],
        store.facts.table("indicators").set_index("indicator_id")["name"],
    )
    if "of" in choices:
        return [("City", cities[choices["of"]])] if choices["of"] else []
    places, indicator, year = (choices.get(name, "") for name in ("place", "indicator", "year"))
    words = [("Places", listed([cities[key] for key in places.split(",")]))] if places else []
    words += [("Indicator", indicators[indicator])] if indicator not in ("", EVERY) else []
    return words + [("Year", year)] * bool(year)


def _total(offer: Offer, selection: Selection, shown: int) -> int:
    """How many rows there are without a choice."""
    if not selection.filters.chosen and (set(selection.choices.values()) <= {EVERY} or offer.name in _ABOUT):
        return shown
    if offer.name in selection.facts.schema and offer.name != "events":
        return len(selection.facts.table(offer.name))
    free = selection.choices if offer.name in _ABOUT else dict.fromkeys(offer.choices, EVERY)
    return len(offer.rows(selection.store.selection(choices=free)))


def sources_of_rows(facts: FactBase, offer: Offer, rows: pd.DataFrame) -> pd.DataFrame:
    """The sources of exactly these rows, the one that speaks of most of them first."""
    numbers = _links(facts, offer, rows).drop_duplicates()["source_id"].value_counts()
    sources = cited_sources(facts).set_index("source_id").loc[numbers.index]
    return sources.assign(number=numbers).reset_index()


def _links(facts: FactBase, offer: Offer, rows: pd.DataFrame) -> pd.DataFrame:
    """One row is one source's word on one of these rows: `key`, `source_id`."""
    if "source_id" in rows:
        return rows["source_id"].dropna().rename_axis("key").reset_index()
    said = facts.table("evidence")
    if "event_ids" in rows:
        return _of_events(said, rows)
    if "comparison_id" in rows:
        return _of_events(said, rows.assign(event_ids=rows["event_id"]))
    return said.loc[(said["table"] == offer.table) & said["key"].isin(rows[offer.key]), ["key", "source_id"]]


def _of_events(said: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows that name events rest on the events' sources, and places on those of their own points as well."""
    pairs = pd.DataFrame({"key": rows.index, "event_id": rows["event_ids"].str.split("; ")}).explode("event_id")
    by_event = said.loc[said["table"] == "events", ["key", "source_id"]].rename(columns={"key": "event_id"})
    links = pairs.merge(by_event, on="event_id")[["key", "source_id"]]
    if "place" not in rows:
        return links
    points = said[said["table"].isin(["sites", "cities"])]
    own = pd.DataFrame({"key": rows.index, "place": rows["place"]}).merge(
        points.rename(columns={"key": "place"}), on="place", suffixes=("", "_of")
    )
    return pd.concat([links, own[["key", "source_id"]]])
