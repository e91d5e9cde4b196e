"""The results of a search: grouped by kind, the best first, each with why it was found and where it leads."""

from collections.abc import Mapping
from contextlib import suppress
from itertools import groupby

import pandas as pd
import streamlit as st

from loaders.events.selection import Selection, derived
from loaders.faults import FaultyData
from loaders.hits import Hit, Prepared, Reason, merged
from loaders.reasons import reason_label, reason_within, spelling_text
from loaders.searched import counted, searched
from loaders.store import Store
from loaders.suggestions import known_words, nearest
from loaders.things import KINDS, passages_of, titles
from pages.parts import state
from pages.parts.base import selection
from pages.parts.faults import section
from pages.parts.search_leads import WayOn, draw_lead, lead
from pages.parts.words import md, number_of

ALL = "all"
_AT_ONCE, _MOST = 6, 60
_IN = {
    "About": "in what it is about",
    "As printed": "in the words as printed",
    "As shown here": "in the words as shown here",
    "What the source says": "in what the source says",
}
_HOW = (
    "Words in a title or name come first, then other names, places, people and programmes, then notes; among equals, events of the "
    "relationships before context, the oldest first. A word is found where words begin with it, in Chinese and Japanese script in any part. Case, accents, width, spelled-out umlauts and long vowels do not count; bold is what was looked for."
)


@derived
def _passages(store: Store, kind: str) -> Prepared:
    return Prepared(passages_of(store.facts, kind))


@derived
def _titles(store: Store, kind: str) -> dict[str, str]:
    return titles(store.facts, kind).to_dict()


@derived
def _hits(selection: Selection, kind: str) -> list[Hit]:
    kept = selection.store
    return searched(selection, kind, lambda: _passages(kept, kind), lambda: _titles(kept, kind))


def all_hits() -> dict[str, list[Hit]]:
    """Per kind, what the session's filters find; a kind that cannot be searched for faults in its table is named and left out."""
    found = {}
    for kind, name in KINDS.items():
        with section(f"What is found among “{name}”"):
            found[kind] = _hits(selection(), kind)
    return found


@derived
def nearest_names(selection: Selection) -> list[str]:
    """The names that are nearest to the selection's text; see `suggestions.nearest`."""
    return nearest(_known(selection.store), selection.filters.text)


@derived
def _known(store: Store) -> Mapping[str, str]:
    """The words of the names of every kind; kinds with faulty tables left out."""
    parts = []
    for kind in KINDS:
        with suppress(FaultyData):
            parts.append(_passages(store, kind).table)
    return known_words(pd.concat(parts, ignore_index=True))


def draw_results(shown: Selection, found: Mapping[str, list[Hit]]) -> None:
    """The choice of a kind, and below it the best of every kind, or all of one."""
    kinds = [kind for kind in KINDS if found.get(kind)]
    offered = (ALL, *kinds)
    names = {ALL: "All", **{kind: f"{KINDS[kind]} **{len(found[kind])}**" for kind in kinds}}
    st.pills("Show", offered, format_func=names.get, required=True, label_visibility="collapsed", **state.chosen("among", offered))
    chosen = state.choice("among", offered)
    st.caption(_HOW)
    for kind in kinds if chosen == ALL else [chosen]:
        with section(f"What is found among “{KINDS[kind]}”"):
            _group(shown, kind, len(found[kind]), _AT_ONCE if chosen == ALL else _MOST)


def _group(shown: Selection, kind: str, number: int, most: int) -> None:
    different, best = _best(shown, kind, most)
    st.subheader(f"{KINDS[kind]}: {number}")
    with st.container(key=f"found-{kind}", gap="small"):
        for why, leads in best:
            with st.container(gap=None):
                for one in leads:
                    draw_lead(one)
                st.caption(f"These {len(leads)}: {why}" if len(leads) > 1 else why)
    if different <= most:
        return
    if most == _AT_ONCE:
        st.button(f"All {counted(kind, number)}", key=f"all-{kind}", on_click=_show, args=(kind,))
    else:
        st.caption(f"The best {most} of {different} are shown. More words find fewer; the table of all stands on Facts.")


@derived
def _best(shown: Selection, kind: str, most: int) -> tuple[int, list[tuple[str, list[WayOn]]]]:
    """How many different hits there are of one kind, and of so many of them the reasons, with the ways on of those that have the same."""
    different = merged(_hits(shown, kind))
    groups = groupby(different[:most], lambda one: _whole_why(*one))
    return len(different), [(why, [lead(shown, kind, hit, marked(hit.title)) for hit, _ in same]) for why, same in groups]


def _show(kind: str) -> None:
    state.say(among=kind)


def _whole_why(hit: Hit, number: int) -> str:
    """The reasons of a hit in one line, each once. `number`: of how many rows that read alike, as `hits.merged` gives it."""
    alike = [f"{number_of(number, 'row')} of the data say the same"] if number > 1 else []
    return " · ".join([*dict.fromkeys(_why(reason, hit) for reason in hit.reasons), *alike])


def _why(reason: Reason, hit: Hit) -> str:
    same = reason.text in "".join(text for text, _ in hit.title)  # the title above is marked already
    text = _IN.get(reason.field, f"in the {md(reason_within(reason))}") if same else f"{md(reason_label(reason))}: {marked(reason.parts)}"
    spelled = spelling_text(reason)
    return f"{text} ({md(spelled)})" if spelled else text


def marked(parts: tuple[tuple[str, bool], ...]) -> str:
    """Parts of a text as Markdown, bold where they were looked for; Markdown makes nothing bold that begins or ends with another sign than a letter or digit."""
    return "".join(_bold(text) if sought else _plain(text) for text, sought in parts)


def _bold(text: str) -> str:
    return f"**{md(text)}**" if text[0].isalnum() and text[-1].isalnum() else _plain(text)


def _plain(text: str) -> str:
    """Escaped, with the blanks at its ends, which `md` would strip."""
    core = md(text)
    return f"{' ' * (text[:1].isspace())}{core}{' ' * (text[-1:].isspace() and bool(core))}"
