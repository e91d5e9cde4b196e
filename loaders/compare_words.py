"""Sentences about two sides of a comparison, generated from their events."""

from collections.abc import Sequence

import pandas as pd

from loaders.chosen import years_text
from loaders.compare_findings import rate_text
from loaders.compare_sides import CHOOSES, PERIODS, Side, sides
from loaders.events.selection import Selection, derived
from loaders.timeline_words import FEW, joined

_CALLED = {"tie": "relationships", "city": "cities", "years": "years"}


@derived
def compare_headline(selection: Selection) -> str:
    """One sentence on both sides: how many events each, when, which sector has most of them, and how many belong to both."""
    pair = sides(selection)
    if not any(map(len, pair)):
        return f"{joined([side.name for side in pair])}: no event of either fits this selection"
    return "; ".join(filter(None, [*(_number(side) for side in pair), _leads(pair), _of_both(pair)]))


def _number(side: Side) -> str:
    number, years = len(side), side.rows["year"].dropna()
    if not number:
        return f"{side.name}: none"
    words = f"{side.name}: {number} event{'' if number == 1 else 's'}"
    if side.kind == PERIODS:
        return f"{words}, {rate_text(side)}"
    return f"{words} in {years_text((int(years.min()), int(years.max())))}" if len(years) else words


def _top(side: Side) -> list[str]:
    numbers = side.rows["sector"].value_counts()
    return sorted(numbers.index[numbers == numbers.max()].str.lower())


def _leads(pair: Sequence[Side]) -> str:
    """Which sector leads either; nothing where a side is too small to have a leading one or all is of one sector."""
    if min(map(len, pair)) <= FEW or pd.concat([side.rows["sector"] for side in pair]).nunique() == 1:
        return ""
    first, second = map(_top, pair)
    if len(first) > 2 or len(second) > 2:
        return "" if len(first) > 2 and len(second) > 2 else _one_leads(pair, first, second)
    if first == second:
        return f"{joined(first)} {'leads' if len(first) == 1 else 'lead'} both"
    return f"{joined(first)} {'leads' if len(first) == 1 else 'lead'} the one, {joined(second)} the other"


def _one_leads(pair: Sequence[Side], first: list[str], second: list[str]) -> str:
    (side, top) = (pair[0], first) if len(first) <= 2 else (pair[1], second)
    return f"{joined(top)} {'leads' if len(top) == 1 else 'lead'} in {side.name}, no sector in the other"


def _of_both(pair: Sequence[Side]) -> str:
    number = len(set(pair[0].rows["event_id"]) & set(pair[1].rows["event_id"]))
    return f"{number} of these {'is' if number == 1 else 'are'} the same event{'' if number == 1 else 's'} on both sides" if number else ""


@derived
def conflict_text(selection: Selection) -> str:
    """What the filter takes from the sides where it chooses the same thing itself; blank where it takes nothing."""
    pair = sides(selection)
    name = CHOOSES[pair[0].kind]
    cut = [side for side in pair if getattr(side.selection.filters, name) != side.chosen[name]]
    if not cut:
        return ""
    named = joined([f"{side.letter} ({side.name})" for side in cut])
    if any(map(len, cut)):
        return f"The filter chooses {_CALLED[name]} too: {named} {'has' if len(cut) == 1 else 'have'} only what both choose."
    return f"The filter’s choice of {_CALLED[name]} leaves {named} without events."


def compare_text(pair: Sequence[Side], table: pd.DataFrame, what: str) -> str:
    """A chart of paired bars in words, for those who do not see it."""
    numbers: dict[str, dict[str, int]] = {}
    for name, letter, events in zip(*(table[column].tolist() for column in ("name", "letter", "events")), strict=True):
        numbers.setdefault(name, {})[letter] = events
    parts = [f"{name} " + ", ".join(f"{side.letter} {both[side.letter]}" for side in pair) for name, both in numbers.items()]
    named = ", ".join(f"{side.letter} is {side.name}" for side in pair)
    return f"{what}, bars of {named}: {'; '.join(parts) or 'nothing to draw'}."
