"""A figure in few words: its value as short as a picture needs it, its year, and all that the pointer meets."""

from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from loaders.common_years import ONE_YEAR
from loaders.numbers import THIN_SPACE, YEAR, number_text, qualified, spaced
from loaders.text import say

_RANGES = {"up to": "below", "more than": "above", "at least": "above"}
_SAID = {"about", *_RANGES}


def brief_value(row, largest: float | None = None) -> str:
    """The value with three digits, or with as many before the point as it has: `21.8`, `2 771`; `about 10.6`. `largest`: the one that it stands beside,
    which all of them follow."""
    size = abs(row.value if largest is None else largest)
    digits = 0 if size >= 100 or row.unit == YEAR else 1 if size >= 10 else 2
    exact = Decimal(str(row.value))
    own = max(0, -exact.normalize().as_tuple().exponent)
    value = exact.quantize(Decimal(1).scaleb(-min(digits, own)), ROUND_HALF_UP)
    text = number_text(row.value, row.unit) if row.unit == YEAR else f"{value:,f}".replace(",", THIN_SPACE)
    return qualified(text, row.qualifier if row.qualifier in _SAID else None)


def range_of(row) -> str:
    """`below` where the figure is at most the value, `above` where it is at least it, else blank."""
    return _RANGES.get(row.qualifier, "") if isinstance(row.qualifier, str) else ""


def when_text(row, *, aim: bool = False) -> str:
    """The year of a figure: `2024`, `2021/22` where it runs over two, `1991–2020` where over several. `aim`: the year in which an aim was set."""
    if pd.isna(row.start) or pd.isna(row.end):
        return say("no date")
    first, last = str(row.start.year), str(row.end.year)
    if first == last:
        return say("set {year}", year=first) if aim else first
    return f"{first}/{last[-2:]}" if row.end - row.start <= ONE_YEAR else f"{first}–{last}"


def card_lines(row) -> list[str]:
    """What the pointer meets: whose figure, of what, as of when, how it was counted, and what is to be known of it."""
    note = spaced(row.note) if isinstance(row.note, str) else ""
    return [line for line in (f"{row.city}: {row.figure}, {row.as_of_text}", row.indicator, row.series, row.confidence, note) if line]
