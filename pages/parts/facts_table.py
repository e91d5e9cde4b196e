"""The rows of one table: the choice of the table, the rows that the filter leaves, and who says so."""

from contextlib import suppress

import streamlit as st

from loaders.checking import UNCITED
from loaders.confidence_words import LEGEND
from loaders.events.filters import harmless
from loaders.events.narrowing import narrowing_text
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.faults import FaultyData
from loaders.readable import POINTING, Readable, Shown
from loaders.selected import left
from loaders.subjects import CARD_OF, card_of
from pages.parts import state
from pages.parts.base import fact_base
from pages.parts.facts_links import ROW
from pages.parts.opening import cards_closed, open_card
from pages.parts.rows import PAGE_ROWS, Cited, cited, first_row, say_sources, table_height
from pages.parts.words import md, number_of

FIRST = "events"
_MOST_WHOLE = 15
_WIDE_PX, _DATE_PX = 320, 150
_WIDE = ("title", "name", "note", "definition", "about", "event", "reason", "result", "subject", "said_by", "source")
_WIDTHS = {
    **dict.fromkeys(_WIDE, _WIDE_PX),
    **dict.fromkeys(("date_text", "since_text", "as_of_text"), _DATE_PX),
    "cities": 190,
    "members": 230,
}


def tables(facts: FactBase) -> list[str]:
    """The tables that can be chosen: the default first, then in the schema's order."""
    return [FIRST, *(name for name in facts.schema if name != FIRST)]


def choose_table(facts: FactBase) -> str:
    """Draws the choice of a table, as the address or the reader has it, and gives it; an unknown one is named in a notice."""
    said = next(iter(state.said("table")), None)
    if said is not None and said not in facts.schema:
        st.warning(md(f"table: “{harmless(said)}” is not known here; {facts.schema[FIRST].title} are shown instead."))
    named = {name: f"{facts.schema[name].title} ({len(facts.frames.get(name, ())):,})" for name in facts.schema}
    chosen = state.choice("table", tables(facts))
    st.selectbox("Table", list(facts.schema), format_func=named.get, width=420, **state.bound("table", chosen, _table_chosen))
    return chosen


def _table_chosen(name: str) -> None:
    """Says the table in the address, and takes the row of the former one out of it."""
    state.say(**{"table": "" if name == FIRST else name, ROW: ""})


def what_is_shown(shown: Readable, total: int) -> None:
    """How many rows of how many, what one of them is, and how the filter narrows them."""
    table = shown.table
    rows = f"{len(shown.rows):,} of {total:,} row{'' if total == 1 else 's'}"
    st.markdown(f"**{rows}.** {md(table.description)} {narrowing_text(table.name)}")


def fact_table(shown: Readable) -> None:
    """The rows; choosing a cell opens the row's card where it has one, and names below where the row is shown."""
    name = shown.table.name
    click = "opens its card" if name in CARD_OF or name in POINTING else "names below where it is shown"
    st.caption(
        f"A click on a row {click}; one on a column’s name sorts the rows that are shown. Search above is this table’s search too.{_legend(shown)}"
    )
    keys = shown.rows[shown.table.key]
    first = first_row(f"facts-{name}", len(keys), lambda: keys.iloc[[0, -1]].tolist())
    page = shown.rows.iloc[first : first + PAGE_ROWS]
    rows = page[[column.name for column in shown.columns]].rename(columns={column.name: column.label for column in shown.columns})
    for column in shown.columns:
        if column.form == "truth":
            rows[column.label] = rows[column.label].map({True: "yes", False: "no"}).astype("str").fillna("")
    place = f"facts-{name}-{first}-{cards_closed()}"
    st.session_state["facts_keys"] = list(page[shown.table.key])
    st.dataframe(
        rows,
        hide_index=True,
        key=place,
        alt=f"{shown.table.title}: {number_of(len(rows), 'row')} with {', '.join(column.label for column in shown.columns[:6])} and more.",
        height=table_height(len(rows), whole=_MOST_WHOLE),
        column_config={column.label: _config(column) for column in shown.columns},
        placeholder="",
        on_select=lambda: _row_chosen(name, place),
        selection_mode="single-cell",
    )


def _legend(shown: Readable) -> str:
    return f" {LEGEND}" if any(column.form == "mark" for column in shown.columns) else ""


def _config(column: Shown):
    kinds = st.column_config
    if column.form in ("number", "degrees"):
        return kinds.NumberColumn(help=column.help, format="%.4f" if column.form == "degrees" else "localized")
    if column.form == "instant":
        return kinds.DatetimeColumn(help=column.help, format="D MMM YYYY, HH:mm", timezone="UTC")
    if column.form == "link":
        return kinds.LinkColumn(help=column.help, width=_WIDE_PX)
    return kinds.TextColumn(help=column.help, width=_WIDTHS.get(column.name))


def _row_chosen(name: str, place: str) -> None:
    """Says the chosen row in the address, and opens its card; a second click takes the selection away: the row stays chosen."""
    cells = st.session_state[place]["selection"]["cells"]
    key = st.session_state["facts_keys"][cells[0][0]] if cells else next(iter(state.said(ROW)), None)
    if not key:
        return
    state.say(**{ROW: key})
    with suppress(FaultyData):  # those are named below the rows, where the chosen row says where it is shown
        card = card_of(fact_base(), name, key)
        if card:
            open_card(*card)


def fact_sources(shown: Selection, name: str) -> None:
    """The sources of exactly the rows that are shown; of tables that name their source in a column, those."""
    if name not in UNCITED or name in POINTING:
        say_sources(_sources(shown, name))


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
