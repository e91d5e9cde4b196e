"""What is shown other than printed, where sources disagree, and what was looked for."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd
import streamlit as st

from loaders.contradictions import contradictions
from loaders.documents import corrections
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.store import Store
from loaders.subjects import cards
from pages.parts.downloads import downloads
from pages.parts.opening import open_card
from pages.parts.sources_parts import kept
from pages.parts.words import md, number_of


class Item(NamedTuple):
    """One row of a list, in Markdown: its key, what its words are about, the kind and key of the card that tells of it (blank where none does), and the words.

    `group`: the heading under which it stands, where the list has any.
    """

    key: str
    subject: str
    kind: str
    card: str
    text: str
    group: str = ""


class Figure(NamedTuple):
    """One of several figures that differ, in Markdown: whether it is the one that is shown, its words, and why it differs from the first."""

    key: str
    preferred: bool
    text: str
    why: str


def draw_corrections(shown: Selection) -> None:
    """Every correction, by whose fault it is: printed, shown, why."""
    items = _left(shown, "corrections", _corrections(shown.facts))
    st.subheader("Printed wrongly", anchor="printed-wrongly")
    st.caption(
        f"{number_of(len(items), 'correction')}: what a document has, what we show instead, and why. Only the first two groups are its authors’ own."
    )
    for group, some in _grouped(items).items():
        st.markdown(f"{group} · {number_of(len(some), 'correction')}")
        _draw(some)
    if items:
        downloads("corrections", len(items))


@derived
def _corrections(facts: FactBase) -> list[Item]:
    words = facts.table("vocabulary").query("field == 'corrections.fault'")
    names = dict(zip(words["code"], words["name"], strict=True))
    order = dict(zip(names, range(len(names)), strict=True))
    table = corrections(facts).sort_values("fault", key=lambda faults: faults.map(order), kind="stable")
    groups = [f"**{md(names[row.fault]).capitalize()}** · {md(row.source)}" for row in table.itertuples()]
    return _items(facts, "corrections", table, [_correction(row) for row in table.itertuples()], groups)


def _grouped(items: list[Item]) -> dict[str, list[Item]]:
    grouped = defaultdict(list)
    for item in items:
        grouped[item.group].append(item)
    return grouped


def _correction(row) -> str:
    place = f" ({md(row.locator)})" if isinstance(row.locator, str) else ""
    has = "read as" if row.fault == "copy" else "printed"
    return f"{md(row.what)}{place}: {has} “{md(row.printed_text)}”, shown “**{md(row.shown_text)}**”. {md(row.reason)}"


def draw_contradictions(shown: Selection) -> None:
    """Every word against what is shown that no correction explains: who says what, who is followed, why."""
    every = _left(shown, "evidence", _contradictions(shown.facts))
    items = [item for item in every if item.group != _CORRECTED]
    st.subheader("Where sources disagree", anchor="where-sources-disagree")
    st.caption(
        f"{number_of(len(every), 'word')} of documents against what is shown; {len(every) - len(items)} of them corrected above, "
        f"{len(items)} listed here. The CSV has all of them."
    )
    _draw(items)
    if every:
        downloads("contradictions", len(every))


_CORRECTED = "corrected"


@derived
def _contradictions(facts: FactBase) -> list[Item]:
    table = contradictions(facts)
    groups = [_CORRECTED if corrected else "" for corrected in table["corrected"]]
    return _items(facts, "evidence", table, [_contradiction(row) for row in table.itertuples()], groups)


def _contradiction(row) -> str:
    place = f", {md(row.locator)}" if row.locator else ""
    shown = f"shown “**{md(row.shown_text)}**”" if row.shown_text else "shown: **nothing**"
    followed = f", after {md(row.followed)}" if row.followed else ""
    return f"{md(row.what)}: {shown}{followed}; otherwise “**{md(row.said_text)}**”: {md(row.by)}{place}. {md(row.why)}"


def draw_figure_conflicts(shown: Selection) -> None:
    """Every city and indicator for which published figures differ, with the one that is shown first, and why."""
    keys = kept(shown, "observations")
    found = [(name, reason, first, left) for name, reason, first, figures in _conflicts(shown.store) if (left := _of(figures, keys))]
    st.subheader("Figures that differ", anchor="figures-that-differ")
    st.caption(
        f"{number_of(len(found), 'case')} in which published figures of one city differ by more than rounding for about the same time (areas whatever their year). All stay; the one followed is shown first."
    )
    for name, reason, leading, (first, *others) in found:
        with st.container(gap="xxsmall"):
            st.button(name, key=f"to-conflict-{first.key}", type="tertiary", on_click=open_card, args=("figure", first.key))
            st.markdown(f"Followed: {first.text}; {reason if first.key == leading else ''}")
            st.markdown("\n".join(f"- also {figure.text}: {figure.why}" for figure in others))


def _of(figures: list[Figure], keys: set[str]) -> list[Figure]:
    """What is left of figures that differ; nothing where the one that is shown is not first, or alone."""
    left = [figure for figure in figures if figure.key in keys]
    return left if len(left) > 1 and left[0].preferred else []


@derived
def _conflicts(store: Store) -> list[tuple[str, str, str, list[Figure]]]:
    """Per conflict, its name, why its first figure is followed, the key of that, and its figures."""
    found = [
        [
            Figure(row.observation_id, row.preferred, f"“**{md(row.figure)}**”, {md(row.as_of_text)}, {md(row.series)}", md(row.why))
            for row in conflict.rows
        ]
        for conflict in store.conflicts()
    ]
    pairs = zip(store.conflicts(), found, strict=True)
    return [(md(conflict.name), md(conflict.reason), figures[0].key, figures) for conflict, figures in pairs]


def draw_searches(shown: Selection) -> None:
    """What was looked for, and what came of it."""
    items = _left(shown, "searches", _searches(shown.facts))
    st.subheader("Looked for", anchor="looked-for")
    st.caption(f"{number_of(len(items), 'search', 'searches')}: what was looked for in public sources, when, and what came of it.")
    _draw(items)


@derived
def _searches(facts: FactBase) -> list[Item]:
    table = facts.table("searches")
    return _items(facts, "searches", table, [f"{md(row.result)} (read {md(row.read_on)})" for row in table.itertuples()])


def _items(facts: FactBase, name: str, table: pd.DataFrame, texts: list[str], groups: Iterable[str] = ()) -> list[Item]:
    """The rows of a list with the cards that tell of them; without these where faults hide them."""
    keys = list(table[facts.schema[name].key])
    found = {} if facts.faults else cards(facts, name).fillna("").set_axis(facts.table(name)[facts.schema[name].key]).to_dict("index")
    named = [found.get(key, {"kind": "", "key": ""}) for key in keys]
    places = zip(keys, map(md, table["subject"]), named, texts, groups or [""] * len(keys), strict=True)
    return [Item(key, subject, card["kind"], card["key"], text, group) for key, subject, card, text, group in places]


def _left(shown: Selection, name: str, items: list[Item]) -> list[Item]:
    """What the filter leaves of a list."""
    keys = kept(shown, name)
    return [item for item in items if item.key in keys]


def _draw(items: list[Item]) -> None:
    """Of each, what the words are about, as a link to its card where it has one, and the words."""
    with st.container(gap="xsmall"):
        for item in items:
            if item.kind:
                st.button(item.subject, key=f"to-{item.key}", type="tertiary", on_click=open_card, args=(item.kind, item.card))
            else:
                st.markdown(f"**{item.subject}**")
            st.markdown(item.text)
