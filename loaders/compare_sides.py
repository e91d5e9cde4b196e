"""What may stand side by side: two relationships, two cities or two periods, by the codes of an address."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from loaders.events import NO_TIE
from loaders.events.selection import Selection, derived
from loaders.store import Store
from loaders.text import message

TIES, CITIES, PERIODS = "ties", "cities", "periods"
KINDS = {TIES: message("Relationships"), CITIES: message("Cities"), PERIODS: message("Periods")}
CHOOSES = {TIES: "tie", CITIES: "city", PERIODS: "years"}
"""What of the filter a side of each kind chooses."""
LETTERS = ("A", "B")
_PERIOD = re.compile(r"(\d{4})-(\d{4})")


@dataclass(frozen=True)
class Side:
    """One side of a comparison. `letter`: A or B. `chosen`: the choice that it is. `selection`: what the page's selection has of it.

    The page's filter holds too: where it chooses of the same kind, the side has only what both choose.
    """

    letter: str
    kind: str
    code: str
    name: str
    chosen: Mapping[str, tuple]
    selection: Selection

    def __len__(self) -> int:
        return len(self.selection)

    @property
    def rows(self) -> pd.DataFrame:
        """The rows of its events."""
        return self.selection.events.rows

    @property
    def years(self) -> tuple[int, int] | None:
        """First and last year of a period."""
        return self.chosen.get("years")


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


@derived
def side_names(store: Store, kind: str) -> Mapping[str, str]:
    """The names of what may be compared, by code: relationships and cities with events of a relationship, those of most first.

    Of periods see `Periods`: any within the years of the events of relationships, first of all the two halves of them.
    """
    if kind == PERIODS:
        return _periods(store)
    events, facts = store.events(), store.facts
    if kind == CITIES:
        tied = events.rows.loc[events.rows["tie_id"].notna(), "event_id"]
        links, names = events.links["city"], facts.table("cities").set_index("city_id")["name"]
        codes = links.loc[links["event_id"].isin(tied), "code"]
    else:
        codes, names = events.rows["tie_id"].dropna(), facts.table("ties").set_index("tie_id")["name"]
    numbers = codes.value_counts()
    return {code: str(names[code]) for code in sorted(numbers.index, key=lambda code: (-numbers[code], code)) if code != NO_TIE}


def _periods(store: Store) -> Periods:
    """The split after which both periods have as nearly as many events as can be; the earlier of two that are as near."""
    numbers = pd.Series(store.selection().by("year"), dtype="int64")
    if len(numbers) < 2:
        year = int(numbers.index[0]) if len(numbers) else 2000
        return Periods((year, year + 1), (period_code((year, year)), period_code((year + 1, year + 1))))
    first, last = int(numbers.index[0]), int(numbers.index[-1])
    before = numbers.cumsum().reindex(range(first, last)).ffill()
    split = int((before * 2 - numbers.sum()).abs().idxmin())
    return Periods((first, last), (period_code((first, split)), period_code((split + 1, last))))


def default_side(names: Mapping[str, str], other: str = "") -> str:
    """The first of the codes that is not the `other` side's; blank, which selects nothing, where there is none at all."""
    return next((code for code in names if code != other), other)


def completed(store: Store, choices: Mapping[str, str]) -> dict[str, str]:
    """The choices `compare`, `a` and `b`, with the default for each that is missing or names nothing that may be compared."""
    kind = choices.get("compare") if choices.get("compare") in KINDS else TIES
    names = side_names(store, kind)
    a = choices["a"] if choices.get("a", "") in names else default_side(names)
    b = choices["b"] if choices.get("b", "") in names and choices["b"] != a else default_side(names, a)
    return {"compare": kind, "a": a, "b": b}


@derived
def sides(selection: Selection) -> tuple[Side, Side]:
    """The two sides that the selection's choices `compare`, `a` and `b` name; they must be complete."""
    return tuple(_side(selection, letter) for letter in LETTERS)


def _side(selection: Selection, letter: str) -> Side:
    kind, code = selection.choices["compare"], selection.choices[letter.lower()]
    chosen = {CHOOSES[kind]: period_of(code) if kind == PERIODS else (code,)}
    return Side(letter, kind, code, side_names(selection.store, kind).get(code, ""), chosen, selection.sharing(**chosen))


def sides_text(store: Store, choices: Mapping[str, str]) -> str:
    """Both sides by name: `A Essen–Koriyama, B Düsseldorf–Chiba`."""
    names = side_names(store, choices["compare"])
    return ", ".join(f"{letter} {names[choices[letter.lower()]]}" for letter in LETTERS if choices[letter.lower()])
