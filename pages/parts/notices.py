"""What an address says wrongly of the filter, in words for the reader of a page."""

from collections.abc import Sequence

from loaders.events.filters import LONGEST_TEXT, NO_LETTER, NOT_A_YEAR, OUTSIDE, TOO_LONG, UNKNOWN, Wrong, harmless

MOST = 5
_WORDS = {
    UNKNOWN: "{name}: “{value}” is not known here and was left out.",
    NOT_A_YEAR: "{name}: “{value}” is not a year and was left out.",
    OUTSIDE: "{name}: {value} lies outside the years of the events ({allowed}).",
    TOO_LONG: f"{{name}}: only the first {LONGEST_TEXT} characters are searched for.",
    NO_LETTER: "{name}: “{value}” has no letter or figure and was left out.",
}


def notices(wrong: Sequence[Wrong]) -> list[str]:
    """A line for each of the first MOST, and one for how many more there are."""
    lines = [_WORDS[one.reason].format(name=one.parameter, value=harmless(one.value), allowed=next(iter(one.allowed), "")) for one in wrong]
    more = len(lines) - MOST
    return [*lines[:MOST], *([f"{more} more values of the address were left out."] if more > 0 else [])]
