"""The headlines of Overview and Timeline: rules, the most telling first."""

from loaders.events import NO_TIE
from loaders.events.selection import Selection, derived
from loaders.story.findings import Headline, ahead, first
from loaders.text import counted, listed, say

_MOST_NAMED = 3


@derived
def overview_headline(selection: Selection) -> Headline:
    """What the overview says of these events."""
    return first((nothing, alone, _late_yet_most, _ties, _most_in_sector, plain), selection)


@derived
def timeline_headline(selection: Selection) -> Headline:
    """What the timeline says of these events."""
    return first((nothing, alone, _nothing_held, _busiest_year, plain), selection)


def nothing(selection: Selection) -> Headline | None:
    return None if len(selection) else Headline(say("No event fits this selection"))


def alone(selection: Selection) -> Headline | None:
    if len(selection) > 1:
        return None
    (row,) = selection.page(0, 1).itertuples()
    status = "" if row.status == "held" else row.status_text
    return Headline(row.title, ", ".join(filter(None, [row.date_text, status])))


def _late_yet_most(selection: Selection) -> Headline | None:
    """Of several relationships, the one with most events is the one that began last."""
    begun = _begun(selection)
    if len(begun) < 2 or selection.filters.narrowing:
        return None
    numbers = selection.by("tie")
    leader, *others = sorted(begun, key=lambda tie: -numbers[tie])
    if numbers[leader] == numbers[others[0]] or any(begun[tie] >= begun[leader] for tie in others):
        return None
    names = selection.store.names()["tie"]
    title = say(
        "{tie} started last, yet has most on record: {count} of {all} events", tie=names[leader], count=numbers[leader], all=len(selection)
    )
    return Headline(title, _since(selection))


def _ties(selection: Selection) -> Headline | None:
    """Of several relationships, which has most events."""
    tie, number = ahead(selection.most("tie")) or (NO_TIE, 0)
    if tie == NO_TIE:
        return None
    name = selection.store.names()["tie"][tie]
    return Headline(say("{tie} has the most events: {count} of {all}", tie=name, count=number, all=len(selection)), _since(selection))


def _most_in_sector(selection: Selection) -> Headline | None:
    if not (most := ahead(selection.most("sector"))):
        return None
    name = selection.store.names()["sector"][most[0]].lower()
    title = say("{all} events, the most in {sector}: {count}", all=len(selection), sector=name, count=most[1])
    return Headline(title, when(selection))


def _nothing_held(selection: Selection) -> Headline | None:
    if selection.count(status=("held",)) or selection.filters.status:
        return None
    return Headline(say("None of these {count} events is known to have been held", count=len(selection)), when(selection))


def _busiest_year(selection: Selection) -> Headline | None:
    """One year has more events than any other."""
    if not (most := ahead(selection.most("year"))):
        return None
    year, number = most
    title = say("{year} was the busiest year: {count} of {all} events", year=str(year), count=number, all=len(selection))
    if not (led := ahead(selection.narrowed(years=(year, year)).most("sector"))):
        return Headline(title, when(selection))
    return Headline(title, say("{sector} led with {count} of them.", sector=selection.store.names()["sector"][led[0]], count=led[1]))


def plain(selection: Selection) -> Headline:
    return Headline(counted("{count} event", "{count} events", count=len(selection)), when(selection))


def when(selection: Selection) -> str:
    """From when to when they are, and how many have no date."""
    numbers = selection.by("year")
    if not numbers:
        return say("None of them has a date.")
    ends = str(min(numbers)), str(max(numbers))
    when = say("All in {year}.", year=ends[0]) if ends[0] == ends[1] else say("From {first} to {last}.", first=ends[0], last=ends[1])
    undated = len(selection) - sum(numbers.values())
    return f"{when} {counted('{count} has no date.', '{count} have no date.', count=undated)}" if undated else when


def _begun(selection: Selection) -> dict[str, int]:
    """Per relationship, the year of its first event; in the order in which they began."""
    found: dict[str, int] = {}
    for tie, year in selection.by("tie", "year"):
        found[tie] = min(year, found.get(tie, year))
    return dict(sorted(found.items(), key=lambda one: one[1]))


def _since(selection: Selection) -> str:
    """Since when each of the relationships is on record; from when to when the events are, where a choice may leave the first out."""
    begun, names = _begun(selection), selection.store.names()["tie"]
    if len(begun) > _MOST_NAMED or NO_TIE in begun or selection.filters.narrowing:
        return when(selection)
    return say(
        "First on record: {ties}.", ties=listed([say("{tie} in {year}", tie=names[tie], year=str(year)) for tie, year in begun.items()])
    )
