"""Where a result leads: to its card, or to the events that have it, as a choice of the filter."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from loaders.events import NO_TIE
from loaders.events.selection import Selection, derived
from loaders.hits import Hit
from loaders.profile import profile_cities
from loaders.store import Store
from loaders.subjects import cards
from pages.parts.opening import open_card
from pages.parts.words import md, number_of
from pages.shell.pages_list import FILES

_PAGES = Path(__file__).parent.parent
_FACETS = {"organisations": "organisation", "people": "person", "cities": "city", "ties": "tie", "programmes": "programme"}


class WayOn(NamedTuple):
    """A way on from a result: its name in Markdown, and the card (kind and key) that it opens, or the pages to which it leads.

    `pages`: per page, the words of the link and the query of its address.
    """

    key: str
    label: str
    card: tuple[str, str] | None = None
    pages: Mapping[str, tuple[str, dict[str, list[str]]]] = {}


def lead(selection: Selection, kind: str, hit: Hit, words: str) -> WayOn:
    """The result's title as a way on, and a city's profile beside it. `words`: the title in Markdown."""
    store, filters, place = selection.store, selection.filters, f"hit-{kind}-{hit.key}"
    if kind in _FACETS and hit.key != NO_TIE and hit.key in store.index().facets[_FACETS[kind]].places:
        chosen = {"text": "", _FACETS[kind]: (hit.key,)}
        pages = {"timeline": (f"{words} → {number_of(selection.count(**chosen), 'event')}", filters.after(**chosen).to_query())}
        if kind == "cities" and hit.key in _with_profile(store):
            pages["cities"] = "Profile", {**replace(filters, text="").to_query(), "view": ["city"], "of": [hit.key]}
        return WayOn(place, "", pages=pages)
    if card := _cards(store, kind).get(hit.key):
        return WayOn(place, f"{_dates(store)[hit.key] if kind == 'events' else ''}{words}", card)
    return WayOn(place, "", pages={"data": (f"{words} → its row", {"table": [kind], "row": [hit.key]})})


def draw_lead(found: WayOn) -> None:
    """The way on: a button for a card, links to pages side by side."""
    if found.card:
        st.button(found.label, key=found.key, type="tertiary", on_click=open_card, args=found.card)
    elif "timeline" in found.pages:
        with st.container(horizontal=True, gap="medium"):
            _links(found)
    else:
        _links(found)


def _links(found: WayOn) -> None:
    """Links by the pages' addresses: one by its file would lead home where the home page has the same file."""
    for page, (label, query) in found.pages.items():
        st.page_link(st.Page(_PAGES / FILES[page], url_path=page), label=label, query_params=query, icon="")


@derived
def _cards(store: Store, kind: str) -> dict[str, tuple[str, str]]:
    """Per key of one table, kind and key of the card that tells of it."""
    facts = store.facts
    found = cards(facts, kind).set_axis(facts.table(kind)[facts.schema[kind].key]).dropna()
    return dict(zip(found.index, found.itertuples(index=False, name=None), strict=True))


@derived
def _with_profile(store: Store) -> set[str]:
    return set(profile_cities(store))


@derived
def _dates(store: Store) -> dict[str, str]:
    """What stands before an event's title: its date, and what it is where it was not held."""
    rows = store.events().rows
    return {
        row.event_id: f"{md(row.date_text)} {md(row.confidence)} · {'' if row.status == 'held' else f'{md(row.status_text)}: '}"
        for row in rows.itertuples()
    }
