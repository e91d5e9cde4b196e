"""What sources that disagree say: dates and numbers on one axis, words one below another."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from html import escape

from charts.scale import number_texts, round_ticks
from loaders.card import Claim
from loaders.card_words import Value, values
from loaders.datetext import date_text
from loaders.text import say

_MOST_TICKS, _EDGE = 3, 16.0
_STEPS = ((1, 2, 7, 14), (1, 2, 3, 6), (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000))
"""How many days, months or years the ticks of an axis may lie apart."""


def apart(claim: Claim) -> str:
    """The values of a claim with who gives them and why that contradicts; on an axis where each has a place on one."""
    found = values(claim)
    return _on_axis(claim, found) if all(value.pieces for value in found) else _in_words(claim, found)


def _in_words(claim: Claim, found: Sequence[Value]) -> str:
    lines = [f"{escape(value.who)}: <b>{escape(value.text)}</b>{_why(value)}" for value in found if not value.shown]
    return f'<ul class="apart">{_we_show(claim, found)}{"".join(f"<li>{line}</li>" for line in lines)}</ul>'


def _we_show(claim: Claim, found: Sequence[Value]) -> str:
    who = "".join(f" <span>{escape(value.who)}</span>" for value in found if value.shown)
    return f"<li>{escape(say('We show {value}', value=claim.shown))}{who}</li>" if claim.shown else ""


def _why(value: Value) -> str:
    return f"<small>{escape(value.why)}</small>" if value.why else ""


def _on_axis(claim: Claim, found: Sequence[Value]) -> str:
    """A row a value, its mark beside it; the last row has the ticks."""
    ticks = _ticks(found)
    low, high = ticks[0][0], ticks[-1][0]

    def at(place: float) -> float:
        return _EDGE + (100 - 2 * _EDGE) * (place - low) / ((high - low) or 1.0)

    rows = []
    for value in found:
        kind, sign = ("against", "≠ ") if value.against else ("full" if value.shown else "vague", "")
        pieces = [(at((first + last) / 2), at(last) - at(first)) for first, last in value.pieces]
        marks = "".join(f'<i class="{kind}" style="left:{middle:.1f}%;width:max(11px,{wide:.1f}%)"></i>' for middle, wide in pieces)
        said = f"<b>{sign}{escape(value.text)}</b><span>{escape(value.who)}</span>{_why(value)}"
        rows.append(f'<tr><th scope="row">{said}</th><td class="scale">{marks}</td></tr>')
    names = "".join(f'<span style="left:{at(place):.1f}%">{escape(name)}</span>' for place, name in ticks)
    ours = "" if any(value.shown for value in found) else f'<ul class="apart">{_we_show(claim, found)}</ul>'
    return f'{ours}<table class="rivals">{"".join(rows)}<tr aria-hidden="true"><td></td><td class="ticks">{names}</td></tr></table>'


def _ticks(found: Sequence[Value]) -> list[tuple[float, str]]:
    """Places on the axis, around all values, and their names."""
    low, high = min(value.first for value in found), max(value.last for value in found)
    if found[0].dated:
        return calendar(date.fromordinal(int(low)), date.fromordinal(int(high)))
    places = round_ticks(low, high, most=_MOST_TICKS - 1)
    return list(zip(places, number_texts(places), strict=True))


def calendar(first: date, last: date) -> list[tuple[float, str]]:
    """A few days, months or years, as far apart as they must be, of which the first is no later than `first` and the last no earlier than `last`; as ordinals, and named."""
    for steps, after, name in zip(_STEPS, (_days, _months, _years), (date.isoformat, "{:%Y-%m}".format, "{:%Y}".format), strict=True):
        for step in steps:
            places = list(after(first, step))
            upto = next((number for number, day in enumerate(places, start=1) if day >= last), None)
            if upto and upto > 1:
                return [(float(day.toordinal()), date_text(name(day))) for day in places[:upto]]
    return [(float(day.toordinal()), date_text(day.isoformat())) for day in (first, last)]


def _days(first: date, step: int) -> Iterator[date]:
    for number in range(_MOST_TICKS):
        yield first + timedelta(days=number * step)


def _months(first: date, step: int) -> Iterator[date]:
    begin = first.year * 12 + (first.month - 1) // step * step
    for number in range(_MOST_TICKS):
        yield date((begin + number * step) // 12, (begin + number * step) % 12 + 1, 1)


def _years(first: date, step: int) -> Iterator[date]:
    for number in range(_MOST_TICKS):
        yield date(max(1, first.year // step * step + number * step), 1, 1)
