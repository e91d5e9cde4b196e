"""Sentences about what is shown, generated from it and never typed in; a number in them is one of its rows, or of a narrowing of it."""

from dataclasses import replace

import pandas as pd

from loaders.events import NO_TIE
from loaders.events.filters import Filters
from loaders.events.selection import Selection
from loaders.numbers import number_text
from loaders.story.headlines import timeline_headline

FEW, _MOST_NAMED = 5, 3
NO_EVENT = "No event fits this selection"


def joined(parts: list[str], word: str = "and") -> str:
    """`a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def one_or_none(selection: Selection) -> str:
    """The sentence where there is one event, or none."""
    for row in selection.page(0, 1).itertuples():
        return f"One event: {row.title}, {row.date_text}" + ("" if row.status == "held" else f" ({row.status_text})")
    return NO_EVENT


def events_of(selection: Selection, ties: str = "") -> str:
    """How many events of what is chosen: `12 energy events of Essen–Koriyama in Tokyo`; `shown` where more is chosen than is said here.

    `ties`: of which relationships they are, where none is chosen.
    """
    words = {facet: _words(selection, facet) for facet in _SAID}
    kinds = f" {words['sector'].lower()}".rstrip()
    said = {facet: () for facet, text in words.items() if text}
    words["tie"] = words["tie"] or ties
    behind = [f" {before} {words[facet]}" for facet, before in _SAID.items() if before and words[facet]]
    more = replace(selection.filters, years=None, undated=False, background=False, **said) != Filters()
    return f"{number_text(len(selection))}{kinds} events{''.join(behind)}{' shown' * more}"


_SAID = {"sector": "", "tie": "of", "venue": "in", "city": "involving"}


def _words(selection: Selection, facet: str) -> str:
    """What is chosen in one facet, where that is few words; else blank."""
    codes = getattr(selection.filters, facet)
    names = {**selection.store.names()[facet], NO_TIE: "no relationship"} if codes else {}
    return joined([names[code] for code in codes], "or") if 0 < len(codes) <= _MOST_NAMED else ""


def by_year(selection: Selection) -> pd.Series:
    """Per year, how many of the selected events it has."""
    return selection.by("year").set_index("year")["events"]


def when(selection: Selection) -> str:
    """In which years they are: ` from 2014 to 2025`, and how many have no date."""
    numbers = by_year(selection)
    dated = int(numbers.sum())
    if not dated:
        return ", none of them with a date"
    years = from_to(numbers.index[0], numbers.index[-1])
    undated = len(selection) - dated
    return f": {number_text(dated)} {years}, {number_text(undated)} without a date" if undated else f" {years}"


def from_to(first: int, last: int) -> str:
    """`in 2017`, `from 2014 to 2025`."""
    return f"in {first}" if first == last else f"from {first} to {last}"


def timeline_text(selection: Selection) -> str:
    """The timeline in words, for those who do not see it."""
    names = selection.store.names()["sector"]
    numbers = selection.by("sector").sort_values(["events", "sector"], ascending=[False, True])
    sectors = ", ".join(f"{names[row.sector]} {number_text(row.events)}" for row in numbers.itertuples())
    headline = " ".join(filter(None, timeline_headline(selection)))
    return f"Timeline. {headline}. By sector: {sectors}. The same events stand in the table below."
