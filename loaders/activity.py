"""What happened how often, by lane and year, and what is least certain."""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from loaders.events import OUTCOME_UNKNOWN, Events
from loaders.events.selection import Selection, derived
from loaders.marks import by


@derived
def lane_years(selection: Selection, lanes: str) -> pd.DataFrame:
    """One row is one lane and year with events, the largest lane first: `code` and `lane` (its name), `colour` (of a sector), `year`,
    the columns of `marks.by`, and `total` (all events of the lane, the undated too). `lanes`: the facet that the lanes are of."""
    numbers, names = selection.by(lanes), selection.store.names()[lanes]
    totals = dict(zip(numbers[lanes], numbers["events"], strict=True))
    colours = selection.facts.table("sectors").set_index("sector_id")["colour"].to_dict() if lanes == "sector" else {}
    place = {code: place for place, code in enumerate(sorted(totals, key=lambda code: (-totals[code], names[code])))}
    table = by(selection, lanes, "year").rename(columns={lanes: "code"})
    table = table.iloc[np.argsort([place[code] for code in table["code"]], kind="stable")].reset_index(drop=True)
    codes = list(table["code"])
    known = {
        "lane": [names[code] for code in codes],
        "colour": [colours.get(code) for code in codes],
        "total": [totals[code] for code in codes],
    }
    return table.assign(**known)


_Sign = Callable[[pd.DataFrame], pd.Series]
_DOUBTS: Mapping[str, tuple[tuple[str, ...], _Sign]] = {
    "on which the sources disagree": (("disputed",), lambda rows: rows["disputed"]),
    "whose date is uncertain by our own reading": (("uncertain", "approximate"), lambda rows: rows["uncertain"] | rows["approximate"]),
    "that may be the same as another": (("maybe_same_as",), lambda rows: rows["maybe_same_as"].notna()),
    "of which only the announcement is known": (("status_text",), lambda rows: rows["status_text"] == OUTCOME_UNKNOWN),
    "without a date": (("precision",), lambda rows: rows["precision"] == "undated"),
    "on one independent source alone": (("witnesses",), lambda rows: rows["witnesses"].astype("str") == "1"),
}
"""The kinds of doubt: the columns of the events that show it, and how. An event may have several.

What rests on one independent source is what `loaders.confidence` says: reprints and copies are no second witnesses.
"""


def doubts(events: Events) -> dict[str, pd.DataFrame]:
    """The rows of the events by kind of doubt."""
    return {name: events.rows[sign(events.rows).astype("bool")] for name, (_, sign) in _DOUBTS.items()}


@derived
def doubt_numbers(selection: Selection) -> dict[str, int]:
    """How many of the selected events have which kind of doubt; those of which there are none are left out."""
    tables = {name: (selection.by(*columns), sign) for name, (columns, sign) in _DOUBTS.items()}
    numbers = {name: int(table.loc[sign(table).astype("bool"), "events"].sum()) for name, (table, sign) in tables.items()}
    return {name: number for name, number in numbers.items() if number}


@derived
def doubtful(selection: Selection, doubt: str) -> Events:
    """The selected events of one kind of doubt."""
    _, sign = _DOUBTS[doubt]
    return selection.events.where(sign(selection.events.rows).astype("bool"))
