"""An event's card: its places, people and figures, and every source's word on each of them."""

import pandas as pd

from loaders.card import Card, Claim, links, own_claims, said_of, sources_of, text_of
from loaders.datetext import date_text
from loaders.events import Events
from loaders.facts import FactBase
from loaders.numbers import number_text
from loaders.store import Store
from loaders.wording import value_text

PARTS = ("event_places", "participants", "measures")
_MOST_CHOICES = 8


def event_card(store: Store, event_id: str) -> Card:
    """The card of one event; KeyError where there is no such event."""
    facts, events = store.facts, store.events()
    found = events.rows[events.rows["event_id"] == event_id]
    if found.empty:
        raise KeyError(event_id)
    event = found.iloc[0]
    parts = {name: part_rows(facts, name, event_id) for name in PARTS}
    said = said_of(facts, ["events", *PARTS], {event_id}.union(*(rows["key"] for rows in parts.values())))
    return Card(
        kind="event",
        key=event_id,
        title=event["title"],
        lead=_lead(facts, event),
        notes=tuple(filter(None, [text_of(event["note"])])),
        passages=_searches(facts, event_id),
        claims=(*own_claims(facts, "events", event, said), *_part_claims(parts, said)),
        links=links([*_related(events, event), *_opened(facts, parts)]),
        views=(("map", "On the map", {"event": [event_id]}),),
        sources=sources_of(said),
        foot=f"Date as recorded: {text_of(event['date']) or 'none'} · key: {event_id}",
        confidence=f"{event['confidence']} {event['confidence_text']}",
        colour=event["colour"],
        choices=tuple((facet, code) for facet in ("organisation", "person") for code in _codes(events, facet, event_id)),
    )


def _codes(events: Events, facet: str, event_id: str) -> list[str]:
    links = events.links[facet]
    return list(links.loc[links["event_id"] == event_id, "code"])[:_MOST_CHOICES]


def _lead(facts: FactBase, event: pd.Series) -> tuple[str, ...]:
    clock = f"{event['starts_at']:%H:%M}–{event['ends_at']:%H:%M} UTC" if event.notna()[["starts_at", "ends_at"]].all() else ""
    tie = text_of(event["tie"]) or "no relationship"
    mode = event["mode"] if event["mode"] != "unknown" else "in person or online: not stated"
    programmes = facts.table("programmes").set_index("programme_id")["name"]
    status = event["status_text"] if event["status"] != "held" else ""
    words = [event["date_text"], event["sector"], status, event["kind"], tie, programmes.get(event["programme_id"], ""), mode, clock]
    return tuple(filter(None, words))


def _searches(facts: FactBase, event_id: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What was looked for about this event, under what came of it."""
    if "searches" not in facts.frames:
        return ()
    rows = facts.table("searches")
    rows = rows[rows["event_id"] == event_id]
    return tuple(
        (_OUTCOMES[outcome], tuple(f"{row.subject}: {row.result} (read {date_text(row.read_on)})" for row in some.itertuples()))
        for outcome, some in rows.groupby("outcome", sort=False)
    )


_OUTCOMES = {
    "not found": "Looked for and not found",
    "not stated": "Looked for, and not stated by the sources",
    "found": "Looked for and found",
}


def part_rows(facts: FactBase, name: str, event_id: str) -> pd.DataFrame:
    """The event's rows of one table, with the row's key as `key` and its words as `text`."""
    table = facts.table(name)
    table = table[table["event_id"] == event_id].rename(columns={facts.schema[name].key: "key"})
    words = {"event_places": _place_text, "participants": _participant_text, "measures": lambda _, row: measure_text(row)}[name]
    return table.assign(text=pd.Series([words(facts, row) for row in table.itertuples()], index=table.index, dtype="str"))


def _place_text(facts: FactBase, row) -> str:
    return ", ".join(filter(None, [value_text(facts, "site_id", row.site_id), value_text(facts, "city_id", row.city_id)]))


def _participant_text(facts: FactBase, row) -> str:
    if pd.isna(row.person_id):
        return value_text(facts, "organisation_id", row.organisation_id)
    person = facts.table("people").set_index("person_id").loc[row.person_id]
    return f"{person['name']}, {person['role']}"


def measure_text(row) -> str:
    """A figure of an event in words: `more than 1 200 guests`, `850 litres (altbier)`."""
    figure = number_text(row.value)
    qualifier = "" if pd.isna(row.qualifier) else f"{row.qualifier} "
    if row.unit in ("persons", row.measure):
        return f"{qualifier}{figure} {row.measure}"
    return f"{qualifier}{figure} {row.unit} ({row.measure})"


def _part_claims(parts: dict[str, pd.DataFrame], said: pd.DataFrame) -> list[Claim]:
    return [
        Claim(name, getattr(row, "role", ""), row.text, said[(said["table"] == name) & (said["key"] == row.key)])
        for name, rows in parts.items()
        for row in rows.itertuples()
    ]


def _related(events: Events, event: pd.Series) -> list[tuple[str, str, str, str]]:
    """Events linked with this one."""
    rows = events.rows
    found = []
    for relation, mask in (
        ("part of", rows["event_id"] == event["part_of"]),
        ("includes", rows["part_of"] == event["event_id"]),
        ("perhaps the same as", (rows["event_id"] == event["maybe_same_as"]) | (rows["maybe_same_as"] == event["event_id"])),
    ):
        texts = rows[mask].itertuples()
        found += [("Belongs together", "event", row.event_id, f"{relation}: {row.title}, {row.date_text}") for row in texts]
    return found


def _opened(facts: FactBase, parts: dict[str, pd.DataFrame]) -> list[tuple[str, str, str, str]]:
    """The sites and figures of the event, which have cards of their own."""
    sites = parts["event_places"]["site_id"].dropna().drop_duplicates()
    found = [("Sites", "site", site, value_text(facts, "site_id", site)) for site in sites]
    return found + [("Figures in full", "figure", row.key, row.text) for row in parts["measures"].itertuples()]
