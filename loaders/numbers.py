"""Numbers and figures in words: thin spaces between thousands, as many digits as the source prints, what is approximate said."""

import re

import pandas as pd

THIN_SPACE = "\u202f"
NO_DATE = "no date stated"
YEAR = "year"
_BEFORE = {"about": "about", "more than": "more than", "at least": "at least", "up to": "up to"}
_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}  # in a unit's first word, as powers of ten
_BEHIND = {"derived": "computed", "printed": "as printed"}


def number_text(value: float, unit: str = "") -> str:
    """`323 350`, `757.2`: thousands apart by a thin space, no digit that the value does not have; a year as it is."""
    if unit == YEAR:
        return f"{value:.0f}"
    figure = f"{value:,.0f}" if value == int(value) else f"{value:,}"
    return figure.replace(",", THIN_SPACE)


def qualified(number: str, qualifier: object) -> str:
    """The number with the word that makes it less than exact: `about 10.6`, `2 800 (rounded)`."""
    if pd.isna(qualifier) or not qualifier:
        return number
    word = str(qualifier)
    return f"{_BEFORE[word]} {number}" if word in _BEFORE else f"{number} ({_BEHIND.get(word, word)})"


def unit_text(unit: str, indicator_id: str) -> str:
    """The unit as a reader says it: the population's persons are inhabitants, a rank has none."""
    if unit == "rank":
        return ""
    return "inhabitants" if (unit, indicator_id) == ("persons", "population") else unit


def in_unit(value: float, unit: str, other: str) -> float | None:
    """The value in another unit where the two differ by a scale word at most (`million EUR`, `billion EUR`); None where they do not."""
    (power, what), (wanted, same) = _scaled(unit), _scaled(other)
    return value * 10.0 ** (power - wanted) if what == same else None


def _scaled(unit: str) -> tuple[int, str]:
    word, _, rest = unit.partition(" ")
    return (_SCALES[word], rest) if word in _SCALES else (0, unit)


def figure_text(value: float, unit: str, qualifier: object) -> str:
    """A number with its unit (as `unit_text` gives it) and qualifier: `2 800 persons/km² (rounded)`; without a unit it is a rank."""
    number = number_text(value, unit)
    if unit == YEAR:
        return qualified(number, qualifier)
    return qualified(f"{number} {unit}" if unit else f"rank {number}", qualifier)


def spaced(text: str) -> str:
    """A note with thin spaces in place of the commas between thousands, as all numbers of the page have them."""
    return re.sub(r"(?<=\d),(?=\d{3}\b)", THIN_SPACE, text)
