"""The results of a search: a column for events, one for what is written, one for who and where; each with the passage that has the words."""

from collections.abc import Mapping
from itertools import groupby

import streamlit as st

from loaders.events.selection import Selection, derived
from loaders.hits import Hit, merged
from loaders.text import counted, say
from loaders.things import KINDS
from pages.parts import state
from pages.parts.faults import section
from pages.parts.screen import screen
from pages.parts.words import md
from pages.search.empty import draw_background
from pages.search.found import hits_of
from pages.search.leads import WayOn, below, draw_lead, lead, marked

ALL = "all"
_AT_ONCE, _MOST = 6, 60
_COLUMNS = (
    ("events", "measures", "observations", "corrections", "searches"),
    ("sources", "ties", "programmes", "evidence"),
    ("organisations", "sites", "cities", "people"),
)
_TAKING_PART = {"organisation": 6, "location": 3, "person": 3}


def draw_results(shown: Selection, found: Mapping[str, list[Hit]]) -> None:
    """The choice of a kind, and below it the best of every kind, or all of one."""
    kinds = [kind for kind in KINDS if found.get(kind)]
    offered = (ALL, *kinds)
    numbers = {ALL: sum(map(len, found.values())), **{kind: len(found[kind]) for kind in kinds}}
    names = {kind: f"{md(say(KINDS.get(kind, 'All')))} **{numbers[kind]}**" for kind in offered}
    with st.container(key="kinds"):
        st.pills(say("Show"), offered, format_func=names.get, required=True, label_visibility="collapsed", **state.chosen("among", offered))
    if "events" not in kinds:
        draw_background(shown)
    chosen = state.choice("among", offered)
    with st.container(key=f"picture-found-{screen()}"):
        if chosen != ALL:
            _group(shown, chosen, len(found[chosen]), _MOST)
            return
        parts = st.columns([500, 400, 320], gap="medium") if screen() == "wide" else _below_one_another()
        for part, column in zip(parts, _COLUMNS, strict=True):
            with part:
                for kind in (kind for kind in column if kind in kinds):
                    with section(say(KINDS[kind])):
                        _group(shown, kind, len(found[kind]), _AT_ONCE)
        with parts[-1]:
            _in_these_events(shown)


def _below_one_another() -> list:
    """The three columns on a narrow screen: who and where come before what is written."""
    events, who, written = (st.container() for _ in _COLUMNS)
    return [events, written, who]


def _group(shown: Selection, kind: str, number: int, most: int) -> None:
    different, best = _best(shown, kind, most)
    with st.container(key=f"found-{kind}", gap="xsmall"):
        with st.container(key=f"head-{kind}", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.subheader(f"{md(say(KINDS[kind]))} {number}", anchor=False, width="content")
            if kind == "events":
                draw_background(shown)
        for place, (why, leads) in enumerate(best):
            with st.container(key=f"item-{kind}-{place}", gap=None):
                for one in leads:
                    draw_lead(one)
                if why:
                    st.caption(why)
        if different > most == _AT_ONCE:
            st.button(md(say("All {count}", count=number)), key=f"all-{kind}", type="tertiary", on_click=_show, args=(kind,))
        elif different > most:
            st.caption(md(say("The best {count} of {all}; more words find fewer.", count=most, all=different)))


@derived
def _best(shown: Selection, kind: str, most: int) -> tuple[int, list[tuple[str, list[WayOn]]]]:
    """How many different hits there are of one kind, and of so many of them what stands below, with the ways on of those that have the same."""
    different = merged(hits_of(shown, kind))
    said = below(shown.store, kind)
    groups = groupby(different[:most], lambda one: _why(*one, said.get(one[0].key, "")))
    return len(different), [(why, [lead(shown, kind, hit) for hit, _ in same]) for why, same in groups]


def _show(kind: str) -> None:
    state.write_address(among=kind)


def _why(hit: Hit, number: int, about: str) -> str:
    """What stands below a hit: what it is, and each passage that its title does not show. `number`: how many rows read alike."""
    title = "".join(text for text, _ in hit.title)
    reasons = [f"{md(reason.label)}: {marked(reason.parts)}" for reason in hit.reasons if reason.text not in title]
    alike = [md(counted("{count} row says the same", "{count} rows say the same", count=number))] if number > 1 else []
    return "  \n".join(filter(None, [md(about), *dict.fromkeys(reasons), *alike]))


def _in_these_events(shown: Selection) -> None:
    """Who and what the found events have most; a click leaves those events."""
    names, some = shown.store.names(), []
    for facet, most in _TAKING_PART.items():
        some += [(facet, code, number) for code, number in shown.most(facet)[:most]]
    if not some:
        return
    with st.container(key="found-in-events", gap="xxsmall"):
        st.subheader(md(say("In these events")), anchor=False)
        for facet, code, number in some:
            label = f"{md(names[facet][code])} **{number}**"
            st.button(label, key=f"in-{facet}-{code}", type="tertiary", on_click=state.narrow, kwargs={facet: (code,)})
