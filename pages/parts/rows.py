"""What stands below every chart: the rows behind it, their download, and the sources of exactly these rows."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Sized
from typing import NamedTuple

import pandas as pd
import streamlit as st

from loaders.citations import publisher_of, publishers, together
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.text import counted, listed, number, say
from pages.parts import state
from pages.parts.screen import HEAD_PX, ROW_PX
from pages.parts.words import linked, md
from pages.shell.frame import end

_MOST_WHOLE, _BORDERS_PX, _LEADING = 12, 2, 4
PAGE_ROWS = 100
"""Of more events than these, a page of rows is shown at a time."""


def stop_if_empty(shown: Sized) -> None:
    """Says how to get rows again where the selection has none, and ends the page."""
    if len(shown):
        return
    st.info(say("Nothing in the data fits all of these choices. Take one away, or start again with Reset."))
    end()
    st.stop()


def first_row(name: str, rows: int, ends: Callable[[], Sequence[str]]) -> int:
    """Which of so many rows is the first of those that are looked at, a page of PAGE_ROWS at a time; draws the choice of the page where there are several.

    The first page again where they are other rows, by their number and the keys at their `ends`.
    """
    pages = -(-rows // PAGE_ROWS)
    if pages < 2:
        return 0
    place, of = f"page_of_{name}", (rows, *ends())
    kept_of, kept = st.session_state.get(place, (of, 1))
    page = kept if kept_of == of else 1

    def turn(page: int) -> None:
        st.session_state[place] = of, page
        state.write_address()

    st.pagination(pages, **state.bound(f"{name}-page", page, turn))
    return (page - 1) * PAGE_ROWS


def table_height(rows: int, *, whole: int = _MOST_WHOLE) -> int:
    """How tall a table of so many rows is drawn, in pixels: whole, or to the middle of a row, so that it is seen to go on. `whole`: how many rows at most."""
    return HEAD_PX + round(ROW_PX * (rows if rows <= whole else whole + 0.5)) + _BORDERS_PX


class Cited(NamedTuple):
    """The sources of some things: of how many each document speaks, and each publisher, that of most first. `thing`: what is meant, for a key."""

    documents: Mapping[str, int]
    publishers: Mapping[str, int]
    thing: str

    def sentence(self, worded: Callable[[str], str] = str) -> str:
        """How many documents, and who published most; blank where there is none. `worded`: makes a name ready for where the sentence stands."""
        leading = listed([f"{worded(together(name))} ({number(count)})" for name, count in list(self.publishers.items())[:_LEADING]])
        if not self.documents:
            return ""
        return counted(
            "Sources: {count} document, from {publishers}.",
            "Sources: {count} documents, most from {publishers}.",
            count=len(self.documents),
            publishers=leading,
        )


def event_sources(*parts: Selection) -> None:
    """The sources of exactly the events that are shown, in parts that have no event in common."""
    say_sources(parts[0].facts, events_cited(*parts))


def events_cited(*parts: Selection) -> Cited:
    """What the events of some parts rest on."""
    groups = (None, publisher_of(parts[0].facts))
    return _cited(*(sum((Counter(part.had("source", of)) for part in parts), Counter()) for of in groups), "event")


def cited(facts: FactBase, links: pd.DataFrame, thing: str) -> Cited:
    """What some things rest on. `links`: one row is one source's word on one thing, `key` and `source_id`."""
    links = links.drop_duplicates()
    return _cited(links["source_id"].value_counts().to_dict(), publishers(facts, links).to_dict(), thing)


def _cited(documents: Mapping[str, int], by_publisher: Mapping[str, int], thing: str) -> Cited:
    return Cited(*(dict(sorted(some.items(), key=lambda one: (-one[1], one[0]))) for some in (documents, by_publisher)), thing)


def say_sources(facts: FactBase, said: Cited) -> None:
    """The sentence, and the list for who opens it."""
    st.markdown(said.sentence(md))
    fold = st.expander(say("All sources"), key=f"sources-of-{said.thing}", on_change=state.write_address)
    if fold.open:
        lines = _source_lines(facts)
        fold.markdown("\n".join(f"- {lines[key]} · {number(count)}" for key, count in said.documents.items()))


@derived
def _source_lines(facts: FactBase) -> dict[str, str]:
    """Each document in one line with its address, by key."""
    return {row.source_id: _line(row) for row in facts.table("sources").itertuples()}


def _line(row) -> str:
    return linked(f"{row.publisher}: {row.title}", row.url) + (f", {md(row.published)}" if isinstance(row.published, str) else "")
