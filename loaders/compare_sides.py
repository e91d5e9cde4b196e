"""What may stand side by side: two relationships, two cities or two periods, by the codes of an address."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from loaders.events import NO_TIE, Events
from loaders.events.filters import Filters
from loaders.facts import FactBase

TIES, CITIES, PERIODS = "ties", "cities", "periods"
KINDS = {TIES: "Relationships", CITIES: "Cities", PERIODS: "Periods"}
LETTERS = ("A", "B")
_PERIOD = re.compile(r"(\d{4})-(\d{4})")


@dataclass(frozen=True)
class Side:
    """One side of a comparison. `letter`: A or B. `filters`: what chooses it. `years`: of a period, its first and last year."""

    letter: str
    kind: str
    code: str
    name: str
    filters: Filters
    years: tuple[int, int] | None = field(default=None)

    @property
    def number_of_years(self) -> int:
        """How many years a period has; 0 of what is none."""
        return self.years[1] - self.years[0] + 1 if self.years else 0


def period_of(code: str) -> tuple[int, int] | None:
    """First and last year of a period's code, such as `2010-2019`; None where it is no such code."""
    found = _PERIOD.fullmatch(code)
    years = (int(found[1]), int(found[2])) if found else (1, 0)
    return years if years[0] <= years[1] else None


def period_code(years: tuple[int, int]) -> str:
    """The code of a period: `2010-2019`."""
    return f"{years[0]}-{years[1]}"


class Periods(Mapping):
    """The names of all periods within some years by their codes, without a list of them: `2010-2019` is 2010–2019.

    Going through it gives the two of the default only; any other period within the years is in it as well.
    """

    def __init__(self, years: tuple[int, int], first: Sequence[str]):
        self.years, self._first = years, first

    def __getitem__(self, code: str) -> str:
        years = period_of(code)
        if not years or years[0] < self.years[0] or years[1] > self.years[1]:
            raise KeyError(code)
        return f"{years[0]}–{years[1]}" if years[0] != years[1] else str(years[0])

    def __iter__(self):
        return iter(self._first)

    def __len__(self) -> int:
        return len(self._first)


def side_names(facts: FactBase, events: Events, kind: str) -> Mapping[str, str]:
    """The names of what may be compared, by code: relationships and cities with events of a relationship, those of most first.

    `events`: all of them. Of periods see `Periods`: any within the years of the counted events, first of all the two halves of them.
    """
    if kind == PERIODS:
        return _periods(events)
    if kind == CITIES:
        counted = events.rows.loc[events.rows["tie_id"].notna(), "event_id"]
        links, names = events.links["city"], facts.table("cities").set_index("city_id")["name"]
        codes = links.loc[links["event_id"].isin(counted), "code"]
    else:
        codes, names = events.rows["tie_id"].dropna(), facts.table("ties").set_index("tie_id")["name"]
    numbers = codes.value_counts()
    return {code: str(names[code]) for code in sorted(numbers.index, key=lambda code: (-numbers[code], code)) if code != NO_TIE}


def _periods(events: Events) -> Periods:
    """The split after which both periods hold as nearly as many held events as can be; the earlier of two that are as near."""
    rows = events.rows[~events.rows["background"]]
    numbers = rows.loc[rows["status"] == "held", "year"].value_counts().sort_index()
    if len(numbers) < 2:
        year = int(numbers.index[0]) if len(numbers) else 2000
        return Periods((year, year + 1), (period_code((year, year)), period_code((year + 1, year + 1))))
    first, last = int(numbers.index[0]), int(rows["year"].max())
    before = numbers.cumsum().reindex(range(first, last)).ffill()
    split = int((before * 2 - numbers.sum()).abs().idxmin())
    return Periods((first, last), (period_code((first, split)), period_code((split + 1, last))))


def default_side(names: Mapping[str, str], other: str = "") -> str:
    """The first of the codes that is not the `other` side's."""
    return next((code for code in names if code != other), other)


def completed(facts: FactBase, events: Events, choices: Mapping[str, str]) -> dict[str, str]:
    """The choices `compare`, `a` and `b`, with the default for each that is missing or names nothing that may be compared."""
    kind = choices.get("compare") if choices.get("compare") in KINDS else TIES
    names = side_names(facts, events, kind)
    a = choices["a"] if choices.get("a", "") in names else default_side(names)
    b = choices["b"] if choices.get("b", "") in names and choices["b"] != a else default_side(names, a)
    return {"compare": kind, "a": a, "b": b}


def sides(facts: FactBase, events: Events, choices: Mapping[str, str]) -> tuple[Side, Side]:
    """The two sides that complete choices name."""
    kind = choices["compare"]
    names = side_names(facts, events, kind)
    return tuple(_side(letter, kind, choices[letter.lower()], names) for letter in LETTERS)


def _side(letter: str, kind: str, code: str, names: Mapping[str, str]) -> Side:
    if kind == PERIODS:
        years = period_of(code)
        return Side(letter, kind, code, names[code], Filters(years=years), years)
    facet = "tie" if kind == TIES else "city"
    return Side(letter, kind, code, names[code], Filters(**{facet: (code,)}))


def sides_text(pair: Sequence[Side]) -> str:
    """Both sides by name: `A Essen–Koriyama, B Düsseldorf–Chiba`."""
    return ", ".join(f"{side.letter} {side.name}" for side in pair)
