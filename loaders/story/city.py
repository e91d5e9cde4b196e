"""The headline of one city: rules, the most telling first."""

from loaders.events import NO_TIE
from loaders.events.filters import Filters
from loaders.events.selection import Selection, derived
from loaders.profile import SUBJECT, city_name, of_city, partners, profile_ties
from loaders.story.findings import Headline, ahead, first
from loaders.story.headlines import when
from loaders.text import counted, listed, message, say

_SHARE, _LEAST, _MOST_NAMED = 0.8, 8, 4
_CARRY = {
    2: message("Two sectors carry {city}’s work with {other}: {count} of {all} events"),
    3: message("Three sectors carry {city}’s work with {other}: {count} of {all} events"),
    4: message("Four sectors carry {city}’s work with {other}: {count} of {all} events"),
}


@derived
def city_headline(selection: Selection, city: str) -> Headline:
    """What the view of one city says of its events."""
    return first(
        [lambda own, rule=rule: rule(own, city) for rule in (_none, _one, _carried, _together, _most_in_sector, _plain)],
        of_city(selection, city),
    )


def _none(own: Selection, city: str) -> Headline | None:
    if len(own):
        return None
    name, every = city_name(own.facts, city), own.store.selection(Filters(background=True))
    unknown = not every.count(city=(city,))
    return Headline(
        say("No event on record names {city}", city=name) if unknown else say("No event of this selection names {city}", city=name)
    )


def _one(own: Selection, city: str) -> Headline | None:
    if len(own) > 1:
        return None
    (row,) = own.page(0, 1).itertuples()
    status = "" if row.status == "held" else row.status_text
    name, whole = city_name(own.facts, city), not own.filters.after(city=()).chosen
    title = say("One event names {city}", city=name) if whole else say("One event of this selection names {city}", city=name)
    return Headline(title, ", ".join(filter(None, [row.title, row.date_text, status])))


def carrying(own: Selection) -> tuple[list[str], int]:
    """The fewest sectors that together have most of the events, the largest first, and how many events these are."""
    found, count = [], 0
    for sector, number in own.most("sector"):
        found, count = [*found, sector], count + number
        if count >= _SHARE * len(own):
            break
    return found, count


def _carried(own: Selection, city: str) -> Headline | None:
    """Few sectors have most of all that is on record of the city's one relationship with one other place."""
    ties = list(own.by("tie"))
    if len(ties) != 1 or ties[0] == NO_TIE or own.narrowed(city=()).filters.narrowing or len(own) < _LEAST:
        return None
    tie = profile_ties(own.store, city).set_index("tie_id").reindex(ties).iloc[0]
    members = own.facts.table("tie_cities")["tie_id"].eq(ties[0]).sum()
    sectors, count = carrying(own)
    if tie["scope"] != SUBJECT or members != 2 or not 1 < len(sectors) <= _MOST_NAMED or len(sectors) == len(own.by("sector")):
        return None
    names = {"city": city_name(own.facts, city), "other": tie["others"]}
    return Headline(say(_CARRY[len(sectors)], count=count, all=len(own), **names), f"{_leading(own)} {when(own)}")


def _leading(own: Selection) -> str:
    """Which sector has most of the events, and how many."""
    most, names = own.most("sector"), own.store.names()["sector"]
    top = [names[code] for code, number in most if number == most[0][1]]
    if len(top) > 1:
        return say("{sectors} have {count} each.", sectors=_named(top), count=most[0][1])
    return say("{sector} leads with {count}.", sector=top[0], count=most[0][1])


def _named(names: list[str]) -> str:
    return listed([names[0], *(name.lower() for name in names[1:])])


def _together(own: Selection, city: str) -> Headline | None:
    """One other place took part in more of the events than any other, and in a third of them."""
    others = partners(own, city)
    if (
        others.empty
        or own.filters.pair
        or 3 * others["events"].iloc[0] < len(own)
        or (others["events"] == others["events"].iloc[0]).sum() > 1
    ):
        return None
    names = {"city": city_name(own.facts, city), "other": others["city"].iloc[0]}
    title = say(
        "{city} and {other} took part together in {count} of {all} events", count=int(others["events"].iloc[0]), all=len(own), **names
    )
    return Headline(title, f"{_leading(own)} {when(own)}")


def _most_in_sector(own: Selection, city: str) -> Headline | None:
    if not (most := ahead(own.most("sector"))):
        return None
    sector, count = own.store.names()["sector"][most[0]].lower(), most[1]
    title = say(
        "{all} events name {city}, the most in {sector}: {count}", all=len(own), city=city_name(own.facts, city), sector=sector, count=count
    )
    return Headline(title, when(own))


def _plain(own: Selection, city: str) -> Headline:
    return Headline(
        counted("{count} event names {city}", "{count} events name {city}", count=len(own), city=city_name(own.facts, city)), when(own)
    )
