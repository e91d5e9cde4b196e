"""Faults in the data, worded for the person who mends them."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one file; `line` counts from 1 and is 0 where the fault is the whole file's."""

    file: str
    line: int
    column: str
    value: str
    expected: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        column = f" {self.column}:" if self.column else ""
        value = f" {self.value!r}" if self.value or self.column else ""
        return f"{place}:{column}{value} {self.expected}"


class FaultyData(Exception):
    """A table was asked for that has faults; `faults` lists every one that stands in its way."""

    def __init__(self, faults: Iterable[Fault]):
        self.faults = sorted(faults)
        super().__init__("\n".join(map(str, self.faults)))


def nearest(value: str, allowed: Iterable[str]) -> str:
    """` (nearest: energy)` for the allowed word most like `value`, or nothing where none is like it."""
    return _nearest(value, tuple(allowed))


@lru_cache(maxsize=1024)
def _nearest(value: str, allowed: tuple[str, ...]) -> str:
    close = get_close_matches(value, allowed, n=1, cutoff=0.6)
    return f" (nearest: {close[0]})" if close else ""
