"""A profile's activity: the city's events by sector and year, and who travelled."""

import streamlit as st

from charts.grid import sector_years
from loaders.activity import by_sector
from loaders.confidence_words import resting_note
from loaders.events.selection import Selection, derived
from loaders.profile import city_row, means, of_city
from loaders.profile_words import ways_text
from pages.parts import state
from pages.parts.drawn import dark, narrowing_chart
from pages.parts.picture import Drawing
from pages.parts.screen import screen
from pages.parts.words import md

_SIGNS = "A filled tile: held; outlined: only announced or called off."


def draw_activity(shown: Selection, city: str) -> None:
    """The grid, journeys, and the way to the timeline."""
    own, name = of_city(shown, city), city_row(shown.facts, city)["name"]
    st.subheader("What it did, when and in which sector")
    if len(_table(shown, city)):
        st.caption(md(f"{_SIGNS} {resting_note(own.events.rows)}"))
        _draw_grid(shown, city, name)
    st.markdown(md(ways_text(shown, city)))
    query = {**state.current_filters().to_query(), "city": [city]}
    st.page_link("timeline.py", label=f"**Timeline of {md(name)}**", query_params=query)


@derived
def _table(shown: Selection, city: str):
    return by_sector(of_city(shown, city).events)


def _draw_grid(shown: Selection, city: str, name: str) -> None:
    width, table = screen(), _table(shown, city)
    sums = ", ".join(f"{row.sector} {row.total}" for row in table.drop_duplicates("sector").itertuples())
    with st.container(key=f"{width}-profile"):
        narrowing_chart(
            grid_figure(shown, city, dark=dark(), narrow=width == "narrow"),
            key=f"profile-grid-{width}",
            alt=f"Events of {name} by sector and year, {table['year'].min()} to {table['year'].max()}: {sums}.",
            means=lambda _, key: means(city, key, sectors(shown)),
        )


def sectors(shown: Selection) -> dict[str, str]:
    """The sectors' keys by name."""
    return shown.facts.table("sectors").set_index("name")["sector_id"].to_dict()


@derived
def grid_figure(shown: Selection, city: str, *, dark: bool, narrow: bool) -> dict:
    """The city's events by sector and year."""
    table = _table(shown, city)
    return sector_years(table, years=(int(table["year"].min()), int(table["year"].max())), dark=dark, narrow=narrow)


def activity_pictures(shown: Selection, city: str) -> list[Drawing]:
    """The grid as it is saved."""
    if not len(_table(shown, city)):
        return []
    title = f"Events of {city_row(shown.facts, city)['name']} by sector and year"
    keys = tuple(of_city(shown, city).events.rows["event_id"])
    return [Drawing(title, lambda: grid_figure(shown, city, dark=False, narrow=False), _SIGNS, keys)]
