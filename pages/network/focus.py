"""A closer look at one organisation: its partners with their joint events by year."""

import streamlit as st

from charts.partners import MOST_YEARS, partner_years
from charts.ready import ReadyFigure
from loaders import network
from loaders.events.selection import Selection, derived
from loaders.network import around, companions, means, name_of, partners, taking_part_in
from loaders.text import counted, say
from pages.parts import state
from pages.parts.drawn import dark, narrowing_chart
from pages.parts.screen import screen
from pages.parts.words import md


def chosen_focus(shown: Selection) -> str:
    """The key of the organisation that is looked at: the one that the address names, the only one chosen, or that with most events; blank where there is none."""
    allowed = _allowed(shown)
    return state.choice("focus", allowed) if allowed else ""


def _allowed(shown: Selection) -> tuple[str, ...]:
    """Who can be looked at, whom a reader sees first in front."""
    found, chosen = companions(around(shown)), shown.filters.organisation
    first = chosen if len(chosen) == 1 and chosen[0] in found else tuple(found[:1])
    return tuple(dict.fromkeys([*first, *found]))


def closer_look(whole: Selection, focus: str) -> None:
    """Whom to look at, and the partners with their numbers."""
    if not focus:
        return
    allowed, width = _allowed(whole), screen()
    names = {key: say("{name} ({count})", name=name_of(whole.facts, key), count=len(taking_part_in(whole)[key])) for key in allowed}
    tied = state.bound("focus", focus, lambda key: state.write_address(focus=key))
    st.selectbox(say("Look closely at"), allowed, format_func=names.get, label_visibility="collapsed", **tied)
    slots = _slots(whole, focus)
    narrowing_chart(
        _figure(whole, focus, dark=dark(), narrow=width == "narrow"),
        key=f"partners-{width}",
        alt=_text(whole, focus),
        means=lambda _, key: partner_means(whole, focus, key, slots),
    )
    number = len(taking_part_in(whole)[focus])
    label = counted("Its {count} event", "All its {count} events", count=number)
    st.button(md(label), key="focus-events", type="tertiary", on_click=state.narrow, kwargs={"organisation": (focus,), "partner": ()})


@derived
def _slots(whole: Selection, focus: str) -> list[tuple[int, int]]:
    """The first and last year of each column: the last years one by one, all before them in one."""
    years = sorted({year for some in network.partner_years(whole, focus) for year in some})
    if not years:
        return []
    last = years[-1]
    begin = max(years[0], last - MOST_YEARS + 1)
    early = [(years[0], begin - 1)] if begin > years[0] else []
    return [*early, *((year, year) for year in range(begin, last + 1))]


@derived
def _figure(whole: Selection, focus: str, *, dark: bool, narrow: bool) -> ReadyFigure:
    slots = _slots(whole, focus)
    place = {year: at for at, (first, last) in enumerate(slots) for year in range(first, last + 1)}
    numbers = []
    for some in network.partner_years(whole, focus):
        found: dict[int, int] = {}
        for year, number in some.items():
            found[place[year]] = found.get(place[year], 0) + number
        numbers.append(found)
    names = [str(last) if first == last else f"–{last}" for first, last in slots]
    return ReadyFigure(partner_years(partners(whole, focus), numbers, names, dark=dark, narrow=narrow))


def partner_means(whole: Selection, focus: str, key: str, slots: list[tuple[int, int]]) -> dict[str, object]:
    """The choices for a number: `partner|slot`, the slot blank where it is that of all years."""
    row, _, slot = key.partition("|")
    years = {"years": slots[int(slot)]} if slot else {}
    return {**means([focus], partners(whole, focus)[int(row)].keys), **years}


@derived
def _text(whole: Selection, focus: str) -> str:
    said = [say("{name}: {count}", name=line.name, count=line.events) for line in partners(whole, focus)]
    return say("Joint events of {name}: {partners}.", name=name_of(whole.facts, focus), partners="; ".join(said))
