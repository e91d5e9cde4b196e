"""All that is known of one event: its places, people and figures, and every source's word on each of them."""

from dataclasses import dataclass

import pandas as pd

from loaders.citations import evidence
from loaders.events import Events
from loaders.facts import FactBase
from loaders.numbers import number_text
from loaders.wording import label, value_text

_PARTS = ("event_places", "participants", "measures")


@dataclass(frozen=True)
class Claim:
    """One thing that is said: what it is about, its part, what we show, and who says what.

    `said`: one row is one source's word: `number` (of the source on the card), `value_text`, `stance`, `locator`, `note`.
    """

    table: str
    label: str
    shown: str
    said: pd.DataFrame

    @property
    def contradicted(self) -> bool:
        """Whether at least one source says otherwise."""
        return bool((self.said["stance"] == "contradicts").any())


@dataclass(frozen=True)
class EventCard:
    """One event in full: its row of `Events.rows`, all claims on it and on its parts, and the sources by number.

    `related`: one row is an event linked with it: `event_id`, `title`, `date_text`, `relation`. `sources`: one row is one
    source, `number`, `cite`, `brief`, `url`, `copy_of`.
    """

    event: pd.Series
    programme: str
    related: pd.DataFrame
    claims: tuple[Claim, ...]
    sources: pd.DataFrame

    def of(self, table: str) -> list[Claim]:
        """The claims on the event itself (`events`) or on its rows of another table, in the table's order."""
        return [claim for claim in self.claims if claim.table == table]


def event_card(facts: FactBase, events: Events, event_id: str) -> EventCard:
    """The card of one event; KeyError where there is no such event."""
    found = events.rows[events.rows["event_id"] == event_id]
    if found.empty:
        raise KeyError(event_id)
    event = found.iloc[0]
    parts = {name: _part(facts, name, event_id) for name in _PARTS}
    said = _said(facts, {event_id}.union(*(rows["key"] for rows in parts.values())))
    programmes = facts.table("programmes").set_index("programme_id")["name"]
    return EventCard(
        event=event,
        programme=programmes.get(event["programme_id"], ""),
        related=_related(events, event),
        claims=(*_own_claims(facts, event, said), *_part_claims(parts, said)),
        sources=said.drop_duplicates("source_id").sort_values("number")[["number", "cite", "brief", "url", "copy_of"]],
    )


def _said(facts: FactBase, keys: set[str]) -> pd.DataFrame:
    """The evidence on these keys, its values in words, sources numbered from 1, the best of them first."""
    said = evidence(facts).fillna({"column": "", "value": "", "locator": "", "note": "", "url": "", "copy_of": ""})
    said = said[said["key"].isin(keys) & said["table"].isin(["events", *_PARTS])]
    said["value_text"] = [value_text(facts, column, value) for column, value in zip(said["column"], said["value"], strict=True)]
    words = said.groupby("source_id").agg(words=("key", "size"), copy=("copy_of", "first"))
    order = words.assign(copy=words["copy"] != "").sort_values(["copy", "words"], ascending=[True, False], kind="stable").index
    said["number"] = said["source_id"].map({source: number for number, source in enumerate(order, start=1)})
    return said.sort_values("number", kind="stable")


def _part(facts: FactBase, name: str, event_id: str) -> pd.DataFrame:
    """The event's rows of one table, with the row's key as `key` and its words as `text`."""
    table = facts.table(name)
    table = table[table["event_id"] == event_id].rename(columns={facts.schema[name].key: "key"})
    words = {"event_places": _place_text, "participants": _participant_text, "measures": _measure_text}[name]
    return table.assign(text=pd.Series([words(facts, row) for row in table.itertuples()], index=table.index, dtype="str"))


def _place_text(facts: FactBase, row) -> str:
    return ", ".join(filter(None, [value_text(facts, "site_id", row.site_id), value_text(facts, "city_id", row.city_id)]))


def _participant_text(facts: FactBase, row) -> str:
    if pd.isna(row.person_id):
        return value_text(facts, "organisation_id", row.organisation_id)
    person = facts.table("people").set_index("person_id").loc[row.person_id]
    return f"{person['name']}, {person['role']}"


def _measure_text(_facts: FactBase, row) -> str:
    figure = number_text(row.value)
    qualifier = "" if pd.isna(row.qualifier) else f"{row.qualifier} "
    if row.unit in ("persons", row.measure):
        return f"{qualifier}{figure} {row.measure}"
    return f"{qualifier}{figure} {row.unit} ({row.measure})"


def _related(events: Events, event: pd.Series) -> pd.DataFrame:
    """Events linked with this one: `event_id`, `title`, `date_text`, `relation`."""
    rows = events.rows
    found = []
    for relation, mask in (
        ("part of", rows["event_id"] == event["part_of"]),
        ("includes", rows["part_of"] == event["event_id"]),
        ("perhaps the same as", (rows["event_id"] == event["maybe_same_as"]) | (rows["maybe_same_as"] == event["event_id"])),
    ):
        found.append(rows.loc[mask, ["event_id", "title", "date_text"]].assign(relation=relation))
    return pd.concat(found, ignore_index=True)


def _own_claims(facts: FactBase, event: pd.Series, said: pd.DataFrame) -> list[Claim]:
    own = said[said["table"] == "events"]
    claims = [
        Claim("events", label(column), value_text(facts, column, event[column]) if column else "", rows)
        for column, rows in own.groupby("column", sort=False)
    ]
    return sorted(claims, key=lambda claim: (not claim.contradicted, claim.label != "Date", claim.label == label("")))


def _part_claims(parts: dict[str, pd.DataFrame], said: pd.DataFrame) -> list[Claim]:
    return [
        Claim(name, getattr(row, "role", ""), row.text, said[(said["table"] == name) & (said["key"] == row.key)])
        for name, rows in parts.items()
        for row in rows.itertuples()
    ]
