"""The same tie as German, Japanese, European and international sources tell it, side by side."""

import pandas as pd
import streamlit as st

from charts.coverage import year_grid
from charts.coverage_signs import HELD, NONE
from charts.look import look
from charts.ready import ReadyFigure
from loaders.coverage import SIDES, side_rows, ties_shown
from loaders.coverage_words import sides_text
from loaders.coverage_years import BEFORE, year_columns
from loaders.events import Events
from loaders.events.filters import Filters, choices
from loaders.facts import FactBase, stamp
from loaders.sides import by_both, only_by, side_sums, told_differently
from pages.parts import state
from pages.parts.base import all_events, kept_drawing
from pages.parts.coverage_ties import column_names
from pages.parts.downloads import downloads
from pages.parts.drawn import YEAR, dark, narrowing_chart
from pages.parts.opening import open_card
from pages.parts.picture import Drawing
from pages.parts.screen import screen
from pages.parts.words import md, number_of

_NAME_PX = 290.0
_NAMED = 4
_NOTE = (
    "Counted events of which sources of a side tell; a reprint or copy speaks from the side of whoever issued its words. European: bodies and programmes of the EU. International: "
    "neither, or both sides together, such as the slide deck by Koriyama and Essen. That a side is silent says what was read of it, not what it knew."
)


def draw_sides(facts: FactBase, events: Events, told: pd.DataFrame) -> None:
    """Per tie: a grid of sides and years, what they have in common, and lists of what one side alone or each differently tells."""
    filters = state.current_filters()
    table = side_rows(facts, events, filters)
    if table.empty:
        return
    st.subheader("The same relationship, as each side tells it", anchor="by-side")
    st.caption(
        f"{_NOTE} “Told differently” lists what a source of one side contradicts, no source of that side says, and one of another side does; joint documents are of no side there. Click a cell for the relationship in that year alone."
    )
    sums, years, differing = side_sums(told), year_columns(facts, events, filters), told_differently(facts)
    for tie_id in [tie for tie in ties_shown(events, filters) if tie in set(table["tie_id"])]:
        rows, some = table[table["tie_id"] == tie_id], sums[sums["tie_id"] == tie_id]
        name = rows["tie"].iloc[0]
        both = by_both(told[told["tie_id"] == tie_id], "german", "japanese")
        st.markdown(f"**{md(name)}** · {number_of(both, 'event')} told by both the German and the Japanese side")
        _charts(tie_id, rows, some, years, sides_text(name, some))
        _lists(events, tie_id, told[told["tie_id"] == tie_id], differing)
    downloads("sides", len(table))


def side_pictures(facts: FactBase, events: Events, told: pd.DataFrame) -> list[Drawing]:
    """The grid of each tie's sides as it is saved."""
    filters = state.current_filters()
    table, sums, years = side_rows(facts, events, filters), side_sums(told), year_columns(facts, events, filters)
    return [_picture(rows, sums[sums["tie_id"] == tie_id], years) for tie_id, rows in table.groupby("tie_id", sort=False)]


def _picture(rows: pd.DataFrame, sums: pd.DataFrame, years: list[int]) -> Drawing:
    first, filters = rows.iloc[0], state.current_filters()
    keys = set("; ".join(rows["event_ids"]).split("; "))
    figure = (stamp(), filters, first["tie_id"], False, False, rows, sums, years)
    return Drawing(f"{first['tie']}, as each side tells it", lambda: _figure(*figure), _NOTE, keys)


def _charts(tie_id: str, rows: pd.DataFrame, sums: pd.DataFrame, years: list[int], text: str) -> None:
    width = screen()
    figure = _figure(stamp(), state.current_filters(), tie_id, dark(), width == "narrow", rows, sums, years)
    with st.container(key=f"{width}-sides-{tie_id}"):
        narrowing_chart(figure, key=f"sides-{tie_id}-{width}", alt=text, means=lambda _, year: _means(tie_id, int(year)))


def _means(tie_id: str, year: int) -> dict[str, object]:
    """The choices for a click on a cell: the relationship in that year, or before the columns."""
    first = choices(all_events()).years[0]
    return {"tie": (tie_id,), "years": (first, BEFORE) if year == BEFORE else (year, year)}


@kept_drawing
def _figure(
    stamp: str, filters: Filters, tie: str, dark: bool, narrow: bool, _rows: pd.DataFrame, _sums: pd.DataFrame, _years: list[int]
) -> ReadyFigure:
    every = pd.MultiIndex.from_product([SIDES, _years], names=["side", "column"]).to_frame(index=False)
    told = _rows.assign(column=_rows["year"].fillna(BEFORE).astype("int64"))[["side", "column", "events", "resting", "titles"]]
    table = every.merge(told, on=["side", "column"], how="left")
    number = table["events"].fillna(0).astype("int64")
    cells = pd.DataFrame(
        {
            "row": table["side"],
            "year": table["column"],
            "sign": (number > 0).map({True: HELD, False: NONE}),
            "text": number.astype(str).where(number > 0, ""),
            "strength": number / max(number.max(), 1),
            "colour": look(False).accent,
            "also": False,
            "under": False,
            "key": table["column"].astype(str),
            "said": [_said(row) for row in table.itertuples()],
        }
    )
    lines = pd.DataFrame(
        {
            "row": _sums["side"],
            "name": _sums["side"].str.capitalize(),
            "note": [f"tells {row.events}, {row.only} of them alone" if row.events else "tells none" for row in _sums.itertuples()],
            "group": "",
        }
    )
    names = column_names(pd.Series(_years))
    return ReadyFigure(year_grid(cells, lines, names, what=YEAR, name_px=_NAME_PX, dark=dark, narrow=narrow))


def _said(row) -> list[str]:
    year = "before 2000" if row.column == BEFORE else str(row.column)
    titles = row.titles.split("; ") if isinstance(row.titles, str) else ["none that counts"]
    resting = [row.resting] if isinstance(row.resting, str) else []
    return [f"{row.side.capitalize()} sources, {year}", *resting, *titles[:5], *[f"and {len(titles) - 5} more"] * (len(titles) > 5)]


def _lists(events: Events, tie_id: str, told: pd.DataFrame, differing: pd.DataFrame) -> None:
    """Three short lists with links to the events' cards."""
    rows = events.rows[events.rows["tie_id"] == tie_id].set_index("event_id")
    different = differing[differing["event_id"].isin(told["event_id"])]
    words = (
        different["what"]
        + ": "
        + different["says"].str.capitalize()
        + " against "
        + different["shown_by"].str.title().str.replace(" And ", " and ")
    )
    lists = (
        ("german", "Told by the German side only", [(key, "") for key in only_by(told, "german")["event_id"]]),
        ("japanese", "Told by the Japanese side only", [(key, "") for key in only_by(told, "japanese")["event_id"]]),
        ("differently", "Told differently by two sides", list(zip(different["event_id"], words, strict=True))),
    )
    for column, (name, heading, found) in zip(st.columns(len(lists)), lists, strict=True):
        with column, st.container(gap="xxsmall"):
            st.markdown(f"{heading}: **{len(found) or 'none'}**")
            _listed(rows, found[:_NAMED], f"{tie_id}-{name}")
            if len(found) > _NAMED:
                with st.expander(f"{len(found) - _NAMED} more"):
                    _listed(rows, found[_NAMED:], f"{tie_id}-{name}")


def _listed(rows: pd.DataFrame, found: list[tuple[str, str]], place: str) -> None:
    for number, (key, words) in enumerate(found):
        label = f"{rows.at[key, 'title']}, {rows.at[key, 'date_text']}" + (f" ({words})" if words else "")
        st.button(md(label), key=f"side-{place}-{key}-{number}", type="tertiary", on_click=open_card, args=("event", key))
