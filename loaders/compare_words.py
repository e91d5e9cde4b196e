"""Sentences about two sides of a comparison, generated from their events; equal words where there is no difference."""

from collections.abc import Sequence

import pandas as pd

from loaders.chosen import years_text
from loaders.compare import Shown, shared, years_of
from loaders.compare_findings import rate_text
from loaders.compare_sides import CITIES, PERIODS, TIES, Side
from loaders.events.filters import Filters
from loaders.timeline_words import FEW, joined


def compare_headline(pair: Sequence[Shown], filters: Filters) -> str:
    """One sentence on both sides: how many held events each, when, and which sector leads; what belongs to both is said, not counted twice."""
    if all(one.held.empty for one in pair):
        return f"{joined([one.side.name for one in pair])}: no held event of either counts in this selection"
    parts = [*(_held(one, filters) for one in pair), _leads(pair), _of_both(pair)]
    return "; ".join(filter(None, parts))


def _held(one: Shown, filters: Filters) -> str:
    number = len(one.held)
    if not number:
        return f"{one.side.name}: none{' shown' * filters.narrowing}"
    words = f"{one.side.name}: {_events(number)}{' shown' * filters.narrowing}"
    if one.side.kind == PERIODS:
        return f"{words}, {rate_text(one, filters)}"
    return f"{words} in {years_text((int(one.held['year'].min()), int(one.held['year'].max())))}"


def _events(number: int) -> str:
    return f"{number} event{'' if number == 1 else 's'}"


def _top(one: Shown) -> list[str]:
    numbers = one.held["sector"].value_counts()
    return sorted(numbers.index[numbers == numbers.max()].str.lower())


def _leads(pair: Sequence[Shown]) -> str:
    """Which sector leads either; nothing where a side is too small to have a leading one or all is of one sector."""
    if min(len(one.held) for one in pair) <= FEW or pd.concat([one.held["sector"] for one in pair]).nunique() == 1:
        return ""
    first, second = map(_top, pair)
    if len(first) > 2 or len(second) > 2:
        return "" if len(first) > 2 and len(second) > 2 else _one_leads(pair, first, second)
    if first == second:
        return f"{joined(first)} {'leads' if len(first) == 1 else 'lead'} both"
    return f"{joined(first)} {'leads' if len(first) == 1 else 'lead'} the one, {joined(second)} the other"


def _one_leads(pair: Sequence[Shown], first: list[str], second: list[str]) -> str:
    (one, top) = (pair[0], first) if len(first) <= 2 else (pair[1], second)
    return f"{joined(top)} {'leads' if len(top) == 1 else 'lead'} in {one.side.name}, no sector in the other"


def _of_both(pair: Sequence[Shown]) -> str:
    number = _held_by_both(pair)
    if not number:
        return ""
    return f"{number} of these {'is' if number == 1 else 'are'} the same event{'' if number == 1 else 's'} on both sides"


def _held_by_both(pair: Sequence[Shown]) -> int:
    return len(set(pair[0].held["event_id"]) & set(pair[1].held["event_id"]))


def shared_text(pair: Sequence[Shown]) -> str:
    """What the two sides have in common, counted once."""
    found = shared(pair)
    if not found["both"]:
        said = f"No counted event is on both sides: together they hold {found['different']}."
    else:
        said = f"{_events(found['both'])} {'is' if found['both'] == 1 else 'are'} on both sides and counted in each: together the sides hold {found['different']} different events, not {sum(len(one.counted) for one in pair)}."
    if found["parts"]:
        said += f" {found['parts']} of these {'is' if found['parts'] == 1 else 'are'} part of an event that is counted on the other side."
    return said


def counted_text(pair: Sequence[Shown]) -> str:
    """How much of each side is counted, and what is not."""
    said = [f"{one.side.letter} {one.side.name}: {_of_side(one)}" for one in pair]
    return f"{'. '.join(said)}. Not counted, but in the rows: parts of a counted event, what may be the same as another, series without an end, what has no one year of beginning, the state-level frame, and events of no relationship."


def _of_side(one: Shown) -> str:
    held, others, rows = len(one.held), len(one.counted) - len(one.held), len(one.rows)
    outlined = f" and {others} only announced or called off (outlined)" if others else ""
    return f"{held} held{outlined} counted, of {rows} in the rows"


def conflict_text(filters: Filters, pair: Sequence[Side]) -> str:
    """What the page's filter does to the sides where it chooses the same thing itself; blank where it does not."""
    kind = pair[0].kind
    if kind == TIES and filters.tie:
        empty = [side for side in pair if side.code not in filters.tie]
        names = joined([f"{side.letter} ({side.name})" for side in empty]) if empty else ""
        return f"The filter’s Relationship leaves {names} without events." if empty else ""
    if kind == CITIES and filters.city:
        return "The filter chooses a city too: each side holds only events that touch its own city and the filter’s."
    if kind == PERIODS and filters.years:
        cut = [side for side in pair if years_of(filters, side) != side.years]
        return (
            f"The filter keeps {years_text(filters.years)} only: {joined([f'{side.letter} ({side.name})' for side in cut])} is cut by it."
            if cut
            else ""
        )
    return ""


def once_text(table: pd.DataFrame) -> str:
    """What a chart leaves out because no side has more than one of it: `At most once on a side: exhibition (B), project (A).`"""
    if table.empty:
        return ""
    some = table[table["held"] + table["others"] > 0]
    parts = [f"{name.lower()} ({', '.join(rows['letter'])})" for name, rows in some.groupby("name", sort=False)]
    return f"At most once on a side, and not drawn: {', '.join(parts)}."


CONFLICTING = {TIES: "tie", CITIES: "city", PERIODS: "years"}


def compare_text(pair: Sequence[Shown], table: pd.DataFrame, what: str) -> str:
    """A chart of paired bars in words, for those who do not see it."""
    parts = []
    for name, rows in table.groupby("name", sort=False):
        numbers = rows.set_index("letter")
        parts.append(f"{name} " + ", ".join(f"{one.side.letter} {_said(numbers.loc[one.side.letter])}" for one in pair))
    sides = ", ".join(f"{one.side.letter} is {one.side.name}" for one in pair)
    return f"{what}, bars of {sides}: {'; '.join(parts) or 'nothing to draw'}."


def _said(row: pd.Series) -> str:
    return f"{row['held']}" + (f" and {row['others']} only announced or called off" if row["others"] else "")
