"""The texts by which everything but an event is found: organisations, people, places, programmes, relationships, documents, figures and words of sources."""

from collections.abc import Callable, Mapping

import pandas as pd

from loaders.facts import FactBase
from loaders.passages import AROUND, NAME, NOTE, OTHER_NAME, ROMANISED, Passage, event_passages, named, names_of, passages, table_of
from loaders.subjects import about, subjects
from loaders.text import message
from loaders.views import members

KINDS: Mapping[str, str] = {
    "events": message("Events"),
    "organisations": message("Organisations"),
    "people": message("People"),
    "sites": message("Sites"),
    "cities": message("Cities"),
    "programmes": message("Programmes"),
    "ties": message("Relationships"),
    "observations": message("Figures of cities"),
    "measures": message("Figures of events"),
    "sources": message("Documents"),
    "evidence": message("Notes"),
    "corrections": message("Corrections"),
    "searches": message("Looked for"),
}
"""What a search finds, by the table that holds it, in the order of the results."""
_LANGUAGE_NAMES = {
    "": message("Name"),
    "German": message("German name"),
    "Japanese": message("Japanese name"),
    ROMANISED: message("Romanised name"),
}
_CODED = ("date", "status", "mode", "kind", "role", "qualifier", "unit", "preferred")


def passages_of(facts: FactBase, kind: str) -> pd.DataFrame:
    """Every text by which a row of this table is found, as `passages.table_of` has them. Raises FaultyData where a table has faults."""
    return event_passages(facts) if kind == "events" else table_of(_PASSAGES[kind](facts))


def _own_names(facts: FactBase, table: str) -> list[Passage]:
    """All names of the rows of a table."""
    return [
        (key, _LANGUAGE_NAMES[language], "", name, OTHER_NAME if language else NAME) for key, name, language, _ in names_of(facts, table)
    ]


def _linked(facts: FactBase, table: str, column: str, other: str, field: str) -> list[Passage]:
    return named(facts, facts.table(table)[[facts.schema[table].key, column]].set_axis(["key", column], axis="columns"), other, field)


def _texts(facts: FactBase, table: str, **fields: tuple[str, int]) -> list[list[Passage]]:
    """Columns of a table as they stand: `note=("Note", NOTE)`."""
    rows = facts.table(table)
    return [passages(rows[facts.schema[table].key], rows[column], field, weight) for column, (field, weight) in fields.items()]


def _kind(facts: FactBase, table: str) -> list[Passage]:
    words = facts.table("vocabulary")
    words = words[words["field"] == f"{table}.kind"].set_index("code")["name"]
    rows = facts.table(table)
    return passages(rows[facts.schema[table].key], rows["kind"].map(words), message("Kind"), AROUND)


def _organisations(facts: FactBase) -> list[list[Passage]]:
    table = "organisations"
    seat = _linked(facts, table, "city_id", "cities", message("Seat"))
    return [_own_names(facts, table), _kind(facts, table), seat, *_texts(facts, table, note=(message("Note"), NOTE))]


def _people(facts: FactBase) -> list[list[Passage]]:
    with_whom = _linked(facts, "people", "organisation_id", "organisations", message("Organisation"))
    return [
        _own_names(facts, "people"),
        with_whom,
        *_texts(facts, "people", role=(message("Office"), OTHER_NAME), note=(message("Note"), NOTE)),
    ]


def _sites(facts: FactBase) -> list[list[Passage]]:
    around = [
        _linked(facts, "sites", "city_id", "cities", message("City")),
        _linked(facts, "sites", "organisation_id", "organisations", message("Organisation")),
    ]
    return [_own_names(facts, "sites"), *around, _kind(facts, "sites"), *_texts(facts, "sites", note=(message("Note"), NOTE))]


def _ties(facts: FactBase) -> list[list[Passage]]:
    member = members(facts)
    cities = named(facts, member[["tie_id", "city_id"]].rename(columns={"tie_id": "key"}), "cities", message("Member"))
    outside = passages(member["tie_id"], member["partner"], message("Member"), AROUND)
    return [_own_names(facts, "ties"), cities, outside, _kind(facts, "ties"), *_texts(facts, "ties", note=(message("Note"), NOTE))]


def _observations(facts: FactBase) -> list[list[Passage]]:
    rows = facts.table("observations").merge(facts.table("series"), on="series_id")
    rows = rows.rename(columns={"observation_id": "key"})
    return [
        named(facts, rows[["key", "city_id"]], "cities", message("City"), weight=OTHER_NAME),
        named(facts, rows[["key", "indicator_id"]], "indicators", message("Indicator"), weight=OTHER_NAME),
        named(facts, rows[["key", "series_id"]], "series", message("Way of counting")),
        passages(rows["key"], rows["publisher"], message("Publisher"), AROUND),
        *_texts(facts, "observations", note=(message("Note"), NOTE)),
    ]


def _measures(facts: FactBase) -> list[list[Passage]]:
    rows, words = facts.table("measures"), facts.table("vocabulary")
    words = words[words["field"] == "measures.measure"].set_index("code")["name"]
    titles = rows["event_id"].map(facts.table("events").set_index("event_id")["title"])
    keys = rows["measure_id"]
    return [
        passages(keys, rows["measure"].map(words), message("Measure"), NAME),
        passages(keys, titles, message("Event"), AROUND),
        passages(keys, rows["note"], message("Note"), NOTE),
    ]


def _sources(facts: FactBase) -> list[list[Passage]]:
    fields = {
        "title": (message("Title"), NAME),
        "publisher": (message("Publisher"), OTHER_NAME),
        "issuer": (message("Issuer"), AROUND),
        "note": (message("Note"), NOTE),
    }
    return [_kind(facts, "sources"), *_texts(facts, "sources", **fields)]


def _evidence(facts: FactBase) -> list[list[Passage]]:
    rows = facts.table("evidence")
    coded = rows["column"].str.endswith("_id").fillna(False).astype("bool") | rows["column"].isin(_CODED)
    said = rows["value"].where(~coded & rows["value"].str.contains(r"[^\W\d_]", regex=True).fillna(False).astype("bool"))
    return [
        passages(rows["evidence_id"], said, message("What the source says"), AROUND),
        *_texts(facts, "evidence", note=(message("Note"), NOTE)),
    ]


def _corrections(facts: FactBase) -> list[list[Passage]]:
    rows = facts.table("corrections")
    worded = ~rows["column"].str.endswith("_id").fillna(False).astype("bool") & ~rows["column"].isin(_CODED)
    keys = rows["correction_id"].where(worded)
    return [
        passages(rows["correction_id"], about(facts, rows), message("About"), AROUND),
        passages(keys, rows["printed"], message("As printed"), OTHER_NAME),
        passages(keys, rows["shown"], message("As shown here"), OTHER_NAME),
        *_texts(facts, "corrections", reason=(message("Reason"), NOTE)),
    ]


_PASSAGES: Mapping[str, Callable[[FactBase], list[list[Passage]]]] = {
    "organisations": _organisations,
    "people": _people,
    "sites": _sites,
    "cities": lambda facts: [_own_names(facts, "cities")],
    "programmes": lambda facts: [
        _own_names(facts, "programmes"),
        _kind(facts, "programmes"),
        *_texts(facts, "programmes", note=(message("Note"), NOTE)),
    ],
    "ties": _ties,
    "observations": _observations,
    "measures": _measures,
    "sources": _sources,
    "evidence": _evidence,
    "corrections": _corrections,
    "searches": lambda facts: _texts(facts, "searches", subject=(message("Subject"), NAME), result=(message("Result"), NOTE)),
}


def titles(facts: FactBase, kind: str) -> pd.Series:
    """Per key of one table, the line by which a result names its row."""
    if kind == "people":
        rows = facts.table("people")
        return (rows["name"] + ", " + rows["role"]).fillna(rows["name"]).set_axis(rows["person_id"])
    if kind in ("evidence", "corrections"):
        rows = facts.table(kind)
        publishers = facts.table("sources").set_index("source_id")["publisher"]
        said = about(facts, rows) + " · " + rows["source_id"].map(publishers)
        return said.set_axis(rows[facts.schema[kind].key])
    return subjects(facts, kind)
