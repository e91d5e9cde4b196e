"""Where a result leads: to its card, or to the events that have it, as a choice of the filter."""

from dataclasses import replace
from pathlib import Path

import streamlit as st

from loaders.events import NO_TIE
from loaders.events.filters import Filters
from loaders.events.selection import derived
from loaders.hits import Hit
from loaders.profile import profile_cities
from loaders.store import Store
from loaders.subjects import cards
from pages.parts.base import all_events, selection, store
from pages.parts.opening import open_card
from pages.parts.words import md, number_of

_PAGES = Path(__file__).parent.parent
_FACETS = {"organisations": "organisation", "people": "person", "cities": "city", "ties": "tie", "programmes": "programme"}


def draw_lead(kind: str, hit: Hit, words: str, filters: Filters) -> None:
    """The result's title as a way on, and a city's profile beside it. `words`: the title in Markdown."""
    before = _facts_of(kind, hit.key)
    if kind in _FACETS and _has_events(kind, hit.key):
        found = selection().narrowed(text="", **{_FACETS[kind]: (hit.key,)})
        with st.container(horizontal=True, gap="medium"):
            _page("timeline", f"{words} → {number_of(len(found), 'event')}", found.filters.to_query())
            if kind == "cities" and hit.key in profile_cities(store()):
                _page("profile", "Profile", {**replace(filters, text="").to_query(), "of": [hit.key]})
    elif card := _cards(store(), kind).get(hit.key):
        st.button(f"{before}{words}", key=f"hit-{kind}-{hit.key}", type="tertiary", on_click=open_card, args=card)
    else:
        _page("facts", f"{words} → its row", {"table": [kind], "row": [hit.key]})


@derived
def _cards(store: Store, kind: str) -> dict[str, tuple[str, str]]:
    """Per key of one table, kind and key of the card that tells of it."""
    facts = store.facts
    found = cards(facts, kind).set_axis(facts.table(kind)[facts.schema[kind].key]).dropna()
    return dict(zip(found.index, found.itertuples(index=False, name=None), strict=True))


def _facts_of(kind: str, key: str) -> str:
    """What stands before an event's title: its date, and what it is where it was not held."""
    if kind != "events":
        return ""
    row = all_events().rows.set_index("event_id").loc[key]
    state = "" if row["status"] == "held" else f"{md(row['status_text'])}: "
    return f"{md(row['date_text'])} {md(row['confidence'])} · {state}"


def _has_events(kind: str, key: str) -> bool:
    return key != NO_TIE and bool((all_events().links[_FACETS[kind]]["code"] == key).any())


def _page(page: str, label: str, query: dict[str, list[str]]) -> None:
    """A link by a page's address: one by its file would lead home where the home page has the same file."""
    st.page_link(st.Page(_PAGES / f"{page}.py", url_path=page), label=label, query_params=query, icon="")
