"""Roughly how large a file will be, before it is made: within a factor of two for 20 rows or more of a table.

A selection of which more or fewer sources speak than of the whole is guessed less well, above all its citations. Each guesses from the size of the same rows as CSV and, where a file is made of sources, from their number; both in bytes of the data of 2026.
"""

from collections.abc import Callable

Size = Callable[[int, int | None], int]
_CSV_A_SOURCE = 700  # where nobody says how many sources there are


def like_csv(csv_bytes: int, sources: int | None = None) -> int:
    """As large as the CSV."""
    return csv_bytes


def times(factor: float, *, each: int = 0) -> Size:
    """So many times the CSV, and so many bytes for each source."""
    return lambda csv_bytes, sources=None: 1000 + round(factor * csv_bytes) + each * _number(csv_bytes, sources)


def workbook(csv_bytes: int, sources: int | None = None) -> int:
    """What a workbook needs without any row, its rows compressed, and its list of sources."""
    return 11_000 + round(0.25 * csv_bytes) + 120 * _number(csv_bytes, sources)


def columns(csv_bytes: int, sources: int | None = None) -> int:
    """Columns compress the better the more rows there are; what is said of the sources is not compressed."""
    return 4000 + round(10 * csv_bytes**0.7) + 300 * _number(csv_bytes, sources)


def per_source(each: int) -> Size:
    """So many bytes a source, and a few for the view."""
    return lambda csv_bytes, sources=None: 500 + each * _number(csv_bytes, sources)


def _number(csv_bytes: int, sources: int | None) -> int:
    return csv_bytes // _CSV_A_SOURCE if sources is None else sources
