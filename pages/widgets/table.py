"""The one table of rows: a real HTML table whose columns are sorted and whose pages are turned in the browser, and whose rows open."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson
import pandas as pd
import streamlit as st

from loaders.events.rows import KEY_TO_PIPS, event_rows
from loaders.events.selection import Selection, derived
from loaders.text import counted, message, say
from pages.parts import state
from pages.parts.opening import open_card
from pages.widgets.component import component

PAGE_ROWS, MOST_WHOLE = 50, 500
"""So many rows are seen at a time; of more rows than the second, so many are sent at a time, and the browser does not sort them."""
_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Column:
    """One column. `kind`: text, words (text that may take several lines), struck (what does not hold), title (what opens the row), swatch (a coloured square and
    its name), pips, number, bar (a number behind a bar), scale (dots on one axis: pairs of `ours` or `theirs` and a place in percent) or links (pairs of text and address).

    `name`: of the rows' column with its values. `by`: of the one by which it is sorted, where that is another. `beside`: of the one with the words behind a
    title, the colour of a swatch, the pips in words, or how long a bar is in percent. `ticks`: the marks of an axis, a name and a place in percent each.
    """

    name: str
    label: str
    kind: str = "text"
    by: str = ""
    beside: str = ""
    ticks: tuple[tuple[str, float], ...] = ()


EVENT_COLUMNS = (
    Column("date", message("Date"), by="day"),
    Column("title", message("Event"), "title", beside="beside_title"),
    Column("sector", message("Sector"), "swatch", beside="colour"),
    Column("tie", message("Relationship")),
    Column("pips", message("Confidence"), "pips", by="pips_rank", beside="pips_text"),
    Column("publishers", message("Who says so")),
)


def event_table(selection: Selection, *, key: str = "rows") -> None:
    """The selected events as rows, newest first, parts under their whole; a row opens its card."""
    turned_table(lambda page: _events(selection, page), of=selection, total=len(selection), kind="event", key=key)


def turned_table(rows: Callable[[int], bytes], *, of: Selection, total: int, kind: str, key: str, most_whole: int = MOST_WHOLE) -> None:
    """Rows that open cards of this kind. `rows` is given the page that the reader has turned to: the first where no more than `most_whole`
    are sent at once, and where they are rows `of` another selection than before."""
    page = 0 if total <= most_whole else _page(key, of, total)
    table(rows(page), key=key, open=lambda row: open_card(kind, row), turn=lambda to: _turn(key, of, to))


def latest_table(selection: Selection, number: int, *, key: str) -> None:
    """The newest of the selected events, without a heading."""
    table(_latest(selection, number), key=key, open=lambda event: open_card("event", event))


def table(rows: bytes, *, key: str, open: Callable[[str], None] | None = None, turn: Callable[[int], None] | None = None) -> None:
    """Rows as `packed` makes them. `open` is given the key of the row that a reader opens, `turn` the page that is asked for where only one is sent."""

    def said(name: str, heard: Callable | None) -> None:
        found = st.session_state[key].get(name)
        if heard and found is not None:
            heard(found)

    _component()(key=key, data=rows, on_open_change=lambda: said("open", open), on_page_change=lambda: said("page", turn))


def packed(
    rows: Mapping[str, Sequence] | pd.DataFrame,
    columns: Sequence[Column],
    *,
    caption: str,
    heading: str = "",
    aside: str = "",
    note: str = "",
    sorted_by: tuple[str, bool] | None = None,
    parameter: str = "",
    page: int = 0,
    total: int | None = None,
    chosen: str = "",
) -> bytes:
    """Rows as the browser takes them: `key` (blank: the row does not open), `level` where some stand under others, and what the columns name, in their order.

    `caption`: the table in words, for who does not see it. `aside`: quiet, beside the heading; `note`: below the table. `sorted_by`: the column by which the
    rows are sorted, and whether downwards. `parameter`: of the address that opens a row. `page`, `total`: where these are one page of so many rows. `chosen`: the key of the row that is
    chosen.
    """
    keys = list(rows["key"])
    data = {
        "caption": caption,
        "heading": heading,
        "aside": aside,
        "note": note,
        "sorted": sorted_by,
        "parameter": parameter,
        "chosen": chosen,
        "size": PAGE_ROWS,
        "page": page,
        "total": len(keys) if total is None else total,
        "words": _words(),
        "keys": keys,
        "levels": list(rows["level"]) if "level" in rows else [0] * len(keys),
        "columns": [_column(column, rows) for column in columns],
    }
    return orjson.dumps(data, option=orjson.OPT_SERIALIZE_NUMPY)


def _words() -> dict[str, str]:
    """What the browser says; it fills the places itself."""
    places = {name: f"{{{name}}}" for name in ("first", "last", "total")}
    return {
        "range": say("Rows {first}–{last} of {total}", **places),
        "previous": say("Previous"),
        "next": say("Next"),
        "pages": say("Pages of the table"),
    }


def _column(column: Column, rows: Mapping[str, Sequence] | pd.DataFrame) -> dict:
    values = {"values": column.name, "by": column.by, "beside": column.beside}
    ticks = {"ticks": column.ticks} if column.ticks else {}
    return {"label": say(column.label), "kind": column.kind, **ticks} | {
        part: _short(list(rows[name])) for part, name in values.items() if name
    }


def _short(values: list) -> list | dict:
    """The values; where they repeat, each once (`of`), and for each row which of them it has (`at`)."""
    if not values or isinstance(values[0], list):
        return values
    places = {value: place for place, value in enumerate(dict.fromkeys(values))}
    return {"of": list(places), "at": [places[value] for value in values]} if 2 * len(places) < len(values) else values


def _caption(number: int) -> str:
    return counted(
        "{count} event with date, sector, relationship, confidence and who says so",
        "{count} events with date, sector, relationship, confidence and who says so",
        count=number,
    )


@derived
def _latest(selection: Selection, number: int) -> bytes:
    rows = event_rows(selection, 0, number)
    return packed(
        rows, EVENT_COLUMNS, caption=_caption(len(rows["key"])), note=say(KEY_TO_PIPS), sorted_by=("Date", True), parameter="event"
    )


@derived
def _events(selection: Selection, page: int) -> bytes:
    total = len(selection)
    whole = total <= MOST_WHOLE
    return packed(
        event_rows(selection) if whole else event_rows(selection, page * PAGE_ROWS, PAGE_ROWS),
        EVENT_COLUMNS,
        caption=_caption(total),
        heading=counted("The event", "The {count} events", count=total),
        aside=say("newest first") if total > 1 else "",
        note=say(KEY_TO_PIPS),
        sorted_by=("Date", True),
        parameter="event",
        page=page,
        total=total,
    )


def _page(key: str, selection: Selection, total: int) -> int:
    of, page = st.session_state.get(_place(key), (None, 0))
    return min(page, (total - 1) // PAGE_ROWS) if of == selection.address("") else 0


def _turn(key: str, selection: Selection, page: int) -> None:
    st.session_state[_place(key)] = selection.address(""), int(page)
    state.write_address()


def _place(key: str) -> str:
    return f"page_of_{key}"


@st.cache_resource(show_spinner=False)
def _component():
    """The table, registered once."""
    page, style, script = ((_HERE / f"table.{kind}").read_text(encoding="utf-8") for kind in ("html", "css", "js"))
    return component("table", script, page=page, style=style)
