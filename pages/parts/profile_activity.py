"""A profile's activity: the city's counted events by sector and year, and who travelled."""

import pandas as pd
import streamlit as st

from charts.grid import sector_years
from charts.ready import ReadyFigure
from loaders.activity import by_sector
from loaders.confidence_words import resting_note
from loaders.events.filters import Filters
from loaders.facts import FactBase, stamp
from loaders.profile_words import counted_note, ways_text
from pages.parts import state
from pages.parts.base import kept_drawing
from pages.parts.drawn import dark, show_chart
from pages.parts.picture import Drawing
from pages.parts.profile_kept import Profile
from pages.parts.screen import screen
from pages.parts.words import md


def draw_activity(facts: FactBase, profile: Profile) -> None:
    """The grid, what is counted in it, journeys, and the way to the timeline."""
    shown, counted, city = profile.shown, profile.counted, profile.city
    st.subheader("What it did, when and in which sector")
    st.caption(md(f"{counted_note(shown, counted, city=city['name'])} {resting_note(counted.rows)}"))
    table = by_sector(counted)
    if len(table):
        _draw_grid(facts, city, table)
    st.markdown(md(ways_text(*profile.ways)))
    query = {**state.current_filters().to_query(), "city": [city["city_id"]]}
    st.page_link("timeline.py", label=f"**Timeline of {md(city['name'])}**", query_params=query)


def _draw_grid(facts: FactBase, city: pd.Series, table: pd.DataFrame) -> None:
    width = screen()
    key = state.anew(f"profile-grid-{width}")
    figure = _grid(stamp(), state.current_filters(), city["city_id"], dark(), width == "narrow", table)
    with st.container(key=f"{width}-profile"):
        show_chart(figure, key=key, alt=_text(table, city["name"]), clicked=lambda: _clicked(key, city["city_id"], facts))


def _clicked(key: str, city_id: str, facts: FactBase) -> None:
    """A tile narrows to the city, its sector and its year."""
    points = st.session_state[key]["selection"]["points"]
    said = [point["customdata"][0] for point in points if point.get("customdata")]
    if said:
        name, _, year = said[0].rpartition(" ")
        sectors = facts.table("sectors").set_index("name")["sector_id"]
        state.narrow(city=(city_id,), sector=(sectors[name],), years=(int(year), int(year)))


@kept_drawing
def _grid(stamp: str, filters: Filters, city: str, dark: bool, narrow: bool, _table: pd.DataFrame) -> ReadyFigure:
    years = int(_table["year"].min()), int(_table["year"].max())
    return ReadyFigure(sector_years(_table, years=years, dark=dark, narrow=narrow))


def _text(table: pd.DataFrame, city: str) -> str:
    sums = ", ".join(f"{row.sector} {row.total}" for row in table.drop_duplicates("sector").itertuples())
    return f"Held events of {city} by sector and year, {table['year'].min()} to {table['year'].max()}: {sums}."


def activity_pictures(profile: Profile) -> list[Drawing]:
    """The grid as it is saved."""
    shown, counted, city = profile.shown, profile.counted, profile.city
    table, filters = by_sector(counted), state.current_filters()
    note = f"A filled tile: held, with their number; outlined, or behind a +: only announced or called off. {counted_note(shown, counted, city=city['name'])}"
    title = f"Events of {city['name']} by sector and year"
    return (
        [Drawing(title, lambda: _grid(stamp(), filters, city["city_id"], False, False, table), note, tuple(counted.rows["event_id"]))]
        if len(table)
        else []
    )
