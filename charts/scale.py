"""Years onto pixels, in one piece or in several with a break between them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Scale:
    """Pieces of (first year, last year, left pixel, right pixel), each linear; `width` pixels in all."""

    pieces: tuple[tuple[float, float, float, float], ...]
    width: float

    def __call__(self, years):
        """The pixels of decimal years; what lies outside is set to the edge, missing stays missing."""
        known = [point for first, last, left, right in self.pieces for point in ((first, left), (last, right))]
        place, pixel = zip(*known, strict=True)
        return np.interp(years, place, pixel)

    def years_at(self, pixels):
        """The decimal years at these pixels; what lies outside is set to the edge."""
        known = [point for first, last, left, right in self.pieces for point in ((left, first), (right, last))]
        pixel, place = zip(*known, strict=True)
        return np.interp(pixels, pixel, place)

    @property
    def breaks(self) -> list[float]:
        """The pixels at which one piece ends and the next begins."""
        return [(before[3] + after[2]) / 2 for before, after in zip(self.pieces, self.pieces[1:], strict=False)]


def linear(first: float, last: float, width: float) -> Scale:
    """One piece from `first` to `last`."""
    return Scale(((first, last, 0.0, width),), width)


def broken(pieces: Sequence[tuple[float, float, float]], width: float, *, gap: float) -> Scale:
    """Pieces of (first year, last year, share of the width), with `gap` pixels between them."""
    room = width - gap * (len(pieces) - 1)
    placed, left = [], 0.0
    for first, last, share in pieces:
        placed.append((first, last, left, left + share * room))
        left += share * room + gap
    return Scale(tuple(placed), width)


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
    return named_years([year for year in range(first, last + 1) if year % step == 0])


def named_years(years: Sequence[int]) -> list[tuple[float, str]]:
    """Ticks at the beginnings of these years."""
    return [(float(year), str(year)) for year in years]


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
