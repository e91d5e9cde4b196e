"""Years onto pixels, in one piece or with a long beginning set together."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Scale:
    """Pieces of (first year, last year, left pixel, right pixel), each linear; `width` pixels in all."""

    pieces: tuple[tuple[float, float, float, float], ...]
    width: float

    def __call__(self, years):
        """The pixels of decimal years; what lies outside is set to the edge, missing stays missing."""
        place, pixel = zip(*(point for first, last, left, right in self.pieces for point in ((first, left), (last, right))), strict=True)
        return np.interp(years, place, pixel)


def linear(first: float, last: float, width: float) -> Scale:
    """One piece from `first` to `last`."""
    return Scale(((first, last, 0.0, width),), width)


def opening(years: tuple[int, int], numbers: Mapping[int, int]) -> int:
    """The year in which the axis begins in earnest: an opening stretch of more than a third of it with less than a tenth of the events is not worth
    its room. `numbers`: of events, per year that has any."""
    begin, before, whole = years[0], 0, sum(numbers.values())
    for year in sorted(numbers):
        if 0 < 10 * before < whole and 3 * (year - begin) > years[1] + 1 - begin:
            begin = year
        before += numbers[year]
    return begin


def slot_name(early: Sequence[int], begin: int) -> str:
    """The name of the slot for the years `early` before `begin`: `1981`, `’81, ’95`, `before 2004`."""
    few = [str(year) if len(early) == 1 else f"’{year % 100:02}" for year in early if year >= 1900]
    return ", ".join(few) if 0 < len(early) == len(few) <= 2 else f"before {begin}"


def year_slots(numbers: Mapping[int, int]) -> list[tuple[str, tuple[int, int]]]:
    """Columns from left to right, a year each, what opens the axis in one: their names, and the first and last year that they stand for.

    `numbers`: of events, per year that has any.
    """
    first, last = min(numbers), max(numbers)
    begin = opening((first, last), numbers)
    early = [(slot_name([year for year in sorted(numbers) if year < begin], begin), (first, begin - 1))] if begin > first else []
    return early + [(str(year), (year, year)) for year in range(begin, last + 1)]


def compressed(years: tuple[int, int], begin: int, early: Sequence[int], width: float, *, slot: float, gap: float) -> Scale:
    """A scale on which what comes before `begin` stands in a slot at the left, the years `early`, one behind the other, as far apart as any;
    it is linear where `begin` is the first year."""
    if begin == years[0]:
        return linear(years[0], years[1] + 1, width)
    knots = [years[0], *(year for year in early if years[0] < year < begin), begin]
    places = np.linspace(0, slot, len(knots)).tolist()
    pieces = zip(knots, knots[1:], places, places[1:], strict=False)
    return Scale((*pieces, (begin, years[1] + 1, slot + gap, width)), width)


_MONTHS = ("Jan", "Apr", "Jul", "Oct")


def year_ticks(first: int, last: int, scale: Scale, *, room: float) -> list[tuple[float, str]]:
    """Where to name which time between `first` and `last`: quarters where few years are shown, else years on round steps."""
    if float(scale(first + 1) - scale(first)) >= 4 * room * 1.6:
        quarters = [(year + quarter / 4, month) for year in range(first, last + 1) for quarter, month in enumerate(_MONTHS)]
        return [(place, f"{month} {place:.0f}" if month == "Jan" else month) for place, month in quarters]
    span = float(scale(last) - scale(first))
    for step in (1, 2, 5, 10, 20, 50, 100, 200, 500):
        if span * step / max(last - first, 1) >= room:
            break
    return [(float(year), str(year)) for year in range(first, last + 1) if year % step == 0]


def round_ticks(low: float, high: float, *, most: int) -> list[float]:
    """Round values (steps of 1, 2 or 5 times a power of ten) around `low` to `high`, at most `most` and one more."""
    span = (high - low) or abs(high) or 1.0
    power = 10.0 ** math.floor(math.log10(span / most))
    step = next(power * times for times in (1, 2, 5, 10) if span / (power * times) <= most)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(number * step, 10) for number in range(first, last + 1)]


def number_texts(values: Sequence[float]) -> list[str]:
    """Numbers of an axis with thin spaces between thousands, all with as many decimals as the finest needs."""
    decimals = max((len(f"{value:.6f}".rstrip("0").partition(".")[2]) for value in values), default=0)
    return [f"{value:,.{decimals}f}".replace(",", "\u202f") for value in values]


def whole_text(number: int) -> str:
    """A whole number with thin spaces between thousands."""
    return f"{number:,}".replace(",", "\u202f")
