"""A figure in few words: its value as short as a picture needs it, its year, and all that the pointer meets."""

from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from loaders.common_years import ONE_YEAR
from loaders.numbers import YEAR, number_text, qualified, spaced
from loaders.text import say

_RANGES = {"up to": "below", "more than": "above", "at least": "above"}
_SAID = {"about", *_RANGES}


def brief_value(row) -> str:
    """The value with three digits at least, and no digit behind the point that only more would need: `21.8`, `2 771`; `about 10.6`."""
    digits = 0 if abs(row.value) >= 100 or row.unit == YEAR else 1 if abs(row.value) >= 10 else 2
    value = Decimal(str(row.value))
    value = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP) if -value.as_tuple().exponent > digits else value
    return qualified(number_text(float(value), row.unit), row.qualifier if row.qualifier in _SAID else None)


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
