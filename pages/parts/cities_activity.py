"""What the cities did together: a panel for each city, by year and sector, all on one scale."""

import pandas as pd
import streamlit as st

from charts.panels import ALL, panel
from charts.ready import ReadyFigure
from loaders.city_activity import activity_events, by_city, cells_of, held_by_city, ringed_columns_note
from loaders.city_words import activity_headline
from loaders.confidence_words import resting_note
from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import FactBase, stamp
from loaders.figures import places_of_figures, places_shown
from pages.parts import state
from pages.parts.base import all_events, fact_base, kept_drawing, shown_events
from pages.parts.downloads import downloads
from pages.parts.drawn import dark, narrowing_chart
from pages.parts.faults import headline
from pages.parts.marking import marked_of
from pages.parts.picture import Drawing, picture_button
from pages.parts.rows import event_links, event_sources, event_table, stop_if_empty
from pages.parts.screen import screen
from pages.parts.words import md, number_of


def activity_view() -> None:
    """Headline, panels, rows, CSV and sources of the counted events of the cities that the filter leaves."""
    facts, filters = fact_base(), state.current_filters()
    places = places_shown(places_of_figures(facts), facts, filters)
    places = places[places["principal"]]
    shown = activity_events(facts, all_events(), filters)
    names = places.set_index("city_id")["city"].to_dict()
    sentence = activity_headline(held_by_city(shown), names) if len(shown) else "No counted event of these cities fits this selection"
    headline(sentence)
    stop_if_empty(shown)
    table = by_city(shown, list(names))
    st.caption(_note(shown, table))
    st.caption("Click a column for its city and year alone, in a sector’s lane for the sector too.")
    chosen = marked_of(shown_events().rows["event_id"])
    cells = cells_of(shown, chosen, list(names))
    if note := ringed_columns_note(chosen, cells):
        st.caption(note)
    ringed = _ringed(cells)
    _panels(facts, table, places, ringed)
    event_table(shown)
    downloads(
        "activity",
        len(shown),
        picture=lambda: picture_button(
            "activity", lambda: _pictures(facts, shown, table, places, ringed), headline=sentence, links=lambda: event_links(shown)
        ),
    )
    event_sources(facts, shown)


def _ringed(cells: pd.DataFrame) -> dict[str, tuple[tuple[int, str], ...]]:
    """Per city, year and sector of the columns that hold a marked event."""
    return {city: tuple(sorted({*zip(rows["year"], rows["sector"], strict=True)})) for city, rows in cells.groupby("city_id")}


def _pictures(facts: FactBase, shown: Events, table: pd.DataFrame, places: pd.DataFrame, ringed: dict) -> list[Drawing]:
    heights, years, filters = _heights(facts, table), (int(table["year"].min()), int(table["year"].max())), state.current_filters()

    def picture(row) -> Drawing:
        some = table[table["city_id"] == row.city_id]
        links = shown.links["city"]
        keys = tuple(links.loc[links["code"] == row.city_id, "event_id"])
        figure = (stamp(), filters, row.city_id, years, False, False, ringed.get(row.city_id, ()), some, heights)
        note = _note(shown, table) + (" Ringed: columns with a marked row." if row.city_id in ringed else "")
        return Drawing(f"Events by year and sector: {row.place}", lambda: _figure(*figure), note, keys)

    return [picture(row) for row in places.itertuples() if row.city_id in set(table["city_id"])]


def _note(shown, table: pd.DataFrame) -> str:
    status = shown.rows["status"].value_counts()
    parts = [number_of(status.get("held", 0), "held event")]
    parts += [
        f"{status[code]} {words}"
        for code, words in (("planned", "only announced (outlined)"), ("cancelled", "called off (crossed)"))
        if code in status
    ]
    return (
        f"Counted: {', '.join(parts)}, by the year in which they began. An event of several of these cities stands in the panel of each: "
        f"the panels together hold {int(table['events'].sum())}. Not counted: parts of an event that is counted, what may be the same as another, series without an end, "
        "what has no one year, what began before the columns, events for which no source names one of these cities, the state-level frame, and events of no relationship. All panels have one scale; the bold number beside a lane is of held events. "
        + resting_note(shown.rows)
    )


def _panels(facts: FactBase, table: pd.DataFrame, places: pd.DataFrame, ringed: dict) -> None:
    heights = _heights(facts, table)
    years = int(table["year"].min()), int(table["year"].max())
    for row in places.itertuples():
        some = table[table["city_id"] == row.city_id]
        st.markdown(f"**{md(row.place)}**")
        if some.empty:
            st.markdown("No counted event in this selection.")
            continue
        width = screen()
        view = (stamp(), state.current_filters(), row.city_id, years, dark(), width == "narrow", ringed.get(row.city_id, ()))
        with st.container(key=f"{width}-panel-{row.city_id}"):
            narrowing_chart(
                _figure(*view, some, heights),
                key=f"panel-{row.city_id}-{width}",
                alt=_alt(row.city, some),
                means=lambda _, key, city=row.city_id: _means(key, city),
            )


def _means(key: str, city: str) -> dict[str, object]:
    """The choices for a click in a city's panel: on a year, or on a year in a sector's lane."""
    year, _, sector = key.partition(".")
    return {"city": (city,), "years": (int(year), int(year))} | ({"sector": (sector,)} if sector else {})


def _heights(facts: FactBase, table: pd.DataFrame) -> pd.DataFrame:
    """The lanes of all panels: all sectors, then each that has an event, in the order of the table of sectors."""
    total = table.groupby(["city_id", "year"])["events"].sum().max()
    most = table.groupby(["city_id", "year", "sector_id"])["events"].sum().groupby("sector_id").max()
    sectors = facts.table("sectors").set_index("sector_id")
    used = [code for code in sectors.index if code in most.index]
    lanes = pd.DataFrame({"lane": sectors.loc[used, "name"], "code": used, "colour": sectors.loc[used, "colour"], "most": most[used]})
    return pd.concat([pd.DataFrame({"lane": [ALL], "code": [""], "colour": [""], "most": [total]}), lanes], ignore_index=True)


@kept_drawing
def _figure(
    stamp: str,
    filters: Filters,
    city: str,
    years: tuple[int, int],
    dark: bool,
    narrow: bool,
    marked: tuple[tuple[int, str], ...],
    _table: pd.DataFrame,
    _heights: pd.DataFrame,
) -> ReadyFigure:
    return ReadyFigure(panel(_table, _heights, years=years, dark=dark, narrow=narrow, marked=marked))


def _alt(city: str, table: pd.DataFrame) -> str:
    by_sector = table[table["status"] == "held"].groupby("sector")["events"].sum().sort_values(ascending=False, kind="stable")
    sectors = ", ".join(f"{name} {number}" for name, number in by_sector.items())
    return f"Held events of {city} by year and sector, {int(table['year'].min())} to {int(table['year'].max())}: {sectors}."
