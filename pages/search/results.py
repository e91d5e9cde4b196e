"""The results of a search: a column for events, one for what is written, one for who and where; each with the passage that has the words."""

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import orjson
import streamlit as st

from loaders.events.selection import Selection, derived
from loaders.hits import Hit, merged
from loaders.story.search import in_background
from loaders.text import counted, number, say
from loaders.things import KINDS
from pages.parts import state
from pages.parts.opening import open_card
from pages.parts.words import md
from pages.search.empty import draw_background
from pages.search.found import hits_of
from pages.search.leads import Parts, WayOn, below, ways_on
from pages.widgets.component import base_path, component

ALL = "all"
_AT_ONCE, _MOST, _HERE = 6, 60, Path(__file__).parent
_COLUMNS = (
    ("events", "measures", "observations", "corrections", "searches"),
    ("sources", "ties", "programmes", "evidence"),
    ("organisations", "sites", "cities", "people"),
)
_TAKING_PART = {"organisation": 6, "location": 3, "person": 3}


class Results(NamedTuple):
    """What the browser draws, as JSON, and what a click on each of its ways means that leads to no page: `card`, `among` or `narrow`, and with what."""

    drawn: bytes
    ways: list[tuple]


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
    made = results(shown, tuple(kinds), state.choice("among", offered))
    with st.container(key="picture-found"):
        _component()(key="results", data=made.drawn, on_chosen_change=lambda: _chosen(made))


def _chosen(made: Results) -> None:
    at = st.session_state["results"].get("chosen")
    if at is None:
        return
    what, *of = made.ways[at]
    {"card": open_card, "among": _show, "narrow": lambda chosen: state.narrow(**chosen)}[what](*of)


def _show(kind: str) -> None:
    state.write_address(among=kind)


@derived
def results(shown: Selection, kinds: tuple[str, ...], chosen: str) -> Results:
    """The best of these kinds, or as many as have room of the one that is chosen."""
    ways: list[tuple] = []
    if chosen == ALL:
        columns = [[_group(shown, kind, _AT_ONCE, ways) for kind in column if kind in kinds] for column in _COLUMNS]
        columns[-1] += _in_these_events(shown, ways)
    else:
        columns = [[_group(shown, chosen, _MOST, ways)]]
    return Results(orjson.dumps(columns), ways)


def _group(shown: Selection, kind: str, most: int, ways: list[tuple]) -> dict:
    """One kind: its head, its best results, and the way to all. What a click means is added to `ways`."""
    hits, said = hits_of(shown, kind), below(shown.store, kind)
    different = merged(hits)
    same = groupby(different[:most], lambda one: _why(*one, said.get(one[0].key, "")))
    items = [{"ways": [[_way(way, ways) for way in ways_on(shown, kind, hit)] for hit, _ in some], "why": why} for why, some in same]
    group = {"kind": kind, "head": say(KINDS[kind]), "number": number(len(hits)), "items": items}
    if kind == "events" and (more := in_background(shown)):
        label = counted("{count} more event in the background", "{count} more events in the background", count=more)
        group["aside"] = _control([(label, False)], ways, "narrow", {"background": True})
    if len(different) > most == _AT_ONCE:
        group["all"] = _control([(say("All {count}", count=len(hits)), False)], ways, "among", kind)
    elif len(different) > most:
        group["note"] = say("The best {count} of {all}; more words find fewer.", count=most, all=len(different))
    return group


def _way(way: WayOn, ways: list[tuple]) -> dict:
    if way.card:
        return _control(way.words, ways, "card", *way.card)
    return {"words": way.words, "said": way.said, "href": f"{base_path()}/{way.page}?{urlencode(way.query, doseq=True)}", "at": None}


def _control(words: Parts, ways: list[tuple], *means: object) -> dict:
    ways.append(means)
    return {"words": words, "said": "", "href": "", "at": len(ways) - 1}


def _why(hit: Hit, number: int, about: str) -> list[Parts]:
    """What stands below a hit, a line each: what it is, and each passage that its title does not show. `number`: how many rows read alike."""
    title = "".join(text for text, _ in hit.title)
    lines = [((about, False),)] if about else []
    lines += [((f"{reason.label}: ", False), *reason.parts) for reason in hit.reasons if reason.text not in title]
    if number > 1:
        lines.append(((counted("{count} row says the same", "{count} rows say the same", count=number), False),))
    return list(dict.fromkeys(lines))


def _in_these_events(shown: Selection, ways: list[tuple]) -> list[dict]:
    """Who and what the found events have most; a click leaves those events."""
    names, items = shown.store.names(), []
    for facet, most in _TAKING_PART.items():
        for code, count in shown.most(facet)[:most]:
            way = _control([(names[facet][code], False)], ways, "narrow", {facet: (code,)}) | {"said": number(count)}
            items.append({"ways": [[way]], "why": []})
    return [{"kind": "in-these", "head": say("In these events"), "number": "", "items": items}] if items else []


@st.cache_resource(show_spinner=False)
def _component():
    """The results, registered once."""
    page, style, script = ((_HERE / f"results.{kind}").read_text(encoding="utf-8") for kind in ("html", "css", "js"))
    return component("results", script, page=page, style=style)
