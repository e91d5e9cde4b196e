"""A profile's activity: the city's events by sector and year, and who travelled."""

import streamlit as st

from charts.grid import lane_tiles
from charts.ready import ReadyFigure
from loaders.activity import lane_years
from loaders.confidence_words import resting_note
from loaders.events.selection import Selection, derived
from loaders.profile import city_row, means, of_city
from loaders.profile_words import ways_text
from pages.parts import state
from pages.parts.drawn import dark, narrowing_chart, undated_link
from pages.parts.picture import Drawing
from pages.parts.screen import screen
from pages.parts.words import md

_SIGNS = "A filled tile: held; outlined: only announced or called off; hatched: perhaps of another year."


def draw_activity(shown: Selection, city: str) -> None:
    """The grid, journeys, and the way to the timeline."""
    own, name = of_city(shown, city), city_row(shown.facts, city)["name"]
    st.subheader("What it did, when and in which sector")
    if len(lane_years(own, "sector")):
        signs, alt = _words(own, name)
        st.caption(signs)
        width = screen()
        with st.container(key=f"{width}-profile"):
            narrowing_chart(
                grid_figure(own, dark=dark(), narrow=width == "narrow"),
                key=f"profile-grid-{width}",
                alt=alt,
                means=lambda what, key: means(city, what, key),
            )
    undated_link(own)
    st.markdown(md(ways_text(shown, city)))
    query = {**state.current_filters().to_query(), "city": [city]}
    st.page_link("timeline/timeline.py", label=f"**Timeline of {md(name)}**", query_params=query)


@derived
def _words(own: Selection, name: str) -> tuple[str, str]:
    """How to read the grid of this city, and the grid for those who do not see it."""
    table = lane_years(own, "sector")
    sums = ", ".join(f"{row.lane} {row.total}" for row in table.drop_duplicates("code").itertuples())
    alt = f"Events of {name} by sector and year, {table['year'].min()} to {table['year'].max()}: {sums}."
    return md(f"{_SIGNS} {resting_note(own.by('witnesses', 'primary'))}"), alt


@derived
def grid_figure(own: Selection, *, dark: bool, narrow: bool) -> ReadyFigure:
    """The events of one city by sector and year."""
    return ReadyFigure(lane_tiles(lane_years(own, "sector"), dark=dark, narrow=narrow))


def activity_pictures(shown: Selection, city: str) -> list[Drawing]:
    """The grid as it is saved."""
    own = of_city(shown, city)
    if not len(lane_years(own, "sector")):
        return []
    title = f"Events of {city_row(shown.facts, city)['name']} by sector and year"
    return [Drawing(title, lambda: grid_figure(own, dark=False, narrow=False), _SIGNS, own.keys)]
