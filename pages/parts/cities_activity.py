"""What the cities did together: a panel for each city, by year and sector, all on one scale."""

import streamlit as st

from charts.panels import ALL, Lane, panel
from charts.ready import ReadyFigure
from loaders.city_activity import activity, cities, means, rows_by_city
from loaders.city_words import activity_headline
from loaders.confidence_words import resting_note
from loaders.events.selection import Selection, derived
from pages.parts.base import selection
from pages.parts.downloads import downloads
from pages.parts.drawn import dark, narrowing_chart, undated_link
from pages.parts.picture import Drawing, picture_button
from pages.parts.rows import event_links, event_sources, event_table, stop_if_empty
from pages.parts.screen import screen
from pages.parts.words import md
from pages.widgets.headline import headline

_SIGNS = "Solid: held. Outlined: only announced or called off. Hatched: perhaps of another year. All panels have one scale."


def activity_view() -> None:
    """Headline, panels, rows, CSV and sources of the events of the cities that the filter leaves."""
    whole = selection()
    shown, sentence = activity(whole), activity_headline(whole)
    headline(sentence)
    stop_if_empty(shown)
    st.caption(_signs(shown))
    st.caption("Click a column for its city and year alone, in a sector’s lane for the sector too.")
    for city, name in cities(whole).items():
        _draw(whole, city, name)
    undated_link(shown)
    event_table(shown)
    downloads(
        "activity",
        len(shown),
        picture=lambda: picture_button("activity", lambda: _pictures(whole), headline=sentence, links=lambda: event_links(shown)),
    )
    event_sources(shown.facts, shown)


def _draw(whole: Selection, city: str, name: str) -> None:
    st.markdown(f"**{md(name)}**")
    if city not in rows_by_city(whole):
        st.markdown("No dated event in this selection.")
        return
    width = screen()
    with st.container(key=f"{width}-panel-{city}"):
        narrowing_chart(
            panel_figure(whole, city, dark=dark(), narrow=width == "narrow"),
            key=f"panel-{city}-{width}",
            alt=_alt(whole, city),
            means=lambda _, key: means(city, key),
        )


@derived
def _signs(shown: Selection) -> str:
    return f"{_SIGNS} {resting_note(shown.by('witnesses', 'primary'))}"


@derived
def panel_figure(whole: Selection, city: str, *, dark: bool, narrow: bool) -> ReadyFigure:
    """The panel of one city."""
    rows = rows_by_city(whole)
    years = [row.year for some in rows.values() for row in some]
    ends = min(years), max(years)
    return ReadyFigure(panel(rows[city], _lanes(whole, city), years=ends, dark=dark, narrow=narrow))


def _lanes(whole: Selection, city: str) -> list[Lane]:
    """The lanes of one panel: those of all panels, with how many events of the city are in each."""
    numbers = _in_lanes(whole)
    return [lane._replace(events=numbers.get((city, lane.code), 0)) for lane in _every_lane(whole)]


@derived
def _every_lane(whole: Selection) -> list[Lane]:
    """All sectors, then each that has an event in any panel, in the order of the table of sectors."""
    most: dict[str, int] = {}
    for rows in rows_by_city(whole).values():
        for row in rows:
            most[row.sector] = max(most.get(row.sector, 0), row.events)
    sectors = [("", ALL, ""), *whole.facts.table("sectors")[["sector_id", "name", "colour"]].itertuples(index=False, name=None)]
    return [Lane(name, code, colour, most[code]) for code, name, colour in sectors if code in most]


@derived
def _in_lanes(whole: Selection) -> dict[tuple[str, str], int]:
    """How many events each city has in each lane, by their codes; those without a date too."""
    rows = [activity(whole).by("city").assign(sector=""), activity(whole).by("city", "sector")]
    return {(row.city, row.sector): int(row.events) for table in rows for row in table.itertuples()}


@derived
def _alt(whole: Selection, city: str) -> str:
    lanes = sorted((lane for lane in _lanes(whole, city) if lane.code and lane.events), key=lambda lane: -lane.events)
    years = [row.year for row in rows_by_city(whole)[city]]
    said = ", ".join(f"{lane.lane} {lane.events}" for lane in lanes)
    return f"Events of {cities(whole)[city]} by year and sector, {min(years)} to {max(years)}: {said}."


def _pictures(whole: Selection) -> list[Drawing]:
    return [_picture(whole, city, name) for city, name in cities(whole).items() if city in rows_by_city(whole)]


def _picture(whole: Selection, city: str, name: str) -> Drawing:
    keys = activity(whole).narrowed(city=(city,)).keys
    return Drawing(f"Events by year and sector: {name}", lambda: panel_figure(whole, city, dark=False, narrow=False), _SIGNS, keys)
