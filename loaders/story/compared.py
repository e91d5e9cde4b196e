"""The headline of two compared: rules, the most telling first."""

from typing import NamedTuple

from loaders.compare import by_word
from loaders.compare_sides import sides
from loaders.events.selection import Selection, derived
from loaders.story.findings import Headline, first
from loaders.text import counted, listed, say

_SHARE, _LEAST, _FEWEST, _MOST_NAMED = 0.1, 2, 10, 3


class _Apart(NamedTuple):
    """Sectors that one side has and the other has not, the largest first: their names, their events, and the places of the two sides."""

    names: list[str]
    number: int
    side: int


@derived
def compared_headline(selection: Selection) -> Headline:
    """What the view of two compared says of them."""
    return first((_none, _one_side, _apart, _plain), selection)


def _none(selection: Selection) -> Headline | None:
    a, b = sides(selection)
    return None if len(a) or len(b) else Headline(say("{a} and {b}: no event fits this selection", a=a.name, b=b.name))


def _one_side(selection: Selection) -> Headline | None:
    a, b = sides(selection)
    if len(a) and len(b):
        return None
    has, lacks = (a, b) if len(a) else (b, a)
    title = counted("{side} has {number} event here, {other} none", "{side} has {number} events here, {other} none", count=len(has), side=has.name, other=lacks.name, number=len(has))  # fmt: skip
    return Headline(title)


@derived
def apart(selection: Selection, side: int) -> _Apart | None:
    """The sectors that set one side apart: a tenth of its events or more, and none of the other's."""
    whole = [len(one) for one in sides(selection)]
    rows = [
        row for row in by_word(selection, "sector") if row.numbers[side] >= max(_SHARE * whole[side], _LEAST) and not row.numbers[1 - side]
    ]
    if min(whole) < _FEWEST or not 0 < len(rows) <= _MOST_NAMED:
        return None
    rows = sorted(rows, key=lambda row: -row.numbers[side])
    return _Apart([row.name for row in rows], sum(row.numbers[side] for row in rows), side)


def _apart(selection: Selection) -> Headline | None:
    """Whole sectors of one side that the other lacks."""
    found = [one for one in (apart(selection, 0), apart(selection, 1)) if one]
    if not found:
        return None
    most, pair = max(found, key=lambda one: one.number), sides(selection)
    names = listed([most.names[0], *(name.lower() for name in most.names[1:])])
    places = {"side": pair[most.side].name, "other": pair[1 - most.side].name, "number": most.number, "all": len(pair[most.side])}
    title = counted(
        "{sectors} sets {side} apart: {number} of {all} events, none in {other}",
        "{sectors} set {side} apart: {number} of {all} events, none in {other}",
        count=len(most.names),
        sectors=names,
        **places,
    )
    return Headline(title, _other_way(selection, 1 - most.side) or _numbers(selection))


def _other_way(selection: Selection, side: int) -> str:
    """The sector whose share of this side's events is most above that of the other side's."""
    whole = [len(one) for one in sides(selection)]
    shares = {row: row.numbers[side] / whole[side] - row.numbers[1 - side] / whole[1 - side] for row in by_word(selection, "sector")}
    row = max(shares, key=shares.get)
    if shares[row] < _SHARE:
        return ""
    places = {"count": row.numbers[side], "all": whole[side], "fewer": row.numbers[1 - side], "others": whole[1 - side]}
    return say("{sector} leads the other way: {count} of {all} events against {fewer} of {others}.", sector=row.name, **places)


def _numbers(selection: Selection) -> str:
    a, b = sides(selection)
    return say("{a} has {number}, {b} {other}.", a=a.name, b=b.name, number=len(a), other=len(b))


def _plain(selection: Selection) -> Headline:
    most, least = sorted(sides(selection), key=lambda side: -len(side))
    if len(most) == len(least):
        title = counted(
            "{a} and {b} have {count} event each", "{a} and {b} have {count} events each", count=len(most), a=most.name, b=least.name
        )
    else:
        title = counted("{a} has {count} event, {b} {other}", "{a} has {count} events, {b} {other}", count=len(most), a=most.name, b=least.name, other=len(least))  # fmt: skip
    return Headline(title, _most_apart(selection))


def _most_apart(selection: Selection) -> str:
    """The sector whose shares differ most."""
    a, b = sides(selection)
    row = max(by_word(selection, "sector"), key=lambda row: abs(row.numbers[0] / len(a) - row.numbers[1] / len(b)))
    places = {"count": row.numbers[0], "all": len(a), "fewer": row.numbers[1], "others": len(b)}
    return say("{sector}: {count} of {all} events in {a}, {fewer} of {others} in {b}.", sector=row.name, a=a.name, b=b.name, **places)
