"""What an event's card says of its sources: the values on which they disagree, and each source's word on the date."""

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from loaders.card import Card, Claim
from loaders.citations import together
from loaders.dates import spans
from loaders.text import listed, say

_MOST_NAMED = 3


class Value(NamedTuple):
    """One value that sources give: in words, who gives it, why that is held to contradict (blank where it does not, or nobody noted it), whether it is shown, whether it
    says otherwise, whether it is a date, and from where to where it reaches on a scale (days or numbers), a pair a piece; empty where it has no place."""

    text: str
    who: str
    why: str
    shown: bool
    against: bool
    dated: bool
    pieces: tuple[tuple[float, float], ...]

    @property
    def first(self) -> float | None:
        return self.pieces[0][0] if self.pieces else None

    @property
    def last(self) -> float | None:
        return self.pieces[-1][1] if self.pieces else None


class Voice(NamedTuple):
    """One source on an event: its number, its publisher and day, its address, what it says of the date, whether that contradicts, and its places and notes."""

    number: int
    name: str
    url: str
    says: str
    against: bool
    places: str
    notes: tuple[str, ...]


def values(claim: Claim) -> list[Value]:
    """The different values of a claim on which sources disagree, the shown one first."""
    said = claim.said.assign(text=claim.said["value_text"].where(claim.said["value_text"] != "", claim.shown))
    said = said[(said["stance"] != "context") & (said["text"] != "")]
    found = [_value(text, rows, claim.shown) for text, rows in said.groupby("text", sort=False)]
    return sorted(found, key=lambda value: (not value.shown, value.against))


def _value(text: str, rows: pd.DataFrame, shown: str) -> Value:
    names = list(dict.fromkeys(map(together, rows["publisher"])))
    named = names[:_MOST_NAMED] + ([say("{count} more", count=len(names) - _MOST_NAMED)] if len(names) > _MOST_NAMED else [])
    why = " ".join(dict.fromkeys(filter(None, rows.loc[rows["against"], "note"])))
    dated = bool((rows["column"] == "date").any())
    return Value(text, listed(named), why, text == shown, bool(rows["against"].all()), dated, pieces(rows["column"], rows["value"]))


def pieces(columns: Iterable[str], raw: Iterable[str]) -> tuple[tuple[float, float], ...]:
    """From where to where the first of these raw values that has a place reaches: a date over its days, a number from itself to itself."""
    for column, value in zip(columns, raw, strict=True):
        if column == "date" and value:
            dates = spans(value)
            if all(span.start and span.end for span in dates):
                return tuple((float(span.start.toordinal()), span.end.toordinal() + 1.0) for span in dates)
        if column == "value" and value:
            return ((float(value), float(value)),)
    return ()


def voices(card: Card) -> list[Voice]:
    """Every source of an event, in the order of their numbers."""
    said = pd.concat([claim.said.assign(table=claim.table, shown=claim.shown, label=claim.label) for claim in card.claims])
    return [_voice(number, rows) for number, rows in said.groupby("number")]


def _voice(number: int, rows: pd.DataFrame) -> Voice:
    own = rows[rows["table"] == "events"]
    first = rows.iloc[0]
    says, against = _word(own)
    own = own[(own["note"] != "") & ~own["against"]]  # what is said against stands where sources disagree
    notes = [say("Worked out by us: {note}", note=row.note) if row.stance == "infers" else row.note for row in own.itertuples()]
    places = "; ".join(dict.fromkeys(filter(None, rows["locator"])))
    if first["copy_of"]:
        notes.append(say("Repeats another source: no second witness beside it."))
    return Voice(int(number), first["brief"], first["url"], says, against, places, tuple(dict.fromkeys(notes)))


def _word(own: pd.DataFrame) -> tuple[str, bool]:
    """What a source says of the date, else of another column of the event, and whether that contradicts."""
    for column in ("date", "status", *sorted(set(own["column"]) - {"date", "status"})):
        for row in own[own["column"] == column].itertuples():
            text = row.value_text or (row.shown if column else "")
            if text:
                return (f"{row.label}: {text}" if column not in ("date", "status") else text), bool(row.against)
    return "", False
