"""The findings of the overview, and what of it is in doubt: each a number with the choices that list its rows."""

from collections import Counter

from babel import Locale

from loaders.events.selection import Selection, derived
from loaders.marks import UNDATED
from loaders.story.findings import Finding, found
from loaders.text import LANGUAGE, counted, listed, say
from loaders.trips import crossing_ways

_LATELY, _LEAST, _TIMES, _MOST_NAMED = 6, 5, 3, 3


@derived
def findings(selection: Selection) -> list[Finding]:
    """At most three: what grew, who travelled, and how it is founded."""
    return list(found((_grown_sector, _trips, _single_source, _with_primary), selection, most=3))


@derived
def doubts(selection: Selection) -> list[tuple[int, str, dict[str, object]]]:
    """Each kind of doubt that some of the events have: how many, in words, and the choices that list them."""
    kinds = (
        ({"disputed": ("yes",)}, lambda count: counted("event on which sources disagree", "events on which sources disagree", count=count)),
        ({"status": ("planned",)}, lambda count: say("only announced", count=count)),
        ({"basis": ("inferred",)}, lambda count: say("with a date or fact worked out by us", count=count)),
        ({"status": ("cancelled",)}, lambda count: say("called off", count=count)),
        (UNDATED, lambda count: say("without a date", count=count)),
    )
    numbers = [
        (selection.sharing(**choices) if choices is not UNDATED else selection.narrowed(**choices), choices, words)
        for choices, words in kinds
    ]
    return [(len(some), words(len(some)), choices) for some, choices, words in numbers if len(some)]


def _grown_sector(selection: Selection) -> Finding | None:
    """A sector with several times as many events in the last years as in all before."""
    numbers = selection.by("sector", "year")
    if not numbers or selection.filters.years:
        return None
    last = max(year for _, year in numbers)
    since, early, late = last - _LATELY + 1, Counter(), Counter()
    for (sector, year), number in numbers.items():
        (early if year < since else late)[sector] += number
    grown = [(number, sector) for sector, number in late.items() if number >= max(_LEAST, _TIMES * early[sector]) and early[sector]]
    if not grown:
        return None
    number, sector = max(grown, key=lambda one: one[0])
    name = selection.store.names()["sector"][sector]
    title = counted("{sector} event since {year}", "{sector} events since {year}", count=number, sector=name.lower(), year=str(since))
    line = say("Only {count} came before.", count=early[sector])
    return Finding(number, title, line, {"sector": (sector,), "years": (since, last)})


def _trips(selection: Selection) -> Finding | None:
    """Events for which people came from one country to another."""
    had, ways = selection.had("journey"), {}
    for way, _, to in crossing_ways(selection.store):
        if way in had:
            ways[to] = (*ways.get(to, ()), way)
    if not ways or selection.filters.journey:
        return None
    choices = {"journey": tuple(sorted(way for some in ways.values() for way in some))}
    names = Locale(LANGUAGE).territories
    to = {country: selection.count(journey=tuple(sorted(some))) for country, some in ways.items()}
    most = sorted(to, key=lambda country: (-to[country], country))[:_MOST_NAMED]
    line = say(
        "{directions}.", directions=listed([say("{count} to {country}", count=to[country], country=names[country]) for country in most])
    )
    number = selection.count(**choices)
    return Finding(
        number, counted("event with a trip between the countries", "events with a trip between the countries", count=number), line, choices
    )


def _single_source(selection: Selection) -> Finding | None:
    """Events that rest on one independent source."""
    choices = {"witnesses": ("1",)}
    if selection.filters.witnesses:
        return None
    founded, disputed = selection.had("witnesses"), selection.had("disputed").get("yes", 0)
    number = founded.get("1", 0)
    second = sum(count for words, count in founded.items() if words not in ("0", "1"))
    title = counted("event rests on a single source", "events rest on a single source", count=number)
    lines = (
        [counted("Of {all}, {count} has a second.", "Of {all}, {count} have a second.", count=second, all=len(selection))] if second else []
    )
    lines += [say("Sources disagree on {count}.", count=disputed)] if disputed else []
    return Finding(number, title, " ".join(lines), choices)


def _with_primary(selection: Selection) -> Finding | None:
    """Events of which an authority, institution or company itself tells."""
    choices = {"primary": ("yes",)}
    number = selection.count(**choices)
    if selection.filters.primary:
        return None
    title = counted("event has a primary source", "events have a primary source", count=number)
    return Finding(number, title, say("A document of an authority, institution or company itself."), choices)
