"""What an address says wrongly of the filter, in words for the reader of a page."""

from collections.abc import Sequence

from loaders.events.filters import LONGEST_TEXT, NO_LETTER, NOT_A_YEAR, OUTSIDE, TOO_LONG, UNKNOWN, Wrong, harmless
from loaders.text import counted, message, say

MOST = 5
_WORDS = {
    UNKNOWN: message("{name}: “{value}” is not known here and was left out."),
    NOT_A_YEAR: message("{name}: “{value}” is not a year and was left out."),
    OUTSIDE: message("{name}: {value} lies outside the years of the events ({allowed})."),
    TOO_LONG: message("{name}: only the first {most} characters are searched for."),
    NO_LETTER: message("{name}: “{value}” has no letter or figure and was left out."),
}


def notices(wrong: Sequence[Wrong]) -> list[str]:
    """A line for each of the first MOST, and one for how many more there are."""
    lines = [_said(one) for one in wrong]
    more = len(lines) - MOST
    return [
        *lines[:MOST],
        *(
            [counted("{count} more value of the address was left out.", "{count} more values of the address were left out.", count=more)]
            if more > 0
            else []
        ),
    ]


def _said(one: Wrong) -> str:
    return say(_WORDS[one.reason], name=one.parameter, value=harmless(one.value), allowed=next(iter(one.allowed), ""), most=LONGEST_TEXT)
