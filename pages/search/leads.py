"""Where a result leads: to its card, to the events that have it, or to its row; and what stands below its title."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from loaders.datetext import date_text
from loaders.events import NO_TIE
from loaders.events.selection import Selection, derived
from loaders.hits import Hit
from loaders.store import Store
from loaders.subjects import card_keys
from loaders.text import counted, say
from pages.parts.opening import open_card
from pages.parts.words import md
from pages.shell.pages_list import FILES

_PAGES = Path(__file__).parent.parent
_FACETS = {
    "organisations": "organisation", "people": "person", "cities": "city", "ties": "tie", "programmes": "programme", "sites": "location",
}  # fmt: skip
_MARK = ":primary-background[{}]"


class WayOn(NamedTuple):
    """A way on from a result: its name in Markdown, and the card (kind and key) that it opens, or the pages to which it leads (each with its words and query)."""

    key: str
    label: str
    card: tuple[str, str] | None = None
    pages: Mapping[str, tuple[str, dict[str, list[str]]]] = {}


def lead(shown: Selection, kind: str, hit: Hit) -> WayOn:
    """The result's title as a way on, and a city's own page beside it."""
    store, filters, place, words = shown.store, shown.filters, f"hit-{kind}-{hit.key}", marked(hit.title)
    if kind in _FACETS and hit.key != NO_TIE and (chosen := shown.reaching(text="", **{_FACETS[kind]: (hit.key,)})):
        said = counted("in {count} event", "in {count} events", count=shown.count(**chosen))
        pages = {"timeline": (f"{words} :small[{md(said)}]", filters.after(**chosen).to_query())}
        if kind == "cities":
            others = replace(filters, text="").to_query() or {"text": [""]}  # an address that says no filter would keep the words
            pages["cities"] = md(say("The city")), {**others, "view": ["city"], "of": [hit.key]}
        return WayOn(place, "", pages=pages)
    if card := card_keys(store.facts, kind).get(hit.key):
        return WayOn(place, words, card)
    return WayOn(place, "", pages={"data": (words, {"table": [kind], "row": [hit.key]})})


def draw_lead(found: WayOn) -> None:
    """The way on: a button for a card, links to pages side by side."""
    if found.card:
        st.button(found.label, key=found.key, type="tertiary", on_click=open_card, args=found.card)
        return
    with st.container(horizontal=True, gap="medium"):
        for page, (label, query) in found.pages.items():
            st.page_link(st.Page(_PAGES / FILES[page], url_path=page), label=label, query_params=query, icon="")


@derived
def below(store: Store, kind: str) -> dict[str, str]:
    """Per key, what stands below its title: of an event date, relationship and confidence, of a document who published it when."""
    if kind == "events":
        rows = store.events().rows
        return {
            row.event_id: " · ".join(
                [
                    row.date_text,
                    *([row.tie] if isinstance(row.tie, str) else []),
                    row.confidence,
                    *([row.status_text] * (row.status != "held")),
                ]
            )
            for row in rows.itertuples()
        }
    if kind == "sources":
        rows = store.facts.table("sources")
        return {
            row.source_id: ", ".join([row.publisher, *([date_text(row.published)] if isinstance(row.published, str) else [])])
            for row in rows.itertuples()
        }
    return {}


def marked(parts: tuple[tuple[str, bool], ...]) -> str:
    """Parts of a text as Markdown, marked where they were looked for."""
    return "".join(_MARK.format(_plain(text)) if sought else _plain(text) for text, sought in parts)


def _plain(text: str) -> str:
    """Escaped, with the blanks at its ends, which `md` would strip."""
    core = md(text)
    return f"{' ' * (text[:1].isspace())}{core}{' ' * (text[-1:].isspace() and bool(core))}"
