"""The rows of one table: how many the filter leaves, the files, the rows themselves, and who says so."""

from contextlib import suppress

import pandas as pd
import streamlit as st

from loaders.checking import UNCITED
from loaders.confidence_words import LEGEND
from loaders.events.selection import Selection, derived
from loaders.faults import FaultyData
from loaders.formats import FORMATS
from loaders.readable import POINTING, Readable, Shown
from loaders.selected import DOWN, left
from loaders.store import Store
from loaders.subjects import card_of
from loaders.text import counted, message, say
from pages.data.row import ROW
from pages.parts import base, state
from pages.parts.base import fact_base
from pages.parts.opening import cards_closed, open_card
from pages.parts.rows import PAGE_ROWS, Cited, cited, first_row, say_sources, table_height
from pages.parts.screen import screen
from pages.parts.words import md
from pages.widgets.take import format_button

_MOST_WHOLE = {"wide": 16, "narrow": 9}
_WIDE_PX, _DATE_PX, _FEW_WORDS = 320, 150, 20
_WIDE = ("title", "name", "note", "definition", "about", "event", "reason", "result", "subject", "said_by", "source")
_WIDTHS = {
    **dict.fromkeys(_WIDE, _WIDE_PX),
    **dict.fromkeys(("date_text", "since_text", "as_of_text"), _DATE_PX),
    "cities": 190,
    "members": 230,
}
_FILES = {
    "csv-excel": message("CSV"),
    "xlsx": message("Excel"),
    "csv-excel-de": message("CSV, German"),
    "csv": message("CSV for programs"),
    "json": message("JSON"),
    "parquet": message("Parquet"),
    "geojson": message("GeoJSON"),
    "ics": message("Calendar"),
    "txt": message("Citation"),
    "bib": message("BibTeX"),
}


def rows_heading(shown: Readable, total: int) -> None:
    """The table's name, what one row is, and its rows in every format."""
    name, number = shown.table.name, len(shown.rows)
    rows = counted("{count} row", "{count} rows", count=number)
    if number != total:
        rows = say("{count} of {all} rows", count=number, all=total)
    with st.container(gap=None):
        st.subheader(md(shown.table.title), anchor=False)
        st.markdown(f"**{md(rows)}.** {md(shown.table.description)}")
    if number:
        with st.container(key="files", horizontal=True, gap="xsmall"):
            for code, words in _FILES.items():
                if FORMATS[code].takes(name):
                    format_button(say(words), name, code, base.selection(), key=f"file-{code}-{name}")


def _orders(shown: Readable) -> dict[str, str]:
    """By what the rows may be sorted: each column upwards and downwards, with a reader's name for it."""
    named = {"": say("Sorted as in the file")}
    for column in shown.columns:
        if column.form != "mark":
            named[column.name] = say("Sorted by {column}, upwards", column=column.label)
            named[DOWN + column.name] = say("Sorted by {column}, downwards", column=column.label)
    return named


def chosen_order(shown: Readable) -> str:
    """The column by which the address or the reader sorts the rows, as `ordered` takes it; blank where by none."""
    return state.choice("sort", tuple(_orders(shown)))


def draw_rows(shown: Readable) -> None:
    """The rows; choosing a cell opens the row's card where it has one, and names below where the row is shown."""
    name = shown.table.name
    if shown.rows.empty:
        st.info(say("No row of this table fits what is chosen. Take a choice away, or start again with Reset."))
        return
    keys = shown.rows[shown.table.key]
    with st.container(key="order", horizontal=True, vertical_alignment="center"):
        if len(keys) > PAGE_ROWS:  # of fewer, a click on the head of a column sorts them all
            orders = _orders(shown)
            look = {"format_func": orders.get, "label_visibility": "collapsed", "width": 340}
            st.selectbox(say("Sort by"), tuple(orders), **look, **state.chosen("sort", tuple(orders)))
        first = first_row(f"facts-{name}", len(keys), lambda: keys.iloc[[0, -1]].tolist())
    page = shown.rows.iloc[first : first + PAGE_ROWS]
    rows = _grid(base.store(), name).loc[page.index]
    place = f"facts-{name}-{first}-{''.join(state.said('sort'))}-{cards_closed()}"
    st.session_state["facts_keys"] = list(page[shown.table.key])
    heads = ", ".join(column.label for column in shown.columns[:6])
    st.dataframe(
        rows,
        hide_index=True,
        key=place,
        alt=say("{title}: {count} rows with {columns} and more.", title=shown.table.title, count=len(rows), columns=heads),
        height=table_height(len(rows), whole=_MOST_WHOLE[screen()]),
        column_config={column.label: _config(column) for column in shown.columns},
        placeholder="",
        on_select=lambda: _row_chosen(name, place),
        selection_mode="single-cell",
    )


@derived
def _grid(store: Store, name: str) -> pd.DataFrame:
    """All rows of a table as the grid has them: labels, truths in words; words that many rows have travel once."""
    shown = store.words(name)
    rows = shown.rows[[column.name for column in shown.columns]].rename(columns={column.name: column.label for column in shown.columns})
    for column in shown.columns:
        if column.form == "truth":
            rows[column.label] = rows[column.label].map({True: say("yes"), False: say("no")}).astype("str").fillna("")
    few = [label for label in rows if isinstance(rows[label].dtype, pd.StringDtype) and rows[label].nunique() <= _FEW_WORDS]
    return rows.astype(dict.fromkeys(few, "category"))


def _config(column: Shown):
    kinds, help = st.column_config, LEGEND if column.form == "mark" else f"`{column.name}`: {column.help}"
    if column.form in ("number", "degrees"):
        return kinds.NumberColumn(help=help, format="%.4f" if column.form == "degrees" else "localized")
    if column.form == "instant":
        return kinds.DatetimeColumn(help=help, format="D MMM YYYY, HH:mm", timezone="UTC")
    if column.form == "link":
        return kinds.LinkColumn(help=help, width=_WIDE_PX)
    return kinds.TextColumn(help=help, width=_WIDTHS.get(column.name))


def _row_chosen(name: str, place: str) -> None:
    """Says the chosen row in the address, and opens its card; a second click takes the selection away: the row stays chosen."""
    cells = st.session_state[place]["selection"]["cells"]
    key = st.session_state["facts_keys"][cells[0][0]] if cells else next(iter(state.said(ROW)), None)
    if not key:
        return
    state.write_address(**{ROW: key})
    with suppress(FaultyData):  # those are named below the rows, where the chosen row says where it is shown
        card = card_of(fact_base(), name, key)
        if card:
            open_card(*card)


def sources_of_rows(shown: Selection, name: str) -> None:
    """The sources of exactly the rows that are shown; of tables that name their source in a column, those."""
    if name not in UNCITED or name in POINTING:
        say_sources(shown.facts, _sources(shown, name))


@derived
def _sources(shown: Selection, name: str) -> Cited:
    facts, key = shown.facts, shown.facts.schema[name].key
    rows = facts.table(name)[left(shown, name)]
    if name in POINTING:
        links = rows[[key, "source_id"]].set_axis(["key", "source_id"], axis="columns")
    else:
        said = facts.table("evidence")
        links = said.loc[(said["table"] == name) & said["key"].isin(rows[key]), ["key", "source_id"]]
    return cited(facts, links, "event" if name == "events" else "row")
