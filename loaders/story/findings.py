"""A finding: a true, short sentence with its number, and the choices that list exactly the rows of this number."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from loaders.events.selection import Selection

Rule = Callable[[Selection], "Finding | None"]


class Finding(NamedTuple):
    """`number` of `title`; `line` says more of it. `choices`: what a click on it chooses, on top of the selection (see `Selection.narrowed`)."""

    number: int
    title: str
    line: str
    choices: Mapping[str, object]


class Headline(NamedTuple):
    """The title of a page, and one short line below it."""

    title: str
    line: str = ""


def found(rules: Iterable[Rule], selection: Selection, most: int) -> Iterator[Finding]:
    """What the first rules that hold say, each with rows."""
    for rule in rules:
        if most and (finding := rule(selection)) and finding.number:
            most -= 1
            yield finding


def ahead(most: Sequence[tuple[Any, int]]) -> tuple[Any, int] | None:
    """The first of several (see `Selection.most`), where none has as many."""
    return most[0] if len(most) > 1 and most[0][1] > most[1][1] else None


def first(rules: Iterable[Callable[[Selection], Headline | None]], selection: Selection) -> Headline:
    """What the first rule that holds says; the last always does."""
    return next(headline for rule in rules if (headline := rule(selection)))
