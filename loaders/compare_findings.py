"""What each chart of a comparison finds, a sentence each; equal words where there is no difference."""

from collections.abc import Sequence

import pandas as pd

from loaders.compare import Shown, years_of
from loaders.compare_sides import PERIODS
from loaders.events.filters import Filters
from loaders.timeline_words import FEW, joined

SMALL = 20  # below it no share in percent
TELLING = 3  # fewer on both sides are no finding
ALIKE = 0.1  # shares nearer than that are called alike


def rate_text(one: Shown, filters: Filters) -> str:
    """How many held events a year of a period has, to one decimal: `2.4 a year`."""
    first, last = years_of(filters, one.side)
    return f"{len(one.held) / max(last - first + 1, 1):.1f} a year"


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
    if totals[0] == totals[1] and wide.nunique(axis="columns").eq(1).all():
        return "No difference: the two have the same numbers."
    shares = wide[[one.side.letter for one in pair]] / list(totals)
    apart = (shares.iloc[:, 0] - shares.iloc[:, 1]).abs()[wide.max(axis="columns") >= TELLING]
    if apart.empty or apart.max() < ALIKE:
        return f"Much alike: of what a side has {TELLING} or more, no share differs by a tenth."
    code = apart.sort_values(ascending=False, kind="stable").index[0]
    name = table.loc[table["code"] == code, "name"].iloc[0]
    return f"Most different, {_small(name)}: {of_each(wide.loc[code], pair, totals)}."


def _small(name: str) -> str:
    return name if name[:1].isupper() and " to " in name else name[:1].lower() + name[1:]


def way_finding(table: pd.DataFrame, pair: Sequence[Shown], known: Sequence[int]) -> str:
    """Where the directions differ most, and of how many held events a journey is on record (`known`, per side): a blank is no staying at home."""
    recorded = joined([f"{number} of {len(one.held)} held events of {one.side.name}" for number, one in zip(known, pair, strict=True)])
    return f"{share_finding(table, pair, totals=known)} A journey is on record for {recorded}."


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
