"""Where a row of any table is shown: which pages, under which filter."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from loaders.checking import UNCITED
from loaders.facts import FactBase
from loaders.store import Store
from loaders.subjects import subjects

PAGES = ("timeline", "map")


@dataclass(frozen=True)
class Lead:
    """A way to where a row is shown: the page, what is met there, and the query of its address."""

    page: str
    words: str
    query: Mapping[str, list[str]] = field(hash=False)


def leads(store: Store, name: str, key: str) -> list[Lead]:
    """Where the row with this key is shown, the best first; no two alike. KeyError where there is no such row."""
    facts = store.facts
    row = facts.table(name).set_index(facts.schema[name].key, drop=False).loc[key]
    found = _LEADS[name](store, row) + _evidence(facts, name, key)
    return list({(lead.page, str(lead.query)): lead for lead in found}.values())


def _shown(store: Store, what: str, *pages: str, **chosen) -> list[Lead]:
    """The pages under a filter; none where the filter would leave nothing. What only lies in the background is shown with it."""
    found = store.selection().reaching(**chosen)
    if not found:
        return []
    shown = store.selection().narrowed(**found)
    number = len(shown)
    counted = f"{number} event{'' if number == 1 else 's'}"
    words = {"timeline": f"Timeline: {counted} {what}", "map": f"Map: {what}"}
    return [Lead(page, words[page], shown.query) for page in pages or PAGES]


def _evidence(facts: FactBase, name: str, key: str) -> list[Lead]:
    """The evidence on a cited row, found by its keys, which begin with table and row."""
    if name in UNCITED:
        return []
    text, said = f"{name.replace('_', '-')}.{key}.", facts.table("evidence")
    number = int(((said["table"] == name) & (said["key"] == key)).sum())
    return [Lead("data", f"Data: {number} row{'' if number == 1 else 's'} of evidence on it", {"text": [text], "table": ["evidence"]})]


def _in_facts(facts: FactBase, name: str, key: str) -> list[Lead]:
    return [Lead("data", f"Data: the row in {facts.schema[name].title}", {"table": [name], "row": [key]})]


def _name(store: Store, name: str, key: str) -> str:
    return subjects(store.facts, name)[key]


def _of_event(store: Store, key: object) -> list[Lead]:
    if pd.isna(key):
        return []
    title = _name(store, "events", key)
    return [Lead(page, f"{page.capitalize()}: “{title}”", {"event": [key]}) for page in ("timeline", "map")]


def _with(store: Store, name: str, facet: str, key: object, *pages: str) -> list[Lead]:
    """The events that name this row of a table."""
    return [] if pd.isna(key) else _shown(store, f"with {_name(store, name, key)}", *pages, **{facet: (key,)})


def _of_city(store: Store, key: object) -> list[Lead]:
    found = _with(store, "cities", "city", key)
    return [*found, Lead("cities", f"Cities: {_name(store, 'cities', key)}", {"view": ["city"], "of": [key]})] if found else []


def _of_organisation(store: Store, key: object) -> list[Lead]:
    return _with(store, "organisations", "organisation", key, "timeline", "map")


def _of_person(store: Store, key: object) -> list[Lead]:
    return _with(store, "people", "person", key, "timeline", "map")


def _of_tie(store: Store, key: object) -> list[Lead]:
    return [] if pd.isna(key) else _shown(store, f"of {_name(store, 'ties', key)}", "timeline", "map", tie=(key,))


def _of_sector(store: Store, key: object) -> list[Lead]:
    return [] if pd.isna(key) else _shown(store, f"in {_name(store, 'sectors', key).lower()}", sector=(key,))


def _of_theme(store: Store, row: pd.Series) -> list[Lead]:
    """The events that have the first of the theme's words."""
    word = row["words"].split("; ")[0]
    return _shown(store, f"with “{word}”", "timeline", text=word)


def _of_indicator(store: Store, key: str) -> list[Lead]:
    return [Lead("cities", f"Cities: {_name(store, 'indicators', key).lower()} compared", {"indicator": [key]})]


def _source(store: Store, row: pd.Series) -> list[Lead]:
    spoken_of = _shown(store, "of which this document speaks", "timeline", "map", source=(row["source_id"],))
    return [*spoken_of, Lead("sources", "Sources: all documents", {})]


def _site(store: Store, row: pd.Series) -> list[Lead]:
    on_map = [Lead("map", f"Map: {row['name']}", {"site": [row["site_id"]]})] if pd.notna(row["latitude"]) else []
    return on_map + _with(store, "sites", "location", row["site_id"], "timeline") + _of_city(store, row["city_id"])


def _observation(store: Store, row: pd.Series) -> list[Lead]:
    indicator = store.facts.table("series").set_index("series_id")["indicator_id"][row["series_id"]]
    return _of_indicator(store, indicator) + _of_city(store, row["city_id"])


def _about(store: Store, row: pd.Series) -> list[Lead]:
    pages = [lead for lead in leads(store, row["table"], row["key"]) if lead.page != "data"]
    document = _shown(store, "of which the document speaks", "timeline", source=(row["source_id"],))
    return pages + document + _in_facts(store.facts, row["table"], row["key"])


def _word(store: Store, row: pd.Series) -> list[Lead]:
    table = row["field"].partition(".")[0]
    on_timeline = _shown(store, f"that are {row['name']}", "timeline", status=(row["code"],)) if row["field"] == "events.status" else []
    return [*on_timeline, Lead("data", f"Data: {store.facts.schema[table].title}", {"table": [table]})]


_LEADS: Mapping[str, Callable[[Store, pd.Series], list[Lead]]] = {
    "sources": _source,
    "cities": lambda store, row: _of_city(store, row["city_id"]),
    "sectors": lambda store, row: _of_sector(store, row["sector_id"]),
    "themes": lambda store, row: _of_theme(store, row),
    "areas": lambda store, row: [Lead("map", f"Map: {row['name']}", {"area": [row["area_id"]]})],
    "ties": lambda store, row: _of_tie(store, row["tie_id"]),
    "tie_cities": lambda store, row: _of_tie(store, row["tie_id"]) + _of_city(store, row["city_id"]),
    "organisations": lambda store, row: _of_organisation(store, row["organisation_id"]),
    "people": lambda store, row: _of_person(store, row["person_id"]),
    "sites": _site,
    "programmes": lambda store, row: _with(store, "programmes", "programme", row["programme_id"], "timeline", "map"),
    "events": lambda store, row: _of_event(store, row["event_id"]),
    "event_places": lambda store, row: _of_event(store, row["event_id"]) + _of_city(store, row["city_id"]),
    "participants": lambda store, row: (
        _of_event(store, row["event_id"])[:1] + _of_organisation(store, row["organisation_id"]) + _of_person(store, row["person_id"])
    ),
    "eras": lambda store, row: _of_event(store, row["event_id"]),
    "measures": lambda store, row: _of_event(store, row["event_id"]),
    "indicators": lambda store, row: _of_indicator(store, row["indicator_id"]),
    "series": lambda store, row: _of_indicator(store, row["indicator_id"]),
    "observations": _observation,
    "evidence": _about,
    "corrections": _about,
    "searches": lambda store, row: _of_event(store, row["event_id"]),
    "vocabulary": _word,
}
