"""One city's sites, partners, publishers and what recurs: a name and a bar a row; a bar narrows to its events."""

from collections.abc import Callable
from html import escape
from typing import NamedTuple

import streamlit as st

from charts.ranked import Rank, ranked
from charts.ready import ReadyFigure
from loaders.events.selection import Selection, derived
from loaders.profile import organisations_abroad, profile_sites, publishers
from loaders.recurring import Recurring, recurring
from loaders.text import message, number, say
from pages.cities.views import part
from pages.parts.drawn import clickable_chart, dark, narrowing_chart
from pages.parts.screen import screen
from pages.parts.words import md
from pages.widgets.take import take

_MOST_SITES, _MOST_PARTNERS, _MOST_PUBLISHERS, _MOST_RECURRING, _EVERY = 12, 8, 6, 4, 1000


@derived
def site_ranks(own: Selection, city: str) -> list[Rank]:
    """The city's sites with their events; a name opens the site's card."""
    return [Rank(site.place, site.name, site.events, number(site.events), site.place) for site in profile_sites(own, city)[:_MOST_SITES]]


@derived
def partner_ranks(own: Selection, city: str) -> list[Rank]:
    """Organisations of other countries that took part."""
    rows = organisations_abroad(own, city).head(_MOST_PARTNERS)
    return [Rank(code, name, events, number(events)) for code, name, events in rows.itertuples(index=False)]


@derived
def publisher_ranks(own: Selection, city: str) -> list[Rank]:
    """Who tells of the events."""
    return [Rank(name, name, events, number(events)) for name, _, events in publishers(own, _MOST_PUBLISHERS)]


class _Kind(NamedTuple):
    """A list: its title, its rows, and the facet that a click on one of its bars chooses a word of."""

    title: str
    ranks: Callable[[Selection, str], list[Rank]]
    facet: str


LISTS = {
    "sites": _Kind(message("Its sites, with events there"), site_ranks, "location"),
    "partners": _Kind(message("Partners abroad, by events"), partner_ranks, "organisation"),
    "publishers": _Kind(message("Who says so, by events"), publisher_ranks, "source"),
}


def draw_list(own: Selection, city: str, name: str) -> None:
    """One list; nothing where it has no rows."""
    kind, width = LISTS[name], screen()
    ranks = kind.ranks(own, city)
    if not ranks:
        return
    with part(f"city-{name}", say(kind.title)):
        narrowing_chart(
            list_figure(own, city, name, dark=dark(), narrow=width == "narrow"),
            key=f"city-{name}-{width}",
            alt=_in_words(ranks),
            means=lambda _, code: list_means(own, name, code),
            kind="site",
        )
        if name == "sites":
            more = len(profile_sites(own, city))
            label = say("All {count} on the map", count=more) if more > _MOST_SITES else say("On the map")
            st.page_link("map/map.py", label=md(label), query_params=own.filters.to_query())


@derived
def list_figure(own: Selection, city: str, name: str, *, dark: bool, narrow: bool) -> ReadyFigure:
    """One list as a figure."""
    return ReadyFigure(ranked(LISTS[name].ranks(own, city), LISTS[name].facet, dark=dark, narrow=narrow))


def list_means(own: Selection, name: str, code: str) -> dict[str, object]:
    """The choices for a click on a bar of a list."""
    documents = {publisher: keys for publisher, keys, _ in publishers(own, _MOST_PUBLISHERS)} if name == "publishers" else {}
    return {"city": own.filters.city, LISTS[name].facet: documents.get(code, (code,))}


def _in_words(ranks: list[Rank]) -> str:
    return "; ".join(f"{rank.name}: {rank.text}" for rank in ranks)


def draw_recurring(own: Selection) -> None:
    """Programmes with a figure that recurs: a bar an event, which opens the figure's card."""
    found, width = recurring(own, _MOST_RECURRING), screen()
    if not found:
        return
    with part("city-recurring", say("What recurs")):
        columns = st.columns(2, gap="large") * 2 if width == "wide" else [st.container()] * len(found)
        for place, (column, one) in enumerate(zip(columns, found, strict=False)):
            with column:
                st.markdown(f"**{md(one.programme)}**: {md(one.measure)}")
                figure = recurring_figure(own, place, dark=dark(), narrow=width == "narrow")
                clickable_chart(figure, key=f"city-recurring-{place}-{width}", alt=_in_words(recurring_ranks(one)))
        if any(row.against for one in found for row in one.rows):
            st.markdown(md(say("≠ another source says otherwise.")))
        take("recurring", sum(len(one.rows) for one in recurring(own, _EVERY)))


@derived
def recurring_figure(own: Selection, place: int, *, dark: bool, narrow: bool) -> ReadyFigure:
    """One of the figures that recur, from event to event."""
    return ReadyFigure(ranked(recurring_ranks(recurring(own, _MOST_RECURRING)[place]), "", dark=dark, narrow=narrow))


def recurring_ranks(one: Recurring) -> list[Rank]:
    """One row is one event; outlined where its figure is only announced, with a sign where a source says otherwise."""
    return [
        Rank(
            row.measure_id,
            row.date_text,
            row.value,
            f"{row.figure} ≠" if row.against else row.figure,
            row.measure_id,
            row.report != "announced",
            f"{escape(row.title)}<br>{escape(row.confidence_text)}",
        )
        for row in one.rows
    ]
