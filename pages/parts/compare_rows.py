"""The comparison's rows: each event on each of its sides, with A or B before it."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from loaders.compare import Shown
from loaders.compare_sides import CITIES
from loaders.confidence_words import LEGEND
from pages.parts import state
from pages.parts.rows import EVENT_COLUMNS, rows_table
from pages.parts.words import md

_COLUMNS = {"compared_as": "Side", **EVENT_COLUMNS, "counted": "Counted", "on_both": "On both sides"}
_WIDTHS = {"Side": 50, "Date": 165, "Event": 340, "Sector": 110, "Cities": 170, "Status": 120, "Confidence": 95, "Documents": 95, "Counted": 80, "On both sides": 110}  # fmt: skip


def draw_rows(table: pd.DataFrame, pair: Sequence[Shown]) -> None:
    """The rows; choosing one opens its event's card. `table`: as `compare.comparison_table` gives it."""
    st.subheader("The events of both sides in rows")
    names = ", ".join(f"{one.side.letter} is {one.side.name} ({len(one.rows)})" for one in pair)
    different = table["event_id"].nunique()
    st.caption(md(f"{len(table)} rows of {different} different events: {names}. Click a row to open its card with all sources. {LEGEND}"))
    alt = f"{len(table)} rows, each an event on one side, with side, date, sector, relationship, cities, status, confidence and number of sources."
    shown = table.fillna({"tie": "none (context)"})
    _ways(pair)
    rows_table(shown, _COLUMNS, kind="event", key="event_id", widths=_WIDTHS, alt=alt)


def _ways(pair: Sequence[Shown]) -> None:
    """Each side alone: on the timeline, and a city's profile."""
    query = state.current_filters().to_query()
    with st.container(horizontal=True):
        for one in pair:
            side = one.side
            st.page_link(
                "timeline.py",
                label=f"**{side.letter} on the timeline**",
                query_params={**query, **side.filters.to_query()},
                help=md(side.name),
            )
            if side.kind == CITIES:
                st.page_link("profile.py", label=f"**Profile of {md(side.name)}**", query_params={**query, "of": [side.code]})


def comparison_links(table: pd.DataFrame, pair: Sequence[Shown]) -> pd.DataFrame:
    """One row is one source's word on one event of either side, as `rows.cite` takes it."""
    links = pd.concat([one.rows.links["source"] for one in pair]).drop_duplicates()
    return links[links["event_id"].isin(table["event_id"])].set_axis(["key", "source_id"], axis="columns")
