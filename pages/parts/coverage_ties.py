"""Each tie by sector and year: a cell says how many events are told, or why there is none; a click lists what it rests on."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from charts.coverage import coverage_key, year_grid
from charts.coverage_signs import ASIDE, HELD, NONE, OUTLINED
from charts.coverage_signs import NOT_FOUND as SEARCHED
from charts.coverage_signs import NOT_STATED as VAGUE
from charts.ready import ReadyFigure
from loaders.coverage import BEGUN, ELSEWHERE, EVENTS, NONE_KNOWN, NOT_FOUND, NOT_STATED
from loaders.coverage_words import STATE_WORDS, coverage_text, quiet_sectors
from loaders.coverage_years import BEFORE, search_text
from loaders.events import Events
from loaders.events.filters import Filters, choices
from loaders.facts import FactBase, stamp
from loaders.marks import HISTORY_ENDS
from pages.parts import state
from pages.parts.base import all_events, kept_drawing
from pages.parts.drawn import dark, show_chart
from pages.parts.opening import open_card
from pages.parts.picture import Drawing
from pages.parts.screen import KEY_PX, screen
from pages.parts.words import md, number_of

_NAME_PX = 150.0
_NAMED = 3
_SIGNS = {ELSEWHERE: ASIDE, BEGUN: ASIDE, NOT_FOUND: SEARCHED, NOT_STATED: VAGUE, NONE_KNOWN: NONE}
_KEY_TEXT = (
    "How to read the cells: a filled number is of held events, an outlined one of events only announced or called off, a number in brackets of events told but counted elsewhere; "
    "an arrow: begun earlier, no end known; a dot: none known; hatched with a question mark: not stated; a cross: looked for and not found; "
    "a small cross in a corner: something beside it, or anything in a part of the year, was looked for and not found."
)


def draw_ties(facts: FactBase, events: Events, table: pd.DataFrame) -> None:
    """A grid for each tie, and beneath it what the chosen cell rests on."""
    st.subheader("By sector and year", anchor="by-sector")
    st.caption(
        "Numbers count as on the overview, in the year of beginning. “Begun earlier, no end known”: a series or state that may have gone on. “Not stated”: a source tells of an event of this sector whose date is missing or so vague that it may lie in this year. "
        "“Looked for and not found”: any event of the relationship in the whole year (of this year, so far) was looked for, in vain; a search for one thing, or in a part of the year, is only a small cross. “None known”: none of these. Click a cell to list below what it rests on."
    )
    width = screen()
    with st.container(key=f"{width}-coverage-key"):
        show_chart(ReadyFigure(coverage_key(dark=dark(), width=KEY_PX[width])), key=f"coverage-key-{width}", alt=_KEY_TEXT)
    keyed = _keyed(table)
    allowed = ("", *keyed["key"])
    cell = state.choice("cell", allowed)
    for tie, rows in keyed.groupby("tie", sort=False):
        _block(facts, tie, rows, allowed)
        chosen = rows[rows["key"] == cell]
        if len(chosen):
            _chosen(facts, events, next(chosen.itertuples()))


def tie_pictures(facts: FactBase, table: pd.DataFrame) -> list[Drawing]:
    """The grid of each tie as it is saved."""
    grids = [(tie, rows, _known(rows)) for tie, rows in _keyed(table).groupby("tie", sort=False)]
    return [_picture(facts, tie, rows, known) for tie, rows, known in grids if len(known)]


def _picture(facts: FactBase, tie: str, rows: pd.DataFrame, known: pd.DataFrame) -> Drawing:
    colours, filters = facts.table("sectors").set_index("sector_id")["colour"], state.current_filters()
    keys = set("; ".join(known[["event_ids", "begun_ids", "possible_ids"]].stack()).split("; "))
    note = " ".join(filter(None, [_KEY_TEXT, _quiet_text(rows)]))
    return Drawing(f"{tie} by sector and year", lambda: _figure(stamp(), filters, tie, False, False, known, colours), note, keys)


def _keyed(table: pd.DataFrame) -> pd.DataFrame:
    """With each cell's `key`, as an address says it, and its `column`."""
    keys = table["tie_id"] + "." + table["sector_id"] + "." + table["years"].str.replace(" ", "-")
    return table.assign(key=keys, column=table["year"].fillna(BEFORE).astype("int64"))


def _known(rows: pd.DataFrame) -> pd.DataFrame:
    """The lines that are drawn."""
    return rows[~rows["sector"].isin(quiet_sectors(rows))]


def _quiet_text(rows: pd.DataFrame) -> str:
    """Which sectors have no line, and why; blank where every sector has one."""
    quiet = quiet_sectors(rows)
    looked = rows[rows["sector"].isin(quiet) & (rows["searches"] != "")]
    searched = f" ({looked['searches'].iloc[0]}: looked for and not found)" if len(looked) else ""
    return f"None known in any of these years: {', '.join(quiet).lower()}{searched}." if quiet else ""


def _block(facts: FactBase, tie: str, rows: pd.DataFrame, allowed: tuple[str, ...]) -> None:
    held = int(rows["events"].sum())
    st.markdown(f"**{md(tie)}** · {number_of(held, 'event')} that count{'s' * (held == 1)}")
    known = _known(rows)
    if len(known):
        _charts(facts, tie, known, allowed)
    if text := _quiet_text(rows):
        st.caption(md(text))


def _charts(facts: FactBase, tie: str, known: pd.DataFrame, allowed: tuple[str, ...]) -> None:
    colours = facts.table("sectors").set_index("sector_id")["colour"]
    name = f"coverage-{known['tie_id'].iloc[0]}"
    width = screen()
    key = f"{name}-{width}"
    figure = _figure(stamp(), state.current_filters(), tie, dark(), width == "narrow", known, colours)
    with st.container(key=f"{width}-{name}"):
        show_chart(figure, key=key, alt=coverage_text(known, tie), clicked=lambda: _choose(key, allowed))


@kept_drawing
def _figure(stamp: str, filters: Filters, tie: str, dark: bool, narrow: bool, _known: pd.DataFrame, _colours: pd.Series) -> ReadyFigure:
    most = max(_known["held"].max(), 1)
    numbers = _known["held"].where(_known["held"] > 0, _known["events"])
    cells = pd.DataFrame(
        {
            "row": _known["sector_id"],
            "year": _known["column"],
            "sign": [HELD if row.held else _SIGNS.get(row.state, OUTLINED) for row in _known.itertuples()],
            "text": [_text(row, number) for row, number in zip(_known.itertuples(), numbers, strict=True)],
            "strength": _known["held"] / most,
            "colour": _known["sector_id"].map(_colours),
            "also": (_known["state"] != NOT_FOUND) & (_known["search_ids"] != ""),
            "under": False,
            "key": _known["key"],
            "said": [_said(row) for row in _known.itertuples()],
        }
    )
    totals = _known.groupby(["sector_id", "sector"], sort=False)["events"].sum().rename("note").astype(str).reset_index()
    lines = totals.rename(columns={"sector_id": "row", "sector": "name"}).assign(group="")
    return ReadyFigure(year_grid(cells, lines, column_names(_known["column"]), name_px=_NAME_PX, dark=dark, narrow=narrow))


def column_names(years: pd.Series) -> list[tuple[int, str]]:
    """The columns with their names; all years before 2000 are one."""
    return [(year, f"<{HISTORY_ENDS}" if year == BEFORE else str(year)) for year in sorted(set(years))]


def _text(row, number: int) -> str:
    if row.state == EVENTS:
        return str(number)
    return {ELSEWHERE: f"({row.others})", BEGUN: "→", NOT_STATED: "?"}.get(row.state, "")


def _said(row) -> list[str]:
    """The lines of a cell's hover card."""
    parts = [number_of(getattr(row, status), words, words) for status, words in _STATUS.items() if getattr(row, status)]
    lines = [f"{row.sector}, {row.years}", ", ".join(parts) or STATE_WORDS[row.state], *[row.resting] * bool(row.resting)]
    told = [row.titles] if row.titles else [row.begun_titles, row.possible_titles]
    titles = [title for titles in told for title in titles.split("; ") if title]
    lines += titles[:_NAMED] + [f"and {len(titles) - _NAMED} more"] * (len(titles) > _NAMED)
    lines += [f"looked for, not found: {row.searches}"] * bool(row.searches)
    return [line if len(line) <= 90 else line[:89] + "…" for line in lines]


_BEGUN = "Begun earlier, and not known to have ended:"
_STATUS = {"held": "held", "planned": "only announced", "cancelled": "called off"}


def _choose(key: str, allowed: tuple[str, ...]) -> None:
    points = st.session_state[key]["selection"]["points"]
    chosen = [point["customdata"][0] for point in points if point.get("customdata")]
    if chosen and chosen[0] in allowed:
        state.say(cell=chosen[0])


def _chosen(facts: FactBase, events: Events, row) -> None:
    """What one cell rests on: its events with links to their cards, what may lie there, what was looked for, and the way to the timeline."""
    titles = events.rows.set_index("event_id")
    with st.container(border=True, gap="xxsmall", key="chosen-cell"):
        words = number_of(row.events, "event that counts", "events that count") if row.events else STATE_WORDS[row.state]
        st.markdown(
            f"**{md(row.tie)}, {md(row.sector.lower())}, {md(row.years)}:** {md(words)}" + f" ({md(row.resting)})" * bool(row.resting)
        )
        for heading, keys in (("", row.event_ids), (_BEGUN, row.begun_ids), ("May lie in this year:", row.possible_ids)):
            if keys and heading:
                st.markdown(heading)
            for event in filter(None, keys.split("; ")):
                label = f"{titles.at[event, 'title']}, {titles.at[event, 'date_text']}"
                st.button(md(label), key=f"in-cell-{event}", type="tertiary", on_click=open_card, args=("event", event))
        found = facts.table("searches").set_index("search_id")
        for search in filter(None, row.search_ids.split("; ")):
            st.markdown(f"Looked for and not found: {md(search_text(found.loc[search]))}. {md(found.at[search, 'result'])}")
        if row.event_ids or row.begun_ids or row.possible_ids:
            st.button("Show only these, on every page", key="only-cell", on_click=state.narrow, kwargs=_meant(row))
            st.page_link(
                "timeline.py", label="These on the timeline", query_params=replace(state.current_filters(), **_meant(row)).to_query()
            )


def _meant(row) -> dict[str, object]:
    """The choices that a cell stands for."""
    filters, first = state.current_filters(), choices(all_events()).years[0]
    years = (first, BEFORE) if row.column == BEFORE else (row.column, row.column)
    if row.column == BEFORE and filters.years:
        years = max(first, filters.years[0]), min(BEFORE, filters.years[1])
    return {"tie": (row.tie_id,), "sector": (row.sector_id,), "years": years}
