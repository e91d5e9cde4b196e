"""How the sides tell the same tie: what each tells, what only one tells, and where sources of two sides disagree."""

import pandas as pd

from loaders.coverage import SIDES
from loaders.disputes import disputed, either_or
from loaders.documents import witnesses
from loaders.facts import FactBase
from loaders.keeping import derived
from loaders.speakers import speaking_sides
from loaders.wording import label

_PARTS = ("event_places", "participants", "measures")
NO_SIDE = "international"  # neither side, or both together
_BLANK = {"column": "", "value": ""}


def side_sums(told: pd.DataFrame) -> pd.DataFrame:
    """One row is one tie and side, in the order of SIDES, with or without events: `tie_id`, `side`, `events`, `only` (events that no other side tells).

    `told`: as `coverage.told_by_side` gives it.
    """
    pairs = pd.MultiIndex.from_product([list(dict.fromkeys(told["tie_id"])), SIDES], names=["tie_id", "side"])
    grouped = _with_alone(told).groupby(["tie_id", "side"])["alone"].agg(events="size", only="sum")
    return grouped.reindex(pairs, fill_value=0).astype("int64").reset_index()


def only_by(told: pd.DataFrame, side: str) -> list[str]:
    """The keys of the events of `told` that this side alone tells, oldest first."""
    once = _with_alone(told)
    return list(once.loc[once["alone"] & (once["side"] == side), "event_id"])


def _with_alone(told: pd.DataFrame) -> pd.DataFrame:
    """One row is one event and one side that tells of it, with `alone`: no other side does."""
    once = told.drop_duplicates(["event_id", "side"])
    return once.assign(alone=once.groupby("event_id")["side"].transform("size") == 1)


@derived
def told_differently(facts: FactBase) -> pd.DataFrame:
    """One row is one event on which sources of two sides disagree, and one column of it: `event_id`, `what` (in words), `says`, `shown_by` (sides).

    `says`: the side whose source contradicts, and no source of which says what is shown; `shown_by`: the other sides that say what is
    shown, separated by ` and `. Of a date that stays open between several, a side that names only days that the other does not name.
    What is of neither side or of both together is no side here. Only disputes count (`disputes.disputed`).
    """
    said, shown = _of_disputes(facts, facts.table("evidence")), _of_disputes(facts, witnesses(facts))
    against = said[said["stance"] == "contradicts"]
    found = [(row.event_id, row.table, row.column, row.side, _telling(shown, row)) for row in against.itertuples()]
    found = [(event, table, column, side, others) for event, table, column, side, others in found if side not in others]
    found += [(event, "events", "date", side, others) for event, side, others in _either(shown[shown["event_id"].isin(either_or(facts))])]
    rows = [(event, _what(table, column), side, " and ".join(others)) for event, table, column, side, others in found if others]
    return pd.DataFrame(rows, columns=["event_id", "what", "says", "shown_by"], dtype="str").drop_duplicates(ignore_index=True)


def _what(table: str, column: str) -> str:
    part = {"event_places": "place", "participants": "who took part", "measures": "figure"}
    return part.get(table) or label(column).lower()


def _of_disputes(facts: FactBase, said: pd.DataFrame) -> pd.DataFrame:
    """What these rows of evidence say of disputed events and their parts, with `event_id` and `side`; nothing that is of no side."""
    said = said.fillna(_BLANK)
    keys = {name: facts.table(name).set_index(facts.schema[name].key)["event_id"] for name in _PARTS}
    parts = [said[said["table"] == "events"].assign(event_id=lambda rows: rows["key"])]
    parts += [said[said["table"] == name].assign(event_id=lambda rows, name=name: rows["key"].map(keys[name])) for name in _PARTS]
    table = pd.concat(parts)
    table = table[table["event_id"].isin(disputed(facts)) & ~table["column"].isin(["qualifier", "unit"])]
    table = table.assign(side=table["source_id"].map(speaking_sides(facts)))
    return table[table["side"] != NO_SIDE]


def _telling(shown: pd.DataFrame, row) -> list[str]:
    """The sides that say what is shown of the same cell (of a part: of its row)."""
    cell = shown[(shown["table"] == row.table) & (shown["key"] == row.key)]
    columns = [row.column] if row.table == "events" else [row.column, ""]
    return [side for side in SIDES if side in set(cell.loc[cell["column"].isin(columns), "side"])]


def _either(shown: pd.DataFrame) -> list[tuple[str, str, list[str]]]:
    """Of an event whose date stays open, each side with the sides no day of which it names."""
    dates = shown[(shown["table"] == "events") & (shown["column"] == "date") & (shown["value"] != "")]
    found = []
    for event, rows in dates.groupby("event_id"):
        named = rows.groupby("side")["value"].agg(list)
        for side, days in named.items():
            others = [other for other in SIDES if other in named.index and not any(_same(a, b) for a in days for b in named[other])]
            found.append((event, side, others))
    return found


def _same(one: str, other: str) -> bool:
    """Whether one date only says the other more or less finely."""
    return one.startswith(other) or other.startswith(one) or not (one[0].isdigit() and other[0].isdigit())
