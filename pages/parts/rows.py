"""What stands below every chart: the rows behind it, their download, and the sources of exactly these rows."""

from collections.abc import Callable, Mapping, Sequence, Sized
from typing import NamedTuple

import pandas as pd
import streamlit as st

from loaders.citations import publishers
from loaders.confidence_words import LEGEND
from loaders.events import Events
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.text import say
from pages.parts import state
from pages.parts.opening import cards_closed, open_clicked
from pages.parts.table_keys import HEAD_PX, ROW_PX
from pages.parts.words import linked, md, number_of
from pages.shell.frame import end

EVENT_COLUMNS = {
    "date_text": "Date",
    "title": "Event",
    "sector": "Sector",
    "tie": "Relationship",
    "cities": "Cities",
    "status_text": "Status",
    "confidence": "Confidence",
    "sources": "Documents",
    "disputed": "They disagree",
}
_WIDTHS = {"Date": 160, "Event": 305, "Sector": 110, "Cities": 170, "Status": 120, "Confidence": 95, "Documents": 95, "They disagree": 115}
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


def event_table(shown: Selection | Events, *, name: str = "rows", heading: str = "The events in rows") -> None:
    """The events as rows; choosing one opens its card."""
    st.subheader(heading)
    st.caption(f"Click a row to open its card with all sources. {LEGEND}")
    event_rows(shown, name=name)


def event_rows(shown: Selection | Events, *, name: str) -> None:
    """The rows alone, a page of them at a time."""
    number = len(shown)
    first = first_row(name, number, lambda: [shown.page(at, 1)["event_id"].iloc[0] for at in (0, number - 1)])
    table = _event_page(shown, first) if isinstance(shown, Selection) else _in_words(shown.page(first, PAGE_ROWS))
    alt = f"{number} events in rows with date, sector, relationship, cities, status, confidence and number of sources"
    alt += f"; here rows {first + 1} to {first + len(table)}." if number > PAGE_ROWS else "."
    rows_table(table, EVENT_COLUMNS, kind="event", key="event_id", name=name, widths=_WIDTHS, alt=alt)


@derived
def _event_page(selection: Selection, first: int) -> pd.DataFrame:
    return _in_words(selection.page(first, PAGE_ROWS))


def _in_words(rows: pd.DataFrame) -> pd.DataFrame:
    """What the rows of events show, and their keys."""
    return yes_or_blank(rows[["event_id", *EVENT_COLUMNS]].fillna({"tie": "none"}))


def yes_or_blank(table: pd.DataFrame) -> pd.DataFrame:
    """The table with `yes`, or nothing, in its columns of truths."""
    truths = table.select_dtypes("bool")
    return table.assign(**{name: truths[name].map({True: "yes", False: ""}) for name in truths}) if len(truths.columns) else table


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
        state.say()

    st.pagination(pages, **state.bound(f"{name}-page", page, turn))
    return (page - 1) * PAGE_ROWS


def rows_table(
    table: pd.DataFrame,
    columns: Mapping[str, str],
    *,
    kind: str | None,
    key: str,
    name: str = "rows",
    alt: str,
    widths: Mapping[str, int | str] | None = None,
    chosen: Callable[[str], None] | None = None,
) -> None:
    """The rows of any table; choosing a cell opens the card of that `kind` for the row's `key` (none where `kind` is None or the key is missing).

    `columns`: the columns shown with their names for readers. `widths`: by the readers' name, pixels or Streamlit's words.
    `chosen`: what is done with the key, in place of a card.
    """
    shown = yes_or_blank(table[list(columns)].set_axis(list(columns.values()), axis="columns"))
    keys = list(table[key].fillna(""))
    place = f"{name}-{cards_closed()}"
    select = {"on_select": lambda: _row_chosen(name, place, kind), "selection_mode": "single-cell"} if kind else {}
    if chosen:
        select = {"on_select": lambda: _done(place, keys, chosen), "selection_mode": "single-cell"}
    st.dataframe(
        shown,
        hide_index=True,
        key=place,
        alt=alt,
        height=table_height(len(shown)),
        column_config={column: _config(column, dtype, (widths or {}).get(column)) for column, dtype in shown.dtypes.items()},
        **select,
    )
    st.session_state[f"{name}_keys"] = keys


def table_height(rows: int, *, whole: int = _MOST_WHOLE) -> int:
    """How tall a table of so many rows is drawn, in pixels: whole, or to the middle of a row, so that it is seen to go on. `whole`: how many rows at most."""
    return HEAD_PX + round(ROW_PX * (rows if rows <= whole else whole + 0.5)) + _BORDERS_PX


def _config(column: str, dtype: object, width: int | str | None):
    if column == "Address":
        return st.column_config.LinkColumn(display_text="open", width=width)
    if column == "Confidence":
        return st.column_config.TextColumn(width=width, help=LEGEND)
    kind = st.column_config.NumberColumn if pd.api.types.is_numeric_dtype(dtype) else st.column_config.TextColumn
    return kind(width=width)


def _done(place: str, keys: Sequence[str], chosen: Callable[[str], None]) -> None:
    for row, _ in st.session_state[place]["selection"]["cells"]:
        chosen(keys[row])


def _row_chosen(name: str, place: str, kind: str) -> None:
    keys = st.session_state[f"{name}_keys"]
    cells = [keys[row] for row, _ in st.session_state[place]["selection"]["cells"]]
    open_clicked(name, kind, [key for key in cells if key])


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
    fold = st.expander(say("All sources"), key=f"sources-of-{said.thing}", on_change=state.say)
    if fold.open:
        fold.markdown(said.lines)


@derived
def _source_lines(facts: FactBase) -> dict[str, str]:
    """Each document in one line with its address, by key."""
    return {row.source_id: _line(row) for row in facts.table("sources").itertuples()}


def _line(row) -> str:
    return linked(f"{row.publisher}: {row.title}", row.url) + (f", {md(row.published)}" if isinstance(row.published, str) else "")
