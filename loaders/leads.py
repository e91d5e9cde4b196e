"""Where a row of any table is shown: which pages, under which filter."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from loaders.checking import UNCITED
from loaders.events import Events
from loaders.events.filters import Filters, select
from loaders.facts import FactBase
from loaders.subjects import subjects

PAGES = ("timeline", "cities", "map")


@dataclass(frozen=True)
class Lead:
    """A way to where a row is shown: the page, what is met there, and the query of its address."""

    page: str
    words: str
    query: Mapping[str, list[str]] = field(hash=False)


def leads(facts: FactBase, events: Events, name: str, key: str) -> list[Lead]:
    """Where the row with this key is shown, the best first; no two alike. KeyError where there is no such row."""
    row = facts.table(name).set_index(facts.schema[name].key, drop=False).loc[key]
    found = _LEADS[name](facts, events, row) + _evidence(facts, name, key)
    return list({(lead.page, str(lead.query)): lead for lead in found}.values())


def _shown(events: Events, what: str, *pages: str, **chosen) -> list[Lead]:
    """The pages under a filter; none where the filter would leave nothing."""
    filters = Filters(**chosen)
    number = len(select(events, filters))
    counted = f"{number} event{'' if number == 1 else 's'}"
    words = {"timeline": f"Timeline: {counted} {what}", "cities": f"Cities: {what}", "map": f"Map: {what}"}
    return [Lead(page, words[page], filters.to_query()) for page in pages or PAGES] if number else []


def _evidence(facts: FactBase, name: str, key: str) -> list[Lead]:
    """The evidence on a cited row, found by its keys, which begin with table and row."""
    if name in UNCITED:
        return []
    text, said = f"{name.replace('_', '-')}.{key}.", facts.table("evidence")
    number = int(((said["table"] == name) & (said["key"] == key)).sum())
    return [Lead("facts", f"Facts: {number} row{'' if number == 1 else 's'} of evidence on it", {"text": [text], "table": ["evidence"]})]


def _in_facts(facts: FactBase, name: str, key: str) -> list[Lead]:
    return [Lead("facts", f"Facts: the row in {facts.schema[name].title}", {"table": [name], "row": [key]})]


def _name(facts: FactBase, name: str, key: str) -> str:
    return subjects(facts, name)[key]


def _of_event(facts: FactBase, events: Events, key: object) -> list[Lead]:
    if pd.isna(key):
        return []
    title = _name(facts, "events", key)
    return [
        Lead("timeline", f"Timeline: “{title}”", {"text": [title], "event": [key]}),
        Lead("map", f"Map: “{title}”", {"text": [title], "event": [key]}),
    ]


def _of_city(facts: FactBase, events: Events, key: object) -> list[Lead]:
    return [] if pd.isna(key) else _shown(events, f"with {_name(facts, 'cities', key)}", city=(key,))


def _of_name(facts: FactBase, events: Events, name: str, key: object) -> list[Lead]:
    if pd.isna(key):
        return []
    words = _name(facts, name, key)
    return _shown(events, f"with {words}", "timeline", "map", text=words)


def _of_tie(facts: FactBase, events: Events, key: object) -> list[Lead]:
    return _shown(events, f"of {_name(facts, 'ties', key)}", "timeline", "map", tie=(key,))


def _of_sector(facts: FactBase, events: Events, key: object) -> list[Lead]:
    return [] if pd.isna(key) else _shown(events, f"in {_name(facts, 'sectors', key).lower()}", sector=(key,))


def _of_indicator(facts: FactBase, key: str) -> list[Lead]:
    return [Lead("cities", f"Cities: {_name(facts, 'indicators', key).lower()} compared", {"indicator": [key]})]


def _source(facts: FactBase, events: Events, row: pd.Series) -> list[Lead]:
    spoken_of = _shown(events, "of which this document speaks", "timeline", "map", source=(row["source_id"],))
    return [*spoken_of, Lead("sources", "Sources and method: all documents", {})]


def _site(facts: FactBase, events: Events, row: pd.Series) -> list[Lead]:
    on_map = [Lead("map", f"Map: {row['name']}", {"site": [row["site_id"]]})] if pd.notna(row["latitude"]) else []
    return on_map + _of_name(facts, events, "sites", row["site_id"])[:1] + _of_city(facts, events, row["city_id"])


def _place(facts: FactBase, events: Events, row: pd.Series) -> list[Lead]:
    return _of_event(facts, events, row["event_id"]) + _of_city(facts, events, row["city_id"])


def _participant(facts: FactBase, events: Events, row: pd.Series) -> list[Lead]:
    who = _of_name(facts, events, "organisations", row["organisation_id"]) + _of_name(facts, events, "people", row["person_id"])
    return _of_event(facts, events, row["event_id"])[:1] + who


def _observation(facts: FactBase, events: Events, row: pd.Series) -> list[Lead]:
    indicator = facts.table("series").set_index("series_id")["indicator_id"][row["series_id"]]
    return _of_indicator(facts, indicator) + _of_city(facts, events, row["city_id"])


def _programme(facts: FactBase, events: Events, row: pd.Series) -> list[Lead]:
    return _of_name(facts, events, "programmes", row["programme_id"])


def _about(facts: FactBase, events: Events, row: pd.Series) -> list[Lead]:
    pages = [lead for lead in leads(facts, events, row["table"], row["key"]) if lead.page != "facts"]
    document = _shown(events, "of which the document speaks", "timeline", source=(row["source_id"],))
    return pages + document + _in_facts(facts, row["table"], row["key"])


def _word(facts: FactBase, events: Events, row: pd.Series) -> list[Lead]:
    table = row["field"].partition(".")[0]
    on_timeline = _shown(events, f"that are {row['name']}", "timeline", status=(row["code"],)) if row["field"] == "events.status" else []
    return [*on_timeline, Lead("facts", f"Facts: {facts.schema[table].title}", {"table": [table]})]


_LEADS: Mapping[str, Callable[[FactBase, Events, pd.Series], list[Lead]]] = {
    "sources": _source,
    "cities": lambda facts, events, row: _of_city(facts, events, row["city_id"]),
    "sectors": lambda facts, events, row: _of_sector(facts, events, row["sector_id"]),
    "ties": lambda facts, events, row: _of_tie(facts, events, row["tie_id"]),
    "tie_cities": lambda facts, events, row: _of_tie(facts, events, row["tie_id"]) + _of_city(facts, events, row["city_id"]),
    "organisations": lambda facts, events, row: _of_name(facts, events, "organisations", row["organisation_id"]),
    "people": lambda facts, events, row: _of_name(facts, events, "people", row["person_id"]),
    "sites": _site,
    "programmes": _programme,
    "events": lambda facts, events, row: _of_event(facts, events, row["event_id"]),
    "event_places": _place,
    "participants": _participant,
    "eras": lambda facts, events, row: _of_event(facts, events, row["event_id"]),
    "measures": lambda facts, events, row: _of_event(facts, events, row["event_id"]),
    "indicators": lambda facts, events, row: _of_indicator(facts, row["indicator_id"]),
    "series": lambda facts, events, row: _of_indicator(facts, row["indicator_id"]),
    "observations": _observation,
    "evidence": _about,
    "corrections": _about,
    "searches": lambda facts, events, row: _of_event(facts, events, row["event_id"]),
    "vocabulary": _word,
}
