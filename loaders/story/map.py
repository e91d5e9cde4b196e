"""The headline of the map: rules, the most telling first."""

from babel import Locale

from loaders.events.selection import Selection, derived
from loaders.story.findings import Headline, ahead, first
from loaders.story.headlines import alone, nothing, plain
from loaders.text import LANGUAGE, say
from loaders.trips import country_pairs, country_ways, trips

_MOST_NAMED = 3


@derived
def map_headline(selection: Selection) -> Headline:
    """What the map says of these events."""
    return first((nothing, alone, _both_ways, _most_named, plain), selection)


def _both_ways(selection: Selection) -> Headline | None:
    """People came from either of two countries to the other."""
    if selection.filters.journey or len(country_pairs(selection)) < 2:
        return None
    ways = {to: {"journey": country_ways(selection, to)} for to in country_pairs(selection)}
    numbers = {to: selection.count(**choices) for to, choices in ways.items()}
    held = {to: selection.sharing(**choices, status=("held",)).count() for to, choices in ways.items()}
    if not all(held.values()):
        return None
    (most, one), (least, other) = sorted(((number, to) for to, number in numbers.items()), key=lambda each: (-each[0], each[1]))
    names = Locale(LANGUAGE).territories
    places = {"count": most, "other": least, "country": names[one], "second": names[other]}
    if held == numbers:
        title = say("Trips run both ways: {count} events brought people to {country}, {other} to {second}", **places)
    else:
        title = say("Trips run both ways: {count} events with people on the way to {country}, {other} to {second}", **places)
    return Headline(title, _by_tie(selection, one, other))


def _by_tie(selection: Selection, one: str, other: str) -> str:
    """How many events of each relationship brought people one way, and how many the other; from when to when they are, where there is one relationship."""
    names, numbers = Locale(LANGUAGE).territories, {}
    for trip in trips(selection):
        numbers.setdefault(trip.name, {})[trip.to] = trip.events
    if len(numbers) < 2:
        return plain(selection).line
    found = []
    for tie, to in list(numbers.items())[:_MOST_NAMED]:
        places = {"tie": tie, "count": to.get(one, 0), "other": to.get(other, 0)}
        if found:
            found.append(say("{tie}: {count} and {other}.", **places))
        else:
            found.append(say("{tie}: {count} to {country}, {other} to {second}.", **places, country=names[one], second=names[other]))
    return " ".join(found)


def _most_named(selection: Selection) -> Headline | None:
    """One place is named by more events than any other."""
    most = sorted(selection.had("city").items(), key=lambda one: -one[1])
    if not ahead(most) or selection.filters.city:
        return None
    (place, number), (follower, second), *others = most
    names = selection.store.names()["city"]
    title = say("{place} has the most events: {count} of {all}", place=names[place], count=number, all=len(selection))
    line = say("{place} follows with {count}.", place=names[follower], count=second)
    return Headline(title, line) if not others or second > others[0][1] else Headline(title)
