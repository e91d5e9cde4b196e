"""How the sides tell the same tie: what each tells, what only one tells, and where sources of two sides disagree."""

import pandas as pd

from loaders.coverage import SIDES
from loaders.disputes import disputed
from loaders.facts import FactBase
from loaders.wording import label

_PARTS = ("event_places", "participants", "measures")
_BLANK = {"column": "", "value": ""}


def side_sums(told: pd.DataFrame) -> pd.DataFrame:
    """One row is one tie and side, in the order of SIDES, with or without events: `tie_id`, `side`, `events`, `only` (events that no other side tells).

    `told`: as `coverage.told_by_side` gives it.
    """
    pairs = pd.MultiIndex.from_product([list(dict.fromkeys(told["tie_id"])), SIDES], names=["tie_id", "side"])
    alone = told.groupby("event_id")["side"].transform("size") == 1
    grouped = told.assign(only=alone).groupby(["tie_id", "side"])["only"].agg(events="size", only="sum")
    return grouped.reindex(pairs, fill_value=0).astype("int64").reset_index()


def only_by(told: pd.DataFrame, side: str) -> pd.DataFrame:
    """The rows of `told` whose event this side alone tells, oldest first."""
    alone = told.groupby("event_id")["side"].transform("size") == 1
    return told[alone & (told["side"] == side)].sort_values(["year", "event_id"])


def by_both(told: pd.DataFrame, one: str, other: str) -> int:
    """How many events both sides tell."""
    first, second = (set(told.loc[told["side"] == side, "event_id"]) for side in (one, other))
    return len(first & second)


def told_differently(facts: FactBase) -> pd.DataFrame:
    """One row is one event on which sources of two sides disagree, and one column of it: `event_id`, `what` (in words), `says`, `shown_by` (sides).

    `says`: the side whose source contradicts; `shown_by`: the other sides that say what is shown, separated by ` and `. Of a date that stays open
    between several, both are sides that name different ones. A copy speaks from the side of what it repeats. Only disputes count (`disputes.disputed`).
    """
    said = _by_event(facts)
    against, agree = said[said["stance"] == "contradicts"], said[said["stance"] != "contradicts"]
    found = [(row.event_id, row.table, row.column, row.side, _others(agree, row)) for row in against.itertuples()]
    found += _either(said)
    rows = [(event, _what(table, column), side, " and ".join(others)) for event, table, column, side, others in found if others]
    return pd.DataFrame(rows, columns=["event_id", "what", "says", "shown_by"], dtype="str").drop_duplicates(ignore_index=True)


def _what(table: str, column: str) -> str:
    part = {"event_places": "place", "participants": "who took part", "measures": "figure"}
    return part.get(table) or label(column).lower()


def _by_event(facts: FactBase) -> pd.DataFrame:
    """What is said of disputed events and their parts, with `event_id` and `side`."""
    said = facts.table("evidence").fillna(_BLANK)
    sources = facts.table("sources").set_index("source_id")
    roots = sources["copy_of"].fillna(pd.Series(sources.index, index=sources.index))
    keys = {name: facts.table(name).set_index(facts.schema[name].key)["event_id"] for name in _PARTS}
    parts = [said[said["table"] == "events"].assign(event_id=lambda rows: rows["key"])]
    parts += [said[said["table"] == name].assign(event_id=lambda rows, name=name: rows["key"].map(keys[name])) for name in _PARTS]
    table = pd.concat(parts)
    table = table[table["event_id"].isin(disputed(facts)) & ~table["column"].isin(["qualifier", "unit"])]
    return table.assign(side=table["source_id"].map(roots).map(sources["side"]))


def _others(agree: pd.DataFrame, row) -> list[str]:
    """The other sides that say what is shown of the same cell (of a part: of its row)."""
    cell = agree[(agree["table"] == row.table) & (agree["key"] == row.key) & (agree["side"] != row.side)]
    columns = [row.column] if row.table == "events" else [row.column, ""]
    return [side for side in SIDES if side in set(cell.loc[cell["column"].isin(columns), "side"])]


def _either(said: pd.DataFrame) -> list[tuple[str, str, str, str, list[str]]]:
    """Of an event whose date stays open, each side that names another day than other sides."""
    dates = said[(said["table"] == "events") & (said["column"] == "date") & (said["stance"] != "contradicts") & (said["value"] != "")]
    found = []
    for event, rows in dates.groupby("event_id"):
        for row in rows.itertuples():
            others = set(rows.loc[(rows["value"] != row.value) & ~_within(rows["value"], row.value) & (rows["side"] != row.side), "side"])
            found.append((event, "events", "date", row.side, [side for side in SIDES if side in others]))
    return found


def _within(values: pd.Series, other: str) -> pd.Series:
    """Which dates only say the other one more or less finely."""
    return pd.Series([value.startswith(other) or other.startswith(value) or not value[0].isdigit() for value in values], index=values.index)
