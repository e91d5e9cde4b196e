"""Numbers and figures in words: thin spaces between thousands, as many digits as the source prints, what is approximate said."""

import re

import pandas as pd

THIN_SPACE = "\u202f"
NO_DATE = "no date stated"
YEAR = "year"
_BEFORE = {"about": "about", "more than": "more than", "at least": "at least", "up to": "up to"}
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


def figure_text(value: float, unit: str, qualifier: object) -> str:
    """A number with its unit (as `unit_text` gives it) and qualifier: `2 800 persons/km² (rounded)`; without a unit it is a rank."""
    number = number_text(value, unit)
    if unit == YEAR:
        return qualified(number, qualifier)
    return qualified(f"{number} {unit}" if unit else f"rank {number}", qualifier)


def spaced(text: str) -> str:
    """A note with thin spaces in place of the commas between thousands, as all numbers of the page have them."""
    return re.sub(r"(?<=\d),(?=\d{3}\b)", THIN_SPACE, text)
