"""Rows as plain columns: a chart cuts its marks by kind many times, and a table's index would be cut each time too."""

from collections.abc import Iterator

import numpy as np
import pandas as pd


class Columns(dict[str, np.ndarray]):
    """Columns of equal length by name. `a | b` adds the columns of `b`."""

    @staticmethod
    def of(table: pd.DataFrame) -> "Columns":
        """The columns of a table; a missing text is NaN."""
        return Columns({name: table[name].to_numpy() for name in table})

    def __or__(self, other: dict) -> "Columns":
        return Columns({**self, **other})

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(next(iter(self.values()), ()))

    def where(self, mask: np.ndarray) -> "Columns":
        """The rows for which `mask` is true."""
        return Columns({name: column[mask] for name, column in self.items()})

    def rows(self) -> Iterator["Row"]:
        """The rows one by one, each with its columns as attributes."""
        names = list(self)
        return (Row(zip(names, row, strict=True)) for row in zip(*(column.tolist() for column in self.values()), strict=True))


class Row:
    """One row, its columns as attributes."""

    def __init__(self, values) -> None:
        self.__dict__.update(values)
