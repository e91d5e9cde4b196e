"""The comparison's rows: each event on each of its sides, with A or B before it."""

import pandas as pd
import streamlit as st

from loaders.compare import comparison_table
from loaders.compare_sides import CITIES, sides
from loaders.confidence_words import LEGEND
from loaders.events.selection import Selection, derived
from pages.parts import state
from pages.parts.rows import EVENT_COLUMNS, Cited, cited, event_links, rows_table, say_sources
from pages.parts.words import md

_COLUMNS = {"compared_as": "Side", **EVENT_COLUMNS, "on_both": "On both sides"}
_WIDTHS = {"Side": 50, "Date": 165, "Event": 340, "Sector": 110, "Cities": 170, "Status": 120, "Confidence": 95, "Documents": 95, "On both sides": 110}  # fmt: skip


def draw_rows(shown: Selection) -> None:
    """The rows; choosing one opens its event's card."""
    table = comparison_table(shown)
    st.subheader("The events of both sides in rows")
    names = ", ".join(f"{side.letter} is {side.name} ({len(side)})" for side in sides(shown))
    different = table["event_id"].nunique()
    st.caption(md(f"{len(table)} rows of {different} different events: {names}. Click a row to open its card with all sources. {LEGEND}"))
    alt = f"{len(table)} rows, each an event on one side, with side, date, sector, relationship, cities, status, confidence and number of sources."
    _ways(shown)
    rows_table(table.fillna({"tie": "none"}), _COLUMNS, kind="event", key="event_id", widths=_WIDTHS, alt=alt)


def _ways(shown: Selection) -> None:
    """Each side that has events alone: on the timeline, and a city's profile."""
    query = state.current_filters().to_query()
    with st.container(horizontal=True):
        for side in filter(len, sides(shown)):
            own = side.selection.filters.to_query()
            st.page_link("timeline/timeline.py", label=f"**{side.letter} on the timeline**", query_params=own, help=md(side.name))
            if side.kind == CITIES:
                st.page_link(
                    "cities/cities.py", label=f"**{md(side.name)} alone**", query_params={**query, "view": ["city"], "of": [side.code]}
                )


def comparison_sources(shown: Selection) -> None:
    """The sources of exactly the events of both sides."""
    say_sources(_sources(shown))


@derived
def _sources(shown: Selection) -> Cited:
    return cited(shown.facts, comparison_links(shown), "event")


def comparison_links(shown: Selection) -> pd.DataFrame:
    """One row is one source's word on one event of either side, as `rows.cite` takes it."""
    return pd.concat([event_links(side.selection) for side in sides(shown)]).drop_duplicates()
