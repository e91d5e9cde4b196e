"""Each tie by sector and year: a cell says how many events are told, or why there is none; a click lists what it rests on."""

from collections.abc import Collection
from dataclasses import replace

import pandas as pd
import streamlit as st

from charts.coverage import coverage_key, year_grid
from charts.coverage_signs import EARLIER, HELD, NONE, OUTLINED
from charts.coverage_signs import NOT_FOUND as SEARCHED
from charts.coverage_signs import NOT_STATED as VAGUE
from charts.ready import ReadyFigure
from loaders.coverage import BEGUN, EVENTS, NONE_KNOWN, NOT_FOUND, NOT_STATED, cell_means, coverage_rows
from loaders.coverage_words import STATE_WORDS, coverage_text, quiet_sectors
from loaders.coverage_years import BEFORE, search_text
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.marks import HISTORY_ENDS
from pages.parts import state
from pages.parts.drawn import dark, show_chart
from pages.parts.opening import open_card
from pages.parts.picture import Drawing
from pages.parts.screen import KEY_PX, screen
from pages.parts.words import md, number_of

_NAME_PX = 150.0
_NAMED = 3
_SIGNS = {BEGUN: EARLIER, NOT_FOUND: SEARCHED, NOT_STATED: VAGUE, NONE_KNOWN: NONE}
_STATUS = {"held": "held", "planned": "only announced", "cancelled": "called off"}
_KEY_TEXT = (
    "How to read the cells: a filled number is of events some of which were held, an outlined one of events only announced or called off, a hatched one may lie in another year; "
    "an arrow: begun earlier; a dot: none known; hatched with a question mark: not stated; a cross: looked for and not found; "
    "a small cross in a corner: something beside it, or anything in a part of the year, was looked for and not found."
)


def draw_ties(shown: Selection) -> None:
    """A grid for each tie, and beneath it what the chosen cell rests on."""
    st.subheader("By sector and year", anchor="by-sector")
    st.caption(
        "“Begun earlier”: lasted, or may have gone on, into this year. “Not stated”: a source tells of an event whose date is missing or so vague that it may lie in this year. "
        "“Looked for and not found”: any event of the relationship in the whole year (of this year, so far) was looked for, in vain; a search for one thing, or in a part of the year, is only a small cross. Click a cell to list below what it rests on."
    )
    width = screen()
    with st.container(key=f"{width}-coverage-key"):
        show_chart(_key_figure(shown.facts, dark(), width), key=f"coverage-key-{width}", alt=_KEY_TEXT)
    cells = _cells(shown)
    cell = state.choice("cell", tuple(cells))
    for tie, head, text, quiet in _blocks(shown):
        _block(shown, tie, (head, text, quiet), cells)
        if cell and cells[cell].tie_id == tie:
            _chosen(shown, cells[cell])


@derived
def _key_figure(facts: FactBase, dark: bool, width: str) -> ReadyFigure:
    return ReadyFigure(coverage_key(dark=dark, width=KEY_PX[width]))


@derived
def _cells(shown: Selection) -> dict[str, object]:
    """Per key the row of its cell, behind what stands for none."""
    return {"": None, **{row.key: row for row in keyed_rows(shown).itertuples()}}


@derived
def _blocks(shown: Selection) -> list[tuple[str, str, str, str]]:
    """Per tie its key, its heading, what its grid says in words, blank where it has no line, and which sectors have none."""
    found = [(tie, rows, _known(rows)) for tie, rows in keyed_rows(shown).groupby("tie_id", sort=False)]
    return [
        (
            tie,
            f"**{md(rows['tie'].iloc[0])}** · {number_of(shown.counts('tie')[tie], 'event')}",
            coverage_text(known, rows["tie"].iloc[0]) if len(known) else "",
            _quiet_text(rows),
        )
        for tie, rows, known in found
    ]


def tie_pictures(shown: Selection) -> list[Drawing]:
    """The grid of each tie as it is saved."""
    grids = [(tie, rows, _known(rows)) for tie, rows in keyed_rows(shown).groupby("tie_id", sort=False)]
    return [_picture(shown, tie, rows, known) for tie, rows, known in grids if len(known)]


def _picture(shown: Selection, tie: str, rows: pd.DataFrame, known: pd.DataFrame) -> Drawing:
    keys = set("; ".join(known[["event_ids", "begun_ids", "possible_ids"]].stack()).split("; "))
    note = " ".join(filter(None, [_KEY_TEXT, _quiet_text(rows)]))
    return Drawing(f"{rows['tie'].iloc[0]} by sector and year", lambda: tie_figure(shown, tie, False, False), note, keys)


@derived
def keyed_rows(shown: Selection) -> pd.DataFrame:
    """The rows of `coverage_rows` with each cell's `key`, as an address says it, its `column`, and `total` (of its tie and sector)."""
    table, totals = coverage_rows(shown), shown.by("tie", "sector").set_index(["tie", "sector"])["events"].to_dict()
    keys = table["tie_id"] + "." + table["sector_id"] + "." + table["years"].str.replace(" ", "-")
    total = [totals.get(pair, 0) for pair in zip(table["tie_id"], table["sector_id"], strict=True)]
    return table.assign(key=keys, column=table["year"].fillna(BEFORE).astype("int64"), total=total)


def _known(rows: pd.DataFrame) -> pd.DataFrame:
    """The lines that are drawn."""
    return rows[~rows["sector"].isin(quiet_sectors(rows))]


def _quiet_text(rows: pd.DataFrame) -> str:
    """Which sectors have no line, and why; blank where every sector has one."""
    quiet = quiet_sectors(rows)
    looked = rows[rows["sector"].isin(quiet) & (rows["searches"] != "")]
    searched = f" ({looked['searches'].iloc[0]}: looked for and not found)" if len(looked) else ""
    return f"None known in any of these years: {', '.join(quiet).lower()}{searched}." if quiet else ""


def _block(shown: Selection, tie: str, words: tuple[str, str, str], allowed: Collection[str]) -> None:
    head, text, quiet = words
    st.markdown(head)
    if text:
        width = screen()
        key = f"coverage-{tie}-{width}"
        figure = tie_figure(shown, tie, dark(), width == "narrow")
        with st.container(key=f"{width}-coverage-{tie}"):
            show_chart(figure, key=key, alt=text, clicked=lambda: _choose(key, tie, allowed))
    if quiet:
        st.caption(md(quiet))


@derived
def tie_figure(shown: Selection, tie: str, dark: bool, narrow: bool) -> ReadyFigure:
    """One tie's grid."""
    table = keyed_rows(shown)
    known = _known(table[table["tie_id"] == tie])
    cells = pd.DataFrame(
        {
            "row": known["sector_id"],
            "year": known["column"],
            "sign": [HELD if row.held else _SIGNS.get(row.state, OUTLINED) for row in known.itertuples()],
            "text": [
                str(row.events) if row.state == EVENTS else {BEGUN: "→", NOT_STATED: "?"}.get(row.state, "") for row in known.itertuples()
            ],
            "strength": known["held"] / max(known["held"].max(), 1),
            "colour": known["sector_id"].map(shown.facts.table("sectors").set_index("sector_id")["colour"]),
            "doubt": known["doubtful"] > 0,
            "also": (known["state"] != NOT_FOUND) & (known["search_ids"] != ""),
            "under": False,
            "key": known["key"].str.removeprefix(f"{tie}."),
            "said": [_said(row) for row in known.itertuples()],
        }
    )
    lines = known.drop_duplicates("sector_id")[["sector_id", "sector", "total"]].set_axis(["row", "name", "note"], axis="columns")
    lines = lines.assign(note=lines["note"].astype("str"), group="")
    return ReadyFigure(year_grid(cells, lines, column_names(known["column"]), name_px=_NAME_PX, dark=dark, narrow=narrow))


def column_names(years) -> list[tuple[int, str]]:
    """The columns with their names; all years before 2000 are one."""
    return [(year, f"<{HISTORY_ENDS}" if year == BEFORE else str(year)) for year in sorted(set(years))]


def _said(row) -> list[str | tuple[str, str]]:
    """The lines of a cell's hover card."""
    parts = [number_of(getattr(row, status), words, words) for status, words in _STATUS.items() if getattr(row, status)]
    parts += [f"{row.doubtful} of them may lie in another year"] * bool(row.doubtful)
    lines = [", ".join(parts) or STATE_WORDS[row.state], *[row.resting] * bool(row.resting)]
    told = [row.titles] if row.titles else [row.begun_titles, row.possible_titles]
    titles = [title for titles in told for title in titles.split("; ") if title]
    lines += titles[:_NAMED] + [f"and {len(titles) - _NAMED} more"] * (len(titles) > _NAMED)
    lines += [f"looked for, not found: {row.searches}"] * bool(row.searches)
    return [(f"{row.sector}, ", row.years), *(line if len(line) <= 90 else line[:89] + "…" for line in lines)]


def _choose(key: str, tie: str, allowed: Collection[str]) -> None:
    points = st.session_state[key]["selection"]["points"]
    chosen = [f"{tie}.{point['customdata'][0]}" for point in points if point.get("customdata")]
    if chosen and chosen[0] in allowed:
        state.say(cell=chosen[0])


def _chosen(shown: Selection, row) -> None:
    """What one cell rests on: its events with links to their cards, what may lie there, what was looked for, and the way to the timeline."""
    titles = shown.store.events().rows.set_index("event_id")
    with st.container(border=True, gap="xxsmall", key="chosen-cell"):
        words = number_of(row.events, "event") if row.events else STATE_WORDS[row.state]
        st.markdown(
            f"**{md(row.tie)}, {md(row.sector.lower())}, {md(row.years)}:** {md(words)}" + f" ({md(row.resting)})" * bool(row.resting)
        )
        for heading, keys in (("", row.event_ids), ("Begun earlier:", row.begun_ids), ("May lie in this year:", row.possible_ids)):
            if keys and heading:
                st.markdown(heading)
            for event in filter(None, keys.split("; ")):
                label = f"{titles.at[event, 'title']}, {titles.at[event, 'date_text']}"
                st.button(md(label), key=f"in-cell-{event}", type="tertiary", on_click=open_card, args=("event", event))
        found = shown.facts.table("searches").set_index("search_id")
        for search in filter(None, row.search_ids.split("; ")):
            st.markdown(f"Looked for and not found: {md(search_text(found.loc[search]))}. {md(found.at[search, 'result'])}")
        if row.events:
            means = cell_means(shown, row.tie_id, row.sector_id, row.column)
            st.button("Show only these, on every page", key="only-cell", on_click=state.narrow, kwargs=means)
            st.page_link("timeline/timeline.py", label="These on the timeline", query_params=replace(shown.filters, **means).to_query())
