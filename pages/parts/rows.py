"""What stands below every chart: the rows behind it, their download, and the sources of exactly these rows."""

from collections.abc import Callable, Sequence, Sized
from typing import NamedTuple

import pandas as pd
import streamlit as st

from loaders.citations import publishers
from loaders.events import Events
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.text import say
from pages.parts import state
from pages.parts.table_keys import HEAD_PX, ROW_PX
from pages.parts.words import linked, md, number_of
from pages.shell.frame import end

_MOST_WHOLE, _BORDERS_PX = 12, 2
PAGE_ROWS = 200
"""Of more events than these, a page of rows is shown at a time."""


def stop_if_empty(shown: Sized) -> None:
    """Says how to get rows again where the selection has none, and ends the page."""
    if len(shown):
        return
    st.info(say("Nothing in the data fits all of these choices. Take one away, or start again with Reset."))
    end()
    st.stop()


def first_row(name: str, number: int, ends: Callable[[], Sequence[str]]) -> int:
    """Which of so many rows is the first of those that are looked at, a page of PAGE_ROWS at a time; draws the choice of the page where there are several.

    The first page again where they are other rows, by their number and the keys at their `ends`.
    """
    pages = -(-number // PAGE_ROWS)
    if pages < 2:
        return 0
    place, of = f"page_of_{name}", (number, *ends())
    kept_of, kept = st.session_state.get(place, (of, 1))
    page = kept if kept_of == of else 1

    def turn(number: int) -> None:
        st.session_state[place] = of, number
        state.write_address()

    st.pagination(pages, **state.bound(f"{name}-page", page, turn))
    return (page - 1) * PAGE_ROWS


def table_height(rows: int, *, whole: int = _MOST_WHOLE) -> int:
    """How tall a table of so many rows is drawn, in pixels: whole, or to the middle of a row, so that it is seen to go on. `whole`: how many rows at most."""
    return HEAD_PX + round(ROW_PX * (rows if rows <= whole else whole + 0.5)) + _BORDERS_PX


class Cited(NamedTuple):
    """The sources of some things in words: a sentence, their list, and what a thing is called."""

    sentence: str
    lines: str
    thing: str


def event_sources(facts: FactBase, shown: Selection | Events) -> None:
    """The sources of exactly the events that are shown."""
    if isinstance(shown, Selection):
        say_sources(_sources_in_words(shown))
    else:
        cite(facts, event_links(shown), "event")


@derived
def _sources_in_words(selection: Selection) -> Cited:
    publisher = selection.facts.table("sources").set_index("source_id")["publisher"]
    by_publisher = pd.Series(selection.had("source", publisher)).sort_index()
    return _cited(selection.facts, pd.Series(selection.had("source")), by_publisher, len(selection), "event")


def event_links(shown: Selection | Events) -> pd.DataFrame:
    """One row is one source's word on one shown event, as `cite` takes it."""
    events = shown.events if isinstance(shown, Selection) else shown
    return events.links["source"].set_axis(["key", "source_id"], axis="columns")


def cite(facts: FactBase, links: pd.DataFrame, thing: str) -> None:
    """The sources of exactly what is shown, with how many of the shown things each speaks of.

    `links`: one row is one source's word on one thing, `key` and `source_id`. `thing`: what a key is, in the singular. All of them travel
    to the reader who opens the list.
    """
    say_sources(cited(facts, links, thing))


def cited(facts: FactBase, links: pd.DataFrame, thing: str) -> Cited:
    """What `cite` says, in words."""
    links = links.drop_duplicates()
    numbers, total = links["source_id"].value_counts(), links["key"].nunique()
    return _cited(facts, numbers, publishers(facts, links), total, thing)


def _cited(facts: FactBase, numbers: pd.Series, by_publisher: pd.Series, total: int, thing: str) -> Cited:
    """How many documents speak of so many things, and the list of them. `numbers`: of how many each document speaks."""
    numbers, most = (some.sort_values(ascending=False, kind="stable") for some in (numbers, by_publisher))
    leading = ", ".join(md(f"{name} ({number_of(number, thing)})") for name, number in most.head(4).items())
    these = f"this {thing}" if total == 1 else f"these {number_of(total, thing)}"
    which = "most from" if len(numbers) > 1 else "from"
    source = _source_lines(facts)
    lines = [f"- {source[key]} · {number_of(number, thing)}" for key, number in numbers.items()]
    sentence = f"**Sources of {these}:** {number_of(len(numbers), 'document')}, {which} {leading}."
    return Cited(sentence, "\n".join(lines), thing)


def say_sources(said: Cited) -> None:
    """The sentence, and the list for who opens it."""
    st.markdown(said.sentence)
    fold = st.expander(say("All sources"), key=f"sources-of-{said.thing}", on_change=state.write_address)
    if fold.open:
        fold.markdown(said.lines)


@derived
def _source_lines(facts: FactBase) -> dict[str, str]:
    """Each document in one line with its address, by key."""
    return {row.source_id: _line(row) for row in facts.table("sources").itertuples()}


def _line(row) -> str:
    return linked(f"{row.publisher}: {row.title}", row.url) + (f", {md(row.published)}" if isinstance(row.published, str) else "")
