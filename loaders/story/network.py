"""The headline of Network: rules, the most telling first."""

from loaders.events.selection import Selection, derived
from loaders.network import Pair, around, matrix, name_of, organisations, pairs, partners, taking_part_in, together
from loaders.story.findings import Headline, ahead, first
from loaders.text import counted, listed, say

_GOVERNMENT = "government"


@derived
def network_headline(selection: Selection) -> Headline:
    """What these events say of who works with whom."""
    return first((_none, _two_chosen, _one_chosen, _apart, _two_pairs, _one_pair, _plain), selection)


def _none(selection: Selection) -> Headline | None:
    return None if len(selection) else Headline(say("No event fits this selection"))


def _two_chosen(selection: Selection) -> Headline | None:
    """Those of whom the joint events are chosen."""
    one, other = selection.filters.organisation, selection.filters.partner
    if not (one and other):
        return None
    if len(one) > 1 or len(other) > 1:
        return Headline(counted("{count} joint event of those chosen", "{count} joint events of those chosen", count=len(selection)))
    names = listed([name_of(selection.facts, key) for key in (*one, *other)])
    title = counted("{names}: {count} joint event", "{names}: {count} joint events", names=names, count=len(selection))
    return Headline(title, _most_of(selection))


def _one_chosen(selection: Selection) -> Headline | None:
    """One organisation, and with whom it took part most often."""
    chosen = selection.filters.organisation or selection.filters.partner
    if len(chosen) != 1:
        return None
    name, found = name_of(selection.facts, chosen[0]), partners(around(selection), chosen[0])
    title = counted("{name} took part in {count} event", "{name} took part in {count} events", name=name, count=len(selection))
    if not found:
        return Headline(title, say("Nobody else is on record in them."))
    ahead = len(found) == 1 or found[0].events > found[1].events
    return Headline(title, say("Most often with {partner}: {count}.", partner=found[0].name, count=found[0].events) if ahead else "")


def _apart(selection: Selection) -> Headline | None:
    """No two sides met."""
    if matrix(selection) or not taking_part_in(selection):
        return None
    number = len(selection)
    title = counted("In this event no two sides met", "In none of these {count} events did two sides meet", count=number)
    return Headline(title, _follow(selection, pairs(selection)[:1]))


def _two_pairs(selection: Selection) -> Headline | None:
    """Two pairs, ahead of all others, have more than half of the joint events."""
    found, whole = pairs(selection), matrix(selection)
    if not whole or len(found) < 3 or found[1].events == found[2].events or found[1].events < 2:
        return None
    number = together(selection, found[:2])
    if 2 * number <= whole.joint:
        return None
    kinds = organisations(selection.facts)["kind"]
    ruling = all(kinds[key].endswith(_GOVERNMENT) for pair in found[:2] for key in pair[:2])
    title = (
        say("Two pairs of governments share {count} of the {all} joint events", count=number, all=whole.joint)
        if ruling
        else say("Two pairs share {count} of the {all} joint events", count=number, all=whole.joint)
    )
    return Headline(title, _follow(selection, found[:2]))


def _one_pair(selection: Selection) -> Headline | None:
    """One pair has more joint events than any other."""
    found, whole = pairs(selection), matrix(selection)
    if not whole or found[0].events < 2 or (len(found) > 1 and found[0].events == found[1].events):
        return None
    names = listed([name_of(selection.facts, key) for key in found[0][:2]])
    title = (
        say("{names} met in all {count} joint events", names=names, count=whole.joint)
        if found[0].events == whole.joint
        else say("{names} met most often: in {count} of {all} joint events", names=names, count=found[0].events, all=whole.joint)
    )
    follows = len(found) > 1 and (len(found) == 2 or found[1].events > found[2].events)
    return Headline(title, _follow(selection, found[1:2]) if follows else "")


def _plain(selection: Selection) -> Headline:
    whole = matrix(selection)
    if not whole:
        return Headline(counted("{count} event, and nobody on record", "{count} events, and nobody on record", count=len(selection)))
    title = counted("{count} joint event of the two sides", "{count} joint events of the two sides", count=whole.joint)
    return Headline(title, say("No pair stands out.") if len(pairs(selection)) > 1 else "")


def _follow(selection: Selection, some: list[Pair]) -> str:
    """Each of these pairs with its number."""
    said = [
        say("{names} took part in {count} together", names=listed([name_of(selection.facts, key) for key in pair[:2]]), count=pair.events)
        for pair in some[:1]
    ]
    said += [
        say("{names} in {count}", names=listed([name_of(selection.facts, key) for key in pair[:2]]), count=pair.events) for pair in some[1:]
    ]
    return say("{pairs}.", pairs="; ".join(said)) if said else ""


def _most_of(selection: Selection) -> str:
    """The sector of most of these events."""
    if not (most := ahead(selection.most("sector"))):
        return ""
    return say("Most in {sector}: {count}.", sector=selection.store.names()["sector"][most[0]].lower(), count=most[1])
