"""Roughly how large a file will be, before it is made: within a factor of two for 20 rows or more (`tests/test_formats_sizes.py`).

Each guesses from the size of the same rows as CSV and, where a file is made of sources, from their number; both in bytes of the data of 2026.
"""

from collections.abc import Callable

Size = Callable[[int, int | None], int]
_CSV_A_SOURCE = 700  # where nobody says how many sources there are


def like_csv(csv_bytes: int, sources: int | None = None) -> int:
    """As large as the CSV."""
    return csv_bytes


def times(factor: float) -> Size:
    """So many times the CSV, and what is said of the rows."""
    return lambda csv_bytes, sources=None: 1000 + round(factor * csv_bytes)


def workbook(csv_bytes: int, sources: int | None = None) -> int:
    """What a workbook needs without any row, and its rows compressed."""
    return 10_000 + round(0.4 * csv_bytes)


def columns(csv_bytes: int, sources: int | None = None) -> int:
    """Columns compress the better the more rows there are."""
    return round(36 * csv_bytes**0.65)


def per_source(each: int) -> Size:
    """So many bytes a source, and a few for the view."""
    return lambda csv_bytes, sources=None: 500 + each * (csv_bytes // _CSV_A_SOURCE if sources is None else sources)
