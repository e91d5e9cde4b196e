"""Everything that can be taken away, by name: what one row is, and how the selection's rows are found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from loaders.atlas import cities_shown, journeys, sites_shown, without_place
from loaders.chosen import chosen_words, facet_names
from loaders.citations import cited_sources
from loaders.city_activity import activity_events
from loaders.contradictions import contradictions
from loaders.described import fields
from loaders.documents import documents
from loaders.evenings import evening_figures, evening_rows
from loaders.export import event_rows
from loaders.exports import Export, Selection, Store
from loaders.facts import FactBase
from loaders.figures import figure_rows, select_figures
from loaders.filters import select
from loaders.map_export import journey_table, place_table
from loaders.selected import selected

_NO_LINKS = {"key": "str", "source_id": "str"}


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
    rows: Callable[[Store, Selection], pd.DataFrame]
    table: str = ""
    query: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[str, ...] = ()


def _events(store: Store, selection: Selection) -> pd.DataFrame:
    return event_rows(select(store.events(), selection.filters))


def _activity(store: Store, selection: Selection) -> pd.DataFrame:
    return event_rows(activity_events(store.facts, store.events(), selection.filters))


def _stored(name: str) -> Callable[[Store, Selection], pd.DataFrame]:
    def rows(store: Store, selection: Selection) -> pd.DataFrame:
        shown = selected(store.facts, store.events, store.words(name), selection.filters)
        return shown.rows[shown.exported]

    return rows


def _sources(store: Store, selection: Selection) -> pd.DataFrame:
    counts = documents(store.facts)[["source_id", "events", "rows", "alone"]]
    order = counts.reset_index().set_index("source_id")["index"]
    rows = _stored("sources")(store, selection).merge(counts, on="source_id", validate="one_to_one")
    return rows.sort_values("source_id", key=lambda keys: keys.map(order), ignore_index=True)


def _places(store: Store, selection: Selection) -> pd.DataFrame:
    shown = select(store.events(), selection.filters)
    sites = sites_shown(store.facts, store.events(), selection.filters)
    return place_table(store.facts, sites, cities_shown(store.facts, shown, selection.filters), without_place(store.facts, shown))


def _journeys(store: Store, selection: Selection) -> pd.DataFrame:
    return journey_table(store.facts, journeys(store.facts, select(store.events(), selection.filters)))


def _figures(store: Store, selection: Selection) -> pd.DataFrame:
    rows = select_figures(store.figures(), store.facts, selection.filters)
    indicator = selection.choices.get("indicator", "all")
    return figure_rows(rows if indicator == "all" else rows[rows["indicator_id"] == indicator])


def _evenings(store: Store, selection: Selection) -> pd.DataFrame:
    return evening_rows(evening_figures(store.facts, select(store.events(), selection.filters)))


def _contradictions(store: Store, selection: Selection) -> pd.DataFrame:
    shown = selected(store.facts, store.events, store.words("evidence"), selection.filters)
    rows = contradictions(store.facts)
    return rows[rows["evidence_id"].isin(shown.rows["evidence_id"])]


VIEWS = (
    Offer("activity", "Activity of the cities", "One row is one counted event of the cities that are compared.", "event_id", "/cities", _activity,
          table="events", query={"view": "activity"}),
    Offer("figures", "Figures of the cities", "One row is one figure of one city.", "observation_id", "/cities", _figures,
          table="observations", choices=("indicator",)),
    Offer("evenings", "Düsseldorf Evenings", "One row is one figure of one evening.", "measure_id", "/cities", _evenings,
          table="measures", query={"view": "evenings"}),
    Offer("places", "Places on the map", "One row is a site, a place without a named site, or (one for all) the events without a place.", "place", "/map",
          _places, table="sites"),
    Offer("journeys", "Journeys on the map", "One row is a way from one city to another that people took to an event.", "place", "/map", _journeys,
          table="events"),
    Offer("contradictions", "Where sources disagree", "One row is one word of one source against what is shown.", "evidence_id", "/sources", _contradictions,
          table="evidence"),
)  # fmt: skip
_OWN = {"events": (_events, "/timeline"), "sources": (_sources, "/sources")}


def offers(facts: FactBase) -> dict[str, Offer]:
    """Everything that can be taken away: the tables in the schema's order, events first, then what the pages derive from them."""
    names = ["events", *(name for name in facts.schema if name != "events")]
    tables = [_table_offer(facts, name) for name in names]
    return {offer.name: offer for offer in (*tables, *VIEWS)}


def _table_offer(facts: FactBase, name: str) -> Offer:
    table = facts.schema[name]
    rows, page = _OWN.get(name, (_stored(name), "/facts"))
    query = {"table": name} if page == "/facts" else {}
    return Offer(name, table.title, table.description, table.key, page, rows, table=name, query=query)


def export(store: Store, name: str, selection: Selection) -> Export:
    """The rows of one offer that a selection leaves, with all that describes them.

    Raises KeyError where nothing of this name is offered, FaultyData where a table that it needs has faults.
    """
    facts, offer = store.facts, offers(store.facts)[name]
    rows = offer.rows(store, selection).reset_index(drop=True)
    return Export(
        name=name,
        title=offer.title,
        row=offer.row,
        key=offer.key,
        fields=fields(facts.schema.get(offer.table), rows, _helps(store, offer)),
        rows=rows,
        sources=sources_of_rows(facts, offer, rows),
        selection=selection,
        words=_words(store, selection),
        total=_total(store, offer, selection, len(rows)),
        page=offer.page,
        query=offer.query,
        package=facts.package,
        as_of=facts.as_of,
        fingerprint=facts.fingerprint,
    )


def _helps(store: Store, offer: Offer) -> dict[str, str]:
    """What the columns in words mean, as the page of facts has them."""
    if offer.name not in store.facts.schema or offer.name == "events":
        return {}
    return {column.name: column.help for column in store.words(offer.name).columns if column.help}


def _words(store: Store, selection: Selection) -> tuple[tuple[str, str], ...]:
    names = facet_names(store.facts, store.events()) if selection.filters.chosen else {}
    indicators = (
        store.facts.table("indicators").set_index("indicator_id")["name"] if selection.choices.get("indicator", "all") != "all" else {}
    )
    own = [("Indicator", indicators[selection.choices["indicator"]])] if len(indicators) else []
    return (*chosen_words(selection.filters, names), *own)


def _total(store: Store, offer: Offer, selection: Selection, shown: int) -> int:
    """How many rows there are without a choice."""
    if not selection.filters.chosen and not selection.choices:
        return shown
    if offer.name in store.facts.schema:
        return len(store.facts.table(offer.name))
    return len(offer.rows(store, Selection()))


def sources_of_rows(facts: FactBase, offer: Offer, rows: pd.DataFrame) -> pd.DataFrame:
    """The sources of exactly these rows, the one that speaks of most of them first."""
    numbers = _links(facts, offer, rows).drop_duplicates()["source_id"].value_counts()
    sources = cited_sources(facts).set_index("source_id").loc[numbers.index]
    return sources.assign(number=numbers).reset_index()


def _links(facts: FactBase, offer: Offer, rows: pd.DataFrame) -> pd.DataFrame:
    """One row is one source's word on one of these rows: `key`, `source_id`."""
    if "source_id" in rows:
        return rows[[offer.key, "source_id"]].set_axis(["key", "source_id"], axis="columns").dropna()
    said = facts.table("evidence")
    if "event_ids" in rows:
        return _of_events(said, rows)
    return said.loc[(said["table"] == offer.table) & said["key"].isin(rows[offer.key]), ["key", "source_id"]]


def _of_events(said: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Places and journeys rest on their events' sources, and places on those of their own points as well."""
    pairs = rows[["place", "event_ids"]].assign(event_id=rows["event_ids"].str.split("; ")).explode("event_id")
    by_event = said.loc[said["table"] == "events", ["key", "source_id"]].rename(columns={"key": "event_id"})
    own = said.loc[said["table"].isin(["sites", "cities"]) & said["key"].isin(rows["place"]), ["key", "source_id"]]
    return pd.concat([pairs.merge(by_event, on="event_id").rename(columns={"place": "key"})[["key", "source_id"]], own])
