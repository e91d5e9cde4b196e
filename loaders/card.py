"""All that is known of one event: its places, people and figures, and every source's word on each of them."""

from dataclasses import dataclass

import pandas as pd

from loaders.citations import evidence
from loaders.events import Events
from loaders.facts import FactBase
from loaders.wording import label, value_text

_PARTS = ("event_places", "participants", "measures")


@dataclass(frozen=True)
class Claim:
    """One thing that is said: its label, what we show, and who says what.

    `said`: one row is one source's word: `value_text`, `stance`, `cite`, `locator`, `note`, `url`, `copy_of`.
    """

    label: str
    shown: str
    said: pd.DataFrame

    @property
    def contradicted(self) -> bool:
        """Whether at least one source says otherwise."""
        return bool((self.said["stance"] == "contradicts").any())


@dataclass(frozen=True)
class EventCard:
    """One event in full. `event`: its row of `Events.rows`; the tables have names in place of keys."""

    event: pd.Series
    programme: str
    places: pd.DataFrame
    participants: pd.DataFrame
    measures: pd.DataFrame
    related: pd.DataFrame
    claims: tuple[Claim, ...]


def event_card(facts: FactBase, events: Events, event_id: str) -> EventCard:
    """The card of one event; KeyError where there is no such event."""
    found = events.rows[events.rows["event_id"] == event_id]
    if found.empty:
        raise KeyError(event_id)
    event = found.iloc[0]
    parts = {name: _part(facts, name, event_id) for name in _PARTS}
    programmes = facts.table("programmes").set_index("programme_id")["name"]
    return EventCard(
        event=event,
        programme=programmes.get(event["programme_id"], ""),
        places=parts["event_places"],
        participants=parts["participants"],
        measures=parts["measures"],
        related=_related(events, event),
        claims=_claims(facts, event, parts),
    )


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
    figure = f"{row.value:,.10g}".replace(",", "\u202f")
    qualifier = "" if pd.isna(row.qualifier) else f"{row.qualifier} "
    return f"{qualifier}{figure} {row.unit}" + (f" ({row.measure})" if row.measure != row.unit else "")


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


def _claims(facts: FactBase, event: pd.Series, parts: dict[str, pd.DataFrame]) -> tuple[Claim, ...]:
    said = evidence(facts).fillna({"column": "", "value": "", "locator": "", "note": "", "url": "", "copy_of": ""})
    keys = {event["event_id"]}.union(*(rows["key"] for rows in parts.values()))
    said = said[said["key"].isin(keys)]
    said["value_text"] = [value_text(facts, column, value) for column, value in zip(said["column"], said["value"], strict=True)]
    own = said[said["table"] == "events"]
    claims = [Claim(label(column), _shown(event, column, facts), rows) for column, rows in own.groupby("column", sort=False)]
    for name, rows in parts.items():
        for row in rows.itertuples():
            words = said[(said["table"] == name) & (said["key"] == row.key)]
            claims.append(Claim(_part_label(name, row), row.text, words))
    return tuple(sorted(claims, key=lambda claim: not claim.contradicted))


def _part_label(name: str, row) -> str:
    return {"event_places": "Place", "participants": "Taking part", "measures": "Figure"}[name] + (
        f" ({row.role})" if name != "measures" else ""
    )


def _shown(event: pd.Series, column: str, facts: FactBase) -> str:
    return value_text(facts, column, event[column]) if column else ""
