"""Sentences about two sides of a comparison, generated from their events; equal words where there is no difference."""

from collections.abc import Sequence

import pandas as pd

from loaders.chosen import years_text
from loaders.compare import Shown, shared, years_of
from loaders.compare_sides import CITIES, PERIODS, TIES, Side
from loaders.filters import Filters
from loaders.summary import FEW, joined

SMALL = 20  # below it no share in percent
ALIKE = 0.1  # shares nearer than that are called alike


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


def rate_text(one: Shown, filters: Filters) -> str:
    """How many held events a year of a period has, to one decimal: `2.4 a year`."""
    first, last = years_of(filters, one.side)
    return f"{len(one.held) / max(last - first + 1, 1):.1f} a year"


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


def year_finding(pair: Sequence[Shown], filters: Filters) -> str:
    """When each side was busiest; of periods also how many a year, since their lengths may differ."""
    tops = [_busiest(one) for one in pair]
    if tops[0] == tops[1] and tops[0][0] and tops[0][1] > 1:
        said = f"Both were busiest in {tops[0][0]}, with {tops[0][1]} held in each."
    else:
        said = " ".join(f"{one.side.name} {_busiest_text(*top)}." for one, top in zip(pair, tops, strict=True))
    if pair[0].side.kind == PERIODS:
        lengths = [f"{one.side.name} has {_years(one, filters)} ({rate_text(one, filters)})" for one in pair]
        said += f" The periods are laid over each other from their first year: {'; '.join(lengths)}."
    return said


def _years(one: Shown, filters: Filters) -> str:
    first, last = years_of(filters, one.side)
    number = max(last - first + 1, 0)
    return f"{number} year{'' if number == 1 else 's'}"


def _busiest(one: Shown) -> tuple[str, int]:
    numbers = one.held["year"].value_counts()
    if numbers.empty:
        return "", 0
    years = sorted(numbers.index[numbers == numbers.max()])
    return joined([str(year) for year in years]) if len(years) <= 3 else "", int(numbers.max())


def _busiest_text(years: str, number: int) -> str:
    if not number:
        return "has no held event here"
    several = " and " in years
    if (number == 1 and several) or not years:
        return f"never had more than {number} held in a year"
    return f"was busiest in {years} with {number} held{' each' * several}"


def share_finding(table: pd.DataFrame, pair: Sequence[Shown], *, totals: Sequence[int] | None = None, leave: Sequence[str] = ()) -> str:
    """Where the sides differ most, in counts: `Most different, energy: 12 of 41 for Essen–Koriyama, none of 27 for Düsseldorf–Chiba.`

    `table`: as `compare.by_column` gives it. `totals`: of how many held events (without it: of all that are counted). `leave`: codes that are no finding, such as "not stated".
    """
    totals = totals or [len(one.held) for one in pair]
    if min(totals) == 0:
        only = [one.side.name for one, total in zip(pair, totals, strict=True) if total]
        return f"Only {only[0]} has held events to count here." if only else "Neither side has held events to count here."
    wide = table.pivot(index="code", columns="letter", values="held").loc[lambda rows: ~rows.index.isin(leave)]
    if wide.empty:
        return "Nothing is stated for either side."
    if min(totals) <= FEW:
        return f"Too few for a difference: {joined([f'{total} held in {one.side.name}' for one, total in zip(pair, totals, strict=True)])}."
    shares = wide[[one.side.letter for one in pair]] / list(totals)
    apart = (shares.iloc[:, 0] - shares.iloc[:, 1]).abs()
    if apart.max() < ALIKE:
        return "Much alike: no share of the one is more than a tenth away from that of the other."
    code = apart.sort_values(ascending=False, kind="stable").index[0]
    name = table.loc[table["code"] == code, "name"].iloc[0]
    return f"Most different, {_small(name)}: {of_each(wide.loc[code], pair, totals)}."


def _small(name: str) -> str:
    return name if name[:1].isupper() and " to " in name else name[:1].lower() + name[1:]


def of_each(numbers: pd.Series, pair: Sequence[Shown], totals: Sequence[int], *, percent: bool = False) -> str:
    """`12 of 41 for Essen–Koriyama, none of 27 for Düsseldorf–Chiba`; in percent too where asked for and both totals reach SMALL."""
    parts = []
    for one, total in zip(pair, totals, strict=True):
        number = int(numbers[one.side.letter])
        share = f" ({number / total * 100:.0f}\u202f%)" if percent and min(totals) >= SMALL else ""
        parts.append(f"{number or 'none'} of {total}{share} for {one.side.name}")
    return ", ".join(parts)


def confidence_finding(pair: Sequence[Shown]) -> str:
    """How much of each side rests on one independent source, and how much on none that is primary; of what is counted, the outlined too."""
    totals = [len(one.counted) for one in pair]
    if min(totals) == 0:
        return "Only one side has counted events here." if max(totals) else "Neither side has counted events here."
    alone = pd.Series({one.side.letter: int((one.counted.rows["witnesses"] <= 1).sum()) for one in pair})
    secondary = pd.Series({one.side.letter: int((~one.counted.rows["primary"]).sum()) for one in pair})
    said = f"On one independent source: {of_each(alone, pair, totals, percent=True)}. On none that is primary: {of_each(secondary, pair, totals, percent=True)}."
    return said if min(totals) > FEW else f"{said} Too few for a difference."


def conflict_text(filters: Filters, pair: Sequence[Side]) -> str:
    """What the page's filter does to the sides where it chooses the same thing itself; blank where it does not."""
    kind = pair[0].kind
    if kind == TIES and filters.tie:
        empty = [side for side in pair if side.code not in filters.tie]
        names = joined([f"{side.letter} ({side.name})" for side in empty]) if empty else ""
        return f"The filter keeps one relationship and leaves {names} without events." if empty else ""
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
