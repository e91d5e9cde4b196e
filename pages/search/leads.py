"""Where a result leads: to its card, to the events that have it, or to its row; and what stands below its title."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from loaders.datetext import date_text
from loaders.events import NO_TIE
from loaders.events.selection import Selection, derived
from loaders.hits import Hit
from loaders.store import Store
from loaders.subjects import card_keys
from loaders.text import counted, say

_FACETS = {
    "organisations": "organisation", "people": "person", "cities": "city", "ties": "tie", "programmes": "programme", "sites": "location",
}  # fmt: skip

Parts = Sequence[tuple[str, bool]]
"""A text in parts, each with whether it was looked for."""


class WayOn(NamedTuple):
    """A way on from a result: its words, what stands behind them, and where it leads: to a card (kind and key), else to a page with a query."""

    words: Parts
    said: str = ""
    card: tuple[str, str] | None = None
    page: str = ""
    query: Mapping[str, list[str]] = {}


def ways_on(shown: Selection, kind: str, hit: Hit) -> list[WayOn]:
    """From the result's title, and to a city's own page beside it."""
    filters = shown.filters
    if kind in _FACETS and hit.key != NO_TIE and (chosen := shown.reaching(text="", **{_FACETS[kind]: (hit.key,)})):
        said = counted("in {count} event", "in {count} events", count=shown.count(**chosen))
        found = [WayOn(hit.title, said, page="timeline", query=filters.after(**chosen).to_query())]
        if kind == "cities":
            own = {**replace(filters, text="").to_query(), "text": [""], "view": ["city"], "of": [hit.key]}
            found.append(WayOn(((say("The city"), False),), page="cities", query=own))
        return found
    if card := card_keys(shown.facts, kind).get(hit.key):
        return [WayOn(hit.title, card=card)]
    return [WayOn(hit.title, page="data", query={"table": [kind], "row": [hit.key]})]


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
