"""Where a result leads: to its card, or to the events that have it, as a choice of the filter."""

from dataclasses import replace
from pathlib import Path

import streamlit as st

from loaders.events import NO_TIE
from loaders.filters import Filters
from loaders.hits import Hit
from loaders.subjects import card_of
from pages.parts.base import all_events, fact_base
from pages.parts.opening import open_card
from pages.parts.profile_kept import names_of_profiles
from pages.parts.words import md, number_of

_PAGES = Path(__file__).parent.parent
_FACETS = {"organisations": "organisation", "cities": "city", "ties": "tie"}
_BY_NAME = ("people", "programmes")


def draw_lead(kind: str, hit: Hit, words: str, filters: Filters) -> None:
    """The result's title as a way on, and a city's profile beside it. `words`: the title in Markdown."""
    before = _facts_of(kind, hit.key)
    if kind in _FACETS and _events_with(kind, hit.key):
        number = _events_with(kind, hit.key)
        chosen = replace(filters, text="", **{_FACETS[kind]: (hit.key,)})
        with st.container(horizontal=True, gap="medium"):
            _page("timeline", f"{words} → {number_of(number, 'event')}", chosen.to_query())
            if kind == "cities" and hit.key in names_of_profiles():
                _page("profile", "Profile", {**replace(filters, text="").to_query(), "of": [hit.key]})
    elif kind in _BY_NAME:
        name = fact_base().table(kind).set_index(fact_base().schema[kind].key)["name"][hit.key]
        _page("timeline", f"{words} → events", replace(filters, text=name).to_query())
    elif card := card_of(fact_base(), kind, hit.key):
        st.button(f"{before}{words}", key=f"hit-{kind}-{hit.key}", type="tertiary", on_click=open_card, args=card)
    else:
        _page("facts", f"{words} → its row", {"table": [kind], "row": [hit.key]})


def _facts_of(kind: str, key: str) -> str:
    """What stands before an event's title: its date, and what it is where it was not held."""
    if kind != "events":
        return ""
    row = all_events().rows.set_index("event_id").loc[key]
    state = "" if row["status"] == "held" else f"{md(row['status_text'])}: "
    return f"{md(row['date_text'])} {md(row['confidence'])} · {state}"


def _events_with(kind: str, key: str) -> int:
    links = all_events().links[_FACETS[kind]]
    return 0 if key == NO_TIE else int((links["code"] == key).sum())


def _page(page: str, label: str, query: dict[str, list[str]]) -> None:
    """A link by a page's address: one by its file would lead home where the home page has the same file."""
    st.page_link(st.Page(_PAGES / f"{page}.py", url_path=page), label=label, query_params=query, icon="")
