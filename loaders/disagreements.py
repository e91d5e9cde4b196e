"""Where sources disagree on an event: what is shown, and what others say instead."""

import math
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from loaders.card import Claim
from loaders.card_words import Value, pieces, values
from loaders.citations import evidence
from loaders.disputes import against, disputing, either_or
from loaders.event_card import part_rows
from loaders.events.selection import Selection, derived
from loaders.text import message, say
from loaders.wording import label, value_text

DAY, MONTH, YEAR = 1, 30, 365
_LEAST_DAYS = 2 * YEAR
_ON = {"event_places": message("Place"), "participants": message("Taking part"), "measures": message("Figure")}


class Disagreement(NamedTuple):
    """One thing of one event on which sources disagree: the event and its title, on what, what is shown, and the other values, each with who gives it.

    `apart`: of a date, by how many days each of the others lies after the one that is shown; empty of all else.
    """

    event_id: str
    title: str
    on: str
    shown: str
    others: tuple[Value, ...]
    apart: tuple[float, ...]

    @property
    def widest(self) -> float:
        """By how many days the sources differ at most."""
        return max(map(abs, self.apart), default=0.0)


@derived
def disagreements(selection: Selection) -> list[Disagreement]:
    """Those of the selected events on which sources disagree (facet `disputed`), dates first and of these the widest apart first."""
    keys = set(selection.sharing(disputed=("yes",)).keys)
    return [one for one in _disagreements(selection.store) if one.event_id in keys]


@derived
def _disagreements(store) -> list[Disagreement]:
    found = [_disagreement(store, *cell) for cell in _cells(store.facts)]
    return sorted((one for one in found if one.others), key=lambda one: (not one.apart, -one.widest, one.title))


def _cells(facts) -> Iterable[tuple[str, str, str, str]]:
    """What is disputed: event, table, key of the row, and column (blank: the row of a part)."""
    rows = disputing(facts)[["event_id", "table", "key", "column"]].itertuples(index=False, name=None)
    cells = [(event, table, key, column if table == "events" else "") for event, table, key, column in rows]
    return dict.fromkeys([*cells, *((event, "events", event, "date") for event in sorted(either_or(facts)))])


def _disagreement(store, event: str, table: str, key: str, column: str) -> Disagreement:
    facts, row = store.facts, store.events().rows.set_index("event_id").loc[event]
    said = evidence(facts).fillna({"column": "", "value": "", "note": ""})
    said = said[(said["table"] == table) & (said["key"] == key) & ((said["column"] == column) if column else True)]
    words = [value_text(facts, name, value) for name, value in zip(said["column"], said["value"], strict=True)]
    said = said.assign(value_text=words, against=said["evidence_id"].isin(against(facts)))
    shown = value_text(facts, column, row[column]) if column else part_rows(facts, table, event).set_index("key")["text"][key]
    others = [value for value in values(Claim(table, "", shown, said)) if value.against]
    on = label(column) if column else say(_ON[table])
    return Disagreement(event, row["title"], on, shown, tuple(others), _apart(row, others) if column == "date" else ())


def _apart(row: pd.Series, others: Iterable[Value]) -> tuple[float, ...]:
    """By how many days each begins later than what is shown; where both begin on one day, by how many it ends later."""
    shown = pieces(["date"], [row["date"]])
    if not shown or not all(value.pieces for value in others):
        return ()
    return tuple(value.first - shown[0][0] or value.last - shown[-1][1] for value in others)


def scale(found: Iterable[Disagreement]) -> tuple[list[tuple[str, float]], float]:
    """The marks of the one axis, a name and a place in percent each, and by how many days its ends lie from its middle."""
    days = max([_LEAST_DAYS, *(one.widest for one in found)])
    names = ((YEAR, say("a year earlier")), (MONTH, say("a month")), (DAY, say("a day")))
    later = ((DAY, say("a day")), (MONTH, say("a month")), (YEAR, say("a year later")))
    return [(name, place(-by, days)) for by, name in names] + [("", 50.0)] + [(name, place(by, days)) for by, name in later], days


def place(apart: float, most: float) -> float:
    """Where so many days stand on the axis, in percent: each step away from the middle counts for more days than the one before."""
    return 50 + math.copysign(46 * math.log1p(abs(apart)) / math.log1p(most), apart)
