"""The charts of a comparison, and what each finds in a sentence; equal words where there is no difference."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from loaders.compare import JOURNEY, by_direction, by_word
from loaders.compare_sides import PERIODS, Side, sides
from loaders.events.selection import Selection, derived
from loaders.timeline_words import FEW, joined

SMALL = 20  # below it no share in percent
TELLING = 3  # fewer on both sides are no finding
ALIKE = 0.1  # shares nearer than that are called alike


class Chart(NamedTuple):
    """One chart of paired bars. `table`: as `compare.by_word` gives it. `facet`: what a click narrows."""

    name: str
    title: str
    table: pd.DataFrame
    finding: str
    facet: str


@derived
def charts(selection: Selection) -> list[Chart]:
    """The charts of paired bars that have a bar, in order."""
    pair, ways = sides(selection), by_direction(selection)
    sectors, kinds, modes = (by_word(selection, facet) for facet in ("sector", "kind", "mode"))
    found = [
        Chart("sector", "In which sector", sectors, share_finding(sectors, pair), "sector"),
        Chart("kind", "In which form", kinds, share_finding(kinds, pair), "kind"),
        Chart("direction", "Who travelled where", ways, way_finding(ways, pair), JOURNEY),
        Chart("mode", "In person or online", modes, share_finding(modes, pair, leave=("unknown",)), "mode"),
        Chart("witnesses", "How many independent sources", by_word(selection, "witnesses"), confidence_finding(pair), "witnesses"),
    ]
    return [chart for chart in found if len(chart.table)]


def rate_text(side: Side) -> str:
    """How many events a year of a period has, to one decimal: `2.4 a year`."""
    return f"{len(side) / max(_years(side), 1):.1f} a year"


def _years(side: Side) -> int:
    """How many years of the period the filter leaves."""
    first, last = side.selection.filters.years
    return max(last - first + 1, 0)


def year_finding(pair: Sequence[Side]) -> str:
    """When each side was busiest; of periods also how many a year, since their lengths may differ."""
    tops = [_busiest(side) for side in pair]
    if tops[0] == tops[1] and tops[0][0] and tops[0][1] > 1:
        said = f"Both were busiest in {tops[0][0]}, with {tops[0][1]} events in each."
    else:
        said = " ".join(f"{side.name} {_busiest_text(*top)}." for side, top in zip(pair, tops, strict=True))
    if pair[0].kind == PERIODS:
        lengths = [f"{side.name} has {_years(side)} year{'' if _years(side) == 1 else 's'} ({rate_text(side)})" for side in pair]
        said += f" The periods are laid over each other from their first year: {'; '.join(lengths)}."
    return said


def _busiest(side: Side) -> tuple[str, int]:
    numbers = side.rows["year"].value_counts()
    if numbers.empty:
        return "", 0
    years = sorted(numbers.index[numbers == numbers.max()])
    return joined([str(year) for year in years]) if len(years) <= 3 else "", int(numbers.max())


def _busiest_text(years: str, number: int) -> str:
    if not number:
        return "has no dated event here"
    several = " and " in years
    if (number == 1 and several) or not years:
        return f"never had more than {number} in a year"
    return f"was busiest in {years} with {number}{' each' * several}"


def share_finding(table: pd.DataFrame, pair: Sequence[Side], *, totals: Sequence[int] | None = None, leave: Sequence[str] = ()) -> str:
    """Where the sides differ most, in counts: `Most different, energy: 12 of 41 for Essen–Koriyama, none of 27 for Düsseldorf–Chiba.`

    `table`: as `compare.by_word` gives it. `totals`: of how many events (without it: of all of the side). `leave`: codes that are no finding, such as "not stated".
    """
    totals = totals or [len(side) for side in pair]
    if min(totals) == 0:
        only = [side.name for side, total in zip(pair, totals, strict=True) if total]
        return f"Only {only[0]} has any here." if only else "Neither side has any here."
    wide: dict[str, dict[str, int]] = {}
    for code, letter, events in zip(*(table[name].tolist() for name in ("code", "letter", "events")), strict=True):
        wide.setdefault(code, {})[letter] = events
    wide = {code: [wide[code][side.letter] for side in pair] for code in sorted(wide) if code not in leave}
    if not wide:
        return "Nothing is stated for either side."
    if min(totals) <= FEW:
        return f"Too few for a difference: {joined([f'{total} in {side.name}' for side, total in zip(pair, totals, strict=True)])}."
    if totals[0] == totals[1] and all(one == other for one, other in wide.values()):
        return "No difference: the two have the same numbers."
    apart = {code: abs(both[0] / totals[0] - both[1] / totals[1]) for code, both in wide.items() if max(both) >= TELLING}
    if not apart or max(apart.values()) < ALIKE:
        return f"Much alike: of what a side has {TELLING} or more, no share differs by a tenth."
    code = max(apart, key=apart.get)
    name = table.loc[table["code"] == code, "name"].iloc[0]
    return f"Most different, {_small(name)}: {of_each(wide[code], pair, totals)}."


def _small(name: str) -> str:
    return name if name[:1].isupper() and " to " in name else name[:1].lower() + name[1:]


def way_finding(table: pd.DataFrame, pair: Sequence[Side]) -> str:
    """Where the directions differ most, and of how many events a journey is on record: a blank is no staying at home."""
    known = [side.selection.events.links[JOURNEY]["event_id"].nunique() for side in pair]
    recorded = joined([f"{number} of {len(side)} events of {side.name}" for number, side in zip(known, pair, strict=True)])
    return f"{share_finding(table, pair, totals=known)} A journey is on record for {recorded}."


def of_each(numbers: Sequence[int], pair: Sequence[Side], totals: Sequence[int], *, percent: bool = False) -> str:
    """`12 of 41 for Essen–Koriyama, none of 27 for Düsseldorf–Chiba`; in percent too where asked for and both totals reach SMALL."""
    parts = []
    for side, total, number in zip(pair, totals, numbers, strict=True):
        share = f" ({number / total * 100:.0f}\u202f%)" if percent and min(totals) >= SMALL else ""
        parts.append(f"{number or 'none'} of {total}{share} for {side.name}")
    return ", ".join(parts)


def confidence_finding(pair: Sequence[Side]) -> str:
    """How much of each side rests on one independent source, and how much on none that is primary."""
    totals = [len(side) for side in pair]
    if min(totals) == 0:
        return "Only one side has events here." if max(totals) else "Neither side has events here."
    alone = [int((side.rows["witnesses"] <= 1).sum()) for side in pair]
    secondary = [int((~side.rows["primary"]).sum()) for side in pair]
    said = f"On one independent source: {of_each(alone, pair, totals, percent=True)}. On none that is primary: {of_each(secondary, pair, totals, percent=True)}."
    return said if min(totals) > FEW else f"{said} Too few for a difference."
